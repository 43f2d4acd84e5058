import pandas as pd

df = pd.DataFrame(
    {
        "t": ["2024-02-29 10:00", "2023-12-31 23:59", None, "2024-02-01 00:00", "2023-01-05 01:00"],
        "v": [1.0, None, 3.0, -4.0, 5.0],
        "k": ["a", "b", None, "a", "b"],
    }
)
df["t"] = pd.to_datetime(df["t"])
monthly = df.groupby([df["t"].dt.year, df["t"].dt.month])["v"].sum()
print(monthly)
print(df.groupby([df["t"].dt.year, df["t"].dt.month, "k"]).agg(total=("v", "sum"), rows=("v", "size")))
by_both = df.groupby([df["k"].str.upper(), df["k"]])["v"].mean()
counted = df.groupby([df["t"].dt.hour, df["t"].dt.minute]).size()
named = df.groupby([df["t"].dt.year.rename("year"), df["t"].dt.month.rename("month")])["v"].max().reset_index()
print(monthly.unstack())
print(monthly.loc[2024], monthly.index.names)
largest = monthly.sort_values(ascending=False).head(2)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame(
    {
        "t": ["2024-02-29 10:00", "2023-12-31 23:59", None, "2024-02-01 00:00", "2023-01-05 01:00"],
        "v": [1.0, None, 3.0, -4.0, 5.0],
        "k": ["a", "b", None, "a", "b"],
    }
))
df = df.withColumn("t", F.col("t").cast("timestamp_ntz"))
monthly = (
    df.withColumn("_key", F.year(F.col("t")).cast("double"))
    .withColumn("_key1", F.month(F.col("t")).cast("double"))
    .dropna(subset=["_key", "_key1"])
    .groupBy(F.col("_key").alias("t"), F.col("_key1").alias("t_2"))
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
    .cache()
)
print(to_pandas(monthly.orderBy("t", "t_2"), index=["t", "t_2"], names=["t", "t"])["v"])
print(
    to_pandas(
        df.withColumn("_key", F.year(F.col("t")).cast("double"))
        .withColumn("_key1", F.month(F.col("t")).cast("double"))
        .dropna(subset=["_key", "_key1", "k"])
        .groupBy(F.col("_key").alias("t"), F.col("_key1").alias("t_2"), "k")
        .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("total"), F.count("*").alias("rows"))
        .orderBy("t", "t_2", "k"),
        index=["t", "t_2", "k"],
        names=["t", "t", "k"],
    )
)
by_both = (
    df.withColumn("_key", F.upper(F.col("k")))
    .dropna(subset=["_key", "k"])
    .groupBy(F.col("_key").alias("k"), F.col("k").alias("k_2"))
    .agg(F.avg("v").alias("v"))
)
counted = (
    df.withColumn("_key", F.hour(F.col("t")).cast("double"))
    .withColumn("_key1", F.minute(F.col("t")).cast("double"))
    .dropna(subset=["_key", "_key1"])
    .groupBy(F.col("_key").alias("t"), F.col("_key1").alias("t_2"))
    .agg(F.count("*").alias("size"))
)
named = (
    df.withColumn("_key", F.year(F.col("t")).cast("double"))
    .withColumn("_key1", F.month(F.col("t")).cast("double"))
    .dropna(subset=["_key", "_key1"])
    .groupBy(F.col("_key").alias("year"), F.col("_key1").alias("month"))
    .agg(F.max("v").alias("v"))
)
print(
    to_pandas(monthly.orderBy("t", "t_2"), index=["t", "t_2"], names=["t", "t"])["v"].unstack()
)
print(
    to_pandas(
        monthly.filter(F.col("t") == 2024).orderBy("t_2"), index=["t", "t_2"], names=["t", "t"]
    )["v"].loc[2024],
    ["t", "t"],
)
largest = monthly.orderBy(F.col("v").desc(), "t", "t_2").limit(2)
