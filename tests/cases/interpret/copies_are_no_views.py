"""Cells of a frame are set: a Series of rows that a condition chose is a copy, a slice of it shows the change."""
import pandas as pd

df = pd.DataFrame({"a": [1.0, None, 3.0, 4.0], "k": ["x", "y", "x", None]})
chosen = df[df["k"] == "x"]["a"]
kept = df["a"].dropna()
df.loc[df["k"] == "x", "a"] = 0.0
print(chosen)
print(kept)
print(df)

other = pd.DataFrame({"a": [1, 2, 3, 4], "k": ["x", "y", "x", None]})
first = other["a"][:2]
last = other["a"].tail(2)
whole = other["a"]
other.loc[other["k"] == "x", "a"] = 0
print(first)
print(last)
print(whole)
# output
"""Cells of a frame are set: a Series of rows that a condition chose is a copy, a slice of it shows the change."""
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a": [1.0, None, 3.0, 4.0], "k": ["x", "y", "x", None]})
    .reset_index(names="_row")
)
chosen = df.filter(F.col("k") == "x").select("_row", "a")
kept = df.select("_row", "a").dropna(subset=["a"])
df = df.withColumn("a", F.when(F.col("k") == "x", 0.0).otherwise(F.col("a")))
print(to_pandas(chosen.orderBy("_row"), index=["_row"])["a"])
print(to_pandas(kept.orderBy("_row"), index=["_row"])["a"])
print(to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]))

other = pd.DataFrame({"a": [1, 2, 3, 4], "k": ["x", "y", "x", None]})
first = other["a"][:2]
last = other["a"].tail(2)
whole = other["a"]
other.loc[other["k"] == "x", "a"] = 0
print(first)
print(last)
print(whole)
