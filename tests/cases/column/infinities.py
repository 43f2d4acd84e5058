"""Infinities: missing to windows, and two of them may make what is missing."""

import numpy as np
import pandas as pd

df = pd.DataFrame({"a": [1.0, 0.0, 3.0, 2.0, 0.0], "b": [4, 5, 6, 7, 0], "k": ["x", "y", "x", "x", "y"]})
df["ratio"] = df["b"] / df["a"]
df["log"] = np.log(df["a"])
df["mean"] = df["ratio"].rolling(2).mean()
df["most"] = df["ratio"].rolling(2, min_periods=1).max()
df["seen"] = df["ratio"].rolling(2).count()
df["so_far"] = df["log"].expanding().sum()
df["total"] = df["ratio"].cumsum()
df["change"] = df["log"].diff().isna()
df["none"] = (df["ratio"] - df["ratio"]).isna()
df["zero"] = (df["ratio"] * df["a"]).fillna(-1)
df["share"] = (df["ratio"] / df["ratio"]).isna()
df["plain"] = df["b"].rolling(2).mean() + df["a"]
df["by_group"] = df.groupby("k")["log"].cumsum()

signed = pd.DataFrame({"v": [-1.5, 0.0, 3.25, 0.0], "w": [-0.0, -0.0, 0.0, 0.0]})
signed["by_zero"] = signed["v"] / signed["w"]

# what lies between infinities is missing in pandas
parts = pd.DataFrame({"v": [1.0, -2.0, -3.0], "n": [0, 0, 0]})
between = (parts["v"] / parts["n"]).quantile(0.9)
# output
"""Infinities: missing to windows, and two of them may make what is missing."""

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import divide, finite, log, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a": [1.0, 0.0, 3.0, 2.0, 0.0], "b": [4, 5, 6, 7, 0], "k": ["x", "y", "x", "x", "y"]})
    .reset_index(names="_row")
)
df = df.withColumn("ratio", divide(F.col("b"), F.col("a")))
df = df.withColumn("log", log(F.col("a")))
df = df.withColumn(
    "mean",
    F.when(
        F.count(finite(F.col("ratio"))).over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
        F.avg(finite(F.col("ratio"))).over(Window.orderBy("_row").rowsBetween(-1, 0)),
    ),
)
df = df.withColumn(
    "most",
    F.when(
        F.count(finite(F.col("ratio"))).over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 1,
        F.max(finite(F.col("ratio")))
        .over(Window.orderBy("_row").rowsBetween(-1, 0))
        .cast("double"),
    ),
)
df = df.withColumn(
    "seen",
    F.when(
        F.count("*").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
        F.count("ratio").over(Window.orderBy("_row").rowsBetween(-1, 0)).cast("double"),
    ),
)
df = df.withColumn(
    "so_far",
    F.when(
        F.count(finite(F.col("log"))).over(
            Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
        )
        >= 1,
        F.sum(finite(F.col("log")))
        .over(Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow))
        .cast("double"),
    ),
)
df = df.withColumn(
    "total",
    F.when(
        F.col("ratio").isNotNull(),
        F.nanvl(
            F.sum("ratio").over(
                Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
            ),
            F.lit(None),
        ),
    ),
)
df = df.withColumn(
    "change",
    F.nanvl(F.col("log") - F.lag("log", 1).over(Window.orderBy("_row")), F.lit(None)).isNull(),
)
df = df.withColumn("none", F.nanvl(F.col("ratio") - F.col("ratio"), F.lit(None)).isNull())
df = df.withColumn(
    "zero", F.coalesce(F.nanvl(F.col("ratio") * F.col("a"), F.lit(None)), F.lit(-1))
)
df = df.withColumn("share", divide(F.col("ratio"), F.col("ratio")).isNull())
df = df.withColumn(
    "plain",
    F.when(
        F.count("b").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
        F.avg("b").over(Window.orderBy("_row").rowsBetween(-1, 0)),
    )
    + F.col("a"),
)
df = to_pandas(df.orderBy("_row"), index=["_row"])
df["by_group"] = df.groupby("k")["log"].cumsum()

signed = spark.createDataFrame(
    pd.DataFrame({"v": [-1.5, 0.0, 3.25, 0.0], "w": [-0.0, -0.0, 0.0, 0.0]})
)
signed = signed.withColumn("by_zero", divide(F.col("v"), F.col("w")))

# what lies between infinities is missing in pandas
parts = spark.createDataFrame(
    pd.DataFrame({"v": [1.0, -2.0, -3.0], "n": [0, 0, 0]}).reset_index(names="_row")
)
between = (
    to_pandas(
        parts.select("_row", divide(F.col("v"), F.col("n")).alias("value")).orderBy("_row"),
        index=["_row"],
    )["value"]
    .rename(None)
    .quantile(0.9)
)
