"""Several names bound in one statement to an object that has a name already: a change shows in all of them."""

import pandas as pd


class Holder:
    def __init__(self, df):
        self.df = df


df = pd.DataFrame({"k": ["a", "b", "a", None, "b"], "v": [1.5, None, -2.0, 4.0, 3.0], "w": [1, 2, 3, 4, 5]})
x = y = df
x["q"] = 5
print(y["q"].sum(), df["q"].sum(), df.columns.tolist())
df["r"] = 6
print(x["r"].sum(), y.columns.tolist())
other = df.dropna()
holder = Holder(other)
c = d = holder.df
c["z"] = 1
print(holder.df["z"].sum(), d["z"].sum(), other["z"].sum(), "z" in df.columns)
first = second = third = df[df["w"] > 2]
second = second.assign(w=0)
print(first["w"].sum(), second["w"].sum(), third["w"].sum())
best = last = y
for step in range(2):
    last["q"] = last["q"] + step
print(df["q"].sum(), best["q"].sum())
# output
"""Several names bound in one statement to an object that has a name already: a change shows in all of them."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar

spark = SparkSession.builder.getOrCreate()


class Holder:
    def __init__(self, df):
        self.df = df


df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "a", None, "b"], "v": [1.5, None, -2.0, 4.0, 3.0], "w": [1, 2, 3, 4, 5]})
)
x = y = df
x = x.withColumn("q", F.lit(5).cast("bigint"))
df = x
y = x
print(
    scalar(y.agg(F.coalesce(F.sum("q"), F.lit(0)))),
    scalar(df.agg(F.coalesce(F.sum("q"), F.lit(0)))),
    df.columns,
)
df = df.withColumn("r", F.lit(6).cast("bigint"))
x = df
y = df
print(scalar(x.agg(F.coalesce(F.sum("r"), F.lit(0)))), y.columns)
other = df.dropna()
holder = Holder(other)
c = d = holder.df
c = c.withColumn("z", F.lit(1).cast("bigint"))
other = c
holder.df = c
d = c
print(
    scalar(holder.df.agg(F.coalesce(F.sum("z"), F.lit(0)))),
    scalar(d.agg(F.coalesce(F.sum("z"), F.lit(0)))),
    scalar(other.agg(F.coalesce(F.sum("z"), F.lit(0)))),
    "z" in df.columns,
)
first = second = third = df.filter(F.col("w") > 2)
second = second.withColumn("w", F.lit(0).cast("bigint"))
print(
    scalar(first.agg(F.coalesce(F.sum("w"), F.lit(0)))),
    scalar(second.agg(F.coalesce(F.sum("w"), F.lit(0)))),
    scalar(third.agg(F.coalesce(F.sum("w"), F.lit(0)))),
)
best = last = y
for step in range(2):
    last = last.withColumn("q", F.col("q") + step)
    df = last
    x = last
    y = last
    best = last
print(
    scalar(df.agg(F.coalesce(F.sum("q"), F.lit(0)))),
    scalar(best.agg(F.coalesce(F.sum("q"), F.lit(0)))),
)
