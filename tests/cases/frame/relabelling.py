import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
df["t"] = pd.to_datetime(["2024-01-03", "2024-01-01", "2024-02-02", "2024-03-01"])
fewer = df.drop(df[df["v"] > 1].index)
without = df.drop([0, 2])
safe = df.drop(index=[1, 7], errors="ignore")
keyed = df.set_index("k").drop("b")
dated = df.copy()
dated.index = dated["t"]
dated.index.name = "day"
early = dated[dated.index < "2024-02-01"]
counted = df.copy()
counted.index = range(1, len(counted) + 1)
named = df.set_axis(["w", "x", "y", "z"], axis=0)
upper = df.set_index("k").rename(index={"a": "A", "q": "Q"})
flat = df.set_index(["k", "n"]).droplevel("n")
part = df.set_index(["k", "n"]).reset_index(level="n")
dropped = df.set_index(["k", "n"]).reset_index(level=0, drop=True)
deeper = df.set_index("k").set_index("n", append=True)
by_second = df.set_index(["k", "n"]).sort_index(level="n")
series = pd.DataFrame({"x": [1.0, 2.5]}, index=["p", "q"])
wider = series.reindex(["q", "r", "p", "q"])
filled = series.reindex(index=["p", "z"], fill_value=0)
renamed = series.rename_axis("letter")
more = df[["k", "v"]].reindex(columns=["v", "u"])

# labels that get a name become the first column
begun = pd.DataFrame({"k": ["b", "a"], "a.b": [1.5, 2.0]})
axis = begun.rename_axis("ax").reset_index()
begun.index.name = "pos"
flat = begun.reset_index()
print([begun["k"].nunique()], {"most": max(begun["a.b"])})
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import reindexed, to_pandas, with_values, without_labels

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
    .reset_index(names="_row")
)
df = with_values(
    df,
    "t",
    pd.to_datetime(["2024-01-03", "2024-01-01", "2024-02-02", "2024-03-01"]),
    "TIMESTAMP_NTZ",
    "_row",
)
fewer = df.filter((F.col("v") <= 1) | F.col("v").isNull())
without = without_labels(df, "_row", [0, 2])
safe = df.filter(~F.col("_row").isin([1, 7]))
keyed = without_labels(df.select("k", "_row", "v", "n", "t"), "k", ["b"])
dated = df
dated = to_pandas(dated.orderBy("_row"), index=["_row"])
dated.index = dated["t"]
dated.index.name = "day"
early = dated[dated.index < "2024-02-01"]
counted = df
counted = (
    with_values(counted, "index", range(1, counted.count() + 1), "BIGINT", "_row")
    .select("index", "_row", "k", "v", "n", "t")
)
named = (
    with_values(df, "index", ["w", "x", "y", "z"], "STRING", "_row")
    .select("index", "_row", "k", "v", "n", "t")
)
upper = (
    df.select("k", "_row", "v", "n", "t")
    .withColumn(
        "k", F.when(F.col("k") == "a", "A").when(F.col("k") == "q", "Q").otherwise(F.col("k"))
    )
)
flat = df.select("k", "n", "_row", "v", "t").drop("n")
part = df.select("k", "n", "_row", "v", "t").select("k", "_row", "n", "v", "t")
dropped = df.select("k", "n", "_row", "v", "t").drop("k")
deeper = df.select("k", "_row", "v", "n", "t")
by_second = (
    df.select("k", "n", "_row", "v", "t")
    .orderBy("n", F.col("k").asc_nulls_last(), "_row")
)
series = spark.createDataFrame(
    pd.DataFrame({"x": [1.0, 2.5]}, index=["p", "q"]).reset_index()
)
wider = reindexed(series, "index", ["q", "r", "p", "q"], "STRING")
filled = reindexed(series, "index", ["p", "z"], "STRING", fill=0)
renamed = series.withColumnRenamed("index", "letter")
more = (
    df.select("_row", "k", "v")
    .withColumn("u", F.lit(None).cast("double"))
    .select("_row", "v", "u")
)

# labels that get a name become the first column
begun = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "a"], "a.b": [1.5, 2.0]}).reset_index(names="_row")
)
axis = begun.select(F.col("_row").alias("ax"), "_row", "k", "`a.b`").drop("_row")
begun = begun.select(F.col("_row").alias("pos"), "_row", "k", "`a.b`")
flat = begun.drop("_row")
print(
    [begun.agg(F.countDistinct("k")).first()[0]],
    {"most": max(to_pandas(begun.select("_row", "pos", "`a.b`").orderBy("_row").drop("_row"), index=["pos"])["a.b"])},
)
