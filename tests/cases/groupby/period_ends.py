import pandas as pd

v = pd.Series(
    [1.5, 2.0, 4.0, 5.0, None, 3.0, -1.0, 7.0, 8.0],
    index=pd.to_datetime([
        "2020-01-15 10:00:00", "2020-03-02 23:59:59", "2019-11-30 05:00:00", "2020-03-02 00:00:00", "2020-02-01 00:00:00",
        "2020-02-29 12:00:00", "2020-01-31 00:00:00", "2020-01-31 22:15:00", "2020-05-31 03:00:00",
    ]),
)
left_out = v.resample("ME", closed="left").sum()
by_begin = v.resample("ME", label="left").mean()
next_begin = v.resample("MS", label="right").count()
weekdays = v.resample("B").max()
trading_months = v.resample("BME").mean()
trading_years = v.resample("BYE").sum()
shifted_quarters = v.resample("QE-NOV").sum()
fiscal_years = v.resample("YS-APR").sum()
fridays = v.resample("W-FRI", label="left").min()
pairs = v.resample("2ME").sum()
triples = v.resample("3MS").agg(["sum", "mean"])
decades = v.resample("10YS").max()
fives = v.resample("5D").last()
odd_hours = v.resample("7h").first().dropna()
ends = v.resample("2h", closed="right", label="right").sum()
right_days = v.resample("D", closed="right").size()
offsets = v.resample(pd.offsets.MonthEnd()).sum()
prices = v.resample("MS").ohlc()
own = v.groupby(pd.Grouper(freq="QS")).sum()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import (
    ceil_time,
    every_period,
    every_weekday,
    in_bins,
    next_weekday,
    previous_weekday,
)

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

