import pandas as pd

df = pd.DataFrame({"a": [1, 2, 3], "b": [1.5, None, 2.5], "c": ["x", "y", None], "d": [0, 0, 1]})
cols = list(df.columns)
cols.remove("c")
numbers = df[cols]
same = cols
same.append("c")
both = df[cols]
lazy = df.groupby(["d"])[same[:2]]
same.pop(0)
sums = lazy.sum()
rest = df[same]


def without(names, gone):
    names.remove(gone)
    return df[names]


keys = ["a", "b", "c"]
first = without(keys, "b")
after = df[keys]


def change_outer():
    keys.append("d")


change_outer()
outer = df[keys]
some = ["a", "b", "c", "d"]
for name in some:
    if name in ("a", "b"):
        some.remove(name)
kept = df[some]
if len(df) > 2:
    some.append("a")
branch = df[some]
try:
    some.remove("nothing")
    some.remove("a")
except ValueError:
    some.insert(0, "b")
tried = df[some]
held = {"names": ["a", "b"]}
inner = held["names"]
inner.append("d")
nested = df[held["names"]]
ordered = ["d", "a"]
ordered.sort()
ordered.extend(["c"])
ordered.reverse()
last = df[ordered]
while len(ordered) > 1:
    ordered.pop()
one = df[ordered]
pair = [ordered, ordered]
pair[0].append("b")
two = df[ordered]
print(two)


class Steps:
    def __init__(self):
        self.names = ["a", "b"]

    def run(self):
        self.names.append("d")
        return df[self.names]


made = Steps().run()

more = ["a"]
new = {"a": "A"}


def grow():
    more.append("b")


def put(table, key, value):
    table[key] = value


grow()
grown = df[more]
put(new, "b", "B")
renamed = df.rename(columns=new)


def twice():
    one, other = ["a", "b"], ["a", "b"]
    without(one, "a")
    without(other, "a")
    return df[one], df[other]


seen = twice()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a": [1, 2, 3], "b": [1.5, None, 2.5], "c": ["x", "y", None], "d": [0, 0, 1]})
    .reset_index(names="_row")
)
cols = ["a", "b", "c", "d"]
cols.remove("c")
numbers = df.select("_row", "a", "b", "d")
same = cols
same.append("c")
both = df.select("_row", "a", "b", "d", "c")
lazy = df.groupBy("d")
same.pop(0)
sums = lazy.agg(F.sum("a").alias("a"), F.coalesce(F.sum("b"), F.lit(0.0)).alias("b"))
rest = df.select("_row", "b", "d", "c")


def without(names, gone):
    names.remove(gone)
    return to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])[names]


keys = ["a", "b", "c"]
first = without(keys, "b")
after = to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])[keys]


def change_outer():
    keys.append("d")


change_outer()
outer = to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])[keys]
some = ["a", "b", "c", "d"]
for name in some:
    if name in ("a", "b"):
        some.remove(name)
kept = to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])[some]
if df.count() > 2:
    some.append("a")
branch = to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])[some]
try:
    some.remove("nothing")
    some.remove("a")
except ValueError:
    some.insert(0, "b")
tried = to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])[some]
held = {"names": ["a", "b"]}
inner = held["names"]
inner.append("d")
nested = to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])[held["names"]]
ordered = ["d", "a"]
ordered.sort()
ordered.extend(["c"])
ordered.reverse()
last = df.select("_row", "c", "d", "a")
while len(ordered) > 1:
    ordered.pop()
one = to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])[ordered]
pair = [ordered, ordered]
pair[0].append("b")
two = to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])[ordered]
print(two)


class Steps:
    def __init__(self):
        self.names = ["a", "b"]

    def run(self):
        self.names.append("d")
        return df.select("_row", "a", "b", "d")


made = Steps().run()

more = ["a"]
new = {"a": "A"}


def grow():
    more.append("b")


def put(table, key, value):
    table[key] = value


grow()
grown = to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])[more]
put(new, "b", "B")
renamed = (
    to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])
    .rename(columns=new)
)


def twice():
    one, other = ["a", "b"], ["a", "b"]
    without(one, "a")
    without(other, "a")
    return (to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])[one], to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])[other])


seen = twice()
