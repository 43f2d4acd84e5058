"""Cells and types whose look is told by more than their value: NA, an order of categories, backslashes."""

import pandas as pd

sizes = pd.DataFrame({"c": pd.Categorical(["lo", "hi", None], categories=["lo", "mid", "hi"], ordered=True)})
print(sizes["c"], sizes["c"].max())

names = pd.DataFrame({"s": pd.array(["a", None], dtype="string"), "n": [1, 2]})
print(names["s"].iloc[-1], names["s"].iloc[0])

paths = pd.DataFrame({"p": ["a/b/c", "x", None]})
paths["w"] = paths["p"].str.replace("/", "\\\\", regex=True)
paths["v"] = paths["p"].str.replace("[/x]", "\\\\", regex=True)

nothing = pd.DataFrame({"x": [None, None], "n": [1, 2]}, dtype="float64")
nothing["q"] = pd.qcut(nothing["x"], 2, duplicates="drop")
# output
"""Cells and types whose look is told by more than their value: NA, an order of categories, backslashes."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import binned, intervals, quantile_edges, to_pandas

spark = SparkSession.builder.getOrCreate()

sizes = spark.createDataFrame(
    pd.DataFrame({"c": pd.Categorical(["lo", "hi", None], categories=["lo", "mid", "hi"], ordered=True)})
    .reset_index(names="_row")
)
print(
    to_pandas(sizes.orderBy("_row"), index=["_row"], dtypes={"c": ("lo", "mid", "hi")})["c"],
    to_pandas(sizes.orderBy("_row"), index=["_row"], dtypes={"c": ("lo", "mid", "hi")})["c"]
    .max(),
)

names = spark.createDataFrame(
    pd.DataFrame({"s": pd.array(["a", None], dtype="string"), "n": [1, 2]})
    .reset_index(names="_row")
)
print(
    to_pandas(
        names.select("_row", "s").orderBy("_row"), index=["_row"], dtypes={"s": "string"}
    )["s"].iloc[-1],
    to_pandas(
        names.select("_row", "s").orderBy("_row"), index=["_row"], dtypes={"s": "string"}
    )["s"].iloc[0],
)

paths = spark.createDataFrame(pd.DataFrame({"p": ["a/b/c", "x", None]}))
paths = paths.withColumn("w", F.array_join(F.split(F.col("p"), "/", -1), "\\"))
paths = paths.withColumn("v", F.array_join(F.split(F.col("p"), "[/x]", -1), "\\"))

nothing = spark.createDataFrame(
    pd.DataFrame({"x": [None, None], "n": [1, 2]}, dtype="float64")
)
x_edges = quantile_edges(nothing, "x", 2, duplicates="drop")
nothing = nothing.withColumn(
    "q", binned(F.col("x"), x_edges, intervals(x_edges, lowest=True), lowest=True)
)
