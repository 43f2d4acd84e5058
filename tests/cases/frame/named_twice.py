"""Columns that are named twice, or several of which values are missing, make more rows or columns in pandas."""

import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "a"], "v": [1.0, np.nan, 3.0], "w": [np.nan, np.nan, 0.0]})
sums = df.groupby(["k", "k"])["v"].sum()
wide = df.groupby(["k", "k"])["v"].sum().unstack()
top = df.nlargest(2, ["v", "w"])
df.loc[df["v"] > 1, ["w", "w"]] = 0.5

flags = pd.DataFrame({"ok": [None, True, False, None], "n": [1, 2, 3, 4]})
print(flags.groupby("ok", dropna=False)["n"].sum())
# output
"""Columns that are named twice, or several of which values are missing, make more rows or columns in pandas."""

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "a"], "v": [1.0, np.nan, 3.0], "w": [np.nan, np.nan, 0.0]})
    .reset_index(names="_row")
)
sums = to_pandas(df.orderBy("_row"), index=["_row"]).groupby(["k", "k"])["v"].sum()
wide = (
    to_pandas(df.orderBy("_row"), index=["_row"]).groupby(["k", "k"])["v"]
    .sum()
    .unstack()
)
top = to_pandas(df.orderBy("_row"), index=["_row"]).nlargest(2, ["v", "w"])
df = to_pandas(df.orderBy("_row"), index=["_row"])
df.loc[df["v"] > 1, ["w", "w"]] = 0.5

flags = spark.createDataFrame(
    pd.DataFrame({"ok": [None, True, False, None], "n": [1, 2, 3, 4]}).reset_index(names="_row")
)
print(
    to_pandas(flags.orderBy("_row"), index=["_row"], dtypes={"ok": "object"}, none=["ok"])
    .groupby("ok", dropna=False)["n"]
    .sum()
)
