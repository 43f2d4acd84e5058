import numpy as np
import pandas as pd

df = pd.DataFrame({
    "g": ["b", "a", "b", None, "c", "b", "a"],
    "h": ["x", "x", "y", "y", "x", "y", "x"],
    "v": [1.0, np.nan, 3.0, 4.0, 2.0, 3.0, 2.0],
    "n": [4, 3, 2, 1, 7, 7, 9],
})


def with_shares(part):
    """Shares of each group."""
    part = part.copy()
    part["share"] = part["n"] / part["n"].sum()
    part["running"] = part["share"].cumsum()
    part["v"] = part["v"].fillna(part["v"].mean())
    return part


def large(part):
    mean = part["n"].mean()
    return part[part["n"] >= mean]


in_place = df.groupby("g", group_keys=False).apply(with_shares)
below = df.groupby("g").apply(with_shares)
by_two = df.groupby(["g", "h"]).apply(with_shares)
without = df.groupby("g", group_keys=False).apply(with_shares, include_groups=False)
some = df.groupby("h").apply(large)
scaled = df.groupby("h", group_keys=False).apply(lambda p: p.assign(z=p["n"] - p["n"].min()))
chosen = df.groupby("h", group_keys=False)[["v", "n"]].apply(lambda p: p.assign(w=p["n"] * 2))
ratios = df.groupby("h")["n"].apply(lambda s: s / s.sum())
places = df.groupby("g", group_keys=False)["n"].apply(lambda s: s - s.shift(1))
df["part"] = df.groupby("h", group_keys=False)["n"].apply(lambda s: s / s.max())
again = df.groupby("h", group_keys=False).apply(with_shares)["running"].sum()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import divide, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "g": ["b", "a", "b", None, "c", "b", "a"],
    "h": ["x", "x", "y", "y", "x", "y", "x"],
    "v": [1.0, np.nan, 3.0, 4.0, 2.0, 3.0, 2.0],
    "n": [4, 3, 2, 1, 7, 7, 9],
}).reset_index(names="_row"))


def with_shares(part):
    """Shares of each group."""
    part = part.copy()
    part["share"] = part["n"] / part["n"].sum()
    part["running"] = part["share"].cumsum()
    part["v"] = part["v"].fillna(part["v"].mean())
    return part


def large(part):
    mean = part["n"].mean()
    return part[part["n"] >= mean]


in_place = (
    df.dropna(subset=["g"])
    .withColumn("share", divide(F.col("n"), F.sum("n").over(Window.partitionBy("g"))))
    .withColumn(
        "running",
        F.when(
            F.col("share").isNotNull(),
            F.nanvl(
                F.sum("share").over(
                    Window.partitionBy("g")
                    .orderBy("_row")
                    .rowsBetween(Window.unboundedPreceding, Window.currentRow)
                ),
                F.lit(None),
            ),
        ),
    )
    .withColumn("v", F.coalesce(F.col("v"), F.avg("v").over(Window.partitionBy("g"))))
)
below = to_pandas(
    df.dropna(subset=["g"])
    .withColumn("share", divide(F.col("n"), F.sum("n").over(Window.partitionBy("g"))))
    .withColumn(
        "running",
        F.when(
            F.col("share").isNotNull(),
            F.nanvl(
                F.sum("share").over(
                    Window.partitionBy("g")
                    .orderBy("_row")
                    .rowsBetween(Window.unboundedPreceding, Window.currentRow)
                ),
                F.lit(None),
            ),
        ),
    )
    .withColumn("v", F.coalesce(F.col("v"), F.avg("v").over(Window.partitionBy("g"))))
    .withColumn("_g", F.col("g"))
    .orderBy("_g", "_row"),
    index=["_g", "_row"],
    names=["g", None],
    none=["g"],
)
by_two = to_pandas(
    df.dropna(subset=["g", "h"])
    .withColumn("share", divide(F.col("n"), F.sum("n").over(Window.partitionBy("g", "h"))))
    .withColumn(
        "running",
        F.when(
            F.col("share").isNotNull(),
            F.nanvl(
                F.sum("share").over(
                    Window.partitionBy("g", "h")
                    .orderBy("_row")
                    .rowsBetween(Window.unboundedPreceding, Window.currentRow)
                ),
                F.lit(None),
            ),
        ),
    )
    .withColumn("v", F.coalesce(F.col("v"), F.avg("v").over(Window.partitionBy("g", "h"))))
    .withColumn("_g", F.col("g"))
    .withColumn("_h", F.col("h"))
    .orderBy("_g", "_h", "_row"),
    index=["_g", "_h", "_row"],
    names=["g", "h", None],
    none=["g"],
)
without = (
    df.dropna(subset=["g"])
    .withColumn("share", divide(F.col("n"), F.sum("n").over(Window.partitionBy("g"))))
    .withColumn(
        "running",
        F.when(
            F.col("share").isNotNull(),
            F.nanvl(
                F.sum("share").over(
                    Window.partitionBy("g")
                    .orderBy("_row")
                    .rowsBetween(Window.unboundedPreceding, Window.currentRow)
                ),
                F.lit(None),
            ),
        ),
    )
    .withColumn("v", F.coalesce(F.col("v"), F.avg("v").over(Window.partitionBy("g"))))
    .select("_row", "h", "v", "n", "share", "running")
)
some = to_pandas(
    df.dropna(subset=["h"])
    .withColumn("_keep", F.col("n") >= F.avg("n").over(Window.partitionBy("h")))
    .filter(F.col("_keep"))
    .drop("_keep")
    .withColumn("_h", F.col("h"))
    .orderBy("_h", "_row"),
    index=["_h", "_row"],
    names=["h", None],
    none=["g"],
)
scaled = (
    df.dropna(subset=["h"])
    .withColumn("z", F.col("n") - F.min("n").over(Window.partitionBy("h")))
)
chosen = (
    df.dropna(subset=["h"])
    .withColumn("w", F.col("n") * 2)
    .select("_row", "v", "n", "w")
)
ratios = (
    df.dropna(subset=["h"])
    .withColumn("n", divide(F.col("n"), F.sum("n").over(Window.partitionBy("h"))))
    .select("_row", "h", "n")
)
places = (
    df.dropna(subset=["g"])
    .withColumn(
        "n",
        F.col("n") - F.lag("n", 1).over(Window.partitionBy("g").orderBy("_row")).cast("double"),
    )
    .select("_row", "n")
)
df = df.join(
    df.dropna(subset=["h"])
    .withColumn("n", divide(F.col("n"), F.max("n").over(Window.partitionBy("h"))))
    .select("_row", "n")
    .select("_row", F.col("n").alias("part")),
    "_row",
    "left",
)
again = scalar(
    df.dropna(subset=["h"])
    .withColumn("share", divide(F.col("n"), F.sum("n").over(Window.partitionBy("h"))))
    .withColumn(
        "running",
        F.when(
            F.col("share").isNotNull(),
            F.nanvl(
                F.sum("share").over(
                    Window.partitionBy("h")
                    .orderBy("_row")
                    .rowsBetween(Window.unboundedPreceding, Window.currentRow)
                ),
                F.lit(None),
            ),
        ),
    )
    .withColumn("v", F.coalesce(F.col("v"), F.avg("v").over(Window.partitionBy("h"))))
    .agg(F.coalesce(F.sum("running"), F.lit(0.0)))
)
