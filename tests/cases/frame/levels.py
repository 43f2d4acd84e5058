import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", None, "a"], "g": ["x", "y", "x", "x"], "n": [3, 0, 2, -1], "v": [1.5, None, 0.0, -2.0],
})
two = df.set_index(["k", "n"])
swapped = two.swaplevel()
by_name = two.swaplevel("k", "n").sort_index()
three = df.set_index(["k", "g", "n"]).reorder_levels(["n", "k", "g"])
inner = df.set_index(["k", "g", "n"]).swaplevel()
sums = df.groupby(["g", "n"])["v"].sum().swaplevel()
ordered = df.groupby(["g", "n"])["v"].sum().reorder_levels([1, 0]).sort_index()
group = df.groupby("k").get_group("a")
values = df.groupby("g")["v"].get_group("x")
pair = df.groupby(["g", "n"]).get_group(("x", 2))
largest = df.groupby("g").get_group("x")["v"].max()
common = df["k"].mode()[0]
filled = df["k"].fillna(df["k"].mode()[0])
both = df["n"].mode()[1]
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, most_frequent, require_rows, scalar

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a"], "g": ["x", "y", "x", "x"], "n": [3, 0, 2, -1], "v": [1.5, None, 0.0, -2.0],
}))
two = df.select("k", "n", "g", "v")
swapped = two
by_name = two.orderBy("n", F.col("k").asc_nulls_last())
three = df
inner = df
sums = (
    df.dropna(subset=["g"])
    .groupBy("g", "n")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
ordered = (
    df.dropna(subset=["g"])
    .groupBy("g", "n")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
    .orderBy("n", "g")
)
group = require_rows(df.filter(F.col("k") == "a"), "a")
values = require_rows(df.filter(F.col("g") == "x"), "x").select("v")
pair = require_rows(df.filter((F.col("g") == "x") & (F.col("n") == 2)), ("x", 2))
largest = scalar(require_rows(df.filter(F.col("g") == "x"), "x").agg(F.max("v")))
common = scalar(most_frequent(df.select("k"), "k").orderBy("k").limit(1).select("k"))
filled = F.coalesce(
    F.col("k"),
    lit(scalar(most_frequent(df.select("k"), "k").orderBy("k").limit(1).select("k"))),
)
both = scalar(
    most_frequent(df.select("n"), "n").orderBy("n").limit(2).offset(1).select("n")
)
