import datetime

import pandas as pd

df = pd.DataFrame({
    "g": [1, 1, 2, 2],
    "k": [None, None, None, None],
    "d": [None, None, datetime.date(2020, 1, 1), None],
    "b": [True, None, None, None],
    "s": ["x", None, None, None],
})
print(df.groupby("g").first(), df.groupby("g").last())
print(df.groupby("g").agg({"d": "first", "b": "last", "k": "first"}), df.groupby("g")["k"].first())
# output
import datetime

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "g": [1, 1, 2, 2],
    "k": [None, None, None, None],
    "d": [None, None, datetime.date(2020, 1, 1), None],
    "b": [True, None, None, None],
    "s": ["x", None, None, None],
}).reset_index(names="_row"))
print(
    to_pandas(
        df.groupBy("g")
        .agg(
            F.min_by("k", F.when(F.col("k").isNotNull(), F.col("_row"))).alias("k"),
            F.min_by("d", F.when(F.col("d").isNotNull(), F.col("_row"))).alias("d"),
            F.min_by("b", F.when(F.col("b").isNotNull(), F.col("_row"))).alias("b"),
            F.min_by("s", F.when(F.col("s").isNotNull(), F.col("_row"))).alias("s"),
        )
        .orderBy("g"),
        index=["g"],
        dtypes={"b": "object"},
        none=["k", "d", "b", "s"],
    ),
    to_pandas(
        df.groupBy("g")
        .agg(
            F.max_by("k", F.when(F.col("k").isNotNull(), F.col("_row"))).alias("k"),
            F.max_by("d", F.when(F.col("d").isNotNull(), F.col("_row"))).alias("d"),
            F.max_by("b", F.when(F.col("b").isNotNull(), F.col("_row"))).alias("b"),
            F.max_by("s", F.when(F.col("s").isNotNull(), F.col("_row"))).alias("s"),
        )
        .orderBy("g"),
        index=["g"],
        dtypes={"b": "object"},
        none=["k", "d", "b", "s"],
    ),
)
print(
    to_pandas(
        df.groupBy("g")
        .agg(
            F.min_by("d", F.when(F.col("d").isNotNull(), F.col("_row"))).alias("d"),
            F.max_by("b", F.when(F.col("b").isNotNull(), F.col("_row"))).alias("b"),
            F.min_by("k", F.when(F.col("k").isNotNull(), F.col("_row"))).alias("k"),
        )
        .orderBy("g"),
        index=["g"],
        dtypes={"b": "object"},
        none=["d", "b", "k"],
    ),
    to_pandas(
        df.groupBy("g")
        .agg(F.min_by("k", F.when(F.col("k").isNotNull(), F.col("_row"))).alias("k"))
        .orderBy("g"),
        index=["g"],
        none=["k"],
    )["k"],
)
