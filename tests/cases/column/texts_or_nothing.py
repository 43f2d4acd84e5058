import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["x", "y", "x", "y", "x"],
    "v": [1.0, np.nan, 3.0, -2.0, 3.0],
})
df["none"] = np.where(df["v"] > 2, "high", None)
df["nan"] = np.where(df["v"] > 2, df["k"], np.nan)
df["held"] = np.where(df["v"] > 2, df["k"], None)
df["nested"] = np.where(df["v"] > 2, "high", np.where(df["v"] < 0, "low", None))
df["first"] = np.select([df["v"] > 2, df["v"] < 0], [df["k"], "low"], default=None)
counted = df["none"].value_counts(dropna=False)
missing = df[["none", "nan", "held", "nested", "first"]].isna().sum()
known = df.dropna(subset=["nested"])[["k", "nested"]]
print(df["held"].tolist())
none = df[df["v"] > 10].copy()
none["w"] = np.where(none["v"] > 2, "high", None)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import column_values, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["x", "y", "x", "y", "x"],
    "v": [1.0, np.nan, 3.0, -2.0, 3.0],
}).reset_index(names="_row"))
df = df.withColumn("none", F.when(F.col("v") > 2, "high").otherwise(F.lit(None)))
df = df.withColumn("nan", F.when(F.col("v") > 2, F.col("k")).otherwise(F.lit(None)))
df = df.withColumn("held", F.when(F.col("v") > 2, F.col("k")).otherwise(F.lit(None)))
df = df.withColumn(
    "nested",
    F.when(F.col("v") > 2, "high").otherwise(
        F.when(F.col("v") < 0, "low").otherwise(F.lit(None))
    ),
)
df = df.withColumn(
    "first",
    F.when(F.col("v") > 2, F.col("k")).when(F.col("v") < 0, "low").otherwise(F.lit(None)),
)
counted = df.groupBy("none").agg(F.count("*").alias("count"))
missing = column_values(
    df.select("_row", "none", "nan", "held", "nested", "first")
    .agg(*[
        F.count_if(F.col(c).isNull()).alias(c)
        for c in ["none", "nan", "held", "nested", "first"]
    ])
)
known = df.dropna(subset=["nested"]).select("_row", "k", "nested")
print(to_pandas(df.orderBy("_row").select("held"), none=["held"])["held"].tolist())
none = df.filter(F.col("v") > 10)
none = none.withColumn("w", F.when(F.col("v") > 2, "high").otherwise(F.lit(None)))
