"""Rows between bounds that are calculated from statistics: the data at hand go on to tell of the rows that are left."""
import pandas as pd

df = pd.DataFrame(
    {
        "k": ["a", "b", "a", None, "c", "b", "a", "c"],
        "v": [1.0, 2.0, None, 100.0, 3.0, 2.5, -90.0, 2.0],
        "n": [1, 2, 3, 4, 5, 6, 7, 8],
    }
)
q1, q3 = df["v"].quantile([0.25, 0.75])
iqr = q3 - q1
kept = df[(df["v"] >= q1 - 1.5 * iqr) & (df["v"] <= q3 + 1.5 * iqr)]
print(kept)
print(pd.get_dummies(kept, columns=["k"]))
print(kept.groupby(["n", "k"])["v"].mean().unstack())
mean, spread = df["v"].mean(), df["v"].std()
near = df[(df["v"] - mean).abs() < 2 * spread]
print(pd.get_dummies(near["k"]).sum())
low = df["n"].quantile(0.1)
high = -(-df["n"].quantile(0.9))
print(df[df["n"].between(low, high)].pivot_table(index="n", columns="k", values="v"))
# output
"""Rows between bounds that are calculated from statistics: the data at hand go on to tell of the rows that are left."""
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import (
    column_values,
    lit,
    pivot,
    quantiles,
    require_values,
    scalar,
    scalars,
    to_pandas,
)

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame(
    {
        "k": ["a", "b", "a", None, "c", "b", "a", "c"],
        "v": [1.0, 2.0, None, 100.0, 3.0, 2.5, -90.0, 2.0],
        "n": [1, 2, 3, 4, 5, 6, 7, 8],
    }
).reset_index(names="_row"))
q1, q3 = quantiles(df, ["v"], [0.25, 0.75])["v"]
iqr = q3 - q1
kept = df.filter(
    (F.col("v") >= lit(q1 - 1.5 * iqr)) & (F.col("v") <= lit(q3 + 1.5 * iqr))
)
print(to_pandas(kept.orderBy("_row"), index=["_row"], none=["k"]))
print(
    to_pandas(
        require_values(kept, {"k": ["a", "b", "c"]})
        .withColumns({
            "k_a": F.col("k").eqNullSafe("a"),
            "k_b": F.col("k").eqNullSafe("b"),
            "k_c": F.col("k").eqNullSafe("c"),
        })
        .drop("k")
        .orderBy("_row"),
        index=["_row"],
    )
)
print(
    to_pandas(
        pivot(
            kept.dropna(subset=["k"]).groupBy("n", "k").agg(F.avg("v").alias("v")),
            ["n"],
            "k",
            "v",
            ["a", "b", "c"],
        )
        .orderBy("n"),
        index=["n"],
    )
    .rename_axis(columns="k")
)
v_mean, v_std, n_quantile = scalars(
    df.agg(F.avg("v"), F.stddev_samp("v"), F.percentile("n", 0.1))
)
mean, spread = v_mean, v_std
near = df.filter(F.abs(F.col("v") - lit(mean)) < lit(2 * spread))
print(
    column_values(
        require_values(near, {"k": ["a", "b", "c"]}).agg(
            F.count_if(F.col("k").eqNullSafe("a")).alias("a"),
            F.count_if(F.col("k").eqNullSafe("b")).alias("b"),
            F.count_if(F.col("k").eqNullSafe("c")).alias("c"),
        )
    )
)
low = n_quantile
high = -(-scalar(df.agg(F.percentile("n", 0.9))))
print(
    to_pandas(
        df.filter((F.col("n") >= lit(low)) & (F.col("n") <= lit(high)))
        .dropna(subset=["k"])
        .groupBy("n", "k")
        .agg(F.avg("v").alias("v"))
    )
    .pivot_table(values="v", index="n", columns="k", aggfunc="first")
)
