import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", None, "a", "é"], "g": ["x", "y", "x", None, "x"], "v": [1.5, None, 0.0, -2.0, 1.5],
    "w": [None, None, 0.0, 1.0, 1.0], "n": [3, 0, 2, -1, 3],
})
cells = df[["n", "v"]].stack()
unsorted = df[["v", "n"]].stack()
print(unsorted.unstack())
texts = df.set_index("n")[["k", "g"]].stack()
whole = df.set_index("k")[["n"]].stack()
ordered = df[["v", "w"]].stack()
print(ordered)
table = df[["v", "w"]].stack().reset_index()
named = df.groupby("g")[["n", "v"]].mean().stack().reset_index(name="amount")
nothing = df[df["n"] > 100][["v", "w"]].stack()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a", "é"], "g": ["x", "y", "x", None, "x"], "v": [1.5, None, 0.0, -2.0, 1.5],
    "w": [None, None, 0.0, 1.0, 1.0], "n": [3, 0, 2, -1, 3],
}).reset_index(names="_row"))
cells = (
    df.select("_row", "n", "v")
    .withColumn("n", F.col("n").cast("double"))
    .unpivot("_row", ["n", "v"], "level_1", "value")
    .dropna(subset=["value"])
)
unsorted = (
    to_pandas(df.select("_row", "v", "n").orderBy("_row"), index=["_row"])
    .stack()
)
print(unsorted.unstack())
texts = (
    to_pandas(
        df.select("n", "_row", "k", "g", "v", "w")
        .select("n", "_row", "k", "g")
        .orderBy("_row")
        .drop("_row"),
        index=["n"],
        none=["k", "g"],
    )
    .stack()
)
whole = (
    to_pandas(
        df.select("k", "_row", "g", "v", "w", "n")
        .select("k", "_row", "n")
        .orderBy("_row")
        .drop("_row"),
        index=["k"],
        none=["k"],
    )
    .stack()
)
ordered = (
    df.select("_row", "v", "w")
    .unpivot("_row", ["v", "w"], "level_1", "value")
    .dropna(subset=["value"])
    .withColumn("_part", F.array_position(F.array(F.lit("v"), F.lit("w")), F.col("level_1")))
)
print(
    to_pandas(
        ordered.orderBy("_row", "_part").drop("_part"),
        index=["_row", "level_1"],
        names=[None, None],
    )["value"]
    .rename(None)
)
table = (
    to_pandas(
        df.select("_row", "v", "w")
        .unpivot("_row", ["v", "w"], "level_1", "value")
        .dropna(subset=["value"])
        .withColumn(
            "_part", F.array_position(F.array(F.lit("v"), F.lit("w")), F.col("level_1"))
        )
        .orderBy("_row", "_part")
        .drop("_part"),
        index=["_row", "level_1"],
        names=[None, None],
    )["value"]
    .rename(None)
    .reset_index()
)
named = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(F.avg("n").alias("n"), F.avg("v").alias("v"))
    .unpivot("g", ["n", "v"], "level_1", "value")
    .dropna(subset=["value"])
    .withColumnRenamed("value", "amount")
)
nothing = (
    df.filter(F.col("n") > 100)
    .select("_row", "v", "w")
    .unpivot("_row", ["v", "w"], "level_1", "value")
    .dropna(subset=["value"])
)
