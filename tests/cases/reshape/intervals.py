import numpy as np
import pandas as pd

df = pd.DataFrame({"n": [1, 25, 60, 7, 300, 10], "v": [1.5, None, 2.0, 10.0, 0.5, 5.0]})
df["bin"] = pd.cut(df["n"], bins=[0, 10, 50, 100])
df["left"] = pd.cut(df["v"], [0.5, 5, np.inf], right=False)
df["lowest"] = pd.cut(df["n"], [1, 25, 60], include_lowest=True).astype(str)
total = df.groupby("bin", observed=False)["v"].sum()
counts = df["bin"].value_counts().sort_index()
kept = df.dropna(subset=["bin"]).sort_values(["bin", "n"])
binned = df.groupby(pd.cut(df["n"], [0, 10, 50]), observed=False)["v"].mean()
one = df["bin"].iloc[0]
print(type(one), df.loc[1, "bin"], total)
print(df)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import every_category, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"n": [1, 25, 60, 7, 300, 10], "v": [1.5, None, 2.0, 10.0, 0.5, 5.0]})
    .reset_index(names="_row")
)
df = df.withColumn(
    "bin",
    F.when(F.col("n") <= 0, None)
    .when(F.col("n") <= 10, "(0, 10]")
    .when(F.col("n") <= 50, "(10, 50]")
    .when(F.col("n") <= 100, "(50, 100]"),
)
df = df.withColumn(
    "left",
    F.when(F.col("v") < 0.5, None)
    .when(F.col("v") < 5, "[0.5, 5.0)")
    .when(F.col("v") < float("inf"), "[5.0, inf)"),
)
df = df.withColumn(
    "lowest",
    F.coalesce(
        F.when(F.col("n") < 1, None)
        .when(F.col("n") <= 25, "(0.999, 25.0]")
        .when(F.col("n") <= 60, "(25.0, 60.0]"),
        F.lit("nan"),
    ),
)
total = every_category(
    df.dropna(subset=["bin"]).groupBy("bin").agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v")),
    {"bin": ["(0, 10]", "(10, 50]", "(50, 100]"]},
    fill={"v": 0},
)
counts = (
    every_category(
        df.dropna(subset=["bin"]).groupBy("bin").agg(F.count("*").alias("count")),
        {"bin": ["(0, 10]", "(10, 50]", "(50, 100]"]},
        fill={"count": 0},
    )
    .orderBy("bin")
)
kept = df.dropna(subset=["bin"]).orderBy("bin", "n", "_row")
binned = every_category(
    df.withColumn(
        "_key",
        F.when(F.col("n") <= 0, None)
        .when(F.col("n") <= 10, "(0, 10]")
        .when(F.col("n") <= 50, "(10, 50]"),
    )
    .dropna(subset=["_key"])
    .groupBy(F.col("_key").alias("n"))
    .agg(F.avg("v").alias("v")),
    {"n": ["(0, 10]", "(10, 50]"]},
)
one = to_pandas(
    df.select("_row", "bin").orderBy("_row"),
    index=["_row"],
    dtypes={"bin": pd.IntervalIndex.from_breaks([0, 10, 50, 100])},
)["bin"].iloc[0]
print(
    type(one),
    to_pandas(
        df.orderBy("_row"),
        index=["_row"],
        dtypes={
            "bin": pd.IntervalIndex.from_breaks([0, 10, 50, 100]),
            "left": pd.IntervalIndex.from_breaks([0.5, 5.0, float("inf")], closed="left"),
        },
    ).loc[1, "bin"],
    to_pandas(
        total.orderBy("bin"),
        index=["bin"],
        dtypes={"bin": pd.IntervalIndex.from_breaks([0, 10, 50, 100])},
    )["v"],
)
print(
    to_pandas(
        df.orderBy("_row"),
        index=["_row"],
        dtypes={
            "bin": pd.IntervalIndex.from_breaks([0, 10, 50, 100]),
            "left": pd.IntervalIndex.from_breaks([0.5, 5.0, float("inf")], closed="left"),
        },
    )
)
