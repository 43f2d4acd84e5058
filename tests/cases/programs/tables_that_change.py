import pandas as pd


def part(df, name):
    return df[df["k"] == name].copy()


def parts(df, *names):
    return {name: part(df, name) for name in names}


orders = pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.0, None, 3.0, 4.0]})
NAMES = ["a", "b"]
tables = {n: part(orders, n) for n in NAMES}
found = parts(orders, "b", "a")
found["a"]["w"] = 1
print(found["a"].shape)
same = {n: tables[n] for n in NAMES}
same["a"]["w"] = 2
print(tables["a"].columns.tolist())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()


def part(df, name):
    return (
        to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])[to_pandas(df.select("_row", "k").orderBy("_row"), index=["_row"], none=["k"])["k"] == name]
        .copy()
    )


def parts(df, *names):
    return {name: part(df, name) for name in names}


orders = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.0, None, 3.0, 4.0]})
    .reset_index(names="_row")
)
NAMES = ["a", "b"]
tables = {n: part(orders, n) for n in NAMES}
found = parts(orders, "b", "a")
found["a"]["w"] = 1
print(found["a"].shape)
same = {n: tables[n] for n in NAMES}
same["a"]["w"] = 2
print(tables["a"].columns.tolist())
