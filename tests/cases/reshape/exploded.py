import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", None, "a"],
    "s": ["x, y", "y", np.nan, "z, x, x"],
    "n": [1, 2, 3, 4],
})
counts = df["s"].str.split(", ").explode().value_counts()
parts = df.assign(part=df["s"].str.split(", ")).explode("part")
by_part = parts.groupby(["k", "part"]).size().reset_index(name="rows")
df["words"] = df["s"].str.split(", ")
df["how_many"] = df["words"].str.len()
anew = df.explode("words", ignore_index=True)
first = df["words"].iloc[0]
print(parts)
print(anew[["words", "n"]])
print(df)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a"],
    "s": ["x, y", "y", np.nan, "z, x, x"],
    "n": [1, 2, 3, 4],
}).reset_index(names="_row"))
counts = (
    df.select("_row", F.split(F.col("s"), ", ", -1).alias("s"))
    .withColumn("s", F.explode_outer("s"))
    .dropna(subset=["s"])
    .groupBy("s")
    .agg(F.count("*").alias("count"))
)
parts = (
    df.withColumn("part", F.split(F.col("s"), ", ", -1))
    .select("_row", "k", "s", "n", F.posexplode_outer("part").alias("_part", "part"))
)
by_part = (
    parts.dropna(subset=["k", "part"])
    .groupBy("k", "part")
    .agg(F.count("*").alias("size"))
    .withColumnRenamed("size", "rows")
)
df = df.withColumn("words", F.split(F.col("s"), ", ", -1))
df = df.withColumn("how_many", F.array_size(F.col("words")).cast("double"))
anew = df.select(
    "_row", "k", "s", "n", F.posexplode_outer("words").alias("_part", "words"), "how_many"
)
first = scalar(df.select("_row", "words").orderBy("_row").limit(1).select("words"))
print(
    to_pandas(
        parts.orderBy("_row", F.col("_part").asc_nulls_last()).drop("_part"),
        index=["_row"],
        none=["k"],
    )
)
print(
    to_pandas(
        anew.select("_row", "_part", "words", "n")
        .orderBy("_row", F.col("_part").asc_nulls_last())
        .drop("_row", "_part")
    )
)
print(to_pandas(df.orderBy("_row"), index=["_row"], dtypes={"words": "list"}, none=["k"]))
