import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", "a", None, "b"],
    "start": pd.to_datetime(["2024-01-01 10:00:00", "2024-01-02 00:00:01", None, "2024-01-05 12:30:00", "2024-02-01 00:00:00"]),
    "end": pd.to_datetime(["2024-01-01 10:00:07", "2024-01-01 23:59:59", "2024-01-09 00:00:00", "2024-03-05 12:30:01", "2024-02-01 00:00:00"]),
})
df["took"] = df["end"] - df["start"]
mean = df["took"].mean()
median = df["took"].median()
total = df["took"].sum()
apart = df["start"].diff().mean()
since = (df["end"].max() - df["end"]).median()
nothing = df[df["took"] > pd.Timedelta(days=99)]["took"].mean()
no_time = df[df["took"] > pd.Timedelta(days=99)]["took"].sum()
print(mean, median, total)
days = mean.days
ended = df["end"].fillna(pd.Timestamp("2024-12-31"))
started = df["start"].fillna(pd.Timestamp("2024-06-30 12:00"))
latest = df["start"].fillna(df["start"].max())
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import length_of, lit, scalar

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", "a", None, "b"],
    "start": pd.to_datetime(["2024-01-01 10:00:00", "2024-01-02 00:00:01", None, "2024-01-05 12:30:00", "2024-02-01 00:00:00"]),
    "end": pd.to_datetime(["2024-01-01 10:00:07", "2024-01-01 23:59:59", "2024-01-09 00:00:00", "2024-03-05 12:30:01", "2024-02-01 00:00:00"]),
}).reset_index(names="_row"))
df = df.withColumn("took", F.col("end") - F.col("start"))
mean = length_of(df, F.col("took"), "mean")
median = length_of(df, F.col("took"), "median")
total = length_of(df, F.col("took"), "sum")
apart = length_of(
    df.withColumn("_value", F.col("start") - F.lag("start", 1).over(Window.orderBy("_row"))),
    F.col("_value"),
    "mean",
)
since = length_of(df, lit(scalar(df.agg(F.max("end")))) - F.col("end"), "median")
nothing = length_of(
    df.filter(F.col("took") > F.lit(pd.Timedelta(days=99))), F.col("took"), "mean"
)
no_time = length_of(
    df.filter(F.col("took") > F.lit(pd.Timedelta(days=99))), F.col("took"), "sum"
)
print(mean, median, total)
days = mean.days
ended = F.coalesce(F.col("end"), F.lit("2024-12-31").cast("timestamp_ntz"))
started = F.coalesce(
    F.col("start"), F.lit(str(pd.Timestamp("2024-06-30 12:00"))).cast("timestamp_ntz")
)
latest = F.coalesce(F.col("start"), lit(scalar(df.agg(F.max("start")))))
