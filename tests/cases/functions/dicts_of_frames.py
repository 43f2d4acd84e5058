import pandas as pd

LINES = pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.0, None, 3.5, -2.0]})
SHOPS = pd.DataFrame({"k": ["a", "b", "c"], "city": ["Rome", None, "Köln"]})
cache = {}


def table(name):
    if name not in cache:
        if name == "lines":
            cache[name] = LINES[LINES["k"].notna()]
        else:
            cache[name] = SHOPS.dropna()
    return cache[name]


def joined():
    return table("lines").merge(table("shops"), on="k", how="left")


parts = {}
parts["whole"] = joined()
parts["sums"] = parts["whole"].groupby("k", as_index=False)["v"].sum()
parts["whole"] = parts["whole"][parts["whole"]["v"] > 0]
print(parts["sums"], parts["whole"].shape, "sums" in parts)

shared = {}
shared["lines"] = table("lines")
lines = shared["lines"]
again = table("shops")
whole = parts["whole"]


def filled(root):
    tables = {}
    for name in ["lines", "shops"]:
        tables[name] = table(name).head(2)
    return tables


both = filled("data")
print(both["lines"].shape, both["shops"].shape)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

LINES = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.0, None, 3.5, -2.0]})
    .reset_index(names="_row")
)
SHOPS = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c"], "city": ["Rome", None, "Köln"]})
    .reset_index(names="_row")
)
cache = {}


def table(name):
    if name not in cache:
        if name == "lines":
            cache[name] = LINES.filter(F.col("k").isNotNull())
        else:
            cache[name] = SHOPS.dropna(subset=["k", "city"])
    return cache[name]


def joined():
    return table("lines").drop("_row").join(table("shops").drop("_row"), "k", "left")


parts = {}
parts["whole"] = joined()
parts["sums"] = (
    parts["whole"]
    .dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
parts["whole"] = parts["whole"].filter(F.col("v") > 0)
print(to_pandas(parts["sums"].orderBy("k")), (parts["whole"].count(), 3), "sums" in parts)

shared = {}
shared["lines"] = table("lines")
lines = shared["lines"]
again = table("shops")
whole = parts["whole"]


def filled(root):
    tables = {}
    for name in ["lines", "shops"]:
        tables[name] = table(name).orderBy("_row").limit(2)
    return tables


both = filled("data")
print((both["lines"].count(), 2), (both["shops"].count(), 2))
