# Labels are row numbers from before a sort: who takes all rows finds them by the earlier order.
import pandas as pd

df = pd.DataFrame(
    {
        "k": ["b", None, "a", "é", "b", "Z", "a", "😀"],
        "n": [3, 1, 3, -2, 0, 3, 1, 3],
        "x": [0.5, 2.0, None, -1.5, None, 0.0, 2.5, 1.0],
    }
)
totals = df.groupby(["k", "n"])["x"].sum().reset_index().sort_values("x", ascending=False, kind="stable")
print(totals)

by_k = df.groupby("k", as_index=False).agg(least=("x", "min"), rows=("n", "size"))
by_k = by_k.sort_values(["rows", "k"], ascending=[False, True])
print(by_k.rename(columns={"k": "key"}))

# Of some rows the numbers are counted where all are at hand.
print(by_k.head(2))

# A key that has changed since tells no numbers.
by_n = df.groupby("n").size().reset_index(name="size").sort_values("size", kind="stable")
by_n["n"] = -by_n["n"]
print(by_n)

none = df[df["n"] > 99].groupby("k")["x"].mean().reset_index().sort_values("x", kind="stable")
print(none)
# output
# Labels are row numbers from before a sort: who takes all rows finds them by the earlier order.
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame(
    {
        "k": ["b", None, "a", "é", "b", "Z", "a", "😀"],
        "n": [3, 1, 3, -2, 0, 3, 1, 3],
        "x": [0.5, 2.0, None, -1.5, None, 0.0, 2.5, 1.0],
    }
))
totals = (
    df.dropna(subset=["k"])
    .groupBy("k", "n")
    .agg(F.coalesce(F.sum("x"), F.lit(0.0)).alias("x"))
    .orderBy(F.col("x").desc(), "k", "n")
)
print(to_pandas(totals, places=["k", "n"]))

by_k = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.min("x").alias("least"), F.count("*").alias("rows"))
    .withColumn("_row", F.row_number().over(Window.orderBy("k")).cast("bigint") - 1)
)
by_k = by_k.orderBy(F.col("rows").desc(), "k").cache()
print(to_pandas(by_k.withColumnRenamed("k", "key"), index=["_row"]))

# Of some rows the numbers are counted where all are at hand.
print(to_pandas(by_k.orderBy(F.col("rows").desc(), "k").limit(2), index=["_row"]))

# A key that has changed since tells no numbers.
by_n = (
    df.groupBy("n")
    .agg(F.count("*").alias("size"))
    .withColumn("_row", F.row_number().over(Window.orderBy("n")).cast("bigint") - 1)
    .orderBy("size", "_row")
)
by_n = by_n.withColumn("n", -F.col("n"))
print(to_pandas(by_n, index=["_row"]))

none = (
    df.filter(F.col("n") > 99)
    .dropna(subset=["k"])
    .groupBy("k")
    .agg(F.avg("x").alias("x"))
    .orderBy(F.col("x").asc_nulls_last(), "k")
)
print(to_pandas(none, places=["k"]))