v = spark.createDataFrame(pd.Series(
    [1.5, 2.0, 4.0, 5.0, None, 3.0, -1.0, 7.0, 8.0],
    index=pd.to_datetime([
        "2020-01-15 10:00:00", "2020-03-02 23:59:59", "2019-11-30 05:00:00", "2020-03-02 00:00:00", "2020-02-01 00:00:00",
        "2020-02-29 12:00:00", "2020-01-31 00:00:00", "2020-01-31 22:15:00", "2020-05-31 03:00:00",
    ]),
).to_frame("value").reset_index().reset_index(names="_row"))
left_out = (
    every_period(
        v.groupBy(F.trunc(F.date_add(F.col("index").cast("date"), 1), "month").alias("index"))
        .agg(F.sum("value").alias("value")),
        "index",
        "1 month",
    )
    .fillna(0, subset=["value"])
    .withColumn("index", F.last_day(F.col("index")).cast("timestamp_ntz"))
)
by_begin = (
    every_period(
        v.groupBy(F.trunc(F.col("index"), "month").alias("index"))
        .agg(F.avg("value").alias("value")),
        "index",
        "1 month",
    )
    .withColumn("index", F.date_sub(F.col("index"), 1).cast("timestamp_ntz"))
)
next_begin = (
    every_period(
        v.groupBy(F.trunc(F.col("index"), "month").alias("index"))
        .agg(F.count("value").alias("value")),
        "index",
        "1 month",
    )
    .fillna(0, subset=["value"])
    .withColumn("index", F.add_months(F.col("index"), 1).cast("timestamp_ntz"))
)
weekdays = (
    every_weekday(
        v.groupBy(previous_weekday(F.col("index")).alias("index"))
        .agg(F.max("value").alias("value")),
        "index",
    )
    .withColumn("index", F.col("index").cast("timestamp_ntz"))
)
trading_months = (
    every_period(
        v.groupBy(F.trunc(next_weekday(F.col("index")), "month").alias("index"))
        .agg(F.avg("value").alias("value")),
        "index",
        "1 month",
    )
    .withColumn("index", previous_weekday(F.last_day(F.col("index"))).cast("timestamp_ntz"))
)
trading_years = (
    every_period(
        v.groupBy(F.trunc(next_weekday(F.col("index")), "year").alias("index"))
        .agg(F.sum("value").alias("value")),
        "index",
        "1 year",
    )
    .fillna(0, subset=["value"])
    .withColumn(
        "index",
        previous_weekday(F.last_day(F.add_months(F.col("index"), 11))).cast("timestamp_ntz"),
    )
)
shifted_quarters = (
    every_period(
        v.groupBy(
            F.add_months(F.trunc(F.add_months(F.col("index"), 1), "quarter"), -1).alias("index")
        )
        .agg(F.sum("value").alias("value")),
        "index",
        "3 months",
    )
    .fillna(0, subset=["value"])
    .withColumn("index", F.last_day(F.add_months(F.col("index"), 2)).cast("timestamp_ntz"))
)
fiscal_years = (
    every_period(
        v.groupBy(
            F.add_months(F.trunc(F.add_months(F.col("index"), 9), "year"), -9).alias("index")
        )
        .agg(F.sum("value").alias("value")),
        "index",
        "1 year",
    )
    .fillna(0, subset=["value"])
    .withColumn("index", F.col("index").cast("timestamp_ntz"))
)
fridays = (
    every_period(
        v.groupBy(
            F.date_add(F.trunc(F.date_sub(F.col("index").cast("date"), 5), "week"), 5)
            .alias("index")
        )
        .agg(F.min("value").alias("value")),
        "index",
        "7 days",
    )
    .withColumn("index", F.date_sub(F.col("index"), 1).cast("timestamp_ntz"))
)
pairs = (
    every_period(
        in_bins(
            v.withColumn("_bin", F.trunc(F.col("index"), "month")),
            "_bin",
            "2 months",
            closed="right",
        )
        .groupBy(F.col("_bin").alias("index"))
        .agg(F.sum("value").alias("value")),
        "index",
        "2 months",
    )
    .fillna(0, subset=["value"])
    .withColumn("index", F.last_day(F.col("index")).cast("timestamp_ntz"))
)
triples = (
    every_period(
        in_bins(v.withColumn("_bin", F.trunc(F.col("index"), "month")), "_bin", "3 months")
        .groupBy(F.col("_bin").alias("index"))
        .agg(F.sum("value").alias("sum"), F.avg("value").alias("mean")),
        "index",
        "3 months",
    )
    .fillna(0, subset=["sum"])
    .withColumn("index", F.col("index").cast("timestamp_ntz"))
)
decades = (
    every_period(
        in_bins(v.withColumn("_bin", F.trunc(F.col("index"), "year")), "_bin", "10 years")
        .groupBy(F.col("_bin").alias("index"))
        .agg(F.max("value").alias("value")),
        "index",
        "10 years",
    )
    .withColumn("index", F.col("index").cast("timestamp_ntz"))
)
fives = every_period(
    in_bins(v.withColumn("_bin", F.col("index")), "_bin", "5 days")
    .groupBy(F.col("_bin").alias("index"))
    .agg(
        F.max_by(
            "value", F.when(F.col("value").isNotNull(), F.struct(F.col("index"), F.col("_row")))
        )
        .alias("value")
    ),
    "index",
    "5 days",
)
odd_hours = (
    every_period(
        in_bins(v.withColumn("_bin", F.col("index")), "_bin", "7 hours")
        .groupBy(F.col("_bin").alias("index"))
        .agg(
            F.min_by(
                "value",
                F.when(F.col("value").isNotNull(), F.struct(F.col("index"), F.col("_row"))),
            )
            .alias("value")
        ),
        "index",
        "7 hours",
    )
    .dropna(subset=["value"])
)
ends = (
    every_period(
        v.groupBy(ceil_time(F.col("index"), 7200).alias("index"))
        .agg(F.sum("value").alias("value")),
        "index",
        "2 hours",
    )
    .fillna(0, subset=["value"])
)
right_days = (
    every_period(
        v.groupBy(ceil_time(F.col("index"), 86400).alias("index"))
        .agg(F.count("*").alias("value")),
        "index",
        "1 day",
    )
    .fillna(0, subset=["value"])
    .withColumn("index", F.col("index") - F.expr("interval 1 day"))
)
offsets = (
    every_period(
        v.groupBy(F.trunc(F.col("index"), "month").alias("index"))
        .agg(F.sum("value").alias("value")),
        "index",
        "1 month",
    )
    .fillna(0, subset=["value"])
    .withColumn("index", F.last_day(F.col("index")).cast("timestamp_ntz"))
)
prices = (
    every_period(
        v.groupBy(F.trunc(F.col("index"), "month").alias("index"))
        .agg(
            F.min_by(
                "value",
                F.when(F.col("value").isNotNull(), F.struct(F.col("index"), F.col("_row"))),
            )
            .alias("open"),
            F.max("value").alias("high"),
            F.min("value").alias("low"),
            F.max_by(
                "value",
                F.when(F.col("value").isNotNull(), F.struct(F.col("index"), F.col("_row"))),
            )
            .alias("close"),
        ),
        "index",
        "1 month",
    )
    .withColumn("index", F.col("index").cast("timestamp_ntz"))
)
own = (
    every_period(
        v.groupBy(F.trunc(F.col("index"), "quarter").alias("index"))
        .agg(F.sum("value").alias("value")),
        "index",
        "3 months",
    )
    .fillna(0, subset=["value"])
    .withColumn("index", F.col("index").cast("timestamp_ntz"))
)
