import pandas as pd

df = pd.DataFrame({"price": [5.0, 20.0, None, 70.0, 30.0, 45.0], "n": [1, 2, 3, 4, 5, 6]})
best = None
for low, high in [(0, 10), (10, 50), (50, 100)]:
    part = df[(df["price"] >= low) & (df["price"] < high)]
    if best is None or len(part) > len(best):
        best = part
print(best, best.shape)
widest = None
for column in ["price", "n"]:
    spread = df[column].max() - df[column].min()
    if widest is None or spread > widest:
        widest = spread
print(widest)
df["half"] = df["price"] / 2
print(df["half"].sum())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, scalars, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"price": [5.0, 20.0, None, 70.0, 30.0, 45.0], "n": [1, 2, 3, 4, 5, 6]})
    .reset_index(names="_row")
)
best = None
for low, high in [(0, 10), (10, 50), (50, 100)]:
    part = to_pandas(
        df.filter((F.col("price") >= low) & (F.col("price") < high)).orderBy("_row"),
        index=["_row"],
    )
    if best is None or len(part) > len(best):
        best = part
print(best, best.shape)
widest = None
for column in ["price", "n"]:
    column_max, column_min = scalars(df.agg(F.max(column), F.min(column)))
    spread = column_max - column_min
    if widest is None or spread > widest:
        widest = spread
print(widest)
df = df.withColumn("half", F.col("price") / 2)
print(scalar(df.agg(F.coalesce(F.sum("half"), F.lit(0.0)))))
