import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["a b", "c", "d e"],
    "v": [1.5, np.nan, 3.0],
    "n": [4, 3, 0],
})


def graded(row):
    """A name and a grade."""
    if row["n"] > 3:
        return pd.Series({"name": row["k"], "grade": row["n"]})
    return pd.Series({"name": "low", "grade": 0})


def listed(row):
    total = row["n"] + 1
    return pd.Series([total, row["n"] > 3], index=["total", "big"])


records = df.apply(lambda r: pd.Series({"double": r["v"] * 2, "more": r["n"] + 1}), axis=1)
whole = df.apply(lambda r: pd.Series({"one": r["n"] + 1, "two": r["n"] * 2}), axis=1)
df[["twice", "text"]] = df.apply(lambda r: (r["n"] * 2, r["k"].upper()), axis=1, result_type="expand")
df[["x", "y"]] = df.apply(lambda r: pd.Series([r["n"] - 1, r["n"] / 2]), axis=1)
grades = df.apply(graded, axis=1)
beside = pd.concat([df, df.apply(listed, axis=1)], axis=1)
joined = df.join(df.apply(graded, axis=1))
numbered = df.apply(lambda r: pd.Series([r["n"], r["k"]]), axis=1)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a b", "c", "d e"],
    "v": [1.5, np.nan, 3.0],
    "n": [4, 3, 0],
}).reset_index(names="_row"))


def graded(row):
    """A name and a grade."""
    if row["n"] > 3:
        return pd.Series({"name": row["k"], "grade": row["n"]})
    return pd.Series({"name": "low", "grade": 0})


def listed(row):
    total = row["n"] + 1
    return pd.Series([total, row["n"] > 3], index=["total", "big"])


records = df.select(
    "_row", (F.col("v") * 2).alias("double"), (F.col("n") + 1).cast("double").alias("more")
)
whole = df.select("_row", (F.col("n") + 1).alias("one"), (F.col("n") * 2).alias("two"))
df = df.withColumns({"twice": F.col("n") * 2, "text": F.upper(F.col("k"))})
df = df.withColumns({"x": (F.col("n") - 1).cast("double"), "y": F.col("n") / 2})
grades = df.select(
    "_row",
    F.when(F.col("n") > 3, F.col("k")).otherwise("low").alias("name"),
    F.when(F.col("n") > 3, F.col("n")).otherwise(0).alias("grade"),
)
beside = df.select(
    "_row",
    "k",
    "v",
    "n",
    "twice",
    "text",
    "x",
    "y",
    (F.col("n") + 1).alias("total"),
    (F.col("n") > 3).alias("big"),
)
joined = df.join(
    df.select(
        "_row",
        F.when(F.col("n") > 3, F.col("k")).otherwise("low").alias("name"),
        F.when(F.col("n") > 3, F.col("n")).otherwise(0).alias("grade"),
    ),
    "_row",
    "left",
)
numbered = df.select("_row", F.col("n").alias("0"), F.col("k").alias("1"))
