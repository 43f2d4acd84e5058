import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b", "b"],
    "g": [2, 1, 2, 1, 1, 1, 2],
    "v": [1.5, None, 3.0, -2.0, None, 1.5, 4.0],
    "n": [1, 2, 0, 4, 5, -1, 7],
})
sums = df.groupby("k", sort=False)["v"].sum()
print(sums)
pairs = df.groupby(["g", "k"], sort=False, as_index=False)["n"].max()
print(pairs)
named = df.groupby("g", sort=False).agg(mean=("v", "mean"), first=("n", "first")).reset_index()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b", "b"],
    "g": [2, 1, 2, 1, 1, 1, 2],
    "v": [1.5, None, 3.0, -2.0, None, 1.5, 4.0],
    "n": [1, 2, 0, 4, 5, -1, 7],
}).reset_index(names="_row"))
sums = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"), F.min("_row").alias("_row"))
)
print(to_pandas(sums.orderBy("_row").drop("_row"), index=["k"])["v"])
pairs = (
    df.dropna(subset=["k"])
    .groupBy("g", "k")
    .agg(F.max("n").alias("n"), F.min("_row").alias("_row"))
)
print(to_pandas(pairs.orderBy("_row").drop("_row")))
named = (
    df.groupBy("g")
    .agg(F.avg("v").alias("mean"), F.min_by("n", F.col("_row")).alias("first"))
)
