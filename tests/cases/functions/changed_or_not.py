import pandas as pd

df = pd.DataFrame({"a": [1, 2, 3], "b": [1.5, None, 2.5], "k": ["x", "y", None]})
small = pd.DataFrame({"a": [1, 2], "b": [0.5, 1.5]})
third = pd.DataFrame({"a": [4, 5], "b": [0.5, None]})


def add_flag(frame, limit):
    if limit > 5:
        return
    frame["flag"] = frame["a"] > limit


def add_ratio(frame):
    frame["ratio"] = frame["b"] / frame["a"]
    return frame


def either(frame, copy):
    if copy:
        frame = frame.copy()
    return frame


add_flag(df, 1)
n = len(add_ratio(small))
part = either(third, copy=False)
part["new"] = 1
if n > 5:
    cut = small
else:
    cut = third
cut["late"] = 2
print(list(third.columns), list(small.columns))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a": [1, 2, 3], "b": [1.5, None, 2.5], "k": ["x", "y", None]})
)
small = pd.DataFrame({"a": [1, 2], "b": [0.5, 1.5]})
third = spark.createDataFrame(
    pd.DataFrame({"a": [4, 5], "b": [0.5, None]}).reset_index(names="_row")
)


def add_flag(frame, limit):
    if limit > 5:
        return
    frame = frame.withColumn("flag", F.col("a") > limit)
    return frame


def add_ratio(frame):
    frame["ratio"] = frame["b"] / frame["a"]
    return frame


def either(frame, copy):
    if copy:
        frame = frame.copy()
    return frame


df = add_flag(df, 1)
n = len(add_ratio(small))
part = either(third, copy=False)
part = to_pandas(
    part.withColumn("new", F.lit(1).cast("bigint")).orderBy("_row"), index=["_row"]
)
third = part
if n > 5:
    cut = small
else:
    cut = third
cut["late"] = 2
print(list(third.columns), list(small.columns))
