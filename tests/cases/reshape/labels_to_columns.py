import pandas as pd

wide = pd.DataFrame({
    "day": [2, 1, 1, 2, 3], "kind": ["y", "x", "y", "x", "y"], "n": [1, 2, 3, 4, 5],
    "price": [0.5, None, 1.0, 2.0, 3.0],
})

prices = wide.pivot(index="day", columns="kind", values="price")
counts = wide.groupby(["day", "kind"]).size().unstack(fill_value=0)
means = wide.groupby(["kind", "day"])["price"].mean().unstack("kind").reset_index()
units = wide.pivot(index="day", columns="kind", values="n")
print(prices)

# groups in order of appearance: pandas' levels keep that order, and unstack follows it
seen = wide.groupby(["kind", "day"], sort=False)["n"].sum().unstack()
print(wide.groupby(["day", "kind"], sort=False)[["n"]].sum().unstack(0))

# labels of rows whose other key is missing are gone, and then those that are left stand as they come
gone = pd.DataFrame({"k": [2.0, 1.0, None, 2.0], "g": ["b", "c", "a", "a b"], "v": [1, 2, 3, 4]})
as_they_come = gone.groupby(["k", "g"])["v"].sum().unstack(fill_value=0)
fewer = wide.groupby(["day", "kind"])["price"].sum()
fewer = fewer[fewer > 1].unstack()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import pivot, to_pandas

spark = SparkSession.builder.getOrCreate()

wide = spark.createDataFrame(pd.DataFrame({
    "day": [2, 1, 1, 2, 3], "kind": ["y", "x", "y", "x", "y"], "n": [1, 2, 3, 4, 5],
    "price": [0.5, None, 1.0, 2.0, 3.0],
}).reset_index(names="_row"))

prices = pivot(wide, ["day"], "kind", "price", ["x", "y"])
counts = (
    pivot(
        wide.dropna(subset=["kind"]).groupBy("day", "kind").agg(F.count("*").alias("size")),
        ["day"],
        "kind",
        "size",
        ["x", "y"],
    )
    .fillna(0, subset=["x", "y"])
)
means = pivot(
    wide.dropna(subset=["kind"]).groupBy("kind", "day").agg(F.avg("price").alias("price")),
    ["day"],
    "kind",
    "price",
    ["x", "y"],
)
units = pivot(
    wide.withColumn("n", F.col("n").cast("double")), ["day"], "kind", "n", ["x", "y"]
)
print(to_pandas(prices.orderBy("day"), index=["day"]).rename_axis(columns="kind"))

# groups in order of appearance: pandas' levels keep that order, and unstack follows it
seen = (
    to_pandas(wide.orderBy("_row"), index=["_row"]).groupby(["kind", "day"], sort=False)["n"]
    .sum()
    .unstack()
)
print(
    to_pandas(wide.orderBy("_row"), index=["_row"]).groupby(["day", "kind"], sort=False)[["n"]]
    .sum()
    .unstack(0)
)

# labels of rows whose other key is missing are gone, and then those that are left stand as they come
gone = spark.createDataFrame(
    pd.DataFrame({"k": [2.0, 1.0, None, 2.0], "g": ["b", "c", "a", "a b"], "v": [1, 2, 3, 4]})
    .reset_index(names="_row")
)
as_they_come = (
    to_pandas(gone.orderBy("_row"), index=["_row"]).groupby(["k", "g"])["v"]
    .sum()
    .unstack(fill_value=0)
)
fewer = (
    to_pandas(wide.orderBy("_row"), index=["_row"]).groupby(["day", "kind"])["price"]
    .sum()
)
fewer = fewer[fewer > 1].unstack()
