"""A lambda that gives a Series of named values for each group."""

import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b"],
    "j": [1, 2, 1, 2, 1, 1],
    "v": [1.5, np.nan, 3.0, -2.0, np.nan, 4.0],
    "n": [1, 2, 3, 4, 5, 6],
})

mixed = df.groupby("k").apply(lambda g: pd.Series({"rows": len(g), "mean": g["v"].mean()}))
whole = df.groupby("k").apply(lambda g: pd.Series({"rows": len(g), "top": g["n"].max()}))
columns = df.groupby(["k", "j"], as_index=False).apply(
    lambda g: pd.Series({"spread": g["v"].max() - g["v"].min(), "share": g["n"].sum() / 21})
)
kept = df.groupby("k", dropna=False, as_index=False, sort=False).apply(lambda g: pd.Series({"total": g["n"].sum()}))
ranked = df.sort_values("n", ascending=False).groupby("k").head(1)
summed = df.sort_values(["n", "k"]).groupby("k")["v"].sum()
print(mixed)
print(columns)
# output
"""A lambda that gives a Series of named values for each group."""

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b"],
    "j": [1, 2, 1, 2, 1, 1],
    "v": [1.5, np.nan, 3.0, -2.0, np.nan, 4.0],
    "n": [1, 2, 3, 4, 5, 6],
}).reset_index(names="_row"))

mixed = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.count("*").cast("double").alias("rows"), F.avg("v").alias("mean"))
)
whole = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.count("*").alias("rows"), F.max("n").alias("top"))
)
columns = (
    df.dropna(subset=["k"])
    .groupBy("k", "j")
    .agg((F.max("v") - F.min("v")).alias("spread"), (F.sum("n") / 21).alias("share"))
)
kept = df.groupBy("k").agg(F.sum("n").alias("total"))
ranked = (
    df.dropna(subset=["k"])
    .withColumn(
        "_place",
        F.row_number().over(Window.partitionBy("k").orderBy(F.col("n").desc(), "_row")),
    )
    .filter(F.col("_place") <= 1)
    .drop("_place")
)
summed = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
print(to_pandas(mixed.orderBy("k"), index=["k"]))
print(to_pandas(columns.orderBy("k", "j")))
