import pandas as pd

df = pd.DataFrame({"a": ["x", "y", "x", None], "b": ["u", "u", "v", "v"], "v": [1.0, 2.0, None, 4.0]})
key = "a"
groups = df.groupby(key)
key = "b"  # the groups stay those of a
mean = groups.v.mean()
total = groups["v"].sum()
size = groups.size()
share = groups["v"].transform("sum")
named = groups.agg(low=pd.NamedAgg(column="v", aggfunc="min"), rows=pd.NamedAgg("b", "size"))
first = groups.head(1)
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a": ["x", "y", "x", None], "b": ["u", "u", "v", "v"], "v": [1.0, 2.0, None, 4.0]})
    .reset_index(names="_row")
)
key = "a"
groups = df.dropna(subset=[key]).groupBy(key)
key = "b"  # the groups stay those of a
mean = groups.agg(F.avg("v").alias("v"))
total = groups.agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
size = groups.agg(F.count("*").alias("size"))
share = F.when(
    F.col("a").isNotNull(), F.coalesce(F.sum("v").over(Window.partitionBy("a")), F.lit(0.0))
)
named = groups.agg(F.min("v").alias("low"), F.count("*").alias("rows"))
first = (
    df.dropna(subset=["a"])
    .withColumn("_place", F.row_number().over(Window.partitionBy("a").orderBy("_row")))
    .filter(F.col("_place") <= 1)
    .drop("_place")
)
