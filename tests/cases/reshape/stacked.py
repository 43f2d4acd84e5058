import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", None, "a", "é"], "g": ["x", "y", "x", None, "x"], "v": [1.5, None, 0.0, -2.0, 1.5],
    "w": [None, None, 0.0, 1.0, 1.0], "n": [3, 0, 2, -1, 3],
})
cells = df[["v", "n"]].stack()
texts = df.set_index("n")[["k", "g"]].stack()
whole = df.set_index("k")[["n"]].stack()
ordered = df.sort_values("n", ascending=False, kind="stable").set_index("n")[["v", "w"]].stack()
print(ordered)
table = df[["v", "w"]].stack().reset_index()
named = df.groupby("g")[["v", "n"]].mean().stack().reset_index(name="amount")
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
    df.select("_row", "v", "n")
    .withColumn("n", F.col("n").cast("double"))
    .unpivot("_row", ["v", "n"], "level_1", "value")
    .dropna(subset=["value"])
)
texts = (
    df.select("n", "_row", "k", "g", "v", "w")
    .select("n", "_row", "k", "g")
    .unpivot("n", ["k", "g"], "level_1", "value")
    .dropna(subset=["value"])
)
whole = (
    df.select("k", "_row", "g", "v", "w", "n")
    .select("k", "_row", "n")
    .unpivot("k", ["n"], "level_1", "value")
)
ordered = (
    df.orderBy(F.col("n").desc(), "_row")
    .select("n", "_row", "k", "g", "v", "w")
    .select("n", "_row", "v", "w")
    .unpivot(["n", "_row"], ["v", "w"], "level_1", "value")
    .dropna(subset=["value"])
    .withColumn("_part", F.array_position(F.array(F.lit("v"), F.lit("w")), F.col("level_1")))
)
print(to_pandas(ordered.orderBy(F.col("n").desc(), "_row", "_part").drop("_row", "_part"), index=["n", "level_1"], names=["n", None])["value"].rename(None))
table = to_pandas(df.select("_row", "v", "w").unpivot("_row", ["v", "w"], "level_1", "value").dropna(subset=["value"]).withColumn("_part", F.array_position(F.array(F.lit("v"), F.lit("w")), F.col("level_1"))).orderBy("_row", "_part").drop("_part"), index=["_row", "level_1"], names=[None, None])["value"].rename(None).reset_index()
named = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg(F.avg("v").alias("v"), F.avg("n").alias("n"))
    .unpivot("g", ["v", "n"], "level_1", "value")
    .dropna(subset=["value"])
    .withColumnRenamed("value", "amount")
)
nothing = (
    df.filter(F.col("n") > 100)
    .select("_row", "v", "w")
    .unpivot("_row", ["v", "w"], "level_1", "value")
    .dropna(subset=["value"])
)
