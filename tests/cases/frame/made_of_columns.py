import numpy as np
import pandas as pd

df = pd.DataFrame({
    "id": [3, 1, 2, 4, 5], "x": [1.5, np.nan, 0.0, -2.0, np.nan], "s": ["a", None, "", "é", "a"],
})
old = df[df["id"] > 1]
made = pd.DataFrame({"id": df["id"], "y": 0})
swapped = pd.DataFrame({"x": old["id"], "id": old["x"], "k": "new"})
values = pd.DataFrame({"ID": old["id"].values, "double": old["x"].values * 2, "s": old["s"].values})
chosen = pd.DataFrame({"p": old["x"], "q": old["s"].str.upper()}, columns=["q", "p"])
flags = pd.DataFrame({"missing": old["x"].isna(), "mean": old["x"].mean(), "x": old["x"].fillna(0)})
ordered = pd.DataFrame({"v": df.sort_values("x")["id"], "w": df.sort_values("x")["s"]})
for column in df:
    print(column, df[column].isna().sum())
empty = old[old["id"] > 100]
none = pd.DataFrame({"a": empty["id"], "b": 1})
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, scalar

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "id": [3, 1, 2, 4, 5], "x": [1.5, np.nan, 0.0, -2.0, np.nan], "s": ["a", None, "", "é", "a"],
}))
old = df.filter(F.col("id") > 1)
made = df.select("id", F.lit(0).cast("bigint").alias("y"))
swapped = old.select(
    F.col("id").alias("x"), F.col("x").alias("id"), F.lit("new").alias("k")
)
values = old.select(F.col("id").alias("ID"), (F.col("x") * 2).alias("double"), "s")
chosen = (
    old.select(F.col("x").alias("p"), F.upper(F.col("s")).alias("q"))
    .select("q", "p")
)
flags = old.select(
    F.col("x").isNull().alias("missing"),
    lit(scalar(old.agg(F.avg("x")))).cast("double").alias("mean"),
    F.coalesce(F.col("x"), F.lit(0)).alias("x"),
)
ordered = (
    df.orderBy(F.col("x").asc_nulls_last())
    .select(F.col("id").alias("v"), F.col("s").alias("w"))
)
for column in ["id", "x", "s"]:
    print(column, scalar(df.agg(F.count_if(F.col(column).isNull()))))
empty = old.filter(F.col("id") > 100)
none = empty.select(F.col("id").alias("a"), F.lit(1).cast("bigint").alias("b"))
