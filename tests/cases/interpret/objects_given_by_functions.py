import functools

import pandas as pd

DF = pd.DataFrame({"a": [1, 2, 3], "b": [1.5, None, 2.5]})
OTHER = pd.DataFrame({"a": [3, 4, 4], "k": ["x", None, "é"]})
KEPT = None
LIMIT = 1


def get():
    return DF


def both():
    return OTHER, 1


def keep(df):
    global KEPT
    KEPT = df


def above():
    return DF[DF.a > LIMIT]


def keep_if(flag, df):
    global KEPT
    if flag:
        KEPT = df


@functools.lru_cache
def cached(least):
    return DF[DF.a >= least].copy()


@functools.cache
def cached_apart(least):
    return DF[DF.a >= least].copy()


def add(df):
    df["added"] = 1


def wrapped(function):
    def inner(*args, **kwargs):
        result = function(*args, **kwargs)
        return result

    return inner


@wrapped
def add_too(df, *, value):
    df["too"] = value


@wrapped
def same(df):
    return df


# a function gives an object that a global name holds: a change shows through both
x = get()
x["c"] = x["a"] * 2
print(list(DF.columns))
y, n = both()
y["d"] = n
print(list(OTHER.columns))

# a function stores its argument
first = pd.DataFrame({"a": [1, 2], "b": [0.5, None]})
keep(first)
first["later"] = 5
print(list(KEPT.columns))
second = pd.DataFrame({"a": [1, 2], "b": [0.5, None]})
keep_if(len(second) > 5, second)
second["later"] = 6
print(list(KEPT.columns))

# globals change between calls
a1 = above()
LIMIT = 2
a2 = above()

# a cached function gives the same object again
c1 = cached(1)
c1["c"] = 0
c2 = cached(1)
print(list(c2.columns))
c3 = cached(2)
apart = cached_apart(2)
apart_too = cached_apart(2)
total = apart_too["a"].sum()
add(cached_apart(3))
print(list(cached_apart(3).columns))

# changes through functions that pass their arguments on
third = pd.DataFrame({"a": [1, 2], "b": [0.5, None]})
add_too(third, value=3)
print(list(third.columns))
fourth = pd.DataFrame({"a": [1, 2], "b": [0.5, None]})
fifth = same(fourth)
fifth["z"] = fifth["a"]
print(list(fourth.columns))


# labels and orders that go by the parameters of a function are those of its callers outside
def shares(frame, by, col):
    out = frame.groupby(by)[col].sum()
    return out / out.sum()


sold = pd.DataFrame({"shop": ["b", "a", "b", None], "kind": ["x", "y", "y", "x"], "v": [1.5, 2.0, 3.0, 4.0]})
print(shares(sold, "shop", "v").sort_values())
by_kind = shares(sold, "kind", "v").to_dict()
# output
import functools

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import divide, lit, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

DF = spark.createDataFrame(
    pd.DataFrame({"a": [1, 2, 3], "b": [1.5, None, 2.5]}).reset_index(names="_row")
)
OTHER = spark.createDataFrame(pd.DataFrame({"a": [3, 4, 4], "k": ["x", None, "é"]}))
KEPT = None
LIMIT = 1


def get():
    return DF


def both():
    return (OTHER, 1)


def keep(df):
    global KEPT
    KEPT = df


def above():
    return DF.filter(F.col("a") > LIMIT)


def keep_if(flag, df):
    global KEPT
    if flag:
        KEPT = df


@functools.lru_cache
def cached(least):
    return (
        to_pandas(DF.orderBy("_row"), index=["_row"])[to_pandas(DF.select("_row", "a").orderBy("_row"), index=["_row"])["a"] >= least]
        .copy()
    )


@functools.cache
def cached_apart(least):
    return (
        to_pandas(DF.orderBy("_row"), index=["_row"])[to_pandas(DF.select("_row", "a").orderBy("_row"), index=["_row"])["a"] >= least]
        .copy()
    )


def add(df):
    df["added"] = 1


def wrapped(function):
    def inner(*args, **kwargs):
        result = function(*args, **kwargs)
        return result

    return inner


@wrapped
def add_too(df, *, value):
    df["too"] = value


@wrapped
def same(df):
    return df


# a function gives an object that a global name holds: a change shows through both
x = get()
x = x.withColumn("c", F.col("a") * 2)
DF = x
print(["a", "b", "c"])
y, n = both()
y = y.withColumn("d", F.lit(n).cast("bigint"))
OTHER = y
print(OTHER.columns)

# a function stores its argument
first = pd.DataFrame({"a": [1, 2], "b": [0.5, None]})
keep(first)
first["later"] = 5
print(list(KEPT.columns))
second = pd.DataFrame({"a": [1, 2], "b": [0.5, None]})
keep_if(len(second) > 5, second)
second["later"] = 6
print(list(KEPT.columns))

# globals change between calls
a1 = above()
LIMIT = 2
a2 = above()

# a cached function gives the same object again
c1 = cached(1)
c1["c"] = 0
c2 = cached(1)
print(list(c2.columns))
c3 = cached(2)
apart = cached_apart(2)
apart_too = cached_apart(2)
total = apart_too["a"].sum()
add(cached_apart(3))
print(list(cached_apart(3).columns))

# changes through functions that pass their arguments on
third = pd.DataFrame({"a": [1, 2], "b": [0.5, None]})
add_too(third, value=3)
print(list(third.columns))
fourth = pd.DataFrame({"a": [1, 2], "b": [0.5, None]})
fifth = same(fourth)
fifth["z"] = fifth["a"]
print(list(fourth.columns))


# labels and orders that go by the parameters of a function are those of its callers outside
def shares(frame, by, col):
    out = (
        frame.dropna(subset=[by])
        .groupBy(by)
        .agg(F.coalesce(F.sum(col), F.lit(0.0)).alias(col))
    )
    return out.select(
        by,
        divide(F.col(col), lit(scalar(out.agg(F.coalesce(F.sum(col), F.lit(0.0)))))).alias("v"),
    )


sold = spark.createDataFrame(
    pd.DataFrame({"shop": ["b", "a", "b", None], "kind": ["x", "y", "y", "x"], "v": [1.5, 2.0, 3.0, 4.0]})
)
print(
    to_pandas(
        shares(sold, "shop", "v").orderBy(F.col("v").asc_nulls_last(), "shop"), index=["shop"]
    )["v"]
)
by_kind = (
    to_pandas(shares(sold, "kind", "v").orderBy("kind"), index=["kind"])["v"]
    .to_dict()
)
