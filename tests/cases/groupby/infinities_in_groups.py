"""Ratios may be infinite, and what pandas computes of infinities is missing: found, filled and sorted as such."""

import pandas as pd

df = pd.DataFrame({
    "k": ["x", "x", "y", "y", "z", "z", None],
    "a": [1.0, 2.0, 3.0, 4.0, 1.0, -1.0, 5.0],
    "b": [0.0, 1.0, 2.0, 3.0, 0.0, 0.0, 0.0],
})
df["r"] = df["a"] / df["b"]
spread = df.groupby("k")["r"].std().fillna(0)
known = df.groupby("k").agg(total=("r", "sum"), m=("r", "mean"), s=("r", "std")).reset_index()
without = known[known["m"].isna()]
ranked = known.sort_values("total")
df["sd"] = df.groupby("k")["r"].transform("std")
df["mean"] = df.groupby("k")["r"].transform("mean")
df["of"] = df.groupby("k")["r"].transform(lambda s: s.sum())
unknown = df[df["sd"].isna()]
count = df["mean"].notna().sum()
moments = df["r"].skew()
together = df[["a", "r"]].corr()
# output
"""Ratios may be infinite, and what pandas computes of infinities is missing: found, filled and sorted as such."""

import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import divide, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["x", "x", "y", "y", "z", "z", None],
    "a": [1.0, 2.0, 3.0, 4.0, 1.0, -1.0, 5.0],
    "b": [0.0, 1.0, 2.0, 3.0, 0.0, 0.0, 0.0],
}).reset_index(names="_row"))
df = df.withColumn("r", divide(F.col("a"), F.col("b")))
spread = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.nanvl(F.stddev_samp("r"), F.lit(None)).alias("r"))
    .select("k", F.coalesce(F.col("r"), F.lit(0)).alias("r"))
)
known = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.nanvl(F.coalesce(F.sum("r"), F.lit(0.0)), F.lit(None)).alias("total"),
        F.nanvl(F.avg("r"), F.lit(None)).alias("m"),
        F.nanvl(F.stddev_samp("r"), F.lit(None)).alias("s"),
    )
)
without = known.filter(F.col("m").isNull())
ranked = known.orderBy(F.col("total").asc_nulls_last(), "k")
df = df.withColumn(
    "sd",
    F.when(
        F.col("k").isNotNull(),
        F.nanvl(F.stddev_samp("r").over(Window.partitionBy("k")), F.lit(None)),
    ),
)
df = df.withColumn(
    "mean",
    F.when(
        F.col("k").isNotNull(), F.nanvl(F.avg("r").over(Window.partitionBy("k")), F.lit(None))
    ),
)
df = df.withColumn(
    "of",
    F.when(
        F.col("k").isNotNull(),
        F.nanvl(F.coalesce(F.sum("r").over(Window.partitionBy("k")), F.lit(0.0)), F.lit(None)),
    ),
).cache()
unknown = df.filter(F.col("sd").isNull())
count = scalar(df.agg(F.count_if(F.col("mean").isNotNull())))
moments = (
    to_pandas(df.select("_row", "r").orderBy("_row"), index=["_row"])["r"]
    .skew()
)
together = (
    to_pandas(df.select("_row", "a", "r").orderBy("_row"), index=["_row"])
    .corr()
)
