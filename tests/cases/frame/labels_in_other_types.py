import pandas as pd

df = pd.DataFrame({
    "n": [3, 1, 2],
    "v": [1.0, 2.0, 3.0],
    "t": pd.to_datetime(["2024-01-31 10:00", "2024-02-01 00:00", "2023-12-31 23:59"]),
})
by = df.set_index("n")
by["text"] = by.index.astype(str)
by.index = by.index.astype(str)
times = df.set_index("t")
times["month"] = times.index.to_period("M").astype(str)
monthly = df.assign(month=df["t"].dt.to_period("M")).groupby("month")[["v"]].sum()
monthly.index = monthly.index.to_timestamp()
shown = df.assign(month=df["t"].dt.to_period("M")).groupby("month")[["v"]].sum()
shown.index = shown.index.astype(str)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "n": [3, 1, 2],
    "v": [1.0, 2.0, 3.0],
    "t": pd.to_datetime(["2024-01-31 10:00", "2024-02-01 00:00", "2023-12-31 23:59"]),
}))
by = df
by = by.withColumn("text", F.col("n").cast("string"))
by = by.withColumn("n", F.col("n").cast("string"))
times = df.select("t", "n", "v")
times = times.withColumn(
    "month", F.coalesce(F.date_format(F.col("t"), "yyyy-MM"), F.lit("NaT"))
)
monthly = (
    df.withColumn("month", F.date_format(F.col("t"), "yyyy-MM"))
    .dropna(subset=["month"])
    .groupBy("month")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
monthly = monthly.withColumn("month", F.col("month").cast("timestamp_ntz"))
shown = (
    df.withColumn("month", F.date_format(F.col("t"), "yyyy-MM"))
    .dropna(subset=["month"])
    .groupBy("month")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
shown = shown.withColumn("month", F.col("month"))
