import pandas as pd

df = pd.DataFrame(
    {
        "k": ["b", "a", None, "b", "a", "b"],
        "s": ["y", "x", "q", "ä", "x", "Y"],
        "n": [3, 1, 2, 3, 1, 0],
        "v": [1.0, None, 2.0, 0.5, 4.0, 1.0],
    }
)
lists = df.groupby("k")["s"].apply(list)
print(lists, lists["a"])
agged = df.groupby("k")["s"].agg(list).reset_index()
several = df.groupby("k", as_index=False).agg(names=("s", list), total=("n", "sum"))
joined = df.groupby("k")["s"].apply(lambda x: ", ".join(x))
by_size = df.sort_values(["v", "n", "s"])[["k", "s"]].groupby("k")["s"].agg(", ".join)
in_order = df.sort_values(["n", "s"]).groupby("k")["s"].agg(lambda x: " > ".join(x))
distinct = df.groupby("k")["s"].apply(lambda x: "|".join(x.unique()))
names = df.groupby("k")["s"].apply(lambda x: "/".join(sorted(set(x)))).reset_index()
ordered = df.groupby("k")["s"].apply(lambda x: sorted(x))
numbers = df.groupby("k")["n"].apply(lambda x: "-".join(x.astype(str)))
lengths = df.groupby("k")["s"].apply(len)
beside = df.groupby("k")["s"].transform(lambda x: ",".join(x))
none = df[df["n"] > 9].groupby("k")["s"].apply(list)
exploded = lists.explode()
both = df.groupby(["k", "n"])["s"].agg([("first", "first"), ("all", lambda x: "+".join(x))])
df["s2"] = df["s"].where(df["n"] != 3)
present = df.groupby("k")["s2"].apply(lambda x: ", ".join(x.dropna()))
filled = df.groupby("k")["s2"].agg(lambda x: ", ".join(x.fillna("?")))
kinds = df.groupby("k")["s2"].apply(lambda x: "|".join(sorted(set(x.dropna()))))
seen = df.groupby("k")["s2"].agg(lambda x: list(x.dropna().unique()))
any_order = df.groupby("k")["s"].apply(lambda x: len(list(set(x))))
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import listed, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame(
    {
        "k": ["b", "a", None, "b", "a", "b"],
        "s": ["y", "x", "q", "ä", "x", "Y"],
        "n": [3, 1, 2, 3, 1, 0],
        "v": [1.0, None, 2.0, 0.5, 4.0, 1.0],
    }
).reset_index(names="_row"))
lists = df.dropna(subset=["k"]).groupBy("k").agg(listed("_row", F.col("s")).alias("s")).cache()
print(
    to_pandas(lists.orderBy("k"), index=["k"], dtypes={"s": "list"})["s"],
    scalar(lists.filter(F.col("k") == "a").select("s")),
)
agged = df.dropna(subset=["k"]).groupBy("k").agg(listed("_row", F.col("s")).alias("s"))
several = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(listed("_row", F.col("s")).alias("names"), F.sum("n").alias("total"))
)
joined = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.concat_ws(", ", listed("_row", F.col("s"))).alias("s"))
)
by_size = (
    df.orderBy(F.col("v").asc_nulls_last(), "n", F.col("s").asc_nulls_last(), "_row")
    .select("_row", F.col("v").alias("_sort_v"), F.col("n").alias("_sort_n"), "k", "s")
    .dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.concat_ws(
            ", ",
            listed(
                F.struct(
                    F.col("_sort_v").isNull(),
                    F.col("_sort_v"),
                    F.col("_sort_n"),
                    F.col("s").isNull(),
                    F.col("s"),
                    F.col("_row"),
                ),
                F.col("s"),
            ),
        )
        .alias("s")
    )
)
in_order = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.concat_ws(
            " > ",
            listed(
                F.struct(F.col("n"), F.col("s").isNull(), F.col("s"), F.col("_row")), F.col("s")
            ),
        )
        .alias("s")
    )
)
distinct = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.concat_ws("|", F.array_distinct(listed("_row", F.col("s")))).alias("s"))
)
names = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.concat_ws("/", F.array_sort(F.collect_set("s"))).alias("s"))
)
ordered = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.array_sort(F.collect_list("s")).alias("s"))
)
numbers = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.concat_ws("-", listed("_row", F.col("n").cast("string"))).alias("n"))
)
lengths = df.dropna(subset=["k"]).groupBy("k").agg(F.count("*").alias("s"))
beside = F.when(
    F.col("k").isNotNull(),
    F.concat_ws(",", listed("_row", F.col("s"), over=Window.partitionBy("k"))),
)
none = (
    df.filter(F.col("n") > 9)
    .dropna(subset=["k"])
    .groupBy("k")
    .agg(listed("_row", F.col("s")).alias("s"))
)
exploded = lists.withColumn("s", F.explode_outer("s"))
both = (
    df.dropna(subset=["k"])
    .groupBy("k", "n")
    .agg(
        F.min_by("s", F.when(F.col("s").isNotNull(), F.col("_row"))).alias("first"),
        F.concat_ws("+", listed("_row", F.col("s"))).alias("all"),
    )
)
df = df.withColumn("s2", F.when(F.col("n") != 3, F.col("s")))
present = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.concat_ws(", ", F.array_compact(listed("_row", F.col("s2")))).alias("s2"))
)
filled = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.concat_ws(", ", listed("_row", F.coalesce(F.col("s2"), F.lit("?")))).alias("s2"))
)
kinds = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.concat_ws("|", F.array_sort(F.collect_set("s2"))).alias("s2"))
)
seen = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.array_distinct(F.array_compact(listed("_row", F.col("s2")))).alias("s2"))
)
any_order = (
    to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]).groupby("k")["s"]
    .apply(lambda x: len(list(set(x))))
)
