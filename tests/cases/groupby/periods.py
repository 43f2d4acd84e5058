import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "a", "b", "b"],
    "t": pd.to_datetime([
        "2024-02-26 10:15:00", "2024-02-29 23:59:59", "2024-03-04 00:00:00", None, "2024-02-26 10:45:00", "2024-02-26 09:59:59",
    ]),
    "v": [1.5, None, 3.0, -2.0, None, 4.5],
    "n": [1, 2, 0, 4, 5, -1],
})
times = df.dropna(subset=["t"]).set_index("t")
hours = times["n"].resample("h").sum()
half_days = times.resample("12h")[["v", "n"]].mean()
quarters = times["v"].resample("15min").count()
mondays = times["n"].resample("W-MON").sum()
wednesdays = times["n"].resample("W-WED").max()
ends = times.resample("D")[["v", "n"]].last()
sizes = times.resample("D").size()
several = times["n"].resample("D").agg(["sum", "mean"])
months = df.groupby(pd.Grouper(key="t", freq="MS"))["n"].sum()
days = times.groupby(pd.Grouper(freq="D")).agg({"n": "sum", "v": "mean"})
both = df.groupby(["k", pd.Grouper(key="t", freq="ME")])["n"].sum()
weeks = df.groupby([pd.Grouper(key="t", freq="W-MON"), "k"]).size().reset_index(name="rows")
none = df[df["n"] > 100].groupby(pd.Grouper(key="t", freq="MS"))["n"].sum()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import every_period, floor_time

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "a", "b", "b"],
    "t": pd.to_datetime([
        "2024-02-26 10:15:00", "2024-02-29 23:59:59", "2024-03-04 00:00:00", None, "2024-02-26 10:45:00", "2024-02-26 09:59:59",
    ]),
    "v": [1.5, None, 3.0, -2.0, None, 4.5],
    "n": [1, 2, 0, 4, 5, -1],
}).reset_index(names="_row"))
times = df.dropna(subset=["t"]).select("t", "_row", "k", "v", "n")
hours = (
    every_period(
        times.groupBy(floor_time(F.col("t"), 3600).alias("t")).agg(F.sum("n").alias("n")),
        "t",
        "1 hour",
    )
    .fillna(0, subset=["n"])
)
half_days = every_period(
    times.groupBy(floor_time(F.col("t"), 43200).alias("t"))
    .agg(F.avg("v").alias("v"), F.avg("n").alias("n")),
    "t",
    "12 hours",
)
quarters = (
    every_period(
        times.groupBy(floor_time(F.col("t"), 900).alias("t")).agg(F.count("v").alias("v")),
        "t",
        "15 minutes",
    )
    .fillna(0, subset=["v"])
)
mondays = (
    every_period(
        times.groupBy(
            F.date_add(F.trunc(F.date_sub(F.col("t").cast("date"), 1), "week"), 1).alias("t")
        )
        .agg(F.sum("n").alias("n")),
        "t",
        "7 days",
    )
    .fillna(0, subset=["n"])
    .withColumn("t", F.date_add(F.col("t"), 6).cast("timestamp_ntz"))
)
wednesdays = (
    every_period(
        times.groupBy(
            F.date_add(F.trunc(F.date_sub(F.col("t").cast("date"), 3), "week"), 3).alias("t")
        )
        .agg(F.max("n").alias("n")),
        "t",
        "7 days",
    )
    .withColumn("t", F.date_add(F.col("t"), 6).cast("timestamp_ntz"))
)
ends = (
    every_period(
        times.groupBy(F.col("t").cast("date").alias("t"))
        .agg(
            F.max_by("v", F.when(F.col("v").isNotNull(), F.struct(F.col("t"), F.col("_row"))))
            .alias("v"),
            F.max_by("n", F.struct(F.col("t"), F.col("_row"))).alias("n"),
        ),
        "t",
        "1 day",
    )
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
sizes = (
    every_period(
        times.groupBy(F.col("t").cast("date").alias("t")).agg(F.count("*").alias("k")),
        "t",
        "1 day",
    )
    .fillna(0, subset=["k"])
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
several = (
    every_period(
        times.groupBy(F.col("t").cast("date").alias("t"))
        .agg(F.sum("n").alias("sum"), F.avg("n").alias("mean")),
        "t",
        "1 day",
    )
    .fillna(0, subset=["sum"])
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
months = (
    every_period(
        df.dropna(subset=["t"])
        .groupBy(F.trunc(F.col("t"), "month").alias("t"))
        .agg(F.sum("n").alias("n")),
        "t",
        "1 month",
    )
    .fillna(0, subset=["n"])
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
days = (
    every_period(
        times.groupBy(F.col("t").cast("date").alias("t"))
        .agg(F.sum("n").alias("n"), F.avg("v").alias("v")),
        "t",
        "1 day",
    )
    .fillna(0, subset=["n"])
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
both = (
    df.withColumn("_key1", F.last_day(F.trunc(F.col("t"), "month")).cast("timestamp_ntz"))
    .dropna(subset=["k", "_key1"])
    .groupBy("k", F.col("_key1").alias("t"))
    .agg(F.sum("n").alias("n"))
)
weeks = (
    df.withColumn(
        "_key",
        F.date_add(F.date_add(F.trunc(F.date_sub(F.col("t").cast("date"), 1), "week"), 1), 6)
        .cast("timestamp_ntz"),
    )
    .dropna(subset=["_key", "k"])
    .groupBy(F.col("_key").alias("t"), "k")
    .agg(F.count("*").alias("size"))
    .withColumnRenamed("size", "rows")
)
none = (
    every_period(
        df.filter(F.col("n") > 100)
        .dropna(subset=["t"])
        .groupBy(F.trunc(F.col("t"), "month").alias("t"))
        .agg(F.sum("n").alias("n")),
        "t",
        "1 month",
    )
    .fillna(0, subset=["n"])
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
