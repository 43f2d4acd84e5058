import pandas as pd

df = pd.DataFrame(
    {
        "k": ["b", "a", None, "b", "a", "b"],
        "n": [3, 1, 2, 3, -1, 0],
        "v": [1.0, None, 2.0, 0.5, 4.0, 7.0],
    }
)
df["size"] = pd.cut(df["n"], [-2, 0, 2, 4, 9], labels=["none", "few", "some", "many"])
df["half"] = pd.qcut(df["v"], 2)
counts = pd.crosstab(df["size"], df["k"])
shares = pd.crosstab(df["size"], df["half"], normalize="index")
print(counts, shares)
print(pd.crosstab(df["k"], df["size"], values=df["v"], aggfunc="mean"))
means = df.pivot_table(index="size", columns="k", values="v", aggfunc="mean", observed=False)
sums = df.pivot_table(index="size", columns="k", values="n", aggfunc="sum", observed=False)
number = df.pivot_table(index="half", columns="size", values="k", aggfunc="count", observed=False, fill_value=0)
print(means, sums, number)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import binned, intervals, quantile_edges, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame(
    {
        "k": ["b", "a", None, "b", "a", "b"],
        "n": [3, 1, 2, 3, -1, 0],
        "v": [1.0, None, 2.0, 0.5, 4.0, 7.0],
    }
))
df = df.withColumn(
    "size",
    F.when(F.col("n") <= -2, None)
    .when(F.col("n") <= 0, "none")
    .when(F.col("n") <= 2, "few")
    .when(F.col("n") <= 4, "some")
    .when(F.col("n") <= 9, "many"),
)
v_edges = quantile_edges(df, "v", 2)
df = df.withColumn(
    "half", binned(F.col("v"), v_edges, intervals(v_edges, lowest=True), lowest=True)
)
counts = (
    to_pandas(
        df.dropna(subset=["size", "k"]).groupBy("size", "k").agg(F.count("*").alias("count")),
        dtypes={"size": ("none", "few", "some", "many")},
    )
    .pivot_table(
        values="count", index="size", columns="k", aggfunc="sum", observed=True, fill_value=0
    )
)
shares = (
    to_pandas(
        df.dropna(subset=["size", "half"])
        .groupBy("size", "half")
        .agg(F.count("*").alias("count")),
        dtypes={
            "size": ("none", "few", "some", "many"),
            "half": intervals(v_edges, lowest=True),
        },
    )
    .pivot_table(
        values="count", index="size", columns="half", aggfunc="sum", observed=True, fill_value=0
    )
    .pipe(lambda table: table.div(table.sum(axis=1), axis=0))
)
print(counts, shares)
print(
    to_pandas(
        df.dropna(subset=["k", "size"]).groupBy("k", "size").agg(F.avg("v").alias("v")),
        dtypes={"size": ("none", "few", "some", "many")},
    )
    .pivot_table(values="v", index="k", columns="size", aggfunc="first")
)
means = (
    to_pandas(
        df.dropna(subset=["size", "k"]).groupBy("size", "k").agg(F.avg("v").alias("v")),
        dtypes={"size": ("none", "few", "some", "many")},
    )
    .pivot_table(values="v", index="size", columns="k", aggfunc="first", observed=False)
)
sums = (
    to_pandas(
        df.dropna(subset=["size", "k"]).groupBy("size", "k").agg(F.sum("n").alias("n")),
        dtypes={"size": ("none", "few", "some", "many")},
    )
    .pivot_table(values="n", index="size", columns="k", aggfunc="sum", observed=False)
)
number = (
    to_pandas(
        df.dropna(subset=["half", "size"]).groupBy("half", "size").agg(F.count("k").alias("k")),
        dtypes={
            "half": intervals(v_edges, lowest=True),
            "size": ("none", "few", "some", "many"),
        },
    )
    .pivot_table(
        values="k", index="half", columns="size", aggfunc="sum", fill_value=0, observed=False
    )
)
print(means, sums, number)
