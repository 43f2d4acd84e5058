import functools
import time
from functools import partial

import pandas as pd

df = pd.DataFrame({"k": ["x", "y", None, "x"], "a": [1, 2, 3, 4], "b": [1.5, None, 2.5, 0.0]})
COLUMNS = ["a"]


def timed(function):
    """Says that it is done."""

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = time.time()
        result = function(*args, **kwargs)
        print(f"{function.__name__}: {time.time() - start >= 0}")
        return result

    return wrapper


def labelled(label):
    def decorate(function):
        def inner(*args, **kwargs):
            print(label)
            return function(*args, **kwargs)

        return inner

    return decorate


@timed
def totals(frame, by="k"):
    return frame.groupby(by)["a"].sum().reset_index()


@labelled("large")
@timed
def large(frame, *, least=2):
    return frame[frame["a"] > least]


def q1(frame):
    return frame["a"].sum()


def q2(frame):
    return frame[frame["b"] > 1]["a"].max()


def apply_all(frame, *steps, **options):
    for step in steps:
        frame = step(frame, **options)
    return frame


def add(frame, amount=1):
    frame = frame.copy()
    frame["a"] = frame["a"] + amount
    return frame


def fixed(frame, columns=COLUMNS):
    return frame[columns]


COLUMNS = ["a", "b"]
QUESTIONS = {"one": q1, "two": q2}
OPTIONS = {"by": "b", "ascending": False}
t = totals(df)
kept = large(df, least=1)
for question in [q1, q2]:
    print(question(df))
for name, question in QUESTIONS.items():
    print(name, question(df))
for number, question in enumerate(QUESTIONS.values(), start=1):
    print(number, question(df))
for number in range(1, 3):
    print(globals()[f"q{number}"](df))
results = [question(df) for question in QUESTIONS.values()]
more = apply_all(df, add, add, amount=10)
large_ones = partial(large, least=3)
few = large_ones(df)
only_a = fixed(df)
ordered = df.sort_values(**OPTIONS)
question = QUESTIONS["two"]
answer = question(df)
# output
import functools
import time
from functools import partial

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["x", "y", None, "x"], "a": [1, 2, 3, 4], "b": [1.5, None, 2.5, 0.0]})
)
COLUMNS = ["a"]


def timed(function):
    """Says that it is done."""

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = time.time()
        result = function(*args, **kwargs)
        print(f"{function.__name__}: {time.time() - start >= 0}")
        return result

    return wrapper


def labelled(label):
    def decorate(function):
        def inner(*args, **kwargs):
            print(label)
            return function(*args, **kwargs)

        return inner

    return decorate


@timed
def totals(frame, by="k"):
    return frame.dropna(subset=[by]).groupBy(by).agg(F.sum("a").alias("a"))


@labelled("large")
@timed
def large(frame, *, least=2):
    return frame.filter(F.col("a") > least)


def q1(frame):
    return scalar(frame.agg(F.coalesce(F.sum("a"), F.lit(0))))


def q2(frame):
    return scalar(frame.filter(F.col("b") > 1).agg(F.max("a")))


def apply_all(frame, *steps, **options):
    for step in steps:
        frame = step(frame, **options)
    return frame


def add(frame, amount=1):
    frame = frame.withColumn("a", F.col("a") + amount)
    return frame


def fixed(frame, columns=COLUMNS):
    return frame.select("a")


COLUMNS = ["a", "b"]
QUESTIONS = {"one": q1, "two": q2}
OPTIONS = {"by": "b", "ascending": False}
t = totals(df)
kept = large(df, least=1)
for question in [q1, q2]:
    print(question(df))
for name, question in QUESTIONS.items():
    print(name, question(df))
for number, question in enumerate(QUESTIONS.values(), start=1):
    print(number, question(df))
for number in range(1, 3):
    print(globals()[f"q{number}"](df))
results = [question(df) for question in QUESTIONS.values()]
more = apply_all(df, add, add, amount=10)
large_ones = partial(large, least=3)
few = large_ones(df)
only_a = fixed(df)
ordered = df.orderBy(F.col(OPTIONS["by"]).desc_nulls_last())
question = QUESTIONS["two"]
answer = question(df)
