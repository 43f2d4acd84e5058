"""A row of whole numbers and floats is one of floats, whichever of them a function reads; divisions of whole Int64."""

import pandas as pd


def named(row, sep="-"):
    return sep.join([str(row["y"]), str(row["y"])])


df = pd.DataFrame({"y": [1, 2], "v": [1.5, 2.0]})
df["name"] = df.apply(named, axis=1)

counts = pd.DataFrame({"n": [7.0, None, -3.0]})
counts["n"] = counts["n"].astype("Int64")
counts["half"] = counts["n"] // 2
counts["rest"] = counts["n"] % 2
print(counts["n"].rank())
counts.index = range(10, 10 + len(counts))
print(counts.sort_index(ascending=False))
# output
"""A row of whole numbers and floats is one of floats, whichever of them a function reads; divisions of whole Int64."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import floor_divide, map_rows, to_pandas, whole, with_values

spark = SparkSession.builder.getOrCreate()


def named(row, sep="-"):
    return sep.join([str(row["y"]), str(row["y"])])


df = spark.createDataFrame(pd.DataFrame({"y": [1, 2], "v": [1.5, 2.0]}))
df = df.withColumn(
    "name", map_rows(F.struct(F.col("y").cast("double").alias("y")), named, "string")
)

counts = spark.createDataFrame(
    pd.DataFrame({"n": [7.0, None, -3.0]}).reset_index(names="_row")
)
counts = counts.withColumn("n", whole(F.col("n")))
counts = counts.withColumn("half", floor_divide(F.col("n"), 2))
counts = counts.withColumn("rest", F.pmod(F.col("n"), F.lit(2)))
print(
    to_pandas(
        counts.select("_row", "n").orderBy("_row"), index=["_row"], dtypes={"n": "Int64"}
    )["n"]
    .rank()
)
counts = (
    with_values(counts, "index", range(10, 10 + counts.count()), "BIGINT", "_row")
    .select("index", "_row", "n", "half", "rest")
)
print(
    to_pandas(
        counts.orderBy(F.col("index").desc(), "_row").drop("_row"),
        index=["index"],
        names=[None],
        dtypes={"n": "Int64", "half": "Int64", "rest": "Int64"},
    )
)
