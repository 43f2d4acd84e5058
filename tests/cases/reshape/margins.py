import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", None, "a", "é", "Z"], "g": ["x", "y", "x", None, "x", "y"],
    "v": [1.5, None, 0.0, -2.0, 1.5, 4.0], "w": [1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
})
means = df.pivot_table(values="v", index="k", columns="g", margins=True)
largest = df.pivot_table("w", "k", "g", aggfunc="max", margins=True, margins_name="every")
alone = df.pivot_table(values="w", index="g", aggfunc="median", margins=True)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import table_with_margins, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a", "é", "Z"], "g": ["x", "y", "x", None, "x", "y"],
    "v": [1.5, None, 0.0, -2.0, 1.5, 4.0], "w": [1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
}))
means = table_with_margins(
    to_pandas(df.dropna(subset=["k", "g"]).cube("k", "g").agg(F.avg("v").alias("v"))),
    "v",
    "k",
    "g",
)
largest = table_with_margins(
    to_pandas(df.dropna(subset=["k", "g"]).cube("k", "g").agg(F.max("w").alias("w"))),
    "w",
    "k",
    "g",
    name="every",
)
alone = table_with_margins(
    to_pandas(df.dropna(subset=["g"]).cube("g").agg(F.median("w").alias("w"))), "w", "g"
)
