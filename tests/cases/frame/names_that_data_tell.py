import pandas as pd

df = pd.DataFrame({
    "k": ["x", "y", None, "x"], "a": [1, 2, 3, 4], "b": [2.5, 0.5, None, -1.5], "c": [None, None, "é", None],
    "d": [1.0, 2.0, None, 0.0],
})
df = pd.concat([df, df.head(2)], ignore_index=True)
missing = df.isnull().sum()
missing = missing[missing > 0].sort_values(ascending=False)
print(missing)
shares = pd.DataFrame({"count": df.isnull().sum(), "share": df.isnull().mean() * 100})
shares = shares[shares["count"] > 0].sort_values("share", ascending=False)
rare = shares[shares["share"] > 50].index
kept = df.drop(columns=rare)
numbers = kept.dtypes[kept.dtypes != "object"].index
means = kept[numbers].mean()
whole = kept.dropna(subset=missing.index.drop("c"))
by_share = df[list(shares.index)]
some = kept.drop(means[means > 1.6].index, axis=1)
print(rare, kept, means, whole, by_share, some)
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
import numpy as np
from pandas_parity import column_values, require_names, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["x", "y", None, "x"], "a": [1, 2, 3, 4], "b": [2.5, 0.5, None, -1.5], "c": [None, None, "é", None],
    "d": [1.0, 2.0, None, 0.0],
}).reset_index(names="_row"))
df = (
    df.withColumn("_part", F.lit(0))
    .unionByName(df.orderBy("_row").limit(2).withColumn("_part", F.lit(1)))
    .withColumn("_row", F.row_number().over(Window.orderBy("_part", "_row")).cast("bigint") - 1)
    .drop("_part")
    .cache()
)
missing = column_values(
    df.agg(
        F.count_if(F.col("k").isNull()).alias("k"),
        F.count_if(F.col("a").isNull()).alias("a"),
        F.count_if(F.col("b").isNull()).alias("b"),
        F.count_if(F.col("c").isNull()).alias("c"),
        F.count_if(F.col("d").isNull()).alias("d"),
    )
)
missing = missing[missing > 0].sort_values(ascending=False)
print(missing)
shares = pd.DataFrame(
    {"count": column_values(df.agg(F.count_if(F.col("k").isNull()).alias("k"), F.count_if(F.col("a").isNull()).alias("a"), F.count_if(F.col("b").isNull()).alias("b"), F.count_if(F.col("c").isNull()).alias("c"), F.count_if(F.col("d").isNull()).alias("d"))), "share": column_values(df.agg(F.avg(F.col("k").isNull().cast("int")).alias("k"), F.avg(F.col("a").isNull().cast("int")).alias("a"), F.avg(F.col("b").isNull().cast("int")).alias("b"), F.avg(F.col("c").isNull().cast("int")).alias("c"), F.avg(F.col("d").isNull().cast("int")).alias("d"))) * 100}
)
shares = shares[shares["count"] > 0].sort_values("share", ascending=False)
rare = shares[shares["share"] > 50].index
kept = require_names(df, rare, ["c"]).drop("c").cache()
numbers = pd.Series({"k": np.dtype("object"), "a": np.dtype("int64"), "b": np.dtype("float64"), "d": np.dtype("float64")}, dtype="object")[pd.Series({"k": np.dtype("object"), "a": np.dtype("int64"), "b": np.dtype("float64"), "d": np.dtype("float64")}, dtype="object") != "object"].index
means = column_values(
    require_names(kept, numbers, ["a", "b", "d"])
    .select("_row", "a", "b", "d")
    .agg(F.avg("a").alias("a"), F.avg("b").alias("b"), F.avg("d").alias("d"))
)
whole = (
    require_names(kept, missing.index.drop("c"), ["k", "b", "d"])
    .dropna(subset=["k", "b", "d"])
)
by_share = (
    require_names(df, list(shares.index), ["c", "k", "b", "d"])
    .select("_row", "c", "k", "b", "d")
)
some = require_names(kept, means[means > 1.6].index, ["a"]).drop("a")
print(
    rare,
    to_pandas(kept.orderBy("_row"), index=["_row"], none=["k"]),
    means,
    to_pandas(whole.orderBy("_row"), index=["_row"]),
    to_pandas(by_share.orderBy("_row"), index=["_row"], none=["c", "k"]),
    to_pandas(some.orderBy("_row"), index=["_row"], none=["k"]),
)
