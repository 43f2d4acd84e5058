import pandas as pd

df = pd.DataFrame({"a": [1.5, 2.0], "b": [None, 1.0], "n": [1, 2]})
for c in ["a", "b"]:
    df[c + "_big"] = df[c] > 1
other = pd.DataFrame({"a": [1.5, 2.0], "b.c": [None, 1.0]})
for c in ["a", "b.c"]:
    print(c, other[c].mean())
third = pd.DataFrame({"a": [1.5, 2.0], "b": [None, 1.0]})
for c in ["a", "b"]:
    third[c] = third[c].astype(str)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import map_values

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({"a": [1.5, 2.0], "b": [None, 1.0], "n": [1, 2]}))
for c in ["a", "b"]:
    df = df.withColumn(c + "_big", F.coalesce(F.col(c) > 1, F.lit(False)))
other = pd.DataFrame({"a": [1.5, 2.0], "b.c": [None, 1.0]})
for c in ["a", "b.c"]:
    print(c, other[c].mean())
third = spark.createDataFrame(pd.DataFrame({"a": [1.5, 2.0], "b": [None, 1.0]}))
for c in ["a", "b"]:
    third = third.withColumn(c, map_values(F.col(c), str, "string"))
