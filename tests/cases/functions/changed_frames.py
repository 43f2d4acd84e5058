import pandas as pd

df = pd.DataFrame({"a": [1, 2, 3], "b": [1.5, None, 2.5], "k": ["x", "y", None]})


def add_total(frame):
    """Changes the frame."""
    frame["total"] = frame["a"] + frame["b"]


def add_ratio(frame):
    frame["ratio"] = frame["b"] / frame["a"]
    return frame


def same(frame):
    return frame


def both(frame):
    frame["z"] = 1
    return add_ratio(frame)


def clean(frame):
    frame = frame.copy()
    frame["a"] = 0
    return frame


other = df
add_total(df)
with_ratio = add_ratio(df)  # also df
y = same(df)
y["new"] = 1
print(list(df.columns), list(other.columns))
second = pd.DataFrame({"a": [1, 2], "b": [0.5, 1.5]})
second = both(second)
cleaned = clean(second)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import divide

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a": [1, 2, 3], "b": [1.5, None, 2.5], "k": ["x", "y", None]})
)


def add_total(frame):
    """Changes the frame."""
    frame = frame.withColumn("total", F.col("a") + F.col("b"))
    return frame


def add_ratio(frame):
    frame = frame.withColumn("ratio", divide(F.col("b"), F.col("a")))
    return frame


def same(frame):
    return frame


def both(frame):
    frame = frame.withColumn("z", F.lit(1).cast("bigint"))
    return add_ratio(frame)


def clean(frame):
    frame = frame.withColumn("a", F.lit(0).cast("bigint"))
    return frame


other = df
df = add_total(df)
other = df
with_ratio = add_ratio(df)
other = with_ratio
df = with_ratio  # also df
y = same(df)
y = y.withColumn("new", F.lit(1).cast("bigint"))
df = y
other = y
with_ratio = y
print(df.columns, other.columns)
second = spark.createDataFrame(pd.DataFrame({"a": [1, 2], "b": [0.5, 1.5]}))
second = both(second)
cleaned = clean(second)
