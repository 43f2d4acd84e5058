import pandas as pd

df = pd.DataFrame({"k": ["a", "b", None, "a"], "g": ["x", "x", "y", "y"], "v": [3.0, -1.0, None, 0.5], "n": [1, 2, 3, 4]})


def mean(frame, column, by=None):
    """A number, or a table of numbers."""
    if by is None:
        return frame[column].mean()
    elif isinstance(by, str):
        return frame.groupby(by)[column].mean().reset_index()
    return frame.groupby(list(by))[column].mean().reset_index()


def chosen(frame=None, columns=None, least=0):
    if frame is None:
        frame = df
    if columns is not None:
        frame = frame[columns]
    if least:
        frame = frame[frame["n"] > least]
    return frame


number = mean(df, "v")
by_k = mean(df, "v", by="k")
by_both = mean(df, "v", by=["k", "g"])
everything = chosen()
large = chosen(least=2)
few = chosen(df, columns=["k", "n"])
print(by_k, number)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "a"], "g": ["x", "x", "y", "y"], "v": [3.0, -1.0, None, 0.5], "n": [1, 2, 3, 4]})
)


def mean(frame, column, by=None):
    """A number, or a table of numbers."""
    if by is None:
        return scalar(frame.agg(F.avg(column)))
    elif isinstance(by, str):
        return frame.dropna(subset=[by]).groupBy(by).agg(F.avg(column).alias(column))
    return frame.dropna(subset=["k", "g"]).groupBy("k", "g").agg(F.avg(column).alias(column))


def chosen(frame=None, columns=None, least=0):
    if frame is None:
        frame = df
    if columns is not None:
        frame = frame.select("k", "n")
    if least:
        frame = frame.filter(F.col("n") > least)
    return frame


number = mean(df, "v")
by_k = mean(df, "v", by="k")
by_both = mean(df, "v", by=["k", "g"])
everything = chosen()
large = chosen(least=2)
few = chosen(df, columns=["k", "n"])
print(to_pandas(by_k.orderBy("k")), number)
