import numpy as np
import pandas as pd

df = pd.DataFrame({
    "n": [1, 25, 60, 7, 300, 8],
    "k": ["x", "y", "x", None, "y", "z"],
    "v": [1.5, None, 2.0, 4.0, 0.5, None],
    "w": [3, 1, 2, 5, 4, 6],
})
df["bin"] = pd.cut(df["n"], bins=[5, 10, 50, 100], labels=["small", "medium", "large"])
total = df.groupby("bin")["w"].sum()
rows = df.groupby("bin", observed=False).size()
both = df.groupby(["k", "bin"], observed=False).agg(n=("w", "count"), mean=("v", "mean"), best=("v", "max"))
table = df.groupby("bin", as_index=False)["v"].mean()
wide = df.groupby(["k", "bin"], observed=False).size().unstack(fill_value=0)
least = df.groupby("bin", observed=False)["w"].min()
only = df.groupby("bin", observed=True)["w"].min()
df["share"] = df["w"] / df.groupby("bin", observed=False)["w"].transform("sum")
sized = df.sort_values(["bin", "w"], ascending=False)
counts = df["bin"].value_counts(sort=False)
shares = df["bin"].value_counts(normalize=True).sort_index()
first = df.groupby("bin", observed=False)["v"].first()
print(total)
print(both)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import divide, every_category, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "n": [1, 25, 60, 7, 300, 8],
    "k": ["x", "y", "x", None, "y", "z"],
    "v": [1.5, None, 2.0, 4.0, 0.5, None],
    "w": [3, 1, 2, 5, 4, 6],
}).reset_index(names="_row"))
df = df.withColumn(
    "bin",
    F.when(F.col("n") <= 5, None)
    .when(F.col("n") <= 10, "small")
    .when(F.col("n") <= 50, "medium")
    .when(F.col("n") <= 100, "large"),
)
total = every_category(
    df.dropna(subset=["bin"]).groupBy("bin").agg(F.sum("w").alias("w")),
    {"bin": ["small", "medium", "large"]},
    fill={"w": 0},
)
rows = every_category(
    df.dropna(subset=["bin"]).groupBy("bin").agg(F.count("*").alias("size")),
    {"bin": ["small", "medium", "large"]},
    fill={"size": 0},
)
both = every_category(
    df.dropna(subset=["k", "bin"])
    .groupBy("k", "bin")
    .agg(F.count("*").alias("n"), F.avg("v").alias("mean"), F.max("v").alias("best")),
    {"k": None, "bin": ["small", "medium", "large"]},
    rows=df.select("k"),
    fill={"n": 0},
)
table = every_category(
    df.dropna(subset=["bin"]).groupBy("bin").agg(F.avg("v").alias("v")),
    {"bin": ["small", "medium", "large"]},
)
wide = (
    to_pandas(
        every_category(
            df.dropna(subset=["k", "bin"]).groupBy("k", "bin").agg(F.count("*").alias("size")),
            {"k": None, "bin": ["small", "medium", "large"]},
            rows=df.select("k"),
            fill={"size": 0},
        )
        .orderBy("k", F.array_position(F.lit(["small", "medium", "large"]), F.col("bin"))),
        index=["k", "bin"],
        dtypes={"bin": ("small", "medium", "large")},
    )["size"]
    .rename(None)
    .unstack(fill_value=0)
)
least = every_category(
    df.dropna(subset=["bin"]).groupBy("bin").agg(F.min("w").alias("w")),
    {"bin": ["small", "medium", "large"]},
)
only = df.dropna(subset=["bin"]).groupBy("bin").agg(F.min("w").alias("w"))
df = df.withColumn(
    "share",
    divide(
        F.col("w"), F.when(F.col("bin").isNotNull(), F.sum("w").over(Window.partitionBy("bin")))
    ),
)
sized = df.orderBy(
    F.array_position(F.lit(["small", "medium", "large"]), F.col("bin")).desc_nulls_last(),
    F.col("w").desc(),
    "_row",
)
counts = every_category(
    df.dropna(subset=["bin"]).groupBy("bin").agg(F.count("*").alias("count")),
    {"bin": ["small", "medium", "large"]},
    fill={"count": 0},
)
shares = (
    every_category(
        df.dropna(subset=["bin"]).groupBy("bin").agg(F.count("*").alias("count")),
        {"bin": ["small", "medium", "large"]},
        fill={"count": 0},
    )
    .withColumn(
        "proportion",
        F.col("count") / F.nullif(F.sum("count").over(Window.partitionBy()), F.lit(0)),
    )
    .drop("count")
    .orderBy(F.array_position(F.lit(["small", "medium", "large"]), F.col("bin")))
)
first = (
    to_pandas(
        df.orderBy("_row"),
        index=["_row"],
        dtypes={"bin": ("small", "medium", "large")},
        none=["k"],
    )
    .groupby("bin", observed=False)["v"]
    .first()
)
print(
    to_pandas(
        total.orderBy(F.array_position(F.lit(["small", "medium", "large"]), F.col("bin"))),
        index=["bin"],
        dtypes={"bin": ("small", "medium", "large")},
    )["w"]
)
print(
    to_pandas(
        both.orderBy("k", F.array_position(F.lit(["small", "medium", "large"]), F.col("bin"))),
        index=["k", "bin"],
        dtypes={"bin": ("small", "medium", "large")},
    )
)
