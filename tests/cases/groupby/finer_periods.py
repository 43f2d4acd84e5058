import pandas as pd

weekly = pd.Series([1.0, None, 3.0, 4.0], index=pd.date_range("2020-01-01", periods=4, freq="W"), name="v")
days = weekly.resample("D").asfreq()
last_known = weekly.resample("D").ffill()
next_known = weekly.resample("D").bfill(limit=2)
half_days = weekly.resample("12h").ffill(limit=3)
weekdays = weekly.resample("B").ffill()
between = weekly.resample("D").interpolate()

# rows at ten o'clock of every day are taken for the days themselves
at_ten = pd.Series([1, 2, 3, 4], index=pd.date_range("2020-01-01 10:00", periods=4, freq="D"))
same_days = at_ten.resample("D").asfreq()
hours = at_ten.resample("6h").bfill()

frame = pd.DataFrame(
    {"n": [3, 1, 2, 5], "k": ["a", None, "b", "c"]},
    index=pd.to_datetime(["2020-03-31", "2020-01-31", "2020-02-29", "2020-05-31"]),
)
months = frame.resample("ME").asfreq()
carried = frame.resample("W-WED").ffill()
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import (
    every_period,
    every_weekday,
    floor_time,
    interpolate,
    previous_weekday,
    upsampled,
)

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

weekly = spark.createDataFrame(
    pd.Series([1.0, None, 3.0, 4.0], index=pd.date_range("2020-01-01", periods=4, freq="W"), name="v")
    .to_frame()
    .reset_index()
)
days = upsampled(
    every_period(
        weekly.select(F.col("index").cast("date").alias("index")).distinct(), "index", "1 day"
    )
    .withColumn("index", F.col("index").cast("timestamp_ntz")),
    weekly,
    "index",
)
last_known = upsampled(
    every_period(
        weekly.select(F.col("index").cast("date").alias("index")).distinct(), "index", "1 day"
    )
    .withColumn("index", F.col("index").cast("timestamp_ntz")),
    weekly,
    "index",
    fill="ffill",
)
next_known = upsampled(
    every_period(
        weekly.select(F.col("index").cast("date").alias("index")).distinct(), "index", "1 day"
    )
    .withColumn("index", F.col("index").cast("timestamp_ntz")),
    weekly,
    "index",
    fill="bfill",
    limit=2,
)
half_days = upsampled(
    every_period(
        weekly.select(floor_time(F.col("index"), 43200).alias("index")).distinct(),
        "index",
        "12 hours",
    ),
    weekly,
    "index",
    fill="ffill",
    limit=3,
)
weekdays = upsampled(
    every_weekday(
        weekly.select(previous_weekday(F.col("index")).alias("index")).distinct(), "index"
    )
    .withColumn("index", F.col("index").cast("timestamp_ntz")),
    weekly,
    "index",
    fill="ffill",
    weekdays=True,
)
between = (
    upsampled(
        every_period(
            weekly.select(F.col("index").cast("date").alias("index")).distinct(),
            "index",
            "1 day",
        )
        .withColumn("index", F.col("index").cast("timestamp_ntz")),
        weekly,
        "index",
    )
    .withColumn("_place", F.row_number().over(Window.orderBy("index")))
    .select(
        "index", interpolate(F.col("v"), F.col("_place"), Window.orderBy("index")).alias("v")
    )
)

# rows at ten o'clock of every day are taken for the days themselves
at_ten = spark.createDataFrame(
    pd.Series([1, 2, 3, 4], index=pd.date_range("2020-01-01 10:00", periods=4, freq="D"))
    .to_frame("value")
    .reset_index()
)
same_days = upsampled(
    every_period(
        at_ten.select(F.col("index").cast("date").alias("index")).distinct(), "index", "1 day"
    )
    .withColumn("index", F.col("index").cast("timestamp_ntz")),
    at_ten,
    "index",
)
hours = upsampled(
    every_period(
        at_ten.select(floor_time(F.col("index"), 21600).alias("index")).distinct(),
        "index",
        "6 hours",
    ),
    at_ten,
    "index",
    fill="bfill",
)

frame = spark.createDataFrame(pd.DataFrame(
    {"n": [3, 1, 2, 5], "k": ["a", None, "b", "c"]},
    index=pd.to_datetime(["2020-03-31", "2020-01-31", "2020-02-29", "2020-05-31"]),
).reset_index())
months = upsampled(
    every_period(
        frame.select(F.trunc(F.col("index"), "month").alias("index")).distinct(),
        "index",
        "1 month",
    )
    .withColumn("index", F.last_day(F.col("index")).cast("timestamp_ntz")),
    frame,
    "index",
)
carried = upsampled(
    every_period(
        frame.select(
            F.date_add(F.trunc(F.date_sub(F.col("index").cast("date"), 3), "week"), 3)
            .alias("index")
        )
        .distinct(),
        "index",
        "7 days",
    )
    .withColumn("index", F.date_add(F.col("index"), 6).cast("timestamp_ntz")),
    frame,
    "index",
    fill="ffill",
)
