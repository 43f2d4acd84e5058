import pandas as pd

words = """a
b"""
df = pd.DataFrame({"A": [1, 2, None], "B": ["x", None, words]})
df["c"] = df["A"] * 2
long = df["B"].str.len()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

words = """a
b"""
df = spark.createDataFrame(pd.DataFrame({"A": [1, 2, None], "B": ["x", None, words]}))
df = df.withColumn("c", F.col("A") * 2)
long = F.char_length(F.col("B")).cast("double")
