import numpy as np
import pandas as pd

left = pd.DataFrame({"k": ["a", "b", "c", "a"], "note": ["x", None, "y", "z"], "v": [1, 2, 3, 4]})
right = pd.DataFrame({"k": ["a", "c", "d"], "name": ["one", "three", "four"], "w": [1.5, np.nan, 2.0]})
found = left.merge(right, on="k", how="left")
missing = found[found["name"].isna()]
print(found[["k", "name", "v", "w"]])
print(found)
both = left.merge(right, on="k", how="outer", indicator=True)
print(both[["k", "name", "w"]])
counts = both.groupby("_merge", observed=True)["v"].sum()
print(counts)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

left = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c", "a"], "note": ["x", None, "y", "z"], "v": [1, 2, 3, 4]})
    .reset_index(names="_row")
)
right = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "c", "d"], "name": ["one", "three", "four"], "w": [1.5, np.nan, 2.0]})
    .reset_index(names="_row")
)
found = (
    left.join(
        right.withColumnsRenamed({"_row": "_row_right", "k": "k_right"}),
        F.col("k").eqNullSafe(F.col("k_right")),
        "left",
    )
    .drop("k_right")
    .cache()
)
missing = found.filter(F.col("name").isNull())
print(
    to_pandas(
        found.select("_row", "_row_right", "k", "name", "v", "w")
        .orderBy("_row", F.col("_row_right").asc_nulls_last())
        .drop("_row", "_row_right")
    )
)
print(
    to_pandas(
        found.orderBy("_row", F.col("_row_right").asc_nulls_last()).drop("_row", "_row_right"),
        none=["note"],
    )
)
both = (
    left.withColumn("_in_left", F.lit(True))
    .join(
        right.withColumnsRenamed({"_row": "_row_right", "k": "k_right"})
        .withColumn("_in_right", F.lit(True)),
        F.col("k").eqNullSafe(F.col("k_right")),
        "outer",
    )
    .withColumn("k", F.coalesce(F.col("k"), F.col("k_right")))
    .drop("k_right")
    .withColumn(
        "_merge",
        F.when(F.col("_in_right").isNull(), "left_only")
        .when(F.col("_in_left").isNull(), "right_only")
        .otherwise("both"),
    )
    .drop("_in_left", "_in_right")
    .cache()
)
print(
    to_pandas(
        both.select("_row", "_row_right", "k", "name", "w")
        .orderBy(
            F.col("k").asc_nulls_last(),
            F.col("_row").asc_nulls_last(),
            F.col("_row_right").asc_nulls_last(),
        )
        .drop("_row", "_row_right")
    )
)
counts = (
    both.withColumn("v", F.col("v").cast("double"))
    .groupBy("_merge")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
print(
    to_pandas(
        counts.orderBy(
            F.array_position(F.lit(["left_only", "right_only", "both"]), F.col("_merge"))
        ),
        index=["_merge"],
        dtypes={"_merge": ["left_only", "right_only", "both"]},
    )["v"]
)
