import pandas as pd

df = pd.DataFrame(
    {
        "t": pd.to_datetime(["2024-01-01", "2024-01-03", "2024-01-09", "2024-01-20", "2024-02-02"]),
        "v": [1.0, None, 3.5, -2.0, 4.0],
        "u": [3.0, 1.0, 0.0, 2.0, None],
    }
).set_index("t")
weekly = df.resample("W").agg(["min", "mean"])
some = weekly.loc[weekly.index[1:3], "v":"u"].head(10)
by_month = df.groupby(df.index.month).agg(["sum", "count"])
months = list(by_month.index)
print(some, months)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from itertools import product
from pandas_parity import every_period, in_turn, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame(
    {
        "t": pd.to_datetime(["2024-01-01", "2024-01-03", "2024-01-09", "2024-01-20", "2024-02-02"]),
        "v": [1.0, None, 3.5, -2.0, 4.0],
        "u": [3.0, 1.0, 0.0, 2.0, None],
    }
))
weekly = (
    every_period(
        df.dropna(subset=["t"])
        .groupBy(F.trunc(F.col("t"), "week").alias("t"))
        .agg(
            F.min("v").alias("v_min"),
            F.avg("v").alias("v_mean"),
            F.min("u").alias("u_min"),
            F.avg("u").alias("u_mean"),
        ),
        "t",
        "7 days",
    )
    .withColumn("t", F.date_add(F.col("t"), 6).cast("timestamp_ntz"))
    .cache()
)
some = (
    to_pandas(weekly.orderBy("t"), index=["t"], freq="W-SUN").set_axis(in_turn(product(["v", "u"], ["min", "mean"])), axis=1).loc[to_pandas(weekly.orderBy("t").limit(3).offset(1).select("t"), index=["t"], freq="W-SUN").index, "v":"u"]
    .head(10)
)
by_month = (
    df.withColumn("_key", F.month(F.col("t")))
    .dropna(subset=["_key"])
    .groupBy(F.col("_key").alias("t"))
    .agg(
        F.coalesce(F.sum("v"), F.lit(0.0)).alias("v_sum"),
        F.count("v").alias("v_count"),
        F.coalesce(F.sum("u"), F.lit(0.0)).alias("u_sum"),
        F.count("u").alias("u_count"),
    )
)
months = to_pandas(by_month.select("t").orderBy("t"), index=["t"]).index.tolist()
print(some, months)
