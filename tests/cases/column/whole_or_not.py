"""Whole numbers among which some are missing are floats in pandas, also in the places that have them."""

import numpy as np
import pandas as pd

left = pd.DataFrame({"k": ["a", "b", "c"], "n": [1, 2, 3]})
right = pd.DataFrame({"k": ["a", "b"], "m": [10, 20]})
joined = left.merge(right, on="k", how="left")
print(joined.iloc[0], joined.loc[0], joined.iloc[[0, 1]])
print(joined.iloc[0, 2], joined.at[0, "m"], joined["m"].iloc[0], joined["m"].loc[1])

code = left["k"].map({"a": 1, "b": 2})
left["chosen"] = np.where(left["n"] > 5, code, 0)
left["several"] = np.select([left["n"] > 1, left["n"] > 2], [code, 1], default=7)
left["kept"] = code.where(code.notna(), 0)
left["other"] = code.mask(code.isna(), 4)
some = code[code > 0]
print(left, some)

# the variable of the frame is given one of its columns
totals = pd.DataFrame({"w": [1.0, None, 2.0], "g": ["x", "x", "y"]})
totals = totals.groupby("g")["w"].transform("sum")
print(totals)

# a column called as the counts
sizes = pd.DataFrame({"count": [1, 2, 2, None]})
shares = pd.cut(sizes["count"], [0, 1, 5]).value_counts(normalize=True).sort_index()
print(shares)

# the row of an earlier loop
for _, row in sizes.iterrows():
    print(row["count"])
flags = []
for _, row in left.iterrows():
    flags.append(row["n"] * 2 if row["n"] > 1 else 0)
left["flag"] = flags
# output
"""Whole numbers among which some are missing are floats in pandas, also in the places that have them."""

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import every_category, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

left = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c"], "n": [1, 2, 3]}).reset_index(names="_row")
)
right = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b"], "m": [10, 20]}).reset_index(names="_row")
)
joined = (
    left.join(
        right.withColumnsRenamed({"_row": "_row_right", "k": "k_right"}),
        F.col("k").eqNullSafe(F.col("k_right")),
        "left",
    )
    .drop("k_right")
    .withColumn(
        "_row",
        F.row_number()
        .over(Window.orderBy("_row", F.col("_row_right").asc_nulls_last()))
        .cast("bigint")
        - 1,
    )
    .drop("_row_right")
    .cache()
)
print(
    to_pandas(
        joined.withColumn("m", F.col("m").cast("double")).orderBy("_row").limit(1),
        index=["_row"],
    ).iloc[0],
    to_pandas(
        joined.withColumn("m", F.col("m").cast("double"))
        .filter(F.col("_row") == 0)
        .orderBy("_row"),
        index=["_row"],
    ).iloc[0],
    to_pandas(
        joined.withColumn("m", F.col("m").cast("double")).orderBy("_row").limit(2),
        index=["_row"],
    ).iloc[[0, 1]],
)
print(
    scalar(
        joined.withColumn("m", F.col("m").cast("double")).orderBy("_row").limit(1).select("m")
    ),
    scalar(
        joined.withColumn("m", F.col("m").cast("double")).filter(F.col("_row") == 0).select("m")
    ),
    scalar(
        joined.select("_row", F.col("m").cast("double").alias("m"))
        .orderBy("_row")
        .limit(1)
        .select("m")
    ),
    scalar(
        joined.select("_row", F.col("m").cast("double").alias("m"))
        .filter(F.col("_row") == 1)
        .select("m")
    ),
)

code = F.when(F.col("k") == "a", 1).when(F.col("k") == "b", 2).cast("bigint")
left = left.withColumn("chosen", F.when(F.col("n") > 5, code.cast("double")).otherwise(0.0))
left = left.withColumn(
    "several",
    F.when(F.col("n") > 1, code.cast("double")).when(F.col("n") > 2, 1.0).otherwise(7.0),
)
left = left.withColumn(
    "kept", F.when(code.isNotNull(), code.cast("double")).otherwise(F.lit(0.0))
)
left = left.withColumn(
    "other", F.when(code.isNull(), F.lit(4.0)).otherwise(code.cast("double"))
)
some = left.filter(code > 0).select("_row", code.cast("double").alias("k"))
print(
    to_pandas(left.orderBy("_row"), index=["_row"]),
    to_pandas(some.orderBy("_row"), index=["_row"])["k"],
)

# the variable of the frame is given one of its columns
totals = spark.createDataFrame(
    pd.DataFrame({"w": [1.0, None, 2.0], "g": ["x", "x", "y"]}).reset_index(names="_row")
)
totals = totals.select(
    "_row",
    F.when(
        F.col("g").isNotNull(), F.coalesce(F.sum("w").over(Window.partitionBy("g")), F.lit(0.0))
    )
    .alias("w"),
)
print(to_pandas(totals.orderBy("_row"), index=["_row"])["w"])

# a column called as the counts
sizes = spark.createDataFrame(
    pd.DataFrame({"count": [1, 2, 2, None]}).reset_index(names="_row")
)
shares = (
    every_category(
        sizes.withColumn(
            "_value",
            F.when(F.col("count") <= 0, None)
            .when(F.col("count") <= 1, "(0, 1]")
            .when(F.col("count") <= 5, "(1, 5]"),
        )
        .dropna(subset=["_value"])
        .groupBy(F.col("_value").alias("count"))
        .agg(F.count("*").alias("_count")),
        {"count": ["(0, 1]", "(1, 5]"]},
        fill={"_count": 0},
    )
    .withColumn(
        "proportion",
        F.col("_count") / F.nullif(F.sum("_count").over(Window.partitionBy()), F.lit(0)),
    )
    .drop("_count")
    .orderBy("count")
)
print(
    to_pandas(
        shares, index=["count"], dtypes={"count": pd.IntervalIndex.from_breaks([0, 1, 5])}
    )["proportion"]
)

# the row of an earlier loop
for _, row in to_pandas(sizes.orderBy("_row"), index=["_row"]).iterrows():
    print(row["count"])
left = left.withColumn("flag", F.when(F.col("n") > 1, F.col("n") * 2).otherwise(0))
