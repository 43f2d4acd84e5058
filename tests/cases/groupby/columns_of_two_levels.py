import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", "a", None, "b"], "v": [1.5, np.nan, 2.5, 4.0, -1.0], "n": [3, 1, 2, 5, 4], "s": list("xyxyx"),
})
table = df.groupby("k").agg({"v": ["mean", "sum"], "n": "max"})
names = ["_".join(c) for c in table.columns]
means = table["v"]["mean"]
largest = table[("n", "max")]
below = table["v"]
first = table.head(1)
print(table)
flat = table.copy()
flat.columns = ["_".join(c) for c in flat.columns]
dropped = df.groupby("k")[["v", "n"]].agg(["min", "max"])
dropped.columns = dropped.columns.map("_".join)
some = df.groupby("k").agg({"v": ["min", "max"]})
some.columns = some.columns.droplevel(0)
wide = df.groupby(["k", "s"]).agg({"v": ["sum", "count"]}).reset_index()
wide.columns = [a + "_" + b if b else a for a, b in wide.columns]
total = wide["v_sum"].sum()
same = df.groupby("k", as_index=False).agg({"n": ["min", "max"]})
same.columns = ["k", "low", "high"]
described = df.groupby("k").describe()
lonely = df.groupby("k").agg({"n": ["sum"]}).droplevel(0, axis=1)

# aggregates of a key stand in place of the key
of_keys = df.groupby("k", as_index=False).agg({"k": ["count", "nunique"], "n": ["sum"]})
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import in_turn, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", "a", None, "b"], "v": [1.5, np.nan, 2.5, 4.0, -1.0], "n": [3, 1, 2, 5, 4], "s": list("xyxyx"),
}).reset_index(names="_row"))
table = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.avg("v").alias("v_mean"),
        F.coalesce(F.sum("v"), F.lit(0.0)).alias("v_sum"),
        F.max("n").alias("n_max"),
    )
)
names = ["_".join(c) for c in [("v", "mean"), ("v", "sum"), ("n", "max")]]
means = (
    table.select("k", "v_mean", "v_sum")
    .withColumnsRenamed({"v_mean": "mean", "v_sum": "sum"})
    .select("k", "mean")
)
largest = F.col("n_max")
below = (
    table.select("k", "v_mean", "v_sum")
    .withColumnsRenamed({"v_mean": "mean", "v_sum": "sum"})
)
first = table.orderBy("k").limit(1)
print(
    to_pandas(table.orderBy("k"), index=["k"]).set_axis(
        in_turn([("v", "mean"), ("v", "sum"), ("n", "max")]), axis=1
    )
)
flat = table
dropped = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.min("v").alias("v_min"),
        F.max("v").alias("v_max"),
        F.min("n").alias("n_min"),
        F.max("n").alias("n_max"),
    )
)
some = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.min("v").alias("v_min"), F.max("v").alias("v_max"))
)
some = some.withColumnsRenamed({"v_min": "min", "v_max": "max"})
wide = (
    df.dropna(subset=["k", "s"])
    .groupBy("k", "s")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v_sum"), F.count("v").alias("v_count"))
)
total = scalar(wide.agg(F.coalesce(F.sum("v_sum"), F.lit(0.0))))
same = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.min("n").alias("n_min"), F.max("n").alias("n_max"))
)
same = same.withColumnsRenamed({"n_min": "low", "n_max": "high"})
described = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.count("v").cast("double").alias("v_count"),
        F.avg("v").alias("v_mean"),
        F.stddev_samp("v").alias("v_std"),
        F.min("v").alias("v_min"),
        F.percentile("v", 0.25).alias("v_25%"),
        F.percentile("v", 0.5).alias("v_50%"),
        F.percentile("v", 0.75).alias("v_75%"),
        F.max("v").alias("v_max"),
        F.count("*").cast("double").alias("n_count"),
        F.avg("n").alias("n_mean"),
        F.stddev_samp("n").alias("n_std"),
        F.min("n").cast("double").alias("n_min"),
        F.percentile("n", 0.25).alias("n_25%"),
        F.percentile("n", 0.5).alias("n_50%"),
        F.percentile("n", 0.75).alias("n_75%"),
        F.max("n").cast("double").alias("n_max"),
    )
)
lonely = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.sum("n").alias("n_sum"))
    .withColumnRenamed("n_sum", "sum")
)

# aggregates of a key stand in place of the key
of_keys = (
    to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])
    .groupby("k", as_index=False)
    .agg({"k": ["count", "nunique"], "n": ["sum"]})
)
