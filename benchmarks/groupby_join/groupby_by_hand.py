"""The questions of ``groupby.py`` as an expert of Spark writes them."""

from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()
x = spark.read.parquet("x.parquet")


def total(name):
    """A sum that is 0, as in pandas, where every value is missing."""
    return F.coalesce(F.sum(name), F.lit(0.0)).alias(name)


# --- g01 sum by one key
result = x.groupBy("id1").agg(F.sum("v1").alias("v1"))

# --- g02 sum by two keys
result = x.groupBy("id1", "id2").agg(F.sum("v1").alias("v1"))

# --- g03 sum and mean by many groups
result = x.groupBy("id3").agg(F.sum("v1").alias("v1"), F.avg("v3").alias("v3"))

# --- g04 means by a number
result = x.groupBy("id4").agg(F.avg("v1").alias("v1"), F.avg("v2").alias("v2"), F.avg("v3").alias("v3"))

# --- g05 sums by a number with many groups
result = x.groupBy("id6").agg(F.sum("v1").alias("v1"), F.sum("v2").alias("v2"), total("v3"))

# --- g06 median and deviation by two keys
result = x.groupBy("id4", "id5").agg(F.median("v3").alias("median"), F.stddev_samp("v3").alias("std"))

# --- g07 range by many groups
result = x.groupBy("id3").agg((F.max("v1") - F.min("v2")).alias("range_v1_v2"))

# --- g08 largest two of each group
place = F.row_number().over(Window.partitionBy("id6").orderBy(F.col("v3").desc()))
result = x.filter(F.col("v3").isNotNull()).select("id6", "v3").withColumn("n", place).filter("n <= 2").drop("n")

# --- g09 squared correlation by two keys
result = x.groupBy("id2", "id4").agg((F.corr("v1", "v2") ** 2).alias("r2"))

# --- g10 sum and count by six keys
result = x.groupBy("id1", "id2", "id3", "id4", "id5", "id6").agg(total("v3"), F.count("*").alias("v1"))
