import pandas as pd

df = pd.DataFrame({"k": ["x", "y", None, "x"], "a": [1, 2, 3, 4], "b": [1.5, None, 2.5, 0.0]})


def load():
    return df.copy()


def run_query(number, query):
    result = query()
    print(number, len(result))
    return result


def chosen(frame, least):
    def query():
        return frame[frame["a"] >= least]

    return query()


def totals(least):
    table = load

    def query():
        nonlocal table
        table = table()
        table = table[table["a"] >= least]
        return table.groupby("k", as_index=False)["b"].sum()

    return run_query(1, query)


first = chosen(df, 1)
second = chosen(df, 3)
if len(first) > 1:
    third = totals(1)
fourth = totals(2)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["x", "y", None, "x"], "a": [1, 2, 3, 4], "b": [1.5, None, 2.5, 0.0]})
)


def load():
    return df


def run_query(number, query):
    result = query()
    print(number, result.count())
    return result


def chosen(frame, least):
    def query():
        return frame.filter(F.col("a") >= least)

    return query()


def totals(least):
    table = load

    def query():
        nonlocal table
        table = table()
        table = table.filter(F.col("a") >= least)
        return (
            table.dropna(subset=["k"])
            .groupBy("k")
            .agg(F.coalesce(F.sum("b"), F.lit(0.0)).alias("b"))
        )

    return run_query(1, query)


first = chosen(df, 1)
second = chosen(df, 3)
if first.count() > 1:
    third = totals(1)
fourth = totals(2)
