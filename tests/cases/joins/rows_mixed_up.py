"""An inner join that by chance gives as many rows as its left side has: pandas mixes them up, and does so here too."""

import pandas as pd

left = pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1, 2, 3, 4]})
right = pd.DataFrame({"k": ["a", "a", "z"], "w": [10, 20, 30]})
mixed = left.merge(right, on="k")
print(mixed.head(2))
on_labels = left.join(right.set_index("k"), on="k", how="inner")
print(on_labels["w"].tolist())

# nobody observes the order
total = left.merge(right, on="k")["w"].sum()

# another number of rows, or keys that do not repeat
more = pd.DataFrame({"k": ["a", "a", "b"], "w": [10, 20, 30]})
plain = left.merge(more, on="k")
print(plain.head(2))
single = left.merge(more.drop_duplicates("k"), on="k")
print(single.head(2))
# output
"""An inner join that by chance gives as many rows as its left side has: pandas mixes them up, and does so here too."""

import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import from_pandas, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

left = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1, 2, 3, 4]}).reset_index(names="_row")
)
right = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "a", "z"], "w": [10, 20, 30]}).reset_index(names="_row")
)
mixed = from_pandas(
    to_pandas(left.orderBy("_row"), index=["_row"])
    .merge(to_pandas(right.orderBy("_row"), index=["_row"]), on="k")
    .reset_index(names="_row"),
    {"_row": "BIGINT", "k": "STRING", "v": "BIGINT", "w": "BIGINT"},
)
print(to_pandas(mixed.orderBy("_row").limit(2), index=["_row"]))
on_labels = from_pandas(
    to_pandas(left.orderBy("_row"), index=["_row"])
    .join(
        to_pandas(right.select("k", "_row", "w").orderBy("_row").drop("_row"), index=["k"]),
        on="k",
        how="inner",
    )
    .reset_index()
    .reset_index(names="_row"),
    {"_row": "BIGINT", "index": "BIGINT", "k": "STRING", "v": "BIGINT", "w": "BIGINT"},
)
print(to_pandas(on_labels.orderBy("_row").select("w"))["w"].tolist())

# nobody observes the order
total = scalar(
    left.drop("_row")
    .join(
        right.drop("_row").withColumnRenamed("k", "k_right"),
        F.col("k").eqNullSafe(F.col("k_right")),
        "inner",
    )
    .drop("k_right")
    .agg(F.coalesce(F.sum("w"), F.lit(0)))
)

# another number of rows, or keys that do not repeat
more = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "a", "b"], "w": [10, 20, 30]}).reset_index(names="_row")
)
plain = (
    left.join(
        more.withColumnsRenamed({"_row": "_row_right", "k": "k_right"}),
        F.col("k").eqNullSafe(F.col("k_right")),
        "inner",
    )
    .drop("k_right")
)
print(to_pandas(plain.orderBy("_row", "_row_right").limit(2).drop("_row", "_row_right")))
single = (
    left.join(
        more.withColumn("_copy", F.row_number().over(Window.partitionBy("k").orderBy("_row")))
        .filter(F.col("_copy") == 1)
        .drop("_copy")
        .drop("_row")
        .withColumnRenamed("k", "k_right"),
        F.col("k").eqNullSafe(F.col("k_right")),
        "inner",
    )
    .drop("k_right")
)
print(to_pandas(single.orderBy("_row").limit(2).drop("_row")))
