import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "c", "b", "d"], "v": [1.5, np.nan, 2.0, -2.0, 4.0, 0.0], "n": [3, 1, 4, 1, 5, 0],
    "s": ["x", "y", "z", "x", "y", "z"],
})


def spread(g):
    if len(g) < 2:
        return np.nan
    return g["n"].max() - g["n"].min()


def rated(g):
    """A word for each group."""
    mean = g["v"].mean()
    if mean > 2:
        return "high"
    elif mean > 0:
        return "some"
    else:
        return "low"


def share(values):
    total = values.sum()
    if total == 0:
        return 0.0
    return values.max() / total


def summary(g):
    if g["v"].isna().all():
        return pd.Series({"first": g["n"].iloc[0], "rows": len(g)})
    return pd.Series({"first": g["n"].max(), "rows": len(g) * 10})


print(df.groupby("k").apply(spread, include_groups=False))
print(df[df["k"] == "b"].groupby("k").apply(spread, include_groups=False))
print(df.groupby("k").apply(rated, include_groups=False))
print(df.groupby("k")["n"].agg(share))
print(df.groupby("k").agg(part=("n", share), rows=("v", "count")))
print(df.groupby("k").apply(summary, include_groups=False))
print(df.groupby("k")["v"].apply(lambda x: x.mean() if len(x) > 1 else -1.0))
print(df.groupby("s").apply(lambda g: g["n"].sum() if g["v"].sum() > 1 else g["n"].count(), include_groups=False))
mixed = df.groupby("k")["v"].apply(lambda x: x.mean() if len(x) > 1 else 0)
print(mixed)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import divide, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "c", "b", "d"], "v": [1.5, np.nan, 2.0, -2.0, 4.0, 0.0], "n": [3, 1, 4, 1, 5, 0],
    "s": ["x", "y", "z", "x", "y", "z"],
}).reset_index(names="_row"))


def spread(g):
    if len(g) < 2:
        return np.nan
    return g["n"].max() - g["n"].min()


def rated(g):
    """A word for each group."""
    mean = g["v"].mean()
    if mean > 2:
        return "high"
    elif mean > 0:
        return "some"
    else:
        return "low"


def share(values):
    total = values.sum()
    if total == 0:
        return 0.0
    return values.max() / total


def summary(g):
    if g["v"].isna().all():
        return pd.Series({"first": g["n"].iloc[0], "rows": len(g)})
    return pd.Series({"first": g["n"].max(), "rows": len(g) * 10})


print(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(
            F.when(F.count("*") < 2, F.lit(None))
            .otherwise(F.max("n") - F.min("n"))
            .alias("value")
        )
        .orderBy("k"),
        index=["k"],
    )["value"]
    .rename(None)
)
print(
    to_pandas(
        df.filter(F.col("k") == "b")
        .dropna(subset=["k"])
        .groupBy("k")
        .agg(
            F.when(F.count("*") < 2, F.lit(None))
            .otherwise(F.max("n") - F.min("n"))
            .alias("value")
        )
        .orderBy("k"),
        index=["k"],
    )["value"]
    .rename(None)
)
print(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(
            F.when(F.coalesce(F.avg("v") > 2, F.lit(False)), F.lit("high"))
            .otherwise(
                F.when(F.coalesce(F.avg("v") > 0, F.lit(False)), F.lit("some"))
                .otherwise(F.lit("low"))
            )
            .alias("value")
        )
        .orderBy("k"),
        index=["k"],
    )["value"]
    .rename(None)
)
print(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(
            F.when(F.sum("n") == 0, F.lit(0.0))
            .otherwise(divide(F.max("n"), F.sum("n")))
            .alias("n")
        )
        .orderBy("k"),
        index=["k"],
    )["n"]
)
print(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(
            F.when(F.sum("n") == 0, F.lit(0.0))
            .otherwise(divide(F.max("n"), F.sum("n")))
            .alias("part"),
            F.count("v").alias("rows"),
        )
        .orderBy("k"),
        index=["k"],
    )
)
print(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(
            F.when(F.bool_and(F.col("v").isNull()), F.min_by("n", "_row"))
            .otherwise(F.max("n"))
            .alias("first"),
            F.when(F.bool_and(F.col("v").isNull()), F.count("*"))
            .otherwise(F.count("*") * 10)
            .alias("rows"),
        )
        .orderBy("k"),
        index=["k"],
    )
)
print(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.when(F.count("*") > 1, F.avg("v")).otherwise(F.lit(-1.0)).alias("v"))
        .orderBy("k"),
        index=["k"],
    )["v"]
)
print(
    to_pandas(
        df.dropna(subset=["s"])
        .groupBy("s")
        .agg(
            F.when(F.coalesce(F.sum("v"), F.lit(0.0)) > 1, F.sum("n"))
            .otherwise(F.count("n"))
            .alias("value")
        )
        .orderBy("s"),
        index=["s"],
    )["value"]
    .rename(None)
)
mixed = (
    to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]).groupby("k")["v"]
    .apply(lambda x: x.mean() if len(x) > 1 else 0)
)
print(mixed)
