import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", "a", "c", None],
    "day": ["2020-01-01", "2020-02-29", "2020-03-01", None, "2021-01-01"],
    "v": [1, 2, 3, 4, 5],
})
df["t"] = pd.to_datetime(df["day"])
end = df["t"].max()
known = df.dropna(subset=["t"])
since = known.groupby("k").agg({"t": lambda x: (end - x.max()).days, "v": "sum"})
since.columns = ["recency", "total"]
ages = df.groupby("k")["t"].agg(lambda x: (end - x.min()).days)
spans = df.groupby("k")["t"].agg(lambda x: x.max() - x.min())
hours = df.groupby("k")["t"].agg(lambda x: (x.max() - x.min()).total_seconds() / 3600)
years = df.groupby("k")["t"].agg(lambda x: x.max().year)
score = since["recency"].rank(ascending=False) + since["total"].rank()
print(since)
print(ages)
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import lit, scalar, to_pandas, total_seconds, whole_days

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", "a", "c", None],
    "day": ["2020-01-01", "2020-02-29", "2020-03-01", None, "2021-01-01"],
    "v": [1, 2, 3, 4, 5],
}))
df = df.withColumn("t", F.col("day").cast("timestamp_ntz"))
end = scalar(df.agg(F.max("t")))
known = df.dropna(subset=["t"])
since = (
    known.dropna(subset=["k"])
    .groupBy("k")
    .agg(whole_days(lit(end) - F.max("t")).alias("t"), F.sum("v").alias("v"))
)
since = since.withColumnsRenamed({"t": "recency", "v": "total"})
ages = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(whole_days(lit(end) - F.min("t")).alias("t"))
)
spans = df.dropna(subset=["k"]).groupBy("k").agg((F.max("t") - F.min("t")).alias("t"))
hours = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg((total_seconds(F.max("t") - F.min("t")) / 3600).alias("t"))
)
years = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.year(F.max("t")).cast("bigint").alias("t"))
)
score = (
    F.when(
        F.col("recency").isNotNull(),
        F.rank().over(Window.orderBy(F.col("recency").desc_nulls_last()))
        + (F.count("*").over(Window.partitionBy(F.col("recency"))) - 1) / 2,
    )
    + (
        F.rank().over(Window.orderBy("total"))
        + (F.count("*").over(Window.partitionBy(F.col("total"))) - 1) / 2
    )
)
print(to_pandas(since.orderBy("k"), index=["k"]))
print(to_pandas(ages.orderBy("k"), index=["k"])["t"])
