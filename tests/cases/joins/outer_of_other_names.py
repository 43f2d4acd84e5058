import numpy as np
import pandas as pd

left = pd.DataFrame({"k": [3, 1, 2, 1], "v": [1.0, 2.0, np.nan, 4.0]})
right = pd.DataFrame({"r": [2, 5, 1, 2], "w": ["a", "b", "c", "d"]})
names = pd.DataFrame({"a": ["x", np.nan, "y"], "b": [1, 2, 3]})
other = pd.DataFrame({"c": ["y", "z", np.nan], "d": [1, 4, 2]})
both = left.merge(right, left_on="k", right_on="r", how="outer")
print(both)
missing = names.merge(other, left_on="a", right_on="c", how="outer")
print(missing)
two = names.merge(other, left_on=["a", "b"], right_on=["c", "d"], how="outer", indicator=True)
print(two)
ordered = left.merge(right, left_on="k", right_on="r", sort=True)
print(ordered)
first = both.head(2)
nothing = left[left["k"] > 9].merge(right, left_on="k", right_on="r", how="outer")
print(nothing)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

left = spark.createDataFrame(
    pd.DataFrame({"k": [3, 1, 2, 1], "v": [1.0, 2.0, np.nan, 4.0]}).reset_index(names="_row")
)
right = spark.createDataFrame(
    pd.DataFrame({"r": [2, 5, 1, 2], "w": ["a", "b", "c", "d"]}).reset_index(names="_row")
)
names = spark.createDataFrame(
    pd.DataFrame({"a": ["x", np.nan, "y"], "b": [1, 2, 3]}).reset_index(names="_row")
)
other = spark.createDataFrame(
    pd.DataFrame({"c": ["y", "z", np.nan], "d": [1, 4, 2]}).reset_index(names="_row")
)
both = (
    left.join(right.withColumnRenamed("_row", "_row_right"), F.col("k") == F.col("r"), "outer")
    .withColumn("_matched", F.coalesce(F.col("k"), F.col("r")))
)
print(
    to_pandas(
        both.orderBy(
            F.col("_matched").asc_nulls_last(),
            F.col("_row").asc_nulls_last(),
            F.col("_row_right").asc_nulls_last(),
        )
        .drop("_row", "_row_right", "_matched")
    )
)
missing = (
    names.join(
        other.withColumnRenamed("_row", "_row_right"),
        F.col("a").eqNullSafe(F.col("c")),
        "outer",
    )
    .withColumn("_matched", F.coalesce(F.col("a"), F.col("c")))
)
print(
    to_pandas(
        missing.orderBy(
            F.col("_matched").asc_nulls_last(),
            F.col("_row").asc_nulls_last(),
            F.col("_row_right").asc_nulls_last(),
        )
        .drop("_row", "_row_right", "_matched")
    )
)
two = (
    names.withColumn("_in_left", F.lit(True))
    .join(
        other.withColumnRenamed("_row", "_row_right").withColumn("_in_right", F.lit(True)),
        F.col("a").eqNullSafe(F.col("c")) & (F.col("b") == F.col("d")),
        "outer",
    )
    .withColumn(
        "_merge",
        F.when(F.col("_in_right").isNull(), "left_only")
        .when(F.col("_in_left").isNull(), "right_only")
        .otherwise("both"),
    )
    .drop("_in_left", "_in_right")
    .withColumn("_matched", F.coalesce(F.col("a"), F.col("c")))
    .withColumn("_matched_", F.coalesce(F.col("b"), F.col("d")))
)
print(
    to_pandas(
        two.orderBy(
            F.col("_matched").asc_nulls_last(),
            F.col("_matched_").asc_nulls_last(),
            F.col("_row").asc_nulls_last(),
            F.col("_row_right").asc_nulls_last(),
        )
        .drop("_row", "_row_right", "_matched", "_matched_"),
        dtypes={"_merge": ["left_only", "right_only", "both"]},
    )
)
ordered = (
    left.join(right.withColumnRenamed("_row", "_row_right"), F.col("k") == F.col("r"), "inner")
    .withColumn("_matched", F.coalesce(F.col("k"), F.col("r")))
)
print(
    to_pandas(
        ordered.orderBy("_matched", "_row", "_row_right").drop("_row", "_row_right", "_matched")
    )
)
first = (
    both.withColumns({"k": F.col("k").cast("double"), "r": F.col("r").cast("double")})
    .orderBy(
        F.col("_matched").asc_nulls_last(),
        F.col("_row").asc_nulls_last(),
        F.col("_row_right").asc_nulls_last(),
    )
    .limit(2)
)
nothing = (
    left.filter(F.col("k") > 9)
    .join(right.withColumnRenamed("_row", "_row_right"), F.col("k") == F.col("r"), "outer")
    .withColumn("_matched", F.coalesce(F.col("k"), F.col("r")))
)
print(
    to_pandas(
        nothing.orderBy(
            F.col("_matched").asc_nulls_last(),
            F.col("_row").asc_nulls_last(),
            F.col("_row_right").asc_nulls_last(),
        )
        .drop("_row", "_row_right", "_matched")
    )
)
