import numpy as np
import pandas as pd

df = pd.DataFrame({"a": [1.0, 2.0, np.nan, -1.0], "b": [1.0, 3.0, 0.5, np.nan], "n": [1, 3, 0, -1], "k": ["x", "y", "z", "x"]})
numbers = df[["a", "b", "n"]]
df["smallest"] = numbers.idxmin(axis=1)
df["largest"] = numbers.idxmax(axis="columns")
print(df["smallest"].value_counts())
print(df)
only = df[df["n"] > 9][["a", "b"]].idxmax(axis=1)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import greatest_column, least_column, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a": [1.0, 2.0, np.nan, -1.0], "b": [1.0, 3.0, 0.5, np.nan], "n": [1, 3, 0, -1], "k": ["x", "y", "z", "x"]})
    .reset_index(names="_row")
)
numbers = df.select("_row", "a", "b", "n")
df = df.withColumn("smallest", least_column(["a", "b", "n"]))
df = df.withColumn("largest", greatest_column(["a", "b", "n"]))
print(
    to_pandas(
        df.groupBy("smallest")
        .agg(F.count("*").alias("count"), F.min("_row").alias("_row"))
        .orderBy(F.col("count").desc(), "_row")
        .drop("_row"),
        index=["smallest"],
    )["count"]
)
print(to_pandas(df.orderBy("_row"), index=["_row"]))
only = (
    df.filter(F.col("n") > 9)
    .select("_row", "a", "b")
    .select("_row", greatest_column(["a", "b"]).alias("value"))
)
