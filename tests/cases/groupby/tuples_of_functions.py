import pandas as pd
df = pd.DataFrame({"k": ["a", "b", "a", None, "c"], "p": ["x", "y", None, "x", "z"], "v": [1.0, 2, 3, None, 5]})

def g1(x):
    return ((x == "x") | (x == "y")).sum()

def g2(x):
    return ((x != "x") & (x != "y")).sum()

def span(s):
    return s.max() - s.min()

pair = df.groupby("k", as_index=False)["p"].agg((g1, g2))
pair2 = df.groupby("k")["p"].agg(("count", g2))
wide = df.groupby("k").agg({"p": [g1, g2], "v": span})
wide2 = df.groupby("k").agg({"p": (g1, "count"), "v": lambda s: s.sum()})
wide3 = df.groupby("k").agg({"p": (g1, "count"), "v": "sum"})
each = df.groupby("k")[["p", "v"]].agg(("count", "nunique"))
numbered = pair.reset_index()
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "a", None, "c"], "p": ["x", "y", None, "x", "z"], "v": [1.0, 2, 3, None, 5]})
)

def g1(x):
    return ((x == "x") | (x == "y")).sum()

def g2(x):
    return ((x != "x") & (x != "y")).sum()

def span(s):
    return s.max() - s.min()

pair = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.count_if((F.col("p") == "x") | (F.col("p") == "y")).alias("g1"),
        F.count_if(~F.col("p").eqNullSafe("x") & ~F.col("p").eqNullSafe("y")).alias("g2"),
    )
    .withColumn("_row", F.row_number().over(Window.orderBy("k")).cast("bigint") - 1)
)
pair2 = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.count("p").alias("count"),
        F.count_if(~F.col("p").eqNullSafe("x") & ~F.col("p").eqNullSafe("y")).alias("g2"),
    )
)
wide = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.count_if((F.col("p") == "x") | (F.col("p") == "y")).alias("p_g1"),
        F.count_if(~F.col("p").eqNullSafe("x") & ~F.col("p").eqNullSafe("y")).alias("p_g2"),
        (F.max("v") - F.min("v")).alias("v_span"),
    )
)
wide2 = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.count_if((F.col("p") == "x") | (F.col("p") == "y")).alias("p_g1"),
        F.count("p").alias("p_count"),
        F.coalesce(F.sum("v"), F.lit(0.0)).alias("v_<lambda>"),
    )
)
wide3 = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.count_if((F.col("p") == "x") | (F.col("p") == "y")).alias("p_g1"),
        F.count("p").alias("p_count"),
        F.coalesce(F.sum("v"), F.lit(0.0)).alias("v_sum"),
    )
)
each = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.count("p").alias("p_count"),
        F.countDistinct("p").alias("p_nunique"),
        F.count("v").alias("v_count"),
        F.countDistinct("v").alias("v_nunique"),
    )
)
numbered = pair.select(F.col("_row").alias("index"), "k", "g1", "g2")
