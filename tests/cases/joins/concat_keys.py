import numpy as np
import pandas as pd

a = pd.DataFrame({"v": [1.5, np.nan], "n": [1, 2]})
b = pd.DataFrame({"v": [0.5], "n": [7]})
both = pd.concat([a, b], keys=["first", "second"])
named = pd.concat({"x": a, "y": b}, names=["part"])
flat = pd.concat([a, b], keys=["first", "second"]).reset_index(level=0)
one = both.loc["second"]
s = pd.Series([0, 1], index=["a", "b"])
t = pd.Series([2, 3, 4], index=["c", "d", "e"])
long = pd.concat([s, t])
keyed = pd.concat([s, t], keys=["x", "y"])
beside = pd.concat([a["v"], a["n"]], axis=1, keys=["p", "q"])
mixed = pd.concat([a["v"], b["n"]])
again = flat.loc[0]
stacked = pd.concat([a, b])
twice = stacked.loc[0]
wide = pd.concat([s, s, t], keys=["x", "z", "y"]).unstack()
part = keyed.loc["y"]
print(both)
print(keyed)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

a = spark.createDataFrame(
    pd.DataFrame({"v": [1.5, np.nan], "n": [1, 2]}).reset_index(names="_row")
)
b = spark.createDataFrame(pd.DataFrame({"v": [0.5], "n": [7]}).reset_index(names="_row"))
both = (
    a.withColumn("level_0", F.lit("first"))
    .withColumn("_part", F.lit(0))
    .unionByName(b.withColumn("level_0", F.lit("second")).withColumn("_part", F.lit(1)))
)
named = a.withColumn("part", F.lit("x")).unionByName(b.withColumn("part", F.lit("y")))
flat = (
    a.withColumn("level_0", F.lit("first"))
    .withColumn("_part", F.lit(0))
    .unionByName(b.withColumn("level_0", F.lit("second")).withColumn("_part", F.lit(1)))
    .select("_row", "_part", "level_0", "v", "n")
)
one = to_pandas(
    both.filter(F.col("level_0") == "second").orderBy("_part", "_row").drop("_part"),
    index=["level_0", "_row"],
    names=[None, None],
).loc["second"]
s = spark.createDataFrame(
    pd.Series([0, 1], index=["a", "b"]).to_frame("value").reset_index()
)
t = spark.createDataFrame(
    pd.Series([2, 3, 4], index=["c", "d", "e"]).to_frame("value").reset_index()
)
long = s.unionByName(t)
keyed = (
    s.withColumn("level_0", F.lit("x"))
    .withColumn("_row", F.row_number().over(Window.orderBy("index")).cast("bigint") - 1)
    .withColumn("_part", F.lit(0))
    .unionByName(
        t.withColumn("level_0", F.lit("y"))
        .withColumn("_row", F.row_number().over(Window.orderBy("index")).cast("bigint") - 1)
        .withColumn("_part", F.lit(1))
    )
)
beside = a.select("_row", F.col("v").alias("p"), F.col("n").alias("q"))
mixed = (
    a.select("_row", "v")
    .withColumnRenamed("v", "value")
    .drop("_row")
    .unionByName(
        b.select("_row", "n")
        .withColumnRenamed("n", "value")
        .drop("_row")
        .withColumn("value", F.col("value").cast("double"))
    )
)
again = to_pandas(
    flat.filter(F.col("_row") == 0).orderBy("_part").drop("_part"), index=["_row"]
).loc[0]
stacked = a.withColumn("_part", F.lit(0)).unionByName(b.withColumn("_part", F.lit(1)))
twice = to_pandas(
    stacked.filter(F.col("_row") == 0).orderBy("_part").drop("_part"), index=["_row"]
).loc[0]
wide = (
    pd.concat(
        [
            to_pandas(s.orderBy("index"), index=["index"], names=[None])["value"].rename(None),
            to_pandas(s.orderBy("index"), index=["index"], names=[None])["value"].rename(None),
            to_pandas(t.orderBy("index"), index=["index"], names=[None])["value"].rename(None),
        ],
        keys=["x", "z", "y"],
    )
    .unstack()
)
part = (
    to_pandas(
        keyed.filter(F.col("level_0") == "y").orderBy("_part", "_row").drop("_row", "_part"),
        index=["level_0", "index"],
        names=[None, None],
    )["value"]
    .rename(None).loc
)["y"]
print(
    to_pandas(
        both.orderBy("_part", "_row").drop("_part"),
        index=["level_0", "_row"],
        names=[None, None],
    )
)
print(
    to_pandas(
        keyed.orderBy("_part", "_row").drop("_row", "_part"),
        index=["level_0", "index"],
        names=[None, None],
    )["value"]
    .rename(None)
)
