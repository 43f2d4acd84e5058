import pandas as pd

df = pd.DataFrame({
    "g": ["b", "a", "b", None, "c", "b", "a"],
    "v": [1.0, None, 3.0, 4.0, 2.0, 3.0, 2.0],
    "n": [4, 3, 2, 1, 7, 7, 9],
})
dense = df.groupby("g")["v"].transform("rank", method="dense", ascending=False)
df["share"] = df.groupby("g")["n"].transform("rank", pct=True)
df["before"] = df.groupby("g")["v"].transform("shift", periods=1)
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "g": ["b", "a", "b", None, "c", "b", "a"],
    "v": [1.0, None, 3.0, 4.0, 2.0, 3.0, 2.0],
    "n": [4, 3, 2, 1, 7, 7, 9],
}).reset_index(names="_row"))
dense = F.when(
    F.col("g").isNotNull(),
    F.when(
        F.col("v").isNotNull(),
        F.dense_rank()
        .over(Window.partitionBy("g").orderBy(F.col("v").desc_nulls_last()))
        .cast("double"),
    ),
)
df = df.withColumn(
    "share",
    F.when(
        F.col("g").isNotNull(),
        (
            F.rank().over(Window.partitionBy("g").orderBy("n"))
            + (F.count("*").over(Window.partitionBy("g", F.col("n"))) - 1) / 2
        )
        / F.count("n").over(Window.partitionBy("g")),
    ),
)
df = df.withColumn(
    "before",
    F.when(F.col("g").isNotNull(), F.lag("v", 1).over(Window.partitionBy("g").orderBy("_row"))),
)
