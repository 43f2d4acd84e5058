from datetime import timedelta

import numpy as np
import pandas as pd
from pandas.tseries.offsets import MonthBegin, MonthEnd

df = pd.DataFrame({
    "t": pd.to_datetime(["2021-01-31 10:30:00", "2020-02-29 23:59:59", "2019-12-30 00:00:00", None, "2020-01-01 00:00:00"]),
    "u": pd.to_datetime(["2021-01-01", "2020-02-28", "2020-01-15", "2020-01-01", "2020-03-31"]),
    "n": [1, -2, 0, 40, 5],
})
df["gap"] = df["t"] - df["u"]
df["days"] = df["gap"].dt.days
df["seconds"] = df["gap"].dt.seconds
df["total"] = df["gap"].dt.total_seconds()
df["hours"] = df["gap"].dt.total_seconds() / 3600
df["in_days"] = df["gap"] / np.timedelta64(1, "D")
df["in_weeks"] = df["gap"] / pd.Timedelta(weeks=1)
df["whole_hours"] = (df["u"] - df["u"].min()) // pd.Timedelta(hours=1)
df["age"] = (pd.Timestamp("2020-06-01") - df["u"]).dt.days // 365
df["long"] = df["gap"] > pd.Timedelta(days=1)
df["later"] = df["t"] + pd.Timedelta(hours=36)
df["tomorrow"] = df["t"] + timedelta(days=1)
df["in_n_days"] = df["t"] + pd.to_timedelta(df["n"], unit="D")
df["next_month"] = df["t"] + pd.DateOffset(months=1)
df["last_year"] = df["t"] - pd.DateOffset(years=1, days=1)
df["end"] = df["t"] + MonthEnd(0)
df["next_end"] = df["t"] + MonthEnd(1)
df["far_end"] = df["t"] + MonthEnd(3)
df["last_end"] = df["t"] - MonthEnd()
df["begin"] = df["t"] - MonthBegin(1)
df["early_begin"] = df["t"] - MonthBegin(2)
df["next_begin"] = df["t"] + pd.offsets.MonthBegin(2)
df["here_or_next"] = df["t"] + MonthBegin(0)
waits = df["u"].sort_values().diff().dt.days
# output
from datetime import timedelta

import numpy as np
import pandas as pd
from pandas.tseries.offsets import MonthBegin, MonthEnd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import (
    add_month_begins,
    add_month_ends,
    floor_divide,
    lit,
    scalar,
    seconds_of_day,
    total_seconds,
    whole_days,
    whole_multiples,
)

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "t": pd.to_datetime(["2021-01-31 10:30:00", "2020-02-29 23:59:59", "2019-12-30 00:00:00", None, "2020-01-01 00:00:00"]),
    "u": pd.to_datetime(["2021-01-01", "2020-02-28", "2020-01-15", "2020-01-01", "2020-03-31"]),
    "n": [1, -2, 0, 40, 5],
}).reset_index(names="_row"))
df = df.withColumn("gap", F.col("t") - F.col("u"))
df = df.withColumn("days", whole_days(F.col("gap")))
df = df.withColumn("seconds", seconds_of_day(F.col("gap")).cast("int"))
df = df.withColumn("total", total_seconds(F.col("gap")))
df = df.withColumn("hours", total_seconds(F.col("gap")) / 3600)
df = df.withColumn("in_days", total_seconds(F.col("gap")) / 86400)
df = df.withColumn("in_weeks", total_seconds(F.col("gap")) / 604800)
df = df.withColumn(
    "whole_hours", whole_multiples(F.col("u") - lit(scalar(df.agg(F.min("u")))), 3600)
)
df = df.withColumn(
    "age", floor_divide(whole_days(F.lit("2020-06-01").cast("timestamp_ntz") - F.col("u")), 365)
)
df = df.withColumn("long", F.coalesce(F.col("gap") > F.lit(pd.Timedelta(days=1)), F.lit(False)))
df = df.withColumn("later", F.col("t") + F.lit(pd.Timedelta(hours=36)))
df = df.withColumn("tomorrow", F.col("t") + F.lit(timedelta(days=1)))
df = df.withColumn("in_n_days", F.col("t") + F.col("n") * F.expr("interval 1 day"))
df = df.withColumn("next_month", F.col("t") + F.expr("interval 1 month"))
df = df.withColumn(
    "last_year", F.col("t") + F.expr("interval -12 months") + F.expr("interval -1 day")
)
df = df.withColumn("end", add_month_ends(F.col("t"), 0))
df = df.withColumn("next_end", add_month_ends(F.col("t"), 1))
df = df.withColumn("far_end", add_month_ends(F.col("t"), 3))
df = df.withColumn("last_end", add_month_ends(F.col("t"), -1))
df = df.withColumn("begin", add_month_begins(F.col("t"), -1))
df = df.withColumn("early_begin", add_month_begins(F.col("t"), -2))
df = df.withColumn("next_begin", add_month_begins(F.col("t"), 2))
df = df.withColumn("here_or_next", add_month_begins(F.col("t"), 0))
waits = (
    df.select("_row", "u")
    .orderBy(F.col("u").asc_nulls_last(), "_row")
    .select(
        "_row",
        F.col("u").alias("_sort_u"),
        whole_days(
            F.col("u") - F.lag("u", 1).over(Window.orderBy(F.col("u").asc_nulls_last(), "_row"))
        )
        .alias("u"),
    )
)
