"""Slices and Series share the cells of the frame that they come from: changes in place show in both."""

import pandas as pd

df = pd.DataFrame({"a": [1.0, None, 3.0], "b": [1, 2, 3], "k": ["x", "y", "x"]})
top = df.head(2)
df.loc[0, "a"] = 100.0
print(top, df)

prices = pd.DataFrame({"p": [1.0, 2.5, None], "q": [1, 2, 3]})
before = prices["p"]
prices["p"] *= 2
print((prices["p"] - before).tolist())

# a copy shares nothing, and so does a column that is set as a whole
stock = pd.DataFrame({"n": [3, 1, 2], "m": [0.5, None, 1.0]})
some = stock.head(2).copy()
was = stock["n"]
stock["n"] = stock["n"] + 1
stock["m"] += 1
print(some, was.sum(), stock)

# every name of the object sees what a loop does to it
data = pd.DataFrame({"u": [None, 1.0], "v": [2.0, None]})
alias = data
for c in ["u", "v"]:
    alias[c] = alias[c].fillna(0)
print(data)

# other places of labels: nothing is left of the old index, and rows may be missing in what pandas hands over
places = pd.DataFrame({"k": ["b", "a", "c"], "n": [1, 2, 3]}).set_index("k")
ranked = places.sort_values("n", ascending=False, ignore_index=True)
by_number = places.reset_index().set_index("n")
half = df["b"] / df["b"].max() / df["b"]
zero = (df["b"] - df["b"]) / (df["b"] - df["b"])
absent = zero.isna().sum()

added = pd.DataFrame({"k": [1, 2, 9], "v": [1.0, 2.0, 3.0]})
shown = added["v"]
added.loc[added["k"] <= 2, "v"] += 1
print(shown)

# a slice of what stays pandas does not become a Spark frame before the cells change
rest = added.nsmallest(2, "v", keep="all").iloc[::-1]
cut = rest.iloc[0:2]
rest.iloc[0, 0] = 7
highest = cut["k"].max()

# the Series was taken before another column was set
signs = pd.DataFrame({"u": [-0.5, None, 2.0], "v": [1.0, 0.0, None]})
negative = signs["u"]
signs["w"] = signs["v"] > 0
signs.replace(float("nan"), 0, inplace=True)
print(negative)

named = pd.DataFrame({"name": ["a", "b"], "value": [0.5, 1.5]})
first = named["value"]
named.columns = named.columns.str.upper()
again = named
again.loc[again["NAME"] == "a", "VALUE"] = 1
print(first)

# the frame becomes a pandas one before its cells change
texts = pd.DataFrame({"g": [None, "a", "b"], "id": [1, 2, 3]})
ids = texts["id"]
texts["z"] = pd.to_datetime(texts["g"], errors="coerce")
texts["id"] *= 2
print(ids.sum())
# output
"""Slices and Series share the cells of the frame that they come from: changes in place show in both."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = pd.DataFrame({"a": [1.0, None, 3.0], "b": [1, 2, 3], "k": ["x", "y", "x"]})
top = df.head(2)
df.loc[0, "a"] = 100.0
print(top, df)

prices = pd.DataFrame({"p": [1.0, 2.5, None], "q": [1, 2, 3]})
before = prices["p"]
prices["p"] *= 2
print((prices["p"] - before).tolist())

# a copy shares nothing, and so does a column that is set as a whole
stock = spark.createDataFrame(
    pd.DataFrame({"n": [3, 1, 2], "m": [0.5, None, 1.0]}).reset_index(names="_row")
)
some = stock.orderBy("_row").limit(2)
was = stock.select("_row", "n")
stock = stock.withColumn("n", F.col("n") + 1)
stock = stock.withColumn("m", F.col("m") + 1)
print(
    to_pandas(some, index=["_row"]),
    scalar(was.agg(F.coalesce(F.sum("n"), F.lit(0)))),
    to_pandas(stock.orderBy("_row"), index=["_row"]),
)

# every name of the object sees what a loop does to it
data = spark.createDataFrame(
    pd.DataFrame({"u": [None, 1.0], "v": [2.0, None]}).reset_index(names="_row")
)
alias = data
for c in ["u", "v"]:
    alias = alias.withColumn(c, F.coalesce(F.col(c), F.lit(0)))
    data = alias
print(to_pandas(data.orderBy("_row"), index=["_row"]))

# other places of labels: nothing is left of the old index, and rows may be missing in what pandas hands over
places = spark.createDataFrame(pd.DataFrame({"k": ["b", "a", "c"], "n": [1, 2, 3]}))
ranked = places.orderBy(F.col("n").desc()).drop("k")
by_number = places.select("n", "k")
half = df["b"] / df["b"].max() / df["b"]
zero = (df["b"] - df["b"]) / (df["b"] - df["b"])
absent = zero.isna().sum()

added = pd.DataFrame({"k": [1, 2, 9], "v": [1.0, 2.0, 3.0]})
shown = added["v"]
added.loc[added["k"] <= 2, "v"] += 1
print(shown)

# a slice of what stays pandas does not become a Spark frame before the cells change
rest = added.nsmallest(2, "v", keep="all").iloc[::-1]
cut = rest.iloc[0:2]
rest.iloc[0, 0] = 7
highest = cut["k"].max()

# the Series was taken before another column was set
signs = spark.createDataFrame(
    pd.DataFrame({"u": [-0.5, None, 2.0], "v": [1.0, 0.0, None]}).reset_index(names="_row")
)
signs = to_pandas(signs.orderBy("_row"), index=["_row"])
negative = signs["u"]
signs["w"] = signs["v"] > 0
signs.replace(float("nan"), 0, inplace=True)
print(negative)

named = spark.createDataFrame(
    pd.DataFrame({"name": ["a", "b"], "value": [0.5, 1.5]}).reset_index(names="_row")
)
named = to_pandas(named.orderBy("_row"), index=["_row"])
first = named["value"]
named.columns = named.columns.str.upper()
again = named
again.loc[again["NAME"] == "a", "VALUE"] = 1
print(first)

# the frame becomes a pandas one before its cells change
texts = spark.createDataFrame(
    pd.DataFrame({"g": [None, "a", "b"], "id": [1, 2, 3]}).reset_index(names="_row")
)
texts = to_pandas(texts.orderBy("_row"), index=["_row"], none=["g"])
ids = texts["id"]
texts["z"] = pd.to_datetime(texts["g"], errors="coerce")
texts["id"] *= 2
print(ids.sum())
