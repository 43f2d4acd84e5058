import numpy as np
import pandas as pd

df = pd.DataFrame({
    "id": [1, 2, 3, 4, 5],
    "tags": ["x|y", "x", np.nan, "", "z|x|x"],
    "colour": ["red;blue", "blue", "green", "red", "red;green"],
})
dummies = df["tags"].str.get_dummies()
colours = df["colour"].str.get_dummies(";")
joined = df.join(colours)
counts = dummies.sum()
both = pd.concat([df["id"], dummies], axis=1)
some = df[df["id"] > 1].copy()
print(counts)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import column_values, require_parts

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "id": [1, 2, 3, 4, 5],
    "tags": ["x|y", "x", np.nan, "", "z|x|x"],
    "colour": ["red;blue", "blue", "green", "red", "red;green"],
}).reset_index(names="_row"))
dummies = (
    require_parts(df, F.col("tags"), r"\|", ["x", "y", "z"])
    .select(
        "_row",
        F.coalesce(
            F.array_contains(F.split(F.col("tags"), r"\|", -1), "x").cast("bigint"), F.lit(0)
        )
        .alias("x"),
        F.coalesce(
            F.array_contains(F.split(F.col("tags"), r"\|", -1), "y").cast("bigint"), F.lit(0)
        )
        .alias("y"),
        F.coalesce(
            F.array_contains(F.split(F.col("tags"), r"\|", -1), "z").cast("bigint"), F.lit(0)
        )
        .alias("z"),
    )
)
colours = (
    require_parts(df, F.col("colour"), ";", ["blue", "green", "red"])
    .select(
        "_row",
        F.coalesce(
            F.array_contains(F.split(F.col("colour"), ";", -1), "blue").cast("bigint"), F.lit(0)
        )
        .alias("blue"),
        F.coalesce(
            F.array_contains(F.split(F.col("colour"), ";", -1), "green").cast("bigint"),
            F.lit(0),
        )
        .alias("green"),
        F.coalesce(
            F.array_contains(F.split(F.col("colour"), ";", -1), "red").cast("bigint"), F.lit(0)
        )
        .alias("red"),
    )
)
joined = df.join(colours, "_row", "left")
counts = column_values(
    dummies.agg(
        F.coalesce(F.sum("x"), F.lit(0)).alias("x"),
        F.coalesce(F.sum("y"), F.lit(0)).alias("y"),
        F.coalesce(F.sum("z"), F.lit(0)).alias("z"),
    )
)
both = (
    require_parts(df, F.col("tags"), r"\|", ["x", "y", "z"])
    .select(
        "_row",
        "id",
        F.coalesce(
            F.array_contains(F.split(F.col("tags"), r"\|", -1), "x").cast("bigint"), F.lit(0)
        )
        .alias("x"),
        F.coalesce(
            F.array_contains(F.split(F.col("tags"), r"\|", -1), "y").cast("bigint"), F.lit(0)
        )
        .alias("y"),
        F.coalesce(
            F.array_contains(F.split(F.col("tags"), r"\|", -1), "z").cast("bigint"), F.lit(0)
        )
        .alias("z"),
    )
)
some = df.filter(F.col("id") > 1)
print(counts)
