"""The questions of ``join.py`` as an expert of Spark writes them."""

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()
x = spark.read.parquet("x.parquet")
small = spark.read.parquet("small.parquet")
medium = spark.read.parquet("medium.parquet")
big = spark.read.parquet("big.parquet")


def joined(left, right, key, how="inner"):
    """A join that tells apart the columns that both sides have."""
    both = [c for c in left.columns if c in right.columns and c != key]
    left = left.withColumnsRenamed({c: f"{c}_x" for c in both})
    return left.join(right.withColumnsRenamed({c: f"{c}_y" for c in both}), key, how)


# --- j01 small, inner, on a number
result = joined(x, small, "id1")

# --- j02 medium, inner, on a number
result = joined(x, medium, "id2")

# --- j03 medium, left, on a number
result = joined(x, medium, "id2", "left")

# --- j04 medium, inner, on text
result = joined(x, medium, "id5")

# --- j05 big, inner, on a number
result = joined(x, big, "id3")

# --- j06 medium and small, then a sum
both = joined(x, medium, "id2").drop("v2").join(small.select(F.col("id1").alias("id1_x"), "v2"), "id1_x")
result = both.groupBy("id5_x").agg(F.sum("v1").alias("v1"), F.sum("v2").alias("v2_y"))
