import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", None, "b"], "n": [3, 1, 2, 2], "v": [1.5, np.nan, 0.0, -1.0]})
df["v"][df["v"].isnull()] = 0
df.n[df.n > 2] = 10
df["k"][df["v"] < 0] = "minus"
print(df)
few = df[df["n"] < 5].copy()
few["v"][(few["n"] == 2) & few["k"].notnull()] = few["v"].max()
print(few)
df["n"][df["v"] > 1] = np.nan
print(df)
held = df["v"]
df["v"][df["n"] == 1] = 9.5
print(held.tolist())
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "b"], "n": [3, 1, 2, 2], "v": [1.5, np.nan, 0.0, -1.0]})
    .reset_index(names="_row")
)
df = df.withColumn("v", F.when(F.col("v").isNull(), 0.0).otherwise(F.col("v")))
df = df.withColumn("n", F.when(F.col("n") > 2, 10).otherwise(F.col("n")))
df = df.withColumn("k", F.when(F.col("v") < 0, "minus").otherwise(F.col("k")))
print(to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]))
few = df.filter(F.col("n") < 5)
few = few.withColumn(
    "v",
    F.when((F.col("n") == 2) & F.col("k").isNotNull(), lit(scalar(few.agg(F.max("v")))))
    .otherwise(F.col("v")),
)
print(to_pandas(few.orderBy("_row"), index=["_row"], none=["k"]))
df = to_pandas(
    df.withColumn("n", F.when(F.col("v") > 1, F.lit(None)).otherwise(F.col("n").cast("double")))
    .orderBy("_row"),
    index=["_row"],
    none=["k"],
)
print(df)
held = df["v"]
df["v"][df["n"] == 1] = 9.5
print(held.tolist())
