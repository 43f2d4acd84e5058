"""What a loop, a condition or a function gives may be a frame that another variable holds: a change reaches it, too."""

import pandas as pd

first = pd.DataFrame({"a": [1, 2], "b": [3.0, None]})
second = first.copy()
for name, table in zip(["x", "y"], [first, second]):
    print(name, table["b"].interpolate().tolist())
last = table
last["n"] = 1
print(second.shape)

sales = pd.DataFrame({"a": [1, 2], "b": [3.0, None]})
tables = {"sales": sales}
for key, table in tables.items():
    if len(table) > 1:
        longest = table
        print(key, table.describe().loc["mean"].tolist())
longest["n"] = 1
print(sales.shape)

stock = pd.DataFrame({"a": [1, 2], "b": [3.0, None]})
best = None
for table in [stock]:
    if best is None or len(table) > len(best):
        best = table
best["n"] = 1
print(stock.shape)

whole = pd.DataFrame({"a": [1, 2], "b": [3.0, None]})
part = whole.head(1)
chosen = whole if len(whole) > 1 else part
chosen["n"] = 1
print(whole.shape, part.shape)


def same_or_copy(t, same):
    return t if same else t.copy()


goods = pd.DataFrame({"a": [1, 2], "b": [3.0, None]})
shared = same_or_copy(goods, True)
shared["n"] = 1
print(goods.shape)

rows = pd.DataFrame({"s": ["a", "b", "a"], "v": [1.0, 2.0, 3.0]})
some = rows[rows["s"].notna()]
again = some
groups = again.groupby("s")
again["sum"] = groups["v"].transform("sum")
largest = groups.size().max()
print(some.columns.tolist())
# output
"""What a loop, a condition or a function gives may be a frame that another variable holds: a change reaches it, too."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

first = pd.DataFrame({"a": [1, 2], "b": [3.0, None]})
second = first.copy()
for name, table in zip(["x", "y"], [first, second]):
    print(name, table["b"].interpolate().tolist())
last = table
last["n"] = 1
print(second.shape)

sales = pd.DataFrame({"a": [1, 2], "b": [3.0, None]})
tables = {"sales": sales}
for key, table in tables.items():
    if len(table) > 1:
        longest = table
        print(key, table.describe().loc["mean"].tolist())
longest["n"] = 1
print(sales.shape)

stock = spark.createDataFrame(pd.DataFrame({"a": [1, 2], "b": [3.0, None]}))
best = None
for table in [stock]:
    if best is None or len(table) > len(best):
        best = table
best = best.withColumn("n", F.lit(1).cast("bigint"))
table = best
stock = best
print((stock.count(), 3))

whole = pd.DataFrame({"a": [1, 2], "b": [3.0, None]})
part = whole.head(1)
chosen = whole if len(whole) > 1 else part
chosen["n"] = 1
print(whole.shape, part.shape)


def same_or_copy(t, same):
    return t if same else t.copy()


goods = pd.DataFrame({"a": [1, 2], "b": [3.0, None]})
shared = same_or_copy(goods, True)
shared["n"] = 1
print(goods.shape)

rows = spark.createDataFrame(
    pd.DataFrame({"s": ["a", "b", "a"], "v": [1.0, 2.0, 3.0]}).reset_index(names="_row")
)
some = to_pandas(rows.filter(F.col("s").isNotNull()).orderBy("_row"), index=["_row"])
again = some
groups = again.groupby("s")
again["sum"] = groups["v"].transform("sum")
largest = groups.size().max()
print(some.columns.tolist())
