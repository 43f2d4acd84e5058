"""Sums of huge numbers overflow in pandas and Spark at different steps, so they stay with pandas."""

import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "a"], "v": [1e308, 1e308, -1e308], "w": [1.0, 1e200, None]})
print(df[["v", "w"]].mean(), df["v"].sum())
spread = df.agg({"v": "max", "w": "std"})
by = df.groupby("k").agg({"v": "mean"})
per = df.groupby("k").agg(top=("v", "max"), mean=("w", "mean"))
table = df.pivot_table(index="k", values="v")
running = df["v"].cumsum()

# large, but not as large
some = df["w"].mean()
# output
"""Sums of huge numbers overflow in pandas and Spark at different steps, so they stay with pandas."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "a"], "v": [1e308, 1e308, -1e308], "w": [1.0, 1e200, None]})
    .reset_index(names="_row")
)
print(
    to_pandas(df.select("_row", "v", "w").orderBy("_row"), index=["_row"]).mean(),
    to_pandas(df.select("_row", "v").orderBy("_row"), index=["_row"])["v"].sum(),
)
spread = to_pandas(df.orderBy("_row"), index=["_row"]).agg({"v": "max", "w": "std"})
by = to_pandas(df.orderBy("_row"), index=["_row"]).groupby("k").agg({"v": "mean"})
per = (
    to_pandas(df.orderBy("_row"), index=["_row"])
    .groupby("k")
    .agg(top=("v", "max"), mean=("w", "mean"))
)
table = to_pandas(df.orderBy("_row"), index=["_row"]).pivot_table(index="k", values="v")
running = (
    to_pandas(df.select("_row", "v").orderBy("_row"), index=["_row"])["v"]
    .cumsum()
)

# large, but not as large
some = scalar(df.agg(F.avg("w")))
