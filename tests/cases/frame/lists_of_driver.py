import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", None, "a", "é"], "v": [1.5, np.nan, 0.0, -2.0, 1.5], "n": [3, 0, 2, -1, 3], "m": [3.0, None, 1.0, 0.0, 2.0],
})
counts = df.groupby("n").size()
often = counts[counts > 1].index.tolist()
rare = set(df["k"].value_counts().loc[lambda s: s == 1].index)
none = counts[counts > 9].index.tolist()
values = df["v"].unique().tolist()
keys = df["k"].unique()
first = df[df["n"].isin(often)]
second = df[~df["n"].isin(often)]
third = df[df["k"].isin(rare)]
fourth = df[~df["k"].isin(keys)]
fifth = df[df["n"].isin(none)]
sixth = df[~df["n"].isin(none)]
seventh = df[df["v"].isin(values)]
eighth = df[df["m"].isin(values)]
ninth = df[df["n"].isin(values) & (df["v"] > 0)]
df["often"] = df["n"].isin(often).astype(int)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import is_in, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a", "é"], "v": [1.5, np.nan, 0.0, -2.0, 1.5], "n": [3, 0, 2, -1, 3], "m": [3.0, None, 1.0, 0.0, 2.0],
}).reset_index(names="_row"))
counts = df.groupBy("n").agg(F.count("*").alias("size")).cache()
often = (
    to_pandas(counts.filter(F.col("size") > 1).select("n").orderBy("n"), index=["n"]).index
    .tolist()
)
rare = set(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.count("*").alias("count"), F.min("_row").alias("_row"))
        .orderBy(F.col("count").desc(), "_row")
        .drop("_row"),
        index=["k"],
    )["count"].loc[lambda s: s == 1].index
)
none = (
    to_pandas(counts.filter(F.col("size") > 9).select("n").orderBy("n"), index=["n"]).index
    .tolist()
)
values = (
    to_pandas(
        df.groupBy("v").agg(F.min("_row").alias("_row")).orderBy("_row").select("v")
    )["v"]
    .to_numpy()
    .tolist()
)
keys = (
    to_pandas(
        df.groupBy("k").agg(F.min("_row").alias("_row")).orderBy("_row").select("k"), none=["k"]
    )["k"]
    .to_numpy()
)
first = df.filter(is_in(F.col("n"), often, float))
second = df.filter(~is_in(F.col("n"), often, float))
third = df.filter(is_in(F.col("k"), rare, str, none=True))
fourth = df.filter(~is_in(F.col("k"), keys, str, none=True))
fifth = df.filter(is_in(F.col("n"), none, float))
sixth = df.filter(~is_in(F.col("n"), none, float))
seventh = df.filter(is_in(F.col("v"), values, float))
eighth = df.filter(is_in(F.col("m"), values, float))
ninth = df.filter(is_in(F.col("n"), values, float) & (F.col("v") > 0))
df = df.withColumn("often", is_in(F.col("n"), often, float).cast("bigint"))
