import pandas as pd

df = pd.DataFrame(
    {
        "t": ["2024-02-28 23:00", "2024-03-01 01:00", "2024-03-01 02:00", "2024-03-04 00:00", "2023-12-31 12:00"],
        "v": [1.0, None, 3.5, -2.0, 4.0],
        "n": [3, 1, 0, 2, 5],
        "k": ["a", "b", "a", "ä", "b"],
    }
)
df["t"] = pd.to_datetime(df["t"])
by_time = df.set_index("t")
named = by_time.resample("D").agg(low=("v", "min"), rows=("n", "size"), total=("n", "sum"))
of_one = by_time["v"].resample("MS").agg(lo="min", hi="max")
each = by_time.resample("W").agg({"v": ["mean", "max"], "n": "sum"})
each.columns = ["_".join(c) for c in each.columns]
every = by_time[["v", "n"]].resample("ME").agg(["sum", "count"])
numbers = by_time.resample("MS").mean(numeric_only=True)
sums = df.resample("QS", on="t").sum(numeric_only=True)
print(every, named)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from itertools import product
from pandas_parity import every_period, in_turn, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame(
    {
        "t": ["2024-02-28 23:00", "2024-03-01 01:00", "2024-03-01 02:00", "2024-03-04 00:00", "2023-12-31 12:00"],
        "v": [1.0, None, 3.5, -2.0, 4.0],
        "n": [3, 1, 0, 2, 5],
        "k": ["a", "b", "a", "ä", "b"],
    }
))
df = df.withColumn("t", F.col("t").cast("timestamp_ntz"))
by_time = df
named = (
    every_period(
        by_time.dropna(subset=["t"])
        .groupBy(F.col("t").cast("date").alias("t"))
        .agg(F.min("v").alias("low"), F.count("*").alias("rows"), F.sum("n").alias("total")),
        "t",
        "1 day",
    )
    .fillna(0, subset=["rows", "total"])
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
of_one = (
    every_period(
        by_time.dropna(subset=["t"])
        .groupBy(F.trunc(F.col("t"), "month").alias("t"))
        .agg(F.min("v").alias("lo"), F.max("v").alias("hi")),
        "t",
        "1 month",
    )
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
each = (
    every_period(
        by_time.dropna(subset=["t"])
        .groupBy(F.trunc(F.col("t"), "week").alias("t"))
        .agg(F.avg("v").alias("v_mean"), F.max("v").alias("v_max"), F.sum("n").alias("n_sum")),
        "t",
        "7 days",
    )
    .fillna(0, subset=["n_sum"])
    .withColumn("t", F.date_add(F.col("t"), 6).cast("timestamp_ntz"))
)
every = (
    every_period(
        by_time.select("t", "v", "n")
        .dropna(subset=["t"])
        .groupBy(F.trunc(F.col("t"), "month").alias("t"))
        .agg(
            F.sum("v").alias("v_sum"),
            F.count("v").alias("v_count"),
            F.sum("n").alias("n_sum"),
            F.count("*").alias("n_count"),
        ),
        "t",
        "1 month",
    )
    .fillna(0, subset=["v_sum", "v_count", "n_sum", "n_count"])
    .withColumn("t", F.last_day(F.col("t")).cast("timestamp_ntz"))
)
numbers = (
    every_period(
        by_time.dropna(subset=["t"])
        .groupBy(F.trunc(F.col("t"), "month").alias("t"))
        .agg(F.avg("v").alias("v"), F.avg("n").alias("n")),
        "t",
        "1 month",
    )
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
sums = (
    every_period(
        df.dropna(subset=["t"])
        .groupBy(F.trunc(F.col("t"), "quarter").alias("t"))
        .agg(F.sum("v").alias("v"), F.sum("n").alias("n")),
        "t",
        "3 months",
    )
    .fillna(0, subset=["v", "n"])
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
print(
    to_pandas(every.orderBy("t"), index=["t"], freq="ME")
    .set_axis(in_turn(product(["v", "n"], ["sum", "count"])), axis=1),
    to_pandas(named.orderBy("t"), index=["t"], freq="D"),
)
