import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
other = pd.DataFrame({"x": [10.0, 20.0, 30.0], "m": [1, 2, 3]})
df["x"] = other["x"]
df["v"] = other["x"] * 2
df["high"] = df[df["v"] > 0]["v"] * 10
df["size"] = df.groupby("k")["v"].transform("count")
total = df.groupby("k")["v"].sum()
count = df.groupby("k")["x"].count()
share = total / count
a = pd.Series([1, 2, 3], index=["a", "b", "c"])
b = pd.Series([10.0, 20.0, 30.0], index=["b", "c", "d"], name="b")
both = a + b
filled = b.mul(b * 2, fill_value=1)
difference = b - total
by_key = df.set_index("k")[["v"]].drop_duplicates()
by_key["total"] = total
late = df.copy()
late["n"] = other["m"]
row = df[["v", "x"]] - df[["v", "x"]].iloc[0]
first = df[["n", "v"]].iloc[-1]["n"]
print(both)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import divide, lit, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
    .reset_index(names="_row")
)
other = spark.createDataFrame(
    pd.DataFrame({"x": [10.0, 20.0, 30.0], "m": [1, 2, 3]}).reset_index(names="_row")
)
df = df.join(other.select("_row", "x"), "_row", "left")
df = (
    df.join(other.select("_row", (F.col("x") * 2).alias("v_new")), "_row", "left")
    .withColumn("v", F.col("v_new"))
    .drop("v_new")
)
df = df.withColumn("high", F.when(F.coalesce(F.col("v") > 0, F.lit(False)), F.col("v") * 10))
df = df.withColumn(
    "size", F.when(F.col("k").isNotNull(), F.count("v").over(Window.partitionBy("k")))
)
total = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
count = df.dropna(subset=["k"]).groupBy("k").agg(F.count("x").alias("x"))
share = (
    total.select("k", F.col("v").alias("_left"))
    .join(count.select("k", F.col("x").alias("_right")), "k", "outer")
    .select("k", divide(F.col("_left"), F.col("_right")).alias("value"))
)
a = spark.createDataFrame(
    pd.Series([1, 2, 3], index=["a", "b", "c"]).to_frame("value").reset_index()
)
b = spark.createDataFrame(
    pd.Series([10.0, 20.0, 30.0], index=["b", "c", "d"], name="b").to_frame().reset_index()
)
both = (
    a.select("index", F.col("value").alias("_left"))
    .join(b.select("index", F.col("b").alias("_right")), "index", "outer")
    .select("index", (F.col("_left") + F.col("_right")).alias("value"))
)
filled = F.when(
    F.col("b").isNotNull() | (F.col("b") * 2).isNotNull(),
    F.coalesce(F.col("b"), F.lit(1.0)) * F.coalesce(F.col("b") * 2, F.lit(1.0)),
)
difference = (
    to_pandas(b.orderBy("index"), index=["index"], names=[None])["b"]
    - to_pandas(total.orderBy("k"), index=["k"])["v"]
)
by_key = (
    df.select("k", "_row", "v", "n", "x", "high", "size")
    .select("k", "_row", "v")
    .withColumn("_copy", F.row_number().over(Window.partitionBy("v").orderBy("_row")))
    .filter(F.col("_copy") == 1)
    .drop("_copy")
)
by_key = by_key.drop("_row").join(total.select("k", F.col("v").alias("total")), "k", "left")
late = df
late = (
    late.join(other.select("_row", F.col("m").alias("n_new")), "_row", "left")
    .withColumn("n", F.col("n_new"))
    .drop("n_new")
)
row = (
    df.select("_row", "v", "x")
    .withColumns({
        c: F.col(c) - lit(value)
        for c, value in to_pandas(df.select("_row", "v", "x").orderBy("_row").limit(1), index=["_row"]).iloc[0]
        .items()
    })
)
first = to_pandas(
    df.select("_row", "n", "v").orderBy(F.col("_row").desc()).limit(1), index=["_row"]
).iloc[0]["n"]
print(to_pandas(both.orderBy("index"), index=["index"], names=[None])["value"].rename(None))
