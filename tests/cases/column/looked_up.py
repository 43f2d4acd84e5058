import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", None, "a", "c"], "v": [1.5, None, -2.0, 6.0, 2.5], "n": [3, 1, 2, 1, 4],
    "s": ["x", "y", "x", "x", None],
})
names = pd.DataFrame({"id": [1, 2, 3], "name": ["one", "two", "three"]})
often = df[df["k"].map(df["k"].value_counts()) > 1]
means = df.groupby("k")["v"].mean()
df["mean"] = df["k"].map(means)
df["count"] = df["k"].map(df["k"].value_counts())
df["below"] = df["v"] - df["k"].map(df.groupby("k")["v"].max())
df["name"] = df["n"].map(names.set_index("id")["name"])
sums = df["k"].map(df.groupby("k")["n"].sum())
known = df["k"].map(df["k"].value_counts()).fillna(0).astype(int)
by_row = df["n"].map(df["v"])
ranges = df["k"].map(df.groupby("k")["v"].apply(lambda x: x.max() - x.min()))
turned = df.sort_values("v")["k"].map(df.groupby("k")["v"].sum())
some = df[df["v"] > 1]["k"].map(df.groupby("k")["n"].max()).tolist()
none = df.iloc[:0]["k"].map(means)
of_two = df["k"].map(df.groupby(["k", "n"])["v"].sum())
by_number = df["v"].map(df.groupby("v")["n"].sum())
df["k"] = df["k"].map(df.groupby("k")["n"].min())
print(df)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import require_unique, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a", "c"], "v": [1.5, None, -2.0, 6.0, 2.5], "n": [3, 1, 2, 1, 4],
    "s": ["x", "y", "x", "x", None],
}).reset_index(names="_row"))
names = spark.createDataFrame(
    pd.DataFrame({"id": [1, 2, 3], "name": ["one", "two", "three"]})
)
often = (
    df.join(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.count("*").alias("count"))
        .select(F.col("k").alias("_label"), F.col("count").alias("_found")),
        F.col("k") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .filter(F.col("_found") > 1)
    .select("_row", "k", "v", "n", "s")
)
means = df.dropna(subset=["k"]).groupBy("k").agg(F.avg("v").alias("v"))
df = (
    df.join(
        means.select(F.col("k").alias("_label"), F.col("v").alias("_found")),
        F.col("k") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .withColumn("mean", F.col("_found"))
    .drop("_found")
)
df = (
    df.join(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.count("*").alias("count"))
        .select(F.col("k").alias("_label"), F.col("count").alias("_found")),
        F.col("k") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .withColumn("count", F.col("_found"))
    .drop("_found")
)
df = (
    df.join(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.max("v").alias("v"))
        .select(F.col("k").alias("_label"), F.col("v").alias("_found")),
        F.col("k") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .withColumn("below", F.col("v") - F.col("_found"))
    .drop("_found")
)
df = (
    df.join(
        require_unique(names, ["id"], "right", "many_to_one")
        .select(F.col("id").alias("_label"), F.col("name").alias("_found")),
        F.col("n") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .withColumn("name", F.col("_found"))
    .drop("_found")
    .cache()
)
sums = (
    df.join(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.sum("n").alias("n"))
        .select(F.col("k").alias("_label"), F.col("n").alias("_found")),
        F.col("k") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .select("_row", F.col("_found").alias("k"))
)
known = (
    df.join(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.count("*").alias("count"))
        .select(F.col("k").alias("_label"), F.col("count").alias("_found")),
        F.col("k") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .select(
        "_row", F.coalesce(F.col("_found").cast("double"), F.lit(0)).cast("bigint").alias("k")
    )
)
by_row = (
    df.join(
        df.select("_row", "v")
        .select(F.col("_row").alias("_label"), F.col("v").alias("_found")),
        F.col("n") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .select("_row", F.col("_found").alias("n"))
)
ranges = (
    df.join(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg((F.max("v") - F.min("v")).alias("v"))
        .select(F.col("k").alias("_label"), F.col("v").alias("_found")),
        F.col("k") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .select("_row", F.col("_found").alias("k"))
)
turned = (
    df.withColumn("count", F.col("count").cast("double"))
    .orderBy(F.col("v").asc_nulls_last(), "_row")
    .join(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
        .select(F.col("k").alias("_label"), F.col("v").alias("_found")),
        F.col("k") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .select("_row", F.col("v").alias("_sort_v"), F.col("_found").alias("k"))
)
some = (
    to_pandas(
        df.withColumn("count", F.col("count").cast("double"))
        .filter(F.col("v") > 1)
        .join(
            df.dropna(subset=["k"])
            .groupBy("k")
            .agg(F.max("n").alias("n"))
            .select(F.col("k").alias("_label"), F.col("n").alias("_found")),
            F.col("k") == F.col("_label"),
            "left",
        )
        .drop("_label")
        .select("_row", F.col("_found").alias("k"))
        .orderBy("_row")
        .select("k")
    )["k"]
    .tolist()
)
none = (
    df.withColumn("count", F.col("count").cast("double"))
    .orderBy("_row")
    .limit(0)
    .join(
        means.select(F.col("k").alias("_label"), F.col("v").alias("_found")),
        F.col("k") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .select("_row", F.col("_found").alias("k"))
)
of_two = (
    to_pandas(df.select("_row", "k").orderBy("_row"), index=["_row"], none=["k"])["k"]
    .map(
        to_pandas(
            df.dropna(subset=["k"])
            .groupBy("k", "n")
            .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
            .orderBy("k", "n"),
            index=["k", "n"],
        )["v"]
    )
)
by_number = (
    df.join(
        df.dropna(subset=["v"])
        .groupBy("v")
        .agg(F.sum("n").alias("n"))
        .select(F.col("v").alias("_label"), F.col("n").alias("_found")),
        F.col("v") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .select("_row", F.col("_found").alias("v"))
)
df = (
    df.join(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.min("n").alias("n"))
        .select(F.col("k").alias("_label"), F.col("n").alias("_found")),
        F.col("k") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .withColumn("k", F.col("_found"))
    .drop("_found")
)
print(to_pandas(df.orderBy("_row"), index=["_row"], none=["s"]))
