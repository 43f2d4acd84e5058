import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b"],
    "v": [1.5, None, 3.0, -2.0, None, 1.5],
    "n": [1, 2, 0, 4, 5, -1],
})
first = df.groupby("k").head(1)
last = df.groupby("k", dropna=False)[["v", "n"]].tail(1)
groups = df.groupby("k").ngroups
df["group"] = df.groupby(["n", "k"]).ngroup()
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b"],
    "v": [1.5, None, 3.0, -2.0, None, 1.5],
    "n": [1, 2, 0, 4, 5, -1],
}).reset_index(names="_row"))
first = (
    df.dropna(subset=["k"])
    .withColumn("_place", F.row_number().over(Window.partitionBy("k").orderBy("_row")))
    .filter(F.col("_place") <= 1)
    .drop("_place")
)
last = (
    df.withColumn(
        "_place", F.row_number().over(Window.partitionBy("k").orderBy(F.col("_row").desc()))
    )
    .filter(F.col("_place") <= 1)
    .drop("_place")
    .select("_row", "v", "n")
)
groups = df.dropna(subset=["k"]).select("k").distinct().count()
df = df.withColumn(
    "group",
    F.when(
        F.col("k").isNotNull(),
        F.dense_rank()
        .over(Window.orderBy(F.col("k").isNull(), "n", F.col("k").asc_nulls_last()))
        .cast("bigint")
        - 1,
    ),
)
