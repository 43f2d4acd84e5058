import pandas as pd

sales = pd.DataFrame({
    "store": ["a", "b", "a", None, "b", "c"], "kind": ["x", "y", "y", "x", "x", None],
    "units": [1, 2, 3, 4, 5, 6], "price": [1.5, None, 2.0, 3.0, None, 1.0],
})

units = sales.pivot_table(values="units", index="store", columns="kind", aggfunc="sum", margins=True)
prices = sales.pivot_table("price", "store", "kind", fill_value=0)
both = sales.pivot_table(index="store", aggfunc={"units": "max", "price": "mean"})
counts = pd.crosstab(sales["store"], sales["kind"])
shares = pd.crosstab(sales["store"], sales["units"] > 2, normalize="index")
print(pd.pivot_table(sales, values="price", index="kind", aggfunc="count"))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

sales = spark.createDataFrame(pd.DataFrame({
    "store": ["a", "b", "a", None, "b", "c"], "kind": ["x", "y", "y", "x", "x", None],
    "units": [1, 2, 3, 4, 5, 6], "price": [1.5, None, 2.0, 3.0, None, 1.0],
}))

units = (
    to_pandas(
        sales.dropna(subset=["store", "kind"])
        .groupBy("store", "kind")
        .agg(F.sum("units").alias("units"))
    )
    .pivot_table(values="units", index="store", columns="kind", aggfunc="sum", margins=True)
)
prices = (
    to_pandas(
        sales.dropna(subset=["store", "kind"])
        .groupBy("store", "kind")
        .agg(F.avg("price").alias("price"))
    )
    .pivot_table(values="price", index="store", columns="kind", aggfunc="first", fill_value=0)
)
both = (
    to_pandas(
        sales.dropna(subset=["store"])
        .groupBy("store")
        .agg(F.max("units").alias("units"), F.avg("price").alias("price"))
    )
    .pivot_table(index="store", aggfunc="first")
)
counts = (
    to_pandas(
        sales.dropna(subset=["store", "kind"])
        .groupBy("store", "kind")
        .agg(F.count("*").alias("count"))
    )
    .pivot_table(values="count", index="store", columns="kind", aggfunc="sum", fill_value=0)
)
shares = (
    to_pandas(
        sales.withColumn("_key1", F.col("units") > 2)
        .dropna(subset=["store"])
        .groupBy("store", F.col("_key1").alias("units"))
        .agg(F.count("*").alias("count"))
    )
    .pivot_table(values="count", index="store", columns="units", aggfunc="sum", fill_value=0)
    .pipe(lambda table: table.div(table.sum(axis=1), axis=0))
)
print(
    to_pandas(
        sales.dropna(subset=["kind"]).groupBy("kind").agg(F.count("price").alias("price"))
    )
    .pivot_table(values="price", index="kind", aggfunc="first")
)
