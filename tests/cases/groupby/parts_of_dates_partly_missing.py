import pandas as pd

df = pd.DataFrame({
    "d": pd.to_datetime(["2024-02-29", None, "2023-12-31", "2024-01-01"]),
    "n": [1, 2, 3, 4],
    "v": [1.5, None, 2.0, 0.0],
})
every = df.dropna(subset=["n"])
print(every.groupby(every["d"].dt.year)["n"].sum())
print(every.groupby([every["d"].dt.year, every["d"].dt.month])["n"].sum())
whole = df.dropna(subset=["v"])
print(whole.groupby(whole["d"].dt.year)["n"].sum(), whole.groupby(whole["d"].dt.year, dropna=False).size())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "d": pd.to_datetime(["2024-02-29", None, "2023-12-31", "2024-01-01"]),
    "n": [1, 2, 3, 4],
    "v": [1.5, None, 2.0, 0.0],
}))
every = df.dropna(subset=["n"])
print(
    to_pandas(
        every.withColumn("_key", F.year(F.col("d")).cast("double"))
        .dropna(subset=["_key"])
        .groupBy(F.col("_key").alias("d"))
        .agg(F.sum("n").alias("n"))
        .orderBy("d"),
        index=["d"],
    )["n"]
)
print(
    to_pandas(
        every.withColumn("_key", F.year(F.col("d")).cast("double"))
        .withColumn("_key1", F.month(F.col("d")).cast("double"))
        .dropna(subset=["_key", "_key1"])
        .groupBy(F.col("_key").alias("d"), F.col("_key1").alias("d_2"))
        .agg(F.sum("n").alias("n"))
        .orderBy("d", "d_2"),
        index=["d", "d_2"],
        names=["d", "d"],
    )["n"]
)
whole = df.dropna(subset=["v"])
print(
    to_pandas(
        whole.withColumn("_key", F.year(F.col("d")))
        .dropna(subset=["_key"])
        .groupBy(F.col("_key").alias("d"))
        .agg(F.sum("n").alias("n"))
        .orderBy("d"),
        index=["d"],
    )["n"],
    to_pandas(
        whole.withColumn("_key", F.year(F.col("d")))
        .groupBy(F.col("_key").alias("d"))
        .agg(F.count("*").alias("size"))
        .orderBy(F.col("d").asc_nulls_last()),
        index=["d"],
    )["size"]
    .rename(None),
)
