import pandas as pd

df = pd.DataFrame({
    "g": ["b", "a", "b", None, "c", "b", "a"],
    "v": [1.0, None, 3.0, 4.0, 2.0, 3.0, 2.0],
    "n": [4, 3, 2, 1, 7, 7, 9],
})
largest = df.groupby("g").apply(lambda p: p.nlargest(1, "n")[["v", "n"]])
first = df.groupby("g").apply(lambda p: p.sort_values("n")[["n"]].head(1))
chosen = df.groupby("g")[["v", "n"]].apply(lambda p: p[p["n"] > 2])
flat = df.groupby("g", group_keys=False).apply(lambda p: p.nlargest(1, "n"))
total = flat["n"].sum()
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import scalar

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "g": ["b", "a", "b", None, "c", "b", "a"],
    "v": [1.0, None, 3.0, 4.0, 2.0, 3.0, 2.0],
    "n": [4, 3, 2, 1, 7, 7, 9],
}).reset_index(names="_row"))
largest = (
    df.dropna(subset=["g"])
    .withColumn(
        "_place",
        F.row_number().over(Window.partitionBy("g").orderBy(F.col("n").desc(), "_row")),
    )
    .filter(F.col("_place") <= 1)
    .drop("_place")
    .select("_row", "g", "v", "n")
)
first = (
    df.dropna(subset=["g"])
    .orderBy("n", "_row")
    .select("_row", "g", "n")
    .withColumn("_place", F.row_number().over(Window.partitionBy("g").orderBy("n", "_row")))
    .filter(F.col("_place") <= 1)
    .drop("_place")
)
chosen = df.dropna(subset=["g"]).filter(F.col("n") > 2)
flat = (
    df.dropna(subset=["g"])
    .withColumn(
        "_place",
        F.row_number().over(Window.partitionBy("g").orderBy(F.col("n").desc(), "_row")),
    )
    .filter(F.col("_place") <= 1)
    .drop("_place")
)
total = scalar(flat.agg(F.coalesce(F.sum("n"), F.lit(0))))
