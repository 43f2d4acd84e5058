import numpy as np
import pandas as pd

df = pd.DataFrame({
    "g": ["b", "a", "b", None, "c", "b", "a"],
    "v": [1.0, np.nan, 3.0, 4.0, np.nan, 3.0, 2.0],
    "n": [4, 3, 2, 1, 7, 7, 9],
    "w": [1, 2, 0, 1, 3, 1, 1],
})


def step_by_step(x):
    d = {}
    d["rows"] = len(x)
    d["mean"] = x["v"].mean()
    d["top"] = x["n"].max()
    d["mean"] = x["v"].median()
    return pd.Series(d, index=["rows", "top", "mean"])


def at_once(x):
    names = {"total": x["n"].sum(), "least": x["n"].min()}
    return pd.Series(names)


def listed(x):
    return pd.Series([x["n"].max(), x["v"].min()], index=["most", "least"])


def weighted(x):
    return np.average(x["n"], weights=x["w"])


steps = df.groupby("g").apply(step_by_step)
once = df.groupby("g").apply(at_once).reset_index()
lists = df.groupby("g").apply(listed)
chosen = df.groupby("g")[["n", "v"]].apply(lambda x: pd.Series({"n": x["n"].sum(), "v": x["v"].max()}))
means = df.groupby("g").apply(weighted)
ratio = df.groupby("g")[["n", "w"]].apply(lambda x: (x["n"] * x["w"]).sum() / x["w"].sum())
named = df.groupby("g")[["n", "w"]].apply(lambda x: x["n"].sum() - x["w"].sum()).reset_index(name="left")
overall = np.average(df["n"], weights=df["w"])
plain = np.average(df["n"])
together = np.corrcoef(df["n"], df["w"])[0, 1]
matrix = np.corrcoef(df["n"], df["n"] * 2)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import correlations, divide, scalars

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "g": ["b", "a", "b", None, "c", "b", "a"],
    "v": [1.0, np.nan, 3.0, 4.0, np.nan, 3.0, 2.0],
    "n": [4, 3, 2, 1, 7, 7, 9],
    "w": [1, 2, 0, 1, 3, 1, 1],
}))


def step_by_step(x):
    d = {}
    d["rows"] = len(x)
    d["mean"] = x["v"].mean()
    d["top"] = x["n"].max()
    d["mean"] = x["v"].median()
    return pd.Series(d, index=["rows", "top", "mean"])


def at_once(x):
    names = {"total": x["n"].sum(), "least": x["n"].min()}
    return pd.Series(names)


def listed(x):
    return pd.Series([x["n"].max(), x["v"].min()], index=["most", "least"])


def weighted(x):
    return np.average(x["n"], weights=x["w"])


steps = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(
        F.count("*").cast("double").alias("rows"),
        F.max("n").cast("double").alias("top"),
        F.median("v").alias("mean"),
    )
)
once = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(F.sum("n").alias("total"), F.min("n").alias("least"))
)
lists = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(F.max("n").cast("double").alias("most"), F.min("v").alias("least"))
)
chosen = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(F.sum("n").cast("double").alias("n"), F.max("v").alias("v"))
)
means = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg((F.sum(F.col("n") * F.col("w")) / F.sum(F.col("w"))).alias("value"))
)
ratio = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(divide(F.sum(F.col("n") * F.col("w")), F.sum("w")).alias("value"))
)
named = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg((F.sum("n") - F.sum("w")).alias("value"))
    .withColumnRenamed("value", "left")
)
overall, plain = scalars(df.agg(F.sum(F.col("n") * F.col("w")) / F.sum(F.col("w")), F.avg("n")))
together = (
    correlations(df.select(F.col("n").alias("x"), F.col("w").alias("y")), ["x", "y"])
    .to_numpy()
)[0, 1]
matrix = (
    correlations(df.select(F.col("n").alias("x"), (F.col("n") * 2).alias("y")), ["x", "y"])
    .to_numpy()
)
