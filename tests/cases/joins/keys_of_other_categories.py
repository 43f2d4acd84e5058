"""Keys that are categories: of others than on the other side they are compared, and come out, as texts."""

import numpy as np
import pandas as pd

big = pd.DataFrame({"k": ["b", "a", None, "a", "z"], "v": [1.0, 2.0, 3.0, np.nan, 5.0]})
small = pd.DataFrame({"k": ["a", "c", None], "w": [10, 20, 30]})
x, y = big.astype({"k": pd.CategoricalDtype(["a", "b", "z"])}), small.astype({"k": pd.CategoricalDtype(["c", "a"])})

inner = x.merge(y, on="k")
left = x.merge(y, on="k", how="left")
outer = x.merge(y, on="k", how="outer")
texts = x.merge(small, on="k")
from_texts = big.merge(y.rename(columns={"k": "key"}), left_on="k", right_on="key", how="left")
print(inner, left, outer, sep="\n")
print(texts["k"].tolist(), from_texts["key"].isna().sum(), inner["w"].sum())
print(inner.dtypes)
print(inner.groupby("k")["v"].sum())
# output
"""Keys that are categories: of others than on the other side they are compared, and come out, as texts."""

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

big = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "a", None, "a", "z"], "v": [1.0, 2.0, 3.0, np.nan, 5.0]})
    .reset_index(names="_row")
)
small = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "c", None], "w": [10, 20, 30]}).reset_index(names="_row")
)
x, y = big.withColumn("k", F.when(F.col("k").isin(["a", "b", "z"]), F.col("k"))), small.withColumn(
    "k", F.when(F.col("k").isin(["c", "a"]), F.col("k"))
)

inner = (
    x.join(
        y.withColumnsRenamed({"_row": "_row_right", "k": "k_right"}),
        F.col("k").eqNullSafe(F.col("k_right")),
        "inner",
    )
    .drop("k_right")
    .cache()
)
left = (
    x.join(
        y.withColumnsRenamed({"_row": "_row_right", "k": "k_right"}),
        F.col("k").eqNullSafe(F.col("k_right")),
        "left",
    )
    .drop("k_right")
)
outer = (
    x.join(
        y.withColumnsRenamed({"_row": "_row_right", "k": "k_right"}),
        F.col("k").eqNullSafe(F.col("k_right")),
        "outer",
    )
    .withColumn("k", F.coalesce(F.col("k"), F.col("k_right")))
    .drop("k_right")
)
texts = (
    x.join(
        small.withColumnsRenamed({"_row": "_row_right", "k": "k_right"}),
        F.col("k").eqNullSafe(F.col("k_right")),
        "inner",
    )
    .drop("k_right")
)
from_texts = (
    to_pandas(big.orderBy("_row"), index=["_row"], none=["k"])
    .merge(
        to_pandas(
            y.withColumnRenamed("k", "key").orderBy("_row"),
            index=["_row"],
            dtypes={"key": ["c", "a"]},
        ),
        left_on="k",
        right_on="key",
        how="left",
    )
)
print(
    to_pandas(inner.orderBy("_row", "_row_right").drop("_row", "_row_right")),
    to_pandas(
        left.orderBy("_row", F.col("_row_right").asc_nulls_last()).drop("_row", "_row_right")
    ),
    to_pandas(
        outer.orderBy(
            F.col("k").asc_nulls_last(),
            F.col("_row").asc_nulls_last(),
            F.col("_row_right").asc_nulls_last(),
        )
        .drop("_row", "_row_right")
    ),
    sep="\n",
)
print(
    to_pandas(texts.orderBy("_row", "_row_right").select("k"))["k"].tolist(),
    from_texts["key"].isna().sum(),
    scalar(inner.agg(F.coalesce(F.sum("w"), F.lit(0)))),
)
print(
    pd.Series(
        {"k": np.dtype("object"), "v": np.dtype("float64"), "w": np.dtype("int64")},
        dtype="object",
    )
)
print(
    to_pandas(
        inner.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
        .orderBy("k"),
        index=["k"],
    )["v"]
)
