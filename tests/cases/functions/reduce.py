import functools
from functools import reduce

import pandas as pd

a = pd.DataFrame({"k": [1, 2, 3, 3], "x": [1.0, None, 3.0, 4.0]})


def double(df):
    return df.assign(x=df["x"] * 2)


def drop(df):
    return df.dropna()


def bigger(limit):
    def step(df):
        return df[df["x"] > limit]

    return step


def scaled(column, by):
    def step(df):
        return df.assign(**{f"{column}_scaled": df[column] / by})

    return step


def compose(*functions):
    def run(df):
        return reduce(lambda acc, f: f(acc), functions, df)

    return run


def pipeline(df, steps):
    return reduce(lambda d, step: step(d), steps, df)


clean = compose(double, drop, bigger(2.5))
cleaned = clean(a)
scaled_twice = pipeline(a, [scaled("x", 10.0), scaled("k", 4), bigger(1.5)])
none = pipeline(a, [])
total = functools.reduce(lambda x, y: x + y, [1, 2, 3])
print(cleaned)
print(scaled_twice)
print(total)
# output
import functools
from functools import reduce

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

a = spark.createDataFrame(
    pd.DataFrame({"k": [1, 2, 3, 3], "x": [1.0, None, 3.0, 4.0]}).reset_index(names="_row")
)


def double(df):
    return df.withColumn("x", F.col("x") * 2)


def drop(df):
    return df.dropna(subset=["k", "x"])


def bigger(limit):
    def step(df):
        return df.filter(F.col("x") > limit)

    return step


def scaled(column, by):
    def step(df):
        return df.withColumn(f"{column}_scaled", F.col(column) / by)

    return step


def compose(*functions):
    def run(df):
        return reduce(lambda acc, f: f(acc), functions, df)

    return run


def pipeline(df, steps):
    return reduce(lambda d, step: step(d), steps, df)


clean = compose(double, drop, bigger(2.5))
cleaned = clean(a)
scaled_twice = pipeline(a, [scaled("x", 10.0), scaled("k", 4), bigger(1.5)])
none = pipeline(a, [])
total = functools.reduce(lambda x, y: x + y, [1, 2, 3])
print(to_pandas(cleaned.orderBy("_row"), index=["_row"]))
print(to_pandas(scaled_twice.orderBy("_row"), index=["_row"]))
print(total)
