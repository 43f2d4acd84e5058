import numpy as np
import pandas as pd

df = pd.DataFrame({"v": [1.5, None, -2.0, 6.0, 2.5], "w": [0.5, 1.0, None, 3.0, 9.0], "n": [3, 1, 2, 5, 4]})
thirds = pd.cut(df["v"], 3, labels=["low", "middle", "high"])
numbers = pd.cut(df["n"], 3, labels=False)
left = pd.cut(df["n"], 2, labels=["low", "high"], right=False)
to_largest = pd.cut(df["v"], [-5, 1, df["w"].max()], labels=["low", "high"])
around_mean = pd.cut(df["v"], bins=[-np.inf, df["v"].mean(), np.inf], labels=["below", "above"])
df["half"] = pd.qcut(df["v"], 2, labels=["lower", "upper"])
df["quarter"] = pd.qcut(df["n"], 4, labels=False)
third = pd.qcut(df["v"], 3, labels=False)  # a value lies at an edge that is rounded
most = pd.qcut(df["v"], [0, 0.5, 0.9], labels=["lower", "upper"])
by_place = pd.qcut(df["n"].rank(method="first"), 2, labels=["first", "last"])
outside = pd.cut(df["v"], [0, 2, 3], labels=False)

same = pd.DataFrame({"v": [2.0, 2.0, None], "n": [0, 0, 0], "t": [1.0, 1.0, 2.0]})
one_value = pd.cut(same["v"], 2, labels=["low", "high"])
zeros = pd.cut(same["n"], 2, labels=False)
tied = pd.qcut(same["t"], 4, labels=False, duplicates="drop")
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import binned, equal_edges, quantile_edges, scalars

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"v": [1.5, None, -2.0, 6.0, 2.5], "w": [0.5, 1.0, None, 3.0, 9.0], "n": [3, 1, 2, 5, 4]})
    .reset_index(names="_row")
)
thirds = binned(F.col("v"), equal_edges(df, "v", 3), ["low", "middle", "high"])
numbers = binned(F.col("n"), equal_edges(df, "n", 3))
left = binned(
    F.col("n"), equal_edges(df, "n", 2, right=False), ["low", "high"], right=False
)
w_max, v_mean = scalars(df.agg(F.max("w"), F.avg("v")))
to_largest = binned(F.col("v"), [-5, 1, w_max], ["low", "high"])
around_mean = binned(F.col("v"), [-np.inf, v_mean, np.inf], ["below", "above"])
df = df.withColumn(
    "half", binned(F.col("v"), quantile_edges(df, "v", 2), ["lower", "upper"], lowest=True)
)
df = df.withColumn("quarter", binned(F.col("n"), quantile_edges(df, "n", 4), lowest=True))
third = binned(F.col("v"), quantile_edges(df, "v", 3), lowest=True)  # a value lies at an edge that is rounded
most = binned(
    F.col("v"), quantile_edges(df, "v", [0, 0.5, 0.9]), ["lower", "upper"], lowest=True
)
by_place = binned(
    F.row_number().over(Window.orderBy("n", "_row")).cast("double"),
    quantile_edges(
        df.select(
            "_row", F.row_number().over(Window.orderBy("n", "_row")).cast("double").alias("n")
        ),
        "n",
        2,
    ),
    ["first", "last"],
    lowest=True,
)
outside = (
    F.when(F.col("v") <= 0, None)
    .when(F.col("v") <= 2, 0)
    .when(F.col("v") <= 3, 1)
    .cast("bigint")
)

same = spark.createDataFrame(
    pd.DataFrame({"v": [2.0, 2.0, None], "n": [0, 0, 0], "t": [1.0, 1.0, 2.0]})
)
one_value = binned(F.col("v"), equal_edges(same, "v", 2), ["low", "high"])
zeros = binned(F.col("n"), equal_edges(same, "n", 2))
tied = binned(F.col("t"), quantile_edges(same, "t", 4, duplicates="drop"), lowest=True)
