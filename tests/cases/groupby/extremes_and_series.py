import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", "a", None, "b"],
    "n": [5, 5, 5, 7, 1],
    "v": [None, 2.0, 1.0, 1.0, None],
})
top = df.groupby("k")["n"].idxmax()
low = df.set_index("n").groupby("k")["v"].idxmin()
doubled = (df["v"] * 2).groupby(df["k"]).sum()
share = df["v"].isnull().groupby(df["k"]).mean()
clash = df.groupby(df["n"] > 1)["n"].sum()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", "a", None, "b"],
    "n": [5, 5, 5, 7, 1],
    "v": [None, 2.0, 1.0, 1.0, None],
}).reset_index(names="_row"))
top = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.max_by("_row", F.struct("n", -F.col("_row"))).alias("n"))
)
low = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.min_by("n", F.when(F.col("v").isNotNull(), F.struct("v", "_row"))).alias("v"))
)
doubled = (
    df.withColumn("v", F.col("v") * 2)
    .dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
share = (
    df.withColumn("v", F.col("v").isNull())
    .dropna(subset=["k"])
    .groupBy("k")
    .agg(F.avg(F.col("v").cast("int")).alias("v"))
)
clash = to_pandas(
    df.withColumn("_key", F.col("n") > 1)
    .groupBy(F.col("_key").alias("n_key"))
    .agg(F.sum("n").alias("n"))
    .orderBy("n_key"),
    index=["n_key"],
    names=["n"],
)["n"]
