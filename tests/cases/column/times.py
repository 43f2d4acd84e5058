import numpy as np
import pandas as pd

df = pd.DataFrame({
    "t": pd.to_datetime([
        "2021-01-03 10:30:00.000000", "2020-02-29 23:59:59.500000", "2019-12-30 00:00:00.000000", None,
        "1969-12-31 23:59:59.999999", "2020-12-31 12:30:00.000000", "2021-01-03 10:30:00.000000",
    ]),
    "u": pd.to_datetime(["2021-01-01", "2020-02-28", "2020-01-15", "2020-01-01", "1970-01-01", "2020-01-31", "2020-03-31"]),
    "n": [1, -2, 0, 40, 5, 6, 7],
})
df["second"] = df["t"].dt.second
df["micro"] = df["t"].dt.microsecond
df["days"] = df["u"].dt.days_in_month
df["weekday"] = df["t"].dt.weekday
df["week"] = df["t"].dt.isocalendar().week
df["iso_year"] = df["u"].dt.isocalendar().year
df["week_number"] = df["u"].dt.isocalendar().week.astype(int)
df["month_end"] = df["t"].dt.is_month_end
df["year_start"] = df["u"].dt.is_year_start
df["quarter_end"] = df["u"].dt.is_quarter_end
df["leap"] = df["t"].dt.is_leap_year
df["hour"] = df["t"].dt.floor("h")
df["quarter_hour"] = df["t"].dt.floor("15min")
df["up"] = df["t"].dt.ceil("D")
df["near"] = df["t"].dt.round("h")
df["near_day"] = df["t"].dt.round("D")
recent = df[df["t"].dt.year > 2019]
recent_months = recent["t"].dt.month
ends = df[~df["t"].dt.is_month_end]
nanoseconds = df["u"].astype("int64")
span = df["t"].max() - pd.Timedelta(days=400)
late = df[df["t"] > df["t"].max() - pd.Timedelta(days=400)]
on_date = df[df["u"].dt.date == pd.Timestamp("2020-01-15").date()]
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import ceil_time, floor_time, lit, round_time, scalar, to_epoch

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "t": pd.to_datetime([
        "2021-01-03 10:30:00.000000", "2020-02-29 23:59:59.500000", "2019-12-30 00:00:00.000000", None,
        "1969-12-31 23:59:59.999999", "2020-12-31 12:30:00.000000", "2021-01-03 10:30:00.000000",
    ]),
    "u": pd.to_datetime(["2021-01-01", "2020-02-28", "2020-01-15", "2020-01-01", "1970-01-01", "2020-01-31", "2020-03-31"]),
    "n": [1, -2, 0, 40, 5, 6, 7],
}))
df = df.withColumn("second", F.second(F.col("t")).cast("double"))
df = df.withColumn("micro", F.date_format(F.col("t"), "SSSSSS").cast("int").cast("double"))
df = df.withColumn("days", F.dayofmonth(F.last_day(F.col("u"))))
df = df.withColumn("weekday", ((F.dayofweek(F.col("t")) + 5) % 7).cast("double"))
df = df.withColumn("week", F.weekofyear(F.col("t")).cast("bigint"))
df = df.withColumn(
    "iso_year", F.year(F.date_add(F.trunc(F.col("u"), "week"), 3)).cast("bigint")
)
df = df.withColumn("week_number", F.weekofyear(F.col("u")).cast("bigint"))
df = df.withColumn(
    "month_end", F.coalesce(F.to_date(F.col("t")) == F.last_day(F.col("t")), F.lit(False))
)
df = df.withColumn("year_start", F.coalesce(F.dayofyear(F.col("u")) == 1, F.lit(False)))
df = df.withColumn(
    "quarter_end",
    F.coalesce(
        F.to_date(F.col("u")) == F.last_day(F.add_months(F.trunc(F.col("u"), "quarter"), 2)),
        F.lit(False),
    ),
)
df = df.withColumn(
    "leap",
    F.coalesce(
        F.dayofmonth(F.last_day(F.make_date(F.year(F.col("t")), F.lit(2), F.lit(1)))) == 29,
        F.lit(False),
    ),
)
df = df.withColumn("hour", F.date_trunc("hour", F.col("t")).cast("timestamp_ntz"))
df = df.withColumn("quarter_hour", floor_time(F.col("t"), 900))
df = df.withColumn("up", ceil_time(F.col("t"), 86400))
df = df.withColumn("near", round_time(F.col("t"), 3600))
df = df.withColumn("near_day", round_time(F.col("t"), 86400))
recent = df.filter(F.year(F.col("t")).cast("double") > 2019)
recent_months = F.month(F.col("t"))
ends = df.filter(
    ~F.coalesce(F.to_date(F.col("t")) == F.last_day(F.col("t")), F.lit(False))
)
nanoseconds = to_epoch(F.col("u"))
span = scalar(df.agg(F.max("t"))) - pd.Timedelta(days=400)
late = df.filter(F.col("t") > lit(scalar(df.agg(F.max("t"))) - pd.Timedelta(days=400)))
on_date = df.filter(F.to_date(F.col("u")) == F.lit(pd.Timestamp("2020-01-15").date()))
