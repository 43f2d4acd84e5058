"""``astype`` to the dtype that a column has unless something is missing: whole numbers raise then, NaN is true."""
import pandas as pd

left = pd.DataFrame({"k": [1, 2, 3, 2], "v": [5, 6, 7, 8]})
right = pd.DataFrame({"k": [1, 2], "n": [10, 20], "t": [True, False]})
both = left.merge(right, on="k", how="left")
print(both["t"].astype(bool))
both["u"] = both["t"].astype(bool)
print(both)
print(both[both["u"]]["v"].sum())
found = left[left["k"] < 3].merge(right, on="k", how="left")
found["n"] = found["n"].astype(int)
found["s"] = found["k"].map({1: 7, 2: 8}).astype(int)
print(found[found["s"] == 8])
print(found[found["n"] > 10]["s"].mean())
# output
"""``astype`` to the dtype that a column has unless something is missing: whole numbers raise then, NaN is true."""
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import present, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

left = spark.createDataFrame(
    pd.DataFrame({"k": [1, 2, 3, 2], "v": [5, 6, 7, 8]}).reset_index(names="_row")
)
right = spark.createDataFrame(
    pd.DataFrame({"k": [1, 2], "n": [10, 20], "t": [True, False]}).reset_index(names="_row")
)
both = left.join(right.withColumnRenamed("_row", "_row_right"), "k", "left").cache()
print(
    to_pandas(
        both.select("_row", "_row_right", F.coalesce(F.col("t"), F.lit(True)).alias("t"))
        .orderBy("_row", F.col("_row_right").asc_nulls_last())
        .drop("_row", "_row_right")
    )["t"]
)
both = both.withColumn("u", F.coalesce(F.col("t"), F.lit(True)))
print(
    to_pandas(
        both.orderBy("_row", F.col("_row_right").asc_nulls_last()).drop("_row", "_row_right")
    )
)
print(
    scalar(
        both.withColumn("n", F.col("n").cast("double"))
        .filter(F.col("u"))
        .agg(F.coalesce(F.sum("v"), F.lit(0)))
    )
)
found = (
    left.filter(F.col("k") < 3)
    .join(right.withColumnRenamed("_row", "_row_right"), "k", "left")
    .withColumn(
        "_row",
        F.row_number()
        .over(Window.orderBy("_row", F.col("_row_right").asc_nulls_last()))
        .cast("bigint")
        - 1,
    )
    .drop("_row_right")
)
found = found.withColumn("n", present(F.col("n")))
found = found.withColumn(
    "s", present(F.when(F.col("k") == 1, 7).when(F.col("k") == 2, 8).cast("bigint"))
).cache()
print(to_pandas(found.filter(F.col("s") == 8).orderBy("_row"), index=["_row"]))
print(scalar(found.filter(F.col("n") > 10).agg(F.avg("s"))))
