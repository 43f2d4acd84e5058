import pandas as pd

df = pd.DataFrame({"a": [3, 1, 2], "k": ["x", "y", "x"]})
lifted = (df
          .copy()  # a copy
          .to_dict()
          .items())
df["b"] = (df["a"]  # of the first
           + 1)  # and one


def shares(frame):
    total = frame["a"].sum()
    return frame["a"] / total


df["share"] = shares(df)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import divide, lit, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a": [3, 1, 2], "k": ["x", "y", "x"]}).reset_index(names="_row")
)
# a copy
lifted = (to_pandas(df.orderBy("_row"), index=["_row"]).to_dict()
          .items())
# of the first
df = df.withColumn("b", F.col("a") + 1)  # and one


def shares(frame):
    total = scalar(frame.agg(F.coalesce(F.sum("a"), F.lit(0))))
    return divide(F.col("a"), lit(total))


df = df.withColumn("share", shares(df))
