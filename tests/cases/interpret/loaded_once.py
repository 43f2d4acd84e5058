import pandas as pd

loaded = {}


def load(name):
    if name not in loaded:
        df = pd.DataFrame({"k": ["a", None, "a"], "v": [1.0, None, 0.0]})
        df.columns = [c.upper() for c in df.columns]
        loaded[name] = df
    else:
        df = loaded[name]
    return df


def total(name):
    df = load(name)
    return df.groupby("K")["V"].sum()


def highest(name):
    df = load(name)
    return df[df.V >= 0]["V"].max()


sums = total("t")
high = highest("t")
once = load("t")
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar

spark = SparkSession.builder.getOrCreate()

loaded = {}


def load(name):
    if name not in loaded:
        df = spark.createDataFrame(
            pd.DataFrame({"k": ["a", None, "a"], "v": [1.0, None, 0.0]})
        )
        df = df.toDF("K", "V")
        loaded[name] = df
    else:
        df = loaded[name]
    return df


def total(name):
    df = load(name)
    return (
        df.dropna(subset=["K"])
        .groupBy("K")
        .agg(F.coalesce(F.sum("V"), F.lit(0.0)).alias("V"))
    )


def highest(name):
    df = load(name)
    return scalar(df.filter(F.col("V") >= 0).agg(F.max("V")))


sums = total("t")
high = highest("t")
once = load("t")
