import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "b", "é", "a"], "n": [1, 0, 1, 1, 0, 1], "x": [1.5, np.nan, 0.0, -2.0, np.nan, 3.0],
})
counted = df.groupby(["k", "n"])["n"].count()
print(counted)
print(df.groupby("n")["n"].sum())
print(df.groupby("k")["k"].count().sort_values(ascending=False))
largest = df.groupby("n").agg(n=("x", "max"))
print(df.groupby(["k", "n"])["n"].count().reset_index(name="times"))
print(df[df["n"] > 5].groupby("n")["n"].count())
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "b", "é", "a"], "n": [1, 0, 1, 1, 0, 1], "x": [1.5, np.nan, 0.0, -2.0, np.nan, 3.0],
}))
counted = to_pandas(
    df.dropna(subset=["k"])
    .groupBy("k", F.col("n").alias("n_key"))
    .agg(F.count("*").alias("n"))
    .orderBy("k", "n_key"),
    index=["k", "n_key"],
    names=["k", "n"],
)["n"]
print(counted)
print(
    to_pandas(
        df.groupBy(F.col("n").alias("n_key")).agg(F.sum("n").alias("n")).orderBy("n_key"),
        index=["n_key"],
        names=["n"],
    )["n"]
)
print(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy(F.col("k").alias("k_key"))
        .agg(F.count("k").alias("k"))
        .orderBy(F.col("k").desc(), "k_key"),
        index=["k_key"],
        names=["k"],
    )["k"]
)
largest = to_pandas(
    df.groupBy(F.col("n").alias("n_key")).agg(F.max("x").alias("n")).orderBy("n_key"),
    index=["n_key"],
    names=["n"],
)
print(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k", F.col("n").alias("n_key"))
        .agg(F.count("*").alias("n"))
        .withColumnRenamed("n", "times")
        .select("k", F.col("n_key").alias("n"), "times")
        .orderBy("k", "n")
    )
)
print(
    to_pandas(
        df.filter(F.col("n") > 5)
        .groupBy(F.col("n").alias("n_key"))
        .agg(F.count("*").alias("n"))
        .orderBy("n_key"),
        index=["n_key"],
        names=["n"],
    )["n"]
)
