import pandas as pd

df = pd.DataFrame({
    "k": [1, 2, 3, 4],
    "a": ["x,y", None, "z", ""],
    "b": ["1,2", "3", "4", None],
})
df["a"] = df["a"].str.split(",")
df["b"] = df["b"].str.split(",")
both = df.explode(["a", "b"])
anew = df.explode(["a", "b"], ignore_index=True)
swapped = df.explode(["b", "a"])
pairs = both.groupby("k")["b"].count()
nothing = df[df["k"] > 9].explode(["a", "b"])
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import side_by_side

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": [1, 2, 3, 4],
    "a": ["x,y", None, "z", ""],
    "b": ["1,2", "3", "4", None],
}))
df = df.withColumn("a", F.split(F.col("a"), ",", -1))
df = df.withColumn("b", F.split(F.col("b"), ",", -1))
both = (
    df.withColumn("a", F.explode_outer(side_by_side("a", "b")))
    .withColumns({"b": F.col("a.b"), "a": F.col("a.a")})
)
anew = (
    df.withColumn("a", F.explode_outer(side_by_side("a", "b")))
    .withColumns({"b": F.col("a.b"), "a": F.col("a.a")})
)
swapped = (
    df.withColumn("b", F.explode_outer(side_by_side("b", "a")))
    .withColumns({"a": F.col("b.a"), "b": F.col("b.b")})
)
pairs = both.groupBy("k").agg(F.count("b").alias("b"))
nothing = (
    df.filter(F.col("k") > 9)
    .withColumn("a", F.explode_outer(side_by_side("a", "b")))
    .withColumns({"b": F.col("a.b"), "a": F.col("a.a")})
)
