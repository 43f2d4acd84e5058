import numpy as np
import pandas as pd

df = pd.DataFrame({
    "s": ["a", np.nan, "", "é", np.nan], "x": [1.5, np.nan, 0.0, -2.0, np.nan], "n": [1, 2, 3, 1, 2],
})


def guessed(row):
    x = row[0]
    n = row[1]
    if pd.isnull(x):
        if n == 1:
            return 37
        elif n == 2:
            return 29
        else:
            return 24
    else:
        return x


df["has"] = df["s"].apply(lambda v: 0 if type(v) == float else 1)
df["is"] = df["s"].apply(lambda v: "text" if type(v) is str else "none")
df["not"] = df["s"].apply(lambda v: type(v) != str)
df["y"] = df[["x", "n"]].apply(guessed, axis=1)
df["last"] = df[["x", "n"]].apply(lambda r: r[-1] * 2, axis=1)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "s": ["a", np.nan, "", "é", np.nan], "x": [1.5, np.nan, 0.0, -2.0, np.nan], "n": [1, 2, 3, 1, 2],
}))


def guessed(row):
    x = row[0]
    n = row[1]
    if pd.isnull(x):
        if n == 1:
            return 37
        elif n == 2:
            return 29
        else:
            return 24
    else:
        return x


df = df.withColumn("has", F.when(F.col("s").isNull(), 0).otherwise(1).cast("bigint"))
df = df.withColumn("is", F.when(F.col("s").isNotNull(), "text").otherwise("none"))
df = df.withColumn("not", F.col("s").isNull())
df = df.withColumn(
    "y",
    F.when(
        F.col("x").isNull(),
        F.when(F.col("n").cast("double") == 1, 37.0)
        .when(F.col("n").cast("double") == 2, 29.0)
        .otherwise(24.0),
    )
    .otherwise(F.col("x")),
)
df = df.withColumn("last", F.col("n").cast("double") * 2)
