import pandas as pd

df = pd.DataFrame({
    "t": ["2020-01-15 10:00:00", "2020-03-02 23:59:59", None, "2019-11-30 05:00:00", "2020-03-02 00:00:00"],
    "v": [1.5, 2.0, None, 4.0, 5.0],
    "n": [1, 2, 3, 4, 5],
})
df["t"] = pd.to_datetime(df["t"], format="%Y-%m-%d %H:%M:%S")
monthly = df.set_index("t").resample("ME").sum()
weekly = df.set_index("t")["v"].resample("W").mean()
daily = df.set_index("t")["n"].resample("D").max()
quarterly = df.resample("QE", on="t")["n"].sum()
both = df.resample("MS", on="t").agg({"v": "mean", "n": "count"})
yearly = df.set_index("t").resample("YE")["v"].agg(["min", "max"])
print(monthly)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import every_period, parse_dates, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "t": ["2020-01-15 10:00:00", "2020-03-02 23:59:59", None, "2019-11-30 05:00:00", "2020-03-02 00:00:00"],
    "v": [1.5, 2.0, None, 4.0, 5.0],
    "n": [1, 2, 3, 4, 5],
}))
df = df.withColumn("t", parse_dates(F.col("t"), "yyyy-M-d H:m:s"))
monthly = (
    every_period(
        df.dropna(subset=["t"])
        .groupBy(F.trunc(F.col("t"), "month").alias("t"))
        .agg(F.sum("v").alias("v"), F.sum("n").alias("n")),
        "t",
        "1 month",
    )
    .fillna(0, subset=["v", "n"])
    .withColumn("t", F.last_day(F.col("t")).cast("timestamp_ntz"))
)
weekly = (
    every_period(
        df.dropna(subset=["t"])
        .groupBy(F.trunc(F.col("t"), "week").alias("t"))
        .agg(F.avg("v").alias("v")),
        "t",
        "7 days",
    )
    .withColumn("t", F.date_add(F.col("t"), 6).cast("timestamp_ntz"))
)
daily = (
    every_period(
        df.dropna(subset=["t"])
        .groupBy(F.col("t").cast("date").alias("t"))
        .agg(F.max("n").alias("n")),
        "t",
        "1 day",
    )
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
quarterly = (
    every_period(
        df.dropna(subset=["t"])
        .groupBy(F.trunc(F.col("t"), "quarter").alias("t"))
        .agg(F.sum("n").alias("n")),
        "t",
        "3 months",
    )
    .fillna(0, subset=["n"])
    .withColumn("t", F.last_day(F.add_months(F.col("t"), 2)).cast("timestamp_ntz"))
)
both = (
    every_period(
        df.dropna(subset=["t"])
        .groupBy(F.trunc(F.col("t"), "month").alias("t"))
        .agg(F.avg("v").alias("v"), F.count("*").alias("n")),
        "t",
        "1 month",
    )
    .fillna(0, subset=["n"])
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
yearly = (
    every_period(
        df.dropna(subset=["t"])
        .groupBy(F.trunc(F.col("t"), "year").alias("t"))
        .agg(F.min("v").alias("min"), F.max("v").alias("max")),
        "t",
        "1 year",
    )
    .withColumn("t", F.last_day(F.add_months(F.col("t"), 11)).cast("timestamp_ntz"))
)
print(to_pandas(monthly.orderBy("t"), index=["t"], freq="ME"))
