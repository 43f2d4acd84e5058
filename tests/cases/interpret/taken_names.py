import numpy as np
import pandas as pd

F = 3
strip = " x "
spark = "a program's own name"
df = pd.DataFrame({"s": [" a ", None, "b"], "v": [1.0, np.nan, 0.0]})


def scalar(title):
    return title.strip()


df["t"] = df["s"].str.strip()
df["u"] = df["v"] * F
df["w"] = df["s"].str.title()
total = df["v"].sum()
text = scalar(strip)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F_
from pandas_parity import scalar as scalar_, strip as strip_, title as title_

spark_ = SparkSession.builder.getOrCreate()

F = 3
strip = " x "
spark = "a program's own name"
df = spark_.createDataFrame(
    pd.DataFrame({"s": [" a ", None, "b"], "v": [1.0, np.nan, 0.0]})
)


def scalar(title):
    return title.strip()


df = df.withColumn("t", strip_(F_.col("s")))
df = df.withColumn("u", F_.col("v") * F)
df = df.withColumn("w", title_(F_.col("s")))
total = scalar_(df.agg(F_.coalesce(F_.sum("v"), F_.lit(0.0))))
text = scalar(strip)
