"""Statistics of nullable columns are nullable, too; sums of narrow numbers stay narrow."""

import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["a", "a", "b", None, "c"],
    "n": pd.array([1, None, None, 7, 5], "Int32"),
    "w": pd.array([1, None, None, 7, 5], "Int64"),
    "f": pd.array([1.5, None, None, 2.0, -3.0], "Float64"),
    "v": [1.5, np.nan, np.nan, 2.0, -3.0],
})

sums = df.groupby("k")[["n", "w", "f"]].sum()
means = df.groupby("k", as_index=False).agg({"n": "mean", "w": "max", "f": "mean"})
spread = df.groupby("k").agg({"n": ["median", "std"], "f": ["min", "var"]})
named = df.groupby("k", dropna=False).agg(least=("n", "min"), rows=("n", "size"), there=("w", "count"), kinds=("w", "nunique"))
sizes = df.groupby("k")["n"].size()
shares = df.groupby("k")["w"].quantile(0.5)
difference = df.groupby("k").agg({"n": "max", "w": "min"}).assign(d=lambda x: x["n"] - x["w"])
nothing = df[df["v"] > 100].groupby("k").agg({"n": "sum", "w": "mean"})
print(sums, means, spread, named, sep="\n")
print(sizes, shares, difference, nothing, sep="\n")
print(means["n"].sum(), means.dtypes.tolist())
# output
"""Statistics of nullable columns are nullable, too; sums of narrow numbers stay narrow."""

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import in_turn, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "a", "b", None, "c"],
    "n": pd.array([1, None, None, 7, 5], "Int32"),
    "w": pd.array([1, None, None, 7, 5], "Int64"),
    "f": pd.array([1.5, None, None, 2.0, -3.0], "Float64"),
    "v": [1.5, np.nan, np.nan, 2.0, -3.0],
}))

sums = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.coalesce(F.sum("n"), F.lit(0)).cast("int").alias("n"),
        F.coalesce(F.sum("w"), F.lit(0)).alias("w"),
        F.coalesce(F.sum("f"), F.lit(0.0)).alias("f"),
    )
)
means = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.avg("n").alias("n"), F.max("w").alias("w"), F.avg("f").alias("f"))
    .cache()
)
spread = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.median("n").alias("n_median"),
        F.stddev_samp("n").alias("n_std"),
        F.min("f").alias("f_min"),
        F.var_samp("f").alias("f_var"),
    )
)
named = (
    df.groupBy("k")
    .agg(
        F.min("n").alias("least"),
        F.count("*").alias("rows"),
        F.count("w").alias("there"),
        F.countDistinct("w").alias("kinds"),
    )
)
sizes = df.dropna(subset=["k"]).groupBy("k").agg(F.count("*").alias("n"))
shares = df.dropna(subset=["k"]).groupBy("k").agg(F.percentile("w", 0.5).alias("w"))
difference = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.max("n").alias("n"), F.min("w").alias("w"))
    .withColumn("d", F.col("n") - F.col("w"))
)
nothing = (
    df.filter(F.col("v") > 100)
    .dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("n"), F.lit(0)).cast("int").alias("n"), F.avg("w").alias("w"))
)
print(
    to_pandas(
        sums.orderBy("k"), index=["k"], dtypes={"n": "Int32", "w": "Int64", "f": "Float64"}
    ),
    to_pandas(means.orderBy("k"), dtypes={"n": "Float64", "w": "Int64", "f": "Float64"}),
    to_pandas(
        spread.orderBy("k"),
        index=["k"],
        dtypes={
            "n_median": "Float64",
            "n_std": "Float64",
            "f_min": "Float64",
            "f_var": "Float64",
        },
    )
    .set_axis(in_turn([("n", "median"), ("n", "std"), ("f", "min"), ("f", "var")]), axis=1),
    to_pandas(
        named.orderBy(F.col("k").asc_nulls_last()),
        index=["k"],
        dtypes={"least": "Int32", "rows": "Int64", "there": "Int64"},
    ),
    sep="\n",
)
print(
    to_pandas(sizes.orderBy("k"), index=["k"], dtypes={"n": "Int64"})["n"],
    to_pandas(shares.orderBy("k"), index=["k"], dtypes={"w": "Float64"})["w"],
    to_pandas(
        difference.orderBy("k"), index=["k"], dtypes={"n": "Int32", "w": "Int64", "d": "Int64"}
    ),
    to_pandas(nothing.orderBy("k"), index=["k"], dtypes={"n": "Int32", "w": "Float64"}),
    sep="\n",
)
print(
    scalar(means.agg(F.coalesce(F.sum("n"), F.lit(0.0)))),
    pd.Series(
        {
            "k": np.dtype("object"),
            "n": pd.api.types.pandas_dtype("Float64"),
            "w": pd.api.types.pandas_dtype("Int64"),
            "f": pd.api.types.pandas_dtype("Float64"),
        },
        dtype="object",
    )
    .tolist(),
)
