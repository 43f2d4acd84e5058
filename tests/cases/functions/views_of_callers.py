import pandas as pd


def emptied(df):
    df.loc[df["a"] > 1, "a"] = 0
    return df


def extended(df):
    df["c"] = df["a"] * 2
    return df


def seen_by_caller():
    df = pd.DataFrame({"a": [1, 2, 3], "b": [1.5, 2.5, None]})
    taken = df["a"]
    df = emptied(df)
    return df, taken.sum()


def not_concerned():
    df = pd.DataFrame({"a": [1, 2, 3], "b": [1.5, 2.5, None]})
    taken = df["b"]
    df = extended(df)
    return df, taken.sum()


changed, total = seen_by_caller()
longer, other = not_concerned()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()


def emptied(df):
    df.loc[df["a"] > 1, "a"] = 0
    return df


def extended(df):
    df = df.withColumn("c", F.col("a") * 2)
    return df


def seen_by_caller():
    df = spark.createDataFrame(
        pd.DataFrame({"a": [1, 2, 3], "b": [1.5, 2.5, None]}).reset_index(names="_row")
    )
    df = to_pandas(df.orderBy("_row"), index=["_row"])
    taken = df["a"]
    df = emptied(df)
    return df, taken.sum()


def not_concerned():
    df = spark.createDataFrame(pd.DataFrame({"a": [1, 2, 3], "b": [1.5, 2.5, None]}))
    taken = F.col("b")
    df = extended(df)
    return (df, scalar(df.agg(F.coalesce(F.sum("b"), F.lit(0.0)))))


changed, total = seen_by_caller()
longer, other = not_concerned()
