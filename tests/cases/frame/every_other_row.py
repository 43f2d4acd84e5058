import pandas as pd

df = pd.DataFrame({"k": ["b", "a", "b", "c", "a"], "v": [1.0, None, 3.0, 4.0, 0.5]})
other = df.iloc[::2]
third = df.iloc[1::3]
some = df.iloc[1:4:2]
by_size = df.sort_values(["v", "k"]).iloc[::2]
nothing = df[df["v"] > 9].iloc[::2]
rows = len(df.iloc[::3])
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "a", "b", "c", "a"], "v": [1.0, None, 3.0, 4.0, 0.5]})
    .reset_index(names="_row")
)
other = (
    df.withColumn("_place", F.row_number().over(Window.orderBy("_row")))
    .filter(F.col("_place") % 2 == 1)
    .drop("_place")
)
third = (
    df.orderBy("_row")
    .offset(1)
    .withColumn("_place", F.row_number().over(Window.orderBy("_row")))
    .filter(F.col("_place") % 3 == 1)
    .drop("_place")
)
some = (
    df.orderBy("_row")
    .limit(4)
    .offset(1)
    .withColumn("_place", F.row_number().over(Window.orderBy("_row")))
    .filter(F.col("_place") % 2 == 1)
    .drop("_place")
)
by_size = (
    df.withColumn(
        "_place",
        F.row_number().over(
            Window.orderBy(F.col("v").asc_nulls_last(), F.col("k").asc_nulls_last(), "_row")
        ),
    )
    .filter(F.col("_place") % 2 == 1)
    .drop("_place")
)
nothing = (
    df.filter(F.col("v") > 9)
    .withColumn("_place", F.row_number().over(Window.orderBy("_row")))
    .filter(F.col("_place") % 2 == 1)
    .drop("_place")
)
rows = (
    df.withColumn("_place", F.row_number().over(Window.orderBy("_row")))
    .filter(F.col("_place") % 3 == 1)
    .drop("_place")
    .count()
)
