import pandas as pd

df = pd.DataFrame({
    "day": ["mo", "mo", "tu", "tu"],
    "k": ["x", "y", "y", "x"],
    "n": [3, 1, 2, -3],
    "v": [1.0, None, 3.0, -2.0],
})

# a full table of whole numbers keeps them
full = df.pivot(index="day", columns="k", values="n")
print(full, full["x"] + full["y"], full.dtypes)
pair = df.set_index(["day", "k"])["n"].unstack()
print(pair.sum(axis=1))
# with gaps they are floats
gaps = df[df["n"] != 2].pivot(index="day", columns="k", values="n")
print(gaps)

# whole numbers that may be missing, made of floats
df["whole"] = df["v"].astype("Int64")
print(df["whole"], df["whole"] + 1, df["whole"].isna().sum())

# without some labels
means = df.groupby("k")["v"].mean()
print(means.drop("x"), means.drop(["y"]), df["n"].drop(index=[0, 2]))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
import numpy as np
from pandas_parity import from_pandas, pivot, scalar, to_pandas, whole, without_labels

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "day": ["mo", "mo", "tu", "tu"],
    "k": ["x", "y", "y", "x"],
    "n": [3, 1, 2, -3],
    "v": [1.0, None, 3.0, -2.0],
}).reset_index(names="_row"))

# a full table of whole numbers keeps them
full = pivot(df, ["day"], "k", "n", ["x", "y"]).cache()
print(
    to_pandas(full.orderBy("day"), index=["day"]).rename_axis(columns="k"),
    to_pandas(
        full.select("day", (F.col("x") + F.col("y")).alias("value")).orderBy("day"),
        index=["day"],
    )["value"]
    .rename(None),
    pd.Series({"x": np.dtype("int64"), "y": np.dtype("int64")}, dtype="object")
    .rename_axis("k"),
)
pair = from_pandas(
    to_pandas(
        df.select("day", "k", "_row", "n", "v")
        .select("day", "k", "_row", "n")
        .orderBy("_row")
        .drop("_row"),
        index=["day", "k"],
    )["n"]
    .unstack()
    .reset_index()
    .reset_index(names="_row"),
    {"_row": "BIGINT", "day": "STRING", "x": "BIGINT", "y": "BIGINT"},
)
print(
    to_pandas(
        pair.select("_row", "day", (F.col("x") + F.col("y")).alias("value"))
        .orderBy("_row")
        .drop("_row"),
        index=["day"],
    )["value"]
    .rename(None)
)
# with gaps they are floats
gaps = pivot(
    df.filter(F.col("n") != 2).withColumn("n", F.col("n").cast("double")),
    ["day"],
    "k",
    "n",
    ["x", "y"],
)
print(to_pandas(gaps.orderBy("day"), index=["day"]).rename_axis(columns="k"))

# whole numbers that may be missing, made of floats
df = df.withColumn("whole", whole(F.col("v")))
print(
    to_pandas(
        df.select("_row", "whole").orderBy("_row"), index=["_row"], dtypes={"whole": "Int64"}
    )["whole"],
    to_pandas(
        df.select("_row", (F.col("whole") + 1).alias("whole")).orderBy("_row"),
        index=["_row"],
        dtypes={"whole": "Int64"},
    )["whole"],
    scalar(df.agg(F.count_if(F.col("whole").isNull()))),
)

# without some labels
means = df.dropna(subset=["k"]).groupBy("k").agg(F.avg("v").alias("v")).cache()
print(
    to_pandas(without_labels(means, "k", ["x"]).orderBy("k"), index=["k"])["v"],
    to_pandas(without_labels(means, "k", ["y"]).orderBy("k"), index=["k"])["v"],
    to_pandas(
        without_labels(df.select("_row", "n"), "_row", [0, 2]).orderBy("_row"), index=["_row"]
    )["n"],
)
