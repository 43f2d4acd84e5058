"""Columns that are chosen after sorting: the sort moves behind the choice, where the first rows are taken."""
import pandas as pd

df = pd.DataFrame(
    {
        "k": ["b", None, "a", "b", "c", "a"],
        "v": [3.0, 1.0, None, 3.0, -0.0, 1.0],
        "n": [1, 2, 3, 4, 5, 6],
    }
)
print(df.sort_values("v")[["k", "n"]].head(3))
print(df.sort_values(["v", "k"], ascending=False)[["k"]].head(4))
print(df.sort_values("k")[["k", "v"]].head(10))
print(df[df["n"] > 9].sort_values("n")[["k"]].head(2))
first = df.sort_values("n", ascending=False)[["k", "v"]].head(2)
print(first["v"].sum())
print(df.sort_values("v").drop(columns="v").head(2))
print(df.sort_values("v", ascending=False)["k"].head(3))
# output
"""Columns that are chosen after sorting: the sort moves behind the choice, where the first rows are taken."""
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame(
    {
        "k": ["b", None, "a", "b", "c", "a"],
        "v": [3.0, 1.0, None, 3.0, -0.0, 1.0],
        "n": [1, 2, 3, 4, 5, 6],
    }
).reset_index(names="_row"))
print(
    to_pandas(
        df.select("_row", F.col("v").alias("_sort_v"), "k", "n")
        .orderBy(F.col("_sort_v").asc_nulls_last(), "_row")
        .limit(3)
        .drop("_sort_v"),
        index=["_row"],
        none=["k"],
    )
)
print(
    to_pandas(
        df.select("_row", F.col("v").alias("_sort_v"), "k")
        .orderBy(F.col("_sort_v").desc_nulls_last(), F.col("k").desc_nulls_last(), "_row")
        .limit(4)
        .drop("_sort_v"),
        index=["_row"],
        none=["k"],
    )
)
print(
    to_pandas(
        df.select("_row", "k", "v").orderBy(F.col("k").asc_nulls_last(), "_row").limit(10),
        index=["_row"],
        none=["k"],
    )
)
print(
    to_pandas(
        df.filter(F.col("n") > 9)
        .select("_row", F.col("n").alias("_sort_n"), "k")
        .orderBy("_sort_n", "_row")
        .limit(2)
        .drop("_sort_n"),
        index=["_row"],
        none=["k"],
    )
)
first = (
    df.select("_row", F.col("n").alias("_sort_n"), "k", "v")
    .orderBy(F.col("_sort_n").desc(), "_row")
    .limit(2)
)
print(scalar(first.agg(F.coalesce(F.sum("v"), F.lit(0.0)))))
print(
    to_pandas(
        df.withColumnRenamed("v", "_sort_v")
        .orderBy(F.col("_sort_v").asc_nulls_last(), "_row")
        .limit(2)
        .drop("_sort_v"),
        index=["_row"],
        none=["k"],
    )
)
print(
    to_pandas(
        df.select("_row", F.col("v").alias("_sort_v"), "k")
        .orderBy(F.col("_sort_v").desc_nulls_last(), "_row")
        .limit(3)
        .drop("_sort_v"),
        index=["_row"],
        none=["k"],
    )["k"]
)
