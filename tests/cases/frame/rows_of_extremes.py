import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", "b", None, "a", "c"],
    "n": [5, 5, 7, 7, 5, -1],
    "v": [3.0, 2.0, 1.0, 1.0, None, 0.5],
})
best = df.loc[df.groupby("k")["n"].idxmax()]
some = df.loc[df.groupby("k")["v"].idxmin(), ["k", "v"]].reset_index(drop=True)
large = df[df["n"] > 0]
by_two = large.loc[large.groupby(["k", "n"])["v"].idxmax(), "v"]
places = df.groupby("n")["v"].idxmax()
chosen = df.loc[places]
print(chosen)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import rows_at, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", "b", None, "a", "c"],
    "n": [5, 5, 7, 7, 5, -1],
    "v": [3.0, 2.0, 1.0, 1.0, None, 0.5],
}).reset_index(names="_row"))
best = rows_at(
    df,
    "_row",
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.max_by("_row", F.struct("n", -F.col("_row"))).alias("n"))
    .select(F.col("n").alias("_row"), F.col("k").alias("_place")),
)
some = (
    rows_at(
        df,
        "_row",
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.min_by("_row", F.when(F.col("v").isNotNull(), F.struct("v", "_row"))).alias("v"))
        .select(F.col("v").alias("_row"), F.col("k").alias("_place")),
    )
    .select("_row", "_place", "k", "v")
    .drop("_row")
)
large = df.filter(F.col("n") > 0)
by_two = (
    rows_at(
        large,
        "_row",
        large.dropna(subset=["k"])
        .groupBy("k", "n")
        .agg(
            F.max_by("_row", F.when(F.col("v").isNotNull(), F.struct("v", -F.col("_row"))))
            .alias("v")
        )
        .select(
            F.col("v").alias("_row"), F.col("k").alias("_place"), F.col("n").alias("_place1")
        ),
    )
    .select("_row", "_place", "_place1", "v")
)
places = (
    df.groupBy("n")
    .agg(
        F.max_by("_row", F.when(F.col("v").isNotNull(), F.struct("v", -F.col("_row"))))
        .alias("v")
    )
)
chosen = rows_at(
    df, "_row", places.select(F.col("v").alias("_row"), F.col("n").alias("_place"))
)
print(to_pandas(chosen.orderBy("_place").drop("_place"), index=["_row"], none=["k"]))
