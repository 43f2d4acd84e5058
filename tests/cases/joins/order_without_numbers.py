"""The order of merged rows comes from the rows of both sides; numbers only where labels are read."""

import pandas as pd

a = pd.DataFrame({"k": [1, 2, 1, 5, None], "v": [2.0, 3.0, None, 5.0, 1.0]})
b = pd.DataFrame({"k": [1, 2, 1, None], "w": ["x", "ü", "z", "n"]})
c = pd.DataFrame({"w": ["z", "x", "x"], "u": [1, 2, 3]})

m = a.merge(b, on="k")
print(m.head(2))
twice = m.merge(c, on="w", how="left")
print(twice.head(4))
back = m.merge(c, on="w", how="right")
print(back)
first = twice.groupby("k")["w"].first()
print(first)
chained = twice.drop(columns="v").rename(columns={"u": "n"})[["n", "w"]].head(3)
print(chained)
# output
"""The order of merged rows comes from the rows of both sides; numbers only where labels are read."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

a = spark.createDataFrame(
    pd.DataFrame({"k": [1, 2, 1, 5, None], "v": [2.0, 3.0, None, 5.0, 1.0]})
    .reset_index(names="_row")
)
b = spark.createDataFrame(
    pd.DataFrame({"k": [1, 2, 1, None], "w": ["x", "ü", "z", "n"]}).reset_index(names="_row")
)
c = spark.createDataFrame(
    pd.DataFrame({"w": ["z", "x", "x"], "u": [1, 2, 3]}).reset_index(names="_row")
)

m = (
    a.join(
        b.withColumnsRenamed({"_row": "_row_right", "k": "k_right"}),
        F.col("k").eqNullSafe(F.col("k_right")),
        "inner",
    )
    .drop("k_right")
    .cache()
)
print(to_pandas(m.orderBy("_row", "_row_right").limit(2).drop("_row", "_row_right")))
twice = (
    m.join(
        c.withColumnsRenamed({"_row": "_row_right2", "w": "w_right"}),
        F.col("w").eqNullSafe(F.col("w_right")),
        "left",
    )
    .drop("w_right")
    .cache()
)
print(
    to_pandas(
        twice.withColumn("u", F.col("u").cast("double"))
        .orderBy("_row", "_row_right", F.col("_row_right2").asc_nulls_last())
        .limit(4)
        .drop("_row", "_row_right", "_row_right2")
    )
)
back = (
    m.join(
        c.withColumnsRenamed({"_row": "_row_right2", "w": "w_right"}),
        F.col("w").eqNullSafe(F.col("w_right")),
        "right",
    )
    .withColumn("w", F.col("w_right"))
    .drop("w_right")
)
print(
    to_pandas(
        back.orderBy(
            "_row_right2", F.col("_row").asc_nulls_last(), F.col("_row_right").asc_nulls_last()
        )
        .drop("_row", "_row_right", "_row_right2")
    )
)
first = (
    twice.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.min_by(
            "w",
            F.when(
                F.col("w").isNotNull(),
                F.struct(
                    F.col("_row"),
                    F.col("_row_right"),
                    F.col("_row_right2").isNull(),
                    F.col("_row_right2"),
                ),
            ),
        )
        .alias("w")
    )
)
print(to_pandas(first.orderBy("k"), index=["k"], none=["w"])["w"])
chained = (
    twice.drop("v")
    .withColumnRenamed("u", "n")
    .select("_row", "_row_right", "_row_right2", "n", "w")
    .withColumn("n", F.col("n").cast("double"))
    .orderBy("_row", "_row_right", F.col("_row_right2").asc_nulls_last())
    .limit(3)
)
print(to_pandas(chained.drop("_row", "_row_right", "_row_right2")))
