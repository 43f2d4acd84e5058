"""Texts that stand for infinite numbers are numbers to pandas, and such that are too large for a float are none."""

import pandas as pd

df = pd.DataFrame({"s": ["inf", "-Infinity", "+INF", " inf ", "1e400", "-7.5", "info", None, "1e308"], "n": range(9)})
df["v"] = pd.to_numeric(df["s"], errors="coerce")
print(df["v"].isna().sum(), df["v"].max())

parts = pd.concat([df[["n"]], df[["n"]].head(2)]).sort_index()
print(parts.head(3))
# output
"""Texts that stand for infinite numbers are numbers to pandas, and such that are too large for a float are none."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalars, to_number, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"s": ["inf", "-Infinity", "+INF", " inf ", "1e400", "-7.5", "info", None, "1e308"], "n": range(9)})
    .reset_index(names="_row")
)
df = df.withColumn("v", to_number(F.col("s")))
print(*scalars(df.agg(F.count_if(F.col("v").isNull()), F.max("v"))))

parts = (
    df.select("_row", "n")
    .withColumn("_part", F.lit(0))
    .unionByName(df.select("_row", "n").orderBy("_row").limit(2).withColumn("_part", F.lit(1)))
    .orderBy("_row", "_part")
)
print(to_pandas(parts.orderBy("_row", "_part").limit(3).drop("_part"), index=["_row"]))
