import numpy as np
import pandas as pd

df = pd.DataFrame({
    "g": ["a", "b", "a", "b", "a", "b", None, "a", "c"],
    "v": [1.0, np.nan, np.nan, 4.0, 3.0, np.nan, 9.0, np.nan, np.nan],
})
df["line"] = df.groupby("g")["v"].transform(lambda s: s.interpolate())
df["both"] = df.groupby("g")["v"].transform(lambda s: s.interpolate(limit_direction="both"))
scaled = df.groupby("g")["v"].transform(lambda s: s.interpolate() * 2)
later = df["line"].fillna(0).sum()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import interpolate, scalar

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "g": ["a", "b", "a", "b", "a", "b", None, "a", "c"],
    "v": [1.0, np.nan, np.nan, 4.0, 3.0, np.nan, 9.0, np.nan, np.nan],
}).reset_index(names="_row"))
df = (
    df.withColumn("_place", F.row_number().over(Window.partitionBy("g").orderBy("_row")))
    .withColumn(
        "line",
        F.when(
            F.col("g").isNotNull(),
            interpolate(F.col("v"), F.col("_place"), Window.partitionBy("g").orderBy("_row")),
        ),
    )
    .drop("_place")
)
df = (
    df.withColumn("_place", F.row_number().over(Window.partitionBy("g").orderBy("_row")))
    .withColumn(
        "both",
        F.when(
            F.col("g").isNotNull(),
            interpolate(
                F.col("v"), F.col("_place"), Window.partitionBy("g").orderBy("_row"), both=True
            ),
        ),
    )
    .drop("_place")
)
scaled = (
    df.withColumn("_place", F.row_number().over(Window.partitionBy("g").orderBy("_row")))
    .select(
        "_row",
        F.when(
            F.col("g").isNotNull(),
            interpolate(F.col("v"), F.col("_place"), Window.partitionBy("g").orderBy("_row"))
            * 2,
        )
        .alias("v"),
    )
)
later = scalar(
    df.agg(F.coalesce(F.sum(F.coalesce(F.col("line"), F.lit(0))), F.lit(0.0)))
)
