import sys

import pandas as pd


def find(tables, name):
    try:
        if name == "none":
            return None
        return tables[name][tables[name]["v"] > 0]
    except KeyError:
        return None


def positive(df, least):
    kept = df[df["v"] > 0]
    if len(kept) < least:
        return None
    return kept


orders = pd.DataFrame({"k": ["a", "b", "a", None], "v": [1.0, 2.0, -3.0, None]})
many = positive(orders, 10)
some = positive(orders, 1)
if many is not None:
    print(many.groupby("k")["v"].sum())
else:
    print("none")
if some is None:
    sys.exit(1)
print(some.groupby("k")["v"].sum())
both = pd.concat([some, many])
print(len(both))
print(many is None, some is None)
none = find({"orders": orders}, "none")
other = find({"orders": orders}, "orders")
print(none, other)
later = None
for limit in [5, 1]:
    if limit < 2:
        later = orders[orders["v"] > limit]
if later is not None and len(later) > 0:
    print(later["v"].tolist())
print(isinstance(many, pd.DataFrame), isinstance(some, pd.DataFrame))
# output
import sys

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()


def find(tables, name):
    try:
        if name == "none":
            return None
        return to_pandas(
            tables[name].filter(F.col("v") > 0).orderBy("_row"), index=["_row"], none=["k"]
        )
    except KeyError:
        return None


def positive(df, least):
    kept = df.filter(F.col("v") > 0)
    if kept.count() < least:
        return None
    return to_pandas(kept.orderBy("_row"), index=["_row"], none=["k"])


orders = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "a", None], "v": [1.0, 2.0, -3.0, None]})
    .reset_index(names="_row")
)
many = positive(orders, 10)
some = positive(orders, 1)
if many is not None:
    print(many.groupby("k")["v"].sum())
else:
    print("none")
if some is None:
    sys.exit(1)
print(some.groupby("k")["v"].sum())
both = pd.concat([some, many])
print(len(both))
print(many is None, some is None)
none = find({"orders": orders}, "none")
other = find({"orders": orders}, "orders")
print(none, other)
later = None
for limit in [5, 1]:
    if limit < 2:
        later = orders.filter(F.col("v") > limit)
if later is not None and later.count() > 0:
    print(to_pandas(later.orderBy("_row").select("v"))["v"].tolist())
print(isinstance(many, pd.DataFrame), isinstance(some, pd.DataFrame))
