"""Frames share their labels, also with what is taken from them: a name for the labels of one is one for the others'."""

import pandas as pd

df = pd.DataFrame({"w": [1.0, 2.0, None], "k": ["a", "b", "a"]})
part = df[["w"]]
part.index.name = "x"
print(df.reset_index())

prices = pd.DataFrame({"p": [1.0, 2.5], "q": [1, 2]})
halved = prices["p"] / 2
prices.index.name = "place"
print(halved.reset_index())

goods = pd.DataFrame({"n": [1, 2], "m": [0.5, None]})
dear = goods[goods["n"] > 1]
dear.columns.name = "what"
print(goods)

# nobody else has these labels
groups = pd.DataFrame({"k": ["b", "a", None], "n": [1, 2, 3]}).groupby("k").sum()
groups.index.name = "key"
print(groups)

# what pandas made of them on the driver has the same labels, too
codes = pd.DataFrame({"k": [1, 2], "m": [0.5, None]})
shown = codes["k"].map({1: None}).apply(str)
codes.index.name = "at"
print(shown, codes)

# what has the labels of a frame, and types that depend on the data
sizes = pd.DataFrame({"k": ["a", "b", None], "n": [1.5, None, -2.0]})
small = sizes.where(sizes != "a")
small.index.name = "at"
print(small, sizes)

# by a method, on an object of the driver
read = pd.DataFrame({"v": ["a", None, "b"]})
texts = read.astype({"v": "string"})
held = texts.copy()
texts.index.set_names(["nm"], inplace=True)
print(held, read)

# a name is none for the cells: views show their changes
flags = pd.DataFrame({"f": [True, False], "n": [1, 2]}).groupby("f")["n"].sum().reset_index()
first = flags.head(2)
flags.index.name = "nm"
flags.iloc[0, 0] = flags.iloc[-1, 0]
print(first)
# output
"""Frames share their labels, also with what is taken from them: a name for the labels of one is one for the others'."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = pd.DataFrame({"w": [1.0, 2.0, None], "k": ["a", "b", "a"]})
part = df[["w"]]
part.index.name = "x"
print(df.reset_index())

prices = pd.DataFrame({"p": [1.0, 2.5], "q": [1, 2]})
halved = prices["p"] / 2
prices.index.name = "place"
print(halved.reset_index())

goods = pd.DataFrame({"n": [1, 2], "m": [0.5, None]})
dear = goods[goods["n"] > 1]
dear.columns.name = "what"
print(goods)

# nobody else has these labels
groups = (
    spark.createDataFrame(pd.DataFrame({"k": ["b", "a", None], "n": [1, 2, 3]}))
    .dropna(subset=["k"])
    .groupBy("k")
    .agg(F.sum("n").alias("n"))
)
groups = groups.withColumnRenamed("k", "key")
print(to_pandas(groups.orderBy("key"), index=["key"]))

# what pandas made of them on the driver has the same labels, too
codes = pd.DataFrame({"k": [1, 2], "m": [0.5, None]})
shown = codes["k"].map({1: None}).apply(str)
codes.index.name = "at"
print(shown, codes)

# what has the labels of a frame, and types that depend on the data
sizes = pd.DataFrame({"k": ["a", "b", None], "n": [1.5, None, -2.0]})
small = sizes.where(sizes != "a")
small.index.name = "at"
print(small, sizes)

# by a method, on an object of the driver
read = pd.DataFrame({"v": ["a", None, "b"]})
texts = read.astype({"v": "string"})
held = texts.copy()
texts.index.set_names(["nm"], inplace=True)
print(held, read)

# a name is none for the cells: views show their changes
flags = pd.DataFrame({"f": [True, False], "n": [1, 2]}).groupby("f")["n"].sum().reset_index()
first = flags.head(2)
flags.index.name = "nm"
flags.iloc[0, 0] = flags.iloc[-1, 0]
print(first)
