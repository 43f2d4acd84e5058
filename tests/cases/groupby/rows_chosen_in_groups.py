import numpy as np
import pandas as pd

df = pd.DataFrame({
    "g": ["b", "a", "b", None, "c", "b", "a"],
    "v": [1.0, np.nan, 3.0, 4.0, np.nan, 3.0, 2.0],
    "n": [4, 3, 2, 1, 7, 7, 9],
    "s": ["x", "y", "x", "x", "y", "y", "y"],
})
share = df.groupby("g").apply(lambda p: len(p[p["n"] > 3]) / len(p))
mean = df.groupby("g").apply(lambda p: p[p["s"] == "x"]["v"].mean())
total = df.groupby("g").apply(lambda p: p[p["s"] == "x"]["n"].sum())
floats = df.groupby("g").apply(lambda p: p[p["n"] > 3]["v"].sum())
spread = df.groupby("g").apply(lambda p: p.loc[p["v"] > 1, "n"].std())
table = df.groupby("g").apply(
    lambda p: pd.Series({
        "rows": len(p[p["s"] == "y"]),
        "known": p[p["s"] == "y"]["v"].count(),
        "kinds": p[p["n"] > 2]["s"].nunique(),
        "middle": p[p["n"] > 2]["v"].median(),
    })
)
least = df.groupby("g").apply(lambda p: p[p["n"] > 3]["n"].min())
missing = df.groupby("g").apply(lambda p: len(p[p["v"] != 3]))
nested = df.groupby("g").apply(lambda p: p[p["n"] > p["n"].mean()]["v"].sum())


def of_large(part):
    large = part[part["n"] > 3]
    return pd.Series({"rows": len(large), "share": len(large) / len(part), "mean": large["v"].mean()})


large = df.groupby("g").apply(of_large)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import divide, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "g": ["b", "a", "b", None, "c", "b", "a"],
    "v": [1.0, np.nan, 3.0, 4.0, np.nan, 3.0, 2.0],
    "n": [4, 3, 2, 1, 7, 7, 9],
    "s": ["x", "y", "x", "x", "y", "y", "y"],
}).reset_index(names="_row"))
share = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(divide(F.count(F.when(F.col("n") > 3, F.lit(1))), F.count("*")).alias("value"))
)
mean = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(F.avg(F.when(F.col("s") == "x", F.col("v"))).alias("value"))
)
total = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(F.coalesce(F.sum(F.when(F.col("s") == "x", F.col("n"))), F.lit(0)).alias("value"))
)
floats = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(F.coalesce(F.sum(F.when(F.col("n") > 3, F.col("v"))), F.lit(0.0)).alias("value"))
)
spread = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(F.stddev_samp(F.when(F.col("v") > 1, F.col("n"))).alias("value"))
)
table = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(
        F.count(F.when(F.col("s") == "y", F.lit(1))).cast("double").alias("rows"),
        F.count(F.when(F.col("s") == "y", F.col("v"))).cast("double").alias("known"),
        F.countDistinct(F.when(F.col("n") > 2, F.col("s"))).cast("double").alias("kinds"),
        F.median(F.when(F.col("n") > 2, F.col("v"))).alias("middle"),
    )
)
least = (
    to_pandas(df.orderBy("_row"), index=["_row"], none=["g"])
    .groupby("g")
    .apply(lambda p: p[p["n"] > 3]["n"].min())
)
missing = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(F.count(F.when(~F.col("v").eqNullSafe(3), F.lit(1))).alias("value"))
)
nested = (
    to_pandas(df.orderBy("_row"), index=["_row"], none=["g"])
    .groupby("g")
    .apply(lambda p: p[p["n"] > p["n"].mean()]["v"].sum())
)


def of_large(part):
    large = part[part["n"] > 3]
    return pd.Series({"rows": len(large), "share": len(large) / len(part), "mean": large["v"].mean()})


large = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(
        F.count(F.when(F.col("n") > 3, F.lit(1))).cast("double").alias("rows"),
        divide(F.count(F.when(F.col("n") > 3, F.lit(1))), F.count("*")).alias("share"),
        F.avg(F.when(F.col("n") > 3, F.col("v"))).alias("mean"),
    )
)
