"""A copy beside its original in a tuple, a list or a dict is another object, though Spark needs no copy."""

import pandas as pd


class Holder:
    def __init__(self, df):
        self.raw, self.df = df, df.copy()


def twice(df):
    return df, df.copy()


df = pd.DataFrame({"k": ["a", "b", None], "v": [1.5, None, -2.0]})
a, b = df, df.copy()
a["n"] = 1
print("n" in df.columns, "n" in b.columns)
pair = {"first": df, "copy": df.copy()}
df["m"] = 2
print("m" in pair["first"].columns, "m" in pair["copy"].columns)
rows = [df.copy(), df]
rows[0]["o"] = 3
print("o" in rows[0].columns, "o" in df.columns)
holder = Holder(df)
holder.df["p"] = 4
print("p" in holder.raw.columns, "p" in df.columns, holder.df["p"].sum())
df["q"] = 5
print("q" in holder.raw.columns, "q" in holder.df.columns)
c, d = twice(df)
d["r"] = 6
print("r" in df.columns, "r" in c.columns, d["r"].sum())
# output
"""A copy beside its original in a tuple, a list or a dict is another object, though Spark needs no copy."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()


class Holder:
    def __init__(self, df):
        self.raw, self.df = df, df.copy()


def twice(df):
    return df, df.copy()


df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None], "v": [1.5, None, -2.0]}).reset_index(names="_row")
)
a, b = df, df
a = a.withColumn("n", F.lit(1).cast("bigint"))
df = a
print("n" in ["k", "v", "n"], "n" in ["k", "v"])
pair = {"first": df, "copy": df}
df = to_pandas(
    df.withColumn("m", F.lit(2).cast("bigint")).orderBy("_row"), index=["_row"], none=["k"]
)
a = df
pair["first"] = df
print("m" in pair["first"].columns, "m" in ["k", "v", "n"])
rows = [df.copy(), df]
rows[0]["o"] = 3
print("o" in rows[0].columns, "o" in df.columns)
holder = Holder(df)
holder.df["p"] = 4
print("p" in holder.raw.columns, "p" in df.columns, holder.df["p"].sum())
df["q"] = 5
print("q" in holder.raw.columns, "q" in holder.df.columns)
c, d = twice(df)
d["r"] = 6
print("r" in df.columns, "r" in c.columns, d["r"].sum())
