import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
some = df[["n", "k"]]
positive = df[df["v"] > 0]
by_function = df[lambda d: d["n"] > 0]
none = df[df["n"] > 100]
df["zero"] = 0
df["label"] = "x"
df["missing"] = np.nan
df[["p", "q"]] = df[["v", "n"]]
del df["missing"]
df.insert(1, "first", 5)
df.pop("zero")
numbers = df.select_dtypes(include="number")
texts = df.select_dtypes(exclude="number")
like = df.filter(like="p")
print(len(positive), df.shape, none.empty)

# sums are added up once: a second time their last digits may differ, and no row be the largest
sums = pd.DataFrame({"k": ["a", "b", "a", "c"], "v": [0.1, 0.7, 0.6, 0.2]}).groupby("k", as_index=False)["v"].sum()
most = sums[sums["v"] == sums["v"].max()]
least = sums["v"].min()
above = sums.loc[sums["v"] > least, "k"].tolist()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
)
some = df.select("n", "k")
positive = df.filter(F.col("v") > 0)
by_function = df.filter(F.col("n") > 0)
none = df.filter(F.col("n") > 100)
df = df.withColumn("zero", F.lit(0).cast("bigint"))
df = df.withColumn("label", F.lit("x"))
df = df.withColumn("missing", F.lit(None).cast("double"))
df = df.withColumns({"p": F.col("v"), "q": F.col("n")})
df = df.drop("missing")
df = (
    df.withColumn("first", F.lit(5).cast("bigint"))
    .select("k", "first", "v", "n", "zero", "label", "p", "q")
)
df = df.drop("zero")
numbers = df.select("first", "v", "n", "p", "q")
texts = df.select("k", "label")
like = df.select("p")
print(positive.count(), (df.count(), 7), none.isEmpty())

# sums are added up once: a second time their last digits may differ, and no row be the largest
sums = (
    spark.createDataFrame(pd.DataFrame({"k": ["a", "b", "a", "c"], "v": [0.1, 0.7, 0.6, 0.2]}))
    .dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
    .cache()
)
most = (
    sums.withColumn("_keep", F.col("v") == F.max("v").over(Window.partitionBy()))
    .filter(F.col("_keep"))
    .drop("_keep")
)
least = scalar(sums.agg(F.min("v")))
above = (
    to_pandas(
        sums.withColumn("_keep", F.col("v") > F.min("v").over(Window.partitionBy()))
        .filter(F.col("_keep"))
        .drop("_keep")
        .orderBy("k")
        .select("k")
    )["k"]
    .tolist()
)
