"""Groups that stay with pandas: a key that is a column of the frame is none of its data, as pandas tells by identity."""
import pandas as pd

df = pd.DataFrame({"m": ["a", None, "b", "a", "b"], "count": [1, 2, 3, 4, 5], "v": [1.0, None, 2.0, 3.0, 4.0]})
df["running"] = df.groupby("m")["count"].cumsum()
print(df.groupby(df.running).first())
print(df.groupby(df["running"]).first().sort_values("count", ascending=False))
print(df.groupby([df["running"], df["m"]], dropna=False)["v"].sum())
# output
"""Groups that stay with pandas: a key that is a column of the frame is none of its data, as pandas tells by identity."""
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"m": ["a", None, "b", "a", "b"], "count": [1, 2, 3, 4, 5], "v": [1.0, None, 2.0, 3.0, 4.0]})
    .reset_index(names="_row")
)
df = df.withColumn(
    "running",
    F.when(
        F.col("m").isNotNull(),
        F.sum("count").over(
            Window.partitionBy("m")
            .orderBy("_row")
            .rowsBetween(Window.unboundedPreceding, Window.currentRow)
        ),
    ),
).cache()
print(
    to_pandas(
        df.withColumn("running", F.col("running").cast("double"))
        .dropna(subset=["running"])
        .groupBy("running")
        .agg(
            F.min_by("m", F.when(F.col("m").isNotNull(), F.col("_row"))).alias("m"),
            F.min_by("count", F.col("_row")).alias("count"),
            F.min_by("v", F.when(F.col("v").isNotNull(), F.col("_row"))).alias("v"),
        )
        .orderBy("running"),
        index=["running"],
        none=["m"],
    )
)
print(
    to_pandas(
        df.withColumn("running", F.col("running").cast("double"))
        .dropna(subset=["running"])
        .groupBy("running")
        .agg(
            F.min_by("m", F.when(F.col("m").isNotNull(), F.col("_row"))).alias("m"),
            F.min_by("count", F.col("_row")).alias("count"),
            F.min_by("v", F.when(F.col("v").isNotNull(), F.col("_row"))).alias("v"),
        )
        .orderBy(F.col("count").desc(), "running"),
        index=["running"],
        none=["m"],
    )
)
print(
    to_pandas(
        df.withColumn("running", F.col("running").cast("double"))
        .groupBy("running", "m")
        .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
        .orderBy(F.col("running").asc_nulls_last(), F.col("m").asc_nulls_last()),
        index=["running", "m"],
    )["v"]
)
