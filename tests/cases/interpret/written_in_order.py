"""What is read again from a file that the program has written comes in the order of the rows that went in."""

import pandas as pd

df = pd.DataFrame({"k": ["c", "B", "1", "1"], "w": [7.75, 3.25, 0.0, 3.25]})
sums = df.groupby("k")["w"].sum().reset_index()
sums.to_parquet("out.parquet")
print(pd.read_parquet("out.parquet"))
# output
"""What is read again from a file that the program has written comes in the order of the rows that went in."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["c", "B", "1", "1"], "w": [7.75, 3.25, 0.0, 3.25]})
)
sums = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("w"), F.lit(0.0)).alias("w"))
)
to_pandas(sums.orderBy("k")).to_parquet("out.parquet")
print(pd.read_parquet("out.parquet"))
