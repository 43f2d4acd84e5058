import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b", "b"],
    "g": [1, 2, 1, 2, 1, 1, 2],
    "v": [1.5, None, 3.0, -2.0, None, 1.5, 4.0],
    "n": [1, 2, 0, 4, 5, -1, 7],
    "s": ["x", "y", "x", None, "z", "y", "x"],
})
a = df.groupby("k")["v"].agg(lambda x: x.max() - x.min())
b = df.groupby("k").agg(spread=("n", lambda x: x.max() - x.min()), m=("v", "mean"), pos=("v", lambda x: (x > 0).sum()), size=("n", len))
c = df.groupby("g").agg({"n": lambda x: x.sum() / len(x), "v": "std"})
d = df.groupby("g")[["n","v"]].agg(lambda x: x.quantile(0.75) - x.quantile(0.25))
e = df.groupby("g")["n"].agg(lambda x: np.mean(x) + np.std(x))
f = df.groupby("k").agg(first=("v","first"), last=("s","last"), n=("n","nunique"))
h = df.groupby("g")["v"].agg(["first","last","count","sem"]).reset_index()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import divide

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b", "b"],
    "g": [1, 2, 1, 2, 1, 1, 2],
    "v": [1.5, None, 3.0, -2.0, None, 1.5, 4.0],
    "n": [1, 2, 0, 4, 5, -1, 7],
    "s": ["x", "y", "x", None, "z", "y", "x"],
}).reset_index(names="_row"))
a = df.dropna(subset=["k"]).groupBy("k").agg((F.max("v") - F.min("v")).alias("v"))
b = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        (F.max("n") - F.min("n")).alias("spread"),
        F.avg("v").alias("m"),
        F.count_if(F.col("v") > 0).alias("pos"),
        F.count("*").alias("size"),
    )
)
c = (
    df.groupBy("g")
    .agg(divide(F.sum("n"), F.count("*")).alias("n"), F.stddev_samp("v").alias("v"))
)
d = (
    df.groupBy("g")
    .agg(
        (F.percentile("n", 0.75) - F.percentile("n", 0.25)).alias("n"),
        (F.percentile("v", 0.75) - F.percentile("v", 0.25)).alias("v"),
    )
)
e = df.groupBy("g").agg((F.avg("n") + F.stddev_pop("n")).alias("n"))
f = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.min_by("v", F.when(F.col("v").isNotNull(), F.col("_row"))).alias("first"),
        F.max_by("s", F.when(F.col("s").isNotNull(), F.col("_row"))).alias("last"),
        F.countDistinct("n").alias("n"),
    )
)
h = (
    df.groupBy("g")
    .agg(
        F.min_by("v", F.when(F.col("v").isNotNull(), F.col("_row"))).alias("first"),
        F.max_by("v", F.when(F.col("v").isNotNull(), F.col("_row"))).alias("last"),
        F.count("v").alias("count"),
        (F.stddev_samp("v") / F.sqrt(F.nullif(F.count("v"), F.lit(0)))).alias("sem"),
    )
)
