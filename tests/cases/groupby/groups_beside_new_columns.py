"""Groups of a selected column go on while other columns are set; once theirs are set they show the old ones."""
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", None, "a", "b", "a"], "v": [1.0, None, 3.0, 4.0, 5.0, 4.0], "n": [1, 2, 3, 4, 5, 6]})
by_k = df.groupby("k")["v"]
df["mean"] = by_k.transform("mean")
df["before"] = by_k.shift(1)
df["place"] = by_k.cumcount()
print(df)
both = df.groupby("k")[["v", "n"]]
df["w"] = df["v"] * 2
print(both.sum())

other = pd.DataFrame({"k": ["a", "b", "a"], "v": [1.0, 2.0, 3.0]})
by_other = other.groupby("k")["v"]
other["v"] = other["v"] * 10
print(by_other.sum(), other["v"].sum())
# output
"""Groups of a selected column go on while other columns are set; once theirs are set they show the old ones."""
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "a", "b", "a"], "v": [1.0, None, 3.0, 4.0, 5.0, 4.0], "n": [1, 2, 3, 4, 5, 6]})
    .reset_index(names="_row")
)
by_k = df.dropna(subset=["k"]).groupBy("k")
df = df.withColumn(
    "mean", F.when(F.col("k").isNotNull(), F.avg("v").over(Window.partitionBy("k")))
)
df = df.withColumn(
    "before",
    F.when(F.col("k").isNotNull(), F.lag("v", 1).over(Window.partitionBy("k").orderBy("_row"))),
)
df = df.withColumn(
    "place",
    F.when(
        F.col("k").isNotNull(),
        F.row_number().over(Window.partitionBy("k").orderBy("_row")).cast("bigint") - 1,
    ),
).cache()
print(to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]))
both = df.dropna(subset=["k"]).groupBy("k")
df = df.withColumn("w", F.col("v") * 2)
print(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"), F.sum("n").alias("n"))
        .orderBy("k"),
        index=["k"],
    )
)

other = pd.DataFrame({"k": ["a", "b", "a"], "v": [1.0, 2.0, 3.0]})
by_other = other.groupby("k")["v"]
other["v"] = other["v"] * 10
print(by_other.sum(), other["v"].sum())
