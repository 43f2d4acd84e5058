import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, np.nan, 0.0, -2.0], "w": [np.nan, np.nan, 0.0, 1.0], "n": [3, 0, 2, -1]})
missing = df.isnull().sum()
share = df.isna().mean()
total = df.isnull().sum().sum()
means = df[["v", "n"]].mean()
counts = df.count()
distinct = df.nunique()
largest = df[["v", "n"]].max()
spread = df[["v", "w"]].std()
sums = df.sum(numeric_only=True)
summary = df.describe()
incomplete = df[df.isnull().any(axis=1)]
complete = df[df.notna().all(axis=1)]
df["sum"] = df[["v", "w"]].sum(axis=1)
df["mean"] = df[["v", "w"]].mean(axis=1)
df["max"] = df[["v", "w", "n"]].max(axis=1)
df["count"] = df[["v", "w", "n"]].count(axis=1)
nothing = df[df["n"] > 100]
empty_sums = nothing[["v", "n"]].sum()
empty_means = nothing[["v"]].mean()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import column_values, describe

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, np.nan, 0.0, -2.0], "w": [np.nan, np.nan, 0.0, 1.0], "n": [3, 0, 2, -1]})
)
missing = column_values(
    df.agg(*[F.count_if(F.col(c).isNull()).alias(c) for c in df.columns])
)
share = column_values(
    df.agg(*[F.avg(F.col(c).isNull().cast("int")).alias(c) for c in df.columns])
)
total = (
    column_values(df.agg(*[F.count_if(F.col(c).isNull()).alias(c) for c in df.columns]))
    .sum()
)
means = column_values(
    df.select("v", "n").agg(F.avg("v").alias("v"), F.avg("n").alias("n"))
)
counts = column_values(df.agg(*[F.count(c).alias(c) for c in df.columns]))
distinct = column_values(df.agg(*[F.countDistinct(c).alias(c) for c in df.columns]))
largest = column_values(
    df.select("v", "n").agg(F.max("v").alias("v"), F.max("n").alias("n"))
)
spread = column_values(
    df.select("v", "w").agg(F.stddev_samp("v").alias("v"), F.stddev_samp("w").alias("w"))
)
sums = column_values(
    df.agg(
        F.coalesce(F.sum("v"), F.lit(0)).alias("v"),
        F.coalesce(F.sum("w"), F.lit(0)).alias("w"),
        F.coalesce(F.sum("n"), F.lit(0)).alias("n"),
    )
)
summary = describe(df, ["v", "w", "n"])
incomplete = df.filter(
    F.col("k").isNull() | F.col("v").isNull() | F.col("w").isNull() | F.col("n").isNull()
)
complete = df.filter(
    F.col("k").isNotNull()
    & F.col("v").isNotNull()
    & F.col("w").isNotNull()
    & F.col("n").isNotNull()
)
df = df.withColumn("sum", F.coalesce(F.col("v"), F.lit(0)) + F.coalesce(F.col("w"), F.lit(0)))
df = df.withColumn(
    "mean",
    (F.coalesce(F.col("v"), F.lit(0)) + F.coalesce(F.col("w"), F.lit(0)))
    / F.nullif(
        F.col("v").isNotNull().cast("int") + F.col("w").isNotNull().cast("int"), F.lit(0)
    ),
)
df = df.withColumn("max", F.greatest(F.col("v"), F.col("w"), F.col("n")))
df = df.withColumn(
    "count",
    (F.col("v").isNotNull().cast("int") + F.col("w").isNotNull().cast("int") + 1)
    .cast("bigint"),
)
nothing = df.filter(F.col("n") > 100)
empty_sums = column_values(
    nothing.select("v", "n")
    .agg(
        F.coalesce(F.sum("v"), F.lit(0)).alias("v"), F.coalesce(F.sum("n"), F.lit(0)).alias("n")
    )
)
empty_means = column_values(nothing.select("v").agg(F.avg("v").alias("v")))
