import pandas as pd


def spread(values):
    """The range of the values."""
    return values.max() - values.min()


def centered(x):
    middle = x.mean()
    return x - middle


def weighted(group):
    weight = group["n"]
    return (group["v"] * weight).sum() / weight.sum()


def noisy(x):
    print(len(x))
    return x.max()


df = pd.DataFrame({
    "g": [2, 1, 2, 1, 1, 1, 2],
    "v": [1.5, None, 3.0, -2.0, None, 1.5, 4.0],
    "n": [1, 2, 0, 4, 5, -1, 7],
})
ranges = df.groupby("g").agg({"n": spread, "v": "mean"})
df["c"] = df.groupby("g")["v"].transform(centered)
means = df.groupby("g").apply(weighted)
printed = df.groupby("g")["n"].agg(noisy)
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import divide, to_pandas

spark = SparkSession.builder.getOrCreate()


def spread(values):
    """The range of the values."""
    return values.max() - values.min()


def centered(x):
    middle = x.mean()
    return x - middle


def weighted(group):
    weight = group["n"]
    return (group["v"] * weight).sum() / weight.sum()


def noisy(x):
    print(len(x))
    return x.max()


df = spark.createDataFrame(pd.DataFrame({
    "g": [2, 1, 2, 1, 1, 1, 2],
    "v": [1.5, None, 3.0, -2.0, None, 1.5, 4.0],
    "n": [1, 2, 0, 4, 5, -1, 7],
}).reset_index(names="_row"))
ranges = (
    df.groupBy("g")
    .agg((F.max("n") - F.min("n")).alias("n"), F.avg("v").alias("v"))
)
df = df.withColumn("c", F.col("v") - F.avg("v").over(Window.partitionBy("g")))
means = (
    df.groupBy("g")
    .agg(
        divide(F.coalesce(F.sum(F.col("v") * F.col("n")), F.lit(0.0)), F.sum("n"))
        .alias("value")
    )
)
printed = to_pandas(df.orderBy("_row"), index=["_row"]).groupby("g")["n"].agg(noisy)
