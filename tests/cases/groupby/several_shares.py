import numpy as np
import pandas as pd

df = pd.DataFrame({
    "g": ["b", "a", "b", None, "c", "b", "a"],
    "h": [1, 1, 2, 2, 1, 2, 1],
    "v": [1.0, np.nan, 3.0, 4.0, np.nan, 8.5, 2.0],
    "n": [4, 3, 2, 1, 7, 7, 9],
})
quartiles = df.groupby("g")["v"].quantile([0.25, 0.5, 0.75])
both = df.groupby("g")[["v", "n"]].quantile([0.1, 0.9])
flat = df.groupby(["g", "h"])["n"].quantile([0, 1]).reset_index()
named = df.groupby("g")["n"].quantile([0.25, 0.75]).rename("q").reset_index()
one = df.groupby("g")["v"].quantile([0.5])
nothing = df[df["n"] > 99].groupby("g")["v"].quantile([0.25, 0.75])
low = quartiles.loc["b"]
print(quartiles)

# of a key
print(df.groupby(["v", "h"])["v"].quantile([0.25, 0.75]))
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "g": ["b", "a", "b", None, "c", "b", "a"],
    "h": [1, 1, 2, 2, 1, 2, 1],
    "v": [1.0, np.nan, 3.0, 4.0, np.nan, 8.5, 2.0],
    "n": [4, 3, 2, 1, 7, 7, 9],
}).reset_index(names="_row"))
quartiles = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(
        F.array(
            F.struct(F.lit(0.25).alias("_share"), F.percentile("v", 0.25).alias("v")),
            F.struct(F.lit(0.5).alias("_share"), F.percentile("v", 0.5).alias("v")),
            F.struct(F.lit(0.75).alias("_share"), F.percentile("v", 0.75).alias("v")),
        )
        .alias("_quantiles")
    )
    .withColumn("_quantiles", F.explode("_quantiles"))
    .select("g", F.col("_quantiles._share").alias("_share"), F.col("_quantiles.v").alias("v"))
    .cache()
)
both = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(
        F.array(
            F.struct(
                F.lit(0.1).alias("_share"),
                F.percentile("v", 0.1).alias("v"),
                F.percentile("n", 0.1).alias("n"),
            ),
            F.struct(
                F.lit(0.9).alias("_share"),
                F.percentile("v", 0.9).alias("v"),
                F.percentile("n", 0.9).alias("n"),
            ),
        )
        .alias("_quantiles")
    )
    .withColumn("_quantiles", F.explode("_quantiles"))
    .select(
        "g",
        F.col("_quantiles._share").alias("_share"),
        F.col("_quantiles.v").alias("v"),
        F.col("_quantiles.n").alias("n"),
    )
)
flat = (
    df.dropna(subset=["g"])
    .groupBy("g", "h")
    .agg(
        F.array(
            F.struct(F.lit(0.0).alias("_share"), F.percentile("n", 0.0).alias("n")),
            F.struct(F.lit(1.0).alias("_share"), F.percentile("n", 1.0).alias("n")),
        )
        .alias("_quantiles")
    )
    .withColumn("_quantiles", F.explode("_quantiles"))
    .select(
        "g", "h", F.col("_quantiles._share").alias("_share"), F.col("_quantiles.n").alias("n")
    )
    .select("g", "h", F.col("_share").alias("level_2"), "n")
)
named = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(
        F.array(
            F.struct(F.lit(0.25).alias("_share"), F.percentile("n", 0.25).alias("n")),
            F.struct(F.lit(0.75).alias("_share"), F.percentile("n", 0.75).alias("n")),
        )
        .alias("_quantiles")
    )
    .withColumn("_quantiles", F.explode("_quantiles"))
    .select("g", F.col("_quantiles._share").alias("_share"), F.col("_quantiles.n").alias("n"))
    .withColumnRenamed("n", "q")
    .select("g", F.col("_share").alias("level_1"), "q")
)
one = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(
        F.array(F.struct(F.lit(0.5).alias("_share"), F.percentile("v", 0.5).alias("v")))
        .alias("_quantiles")
    )
    .withColumn("_quantiles", F.explode("_quantiles"))
    .select("g", F.col("_quantiles._share").alias("_share"), F.col("_quantiles.v").alias("v"))
)
nothing = (
    df.filter(F.col("n") > 99)
    .dropna(subset=["g"])
    .groupBy("g")
    .agg(
        F.array(
            F.struct(F.lit(0.25).alias("_share"), F.percentile("v", 0.25).alias("v")),
            F.struct(F.lit(0.75).alias("_share"), F.percentile("v", 0.75).alias("v")),
        )
        .alias("_quantiles")
    )
    .withColumn("_quantiles", F.explode("_quantiles"))
    .select("g", F.col("_quantiles._share").alias("_share"), F.col("_quantiles.v").alias("v"))
)
low = to_pandas(
    quartiles.filter(F.col("g") == "b").orderBy("_share"),
    index=["g", "_share"],
    names=["g", None],
)["v"].loc["b"]
print(
    to_pandas(quartiles.orderBy("g", "_share"), index=["g", "_share"], names=["g", None])["v"]
)

# of a key
print(
    to_pandas(df.orderBy("_row"), index=["_row"], none=["g"]).groupby(["v", "h"])["v"]
    .quantile([0.25, 0.75])
)
