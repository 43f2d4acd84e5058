import numpy as np
import pandas as pd

STATES = {"a", "b"}
df = pd.DataFrame({
    "k": ["a", "b", None, "a", "c", "a"],
    "v": [1.5, np.nan, 0.0, -2.0, 2.5, 1.5],
    "w": [0.0, 1.0, np.nan, 3.0, -1.0, 0.0],
    "n": [3, 0, 2, -1, 3, 7],
})


def rate(row):
    if row["w"] == 0 or pd.isnull(row["w"]):
        return 0.0
    return row["v"] / row["w"]


def label(row):
    if row.k in STATES and row["n"] > 0:
        return f"{row['k']}-{row['n']}"
    return "none"


def points(row, bonus, limit=5):
    total = row["n"] * 2
    if row["n"] > limit:
        total = total + bonus
    elif row["k"] == "a":
        total -= 1
    return total


df["rate"] = df.apply(rate, axis=1)
df["label"] = df.apply(label, axis=1)
df["points"] = df.apply(points, axis=1, bonus=10)
df["first"] = df.apply(lambda r: r["v"] if r["v"] > r["w"] else r["w"], axis=1)
df["both"] = df.apply(lambda r: r.v > 0 and r.w >= 0, axis=1)
numbers = df[["v", "w", "n"]]
df["ratio"] = numbers.apply(lambda r: r["v"] / r["w"], axis=1)
df["whole"] = numbers.apply(lambda r: r["n"], axis=1)
df["same"] = df[["n"]].apply(lambda r: r["n"] // 2, axis=1)
df["other"] = df.apply(lambda r: "x" if r["k"] != "a" else "y", axis=1)
df["missing"] = df.apply(lambda r: "?" if r["k"] is None else r["k"].upper(), axis=1)
doubled = numbers.map(lambda x: x * 2)
filled = numbers.apply(lambda c: c.fillna(0))
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import divide, floor_divide

spark = SparkSession.builder.getOrCreate()

STATES = {"a", "b"}
df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a", "c", "a"],
    "v": [1.5, np.nan, 0.0, -2.0, 2.5, 1.5],
    "w": [0.0, 1.0, np.nan, 3.0, -1.0, 0.0],
    "n": [3, 0, 2, -1, 3, 7],
}))


def rate(row):
    if row["w"] == 0 or pd.isnull(row["w"]):
        return 0.0
    return row["v"] / row["w"]


def label(row):
    if row.k in STATES and row["n"] > 0:
        return f"{row['k']}-{row['n']}"
    return "none"


def points(row, bonus, limit=5):
    total = row["n"] * 2
    if row["n"] > limit:
        total = total + bonus
    elif row["k"] == "a":
        total -= 1
    return total


df = df.withColumn(
    "rate",
    F.when((F.col("w") == 0) | F.col("w").isNull(), 0.0).otherwise(F.col("v") / F.col("w")),
)
df = df.withColumn(
    "label",
    F.when(
        F.col("k").isin(list(STATES)) & (F.col("n") > 0),
        F.concat(F.col("k"), F.lit("-"), F.col("n").cast("string")),
    )
    .otherwise("none"),
)
df = df.withColumn(
    "points",
    F.when(F.col("n") > 5, F.col("n") * 2 + 10)
    .when(F.col("k") == "a", F.col("n") * 2 - 1)
    .otherwise(F.col("n") * 2),
)
df = df.withColumn("first", F.when(F.col("v") > F.col("w"), F.col("v")).otherwise(F.col("w")))
df = df.withColumn("both", F.coalesce((F.col("v") > 0) & (F.col("w") >= 0), F.lit(False)))
numbers = df.select("v", "w", "n")
df = df.withColumn("ratio", divide(F.col("v"), F.col("w")))
df = df.withColumn("whole", F.col("n").cast("double"))
df = df.withColumn("same", floor_divide(F.col("n"), 2))
df = df.withColumn("other", F.when(~F.col("k").eqNullSafe("a"), "x").otherwise("y"))
df = df.withColumn("missing", F.when(F.col("k").isNull(), "?").otherwise(F.upper(F.col("k"))))
doubled = numbers.withColumns({
    "v": F.col("v") * 2,
    "w": F.col("w") * 2,
    "n": F.col("n") * 2,
})
filled = numbers.withColumns({
    "v": F.coalesce(F.col("v"), F.lit(0)),
    "w": F.coalesce(F.col("w"), F.lit(0)),
})
