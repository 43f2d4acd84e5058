import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", None, "a", "é"], "v": [1.5, np.nan, 0.0, -2.0, 1.5], "w": [np.nan, np.nan, 0.0, 1.0, 1.0],
    "n": [3, 0, 2, -1, 3], "c": [1.0, 1.0, 1.0, 1.0, 1.0], "b": [True, False, True, True, False],
})
numbers = df[["v", "w", "n", "c"]]
correlations = numbers.corr()
with_truth = df.corr(numeric_only=True)
covariances = numbers.cov()
medians = numbers.quantile()
high = numbers.quantile(0.9)
several = numbers.quantile([0.25, 0.75])
largest = numbers.idxmax()
smallest = df.set_index("k")[["n", "w"]].idxmin()
ranges = numbers.apply(lambda x: x.max() - x.min())
means = numbers.apply(np.mean)
roots = numbers.apply(np.abs)
extremes = numbers.agg(["min", "max"])
mixed = df[["v", "n"]].agg(["count", "mean", "median"])
chosen = df.agg({"v": "sum", "n": "max", "k": "nunique"})
table = df.agg({"v": ["min", "mean"], "n": ["min", "mean"]})
totals = df[["v", "n"]].agg("sum")
one = df.head(1)
one_corr = one[["v", "n"]].corr()
one_cov = one[["v", "n"]].cov()
nothing = df[df["n"] > 100]
no_corr = nothing[["v", "n"]].corr()
no_quantile = nothing[["v", "n"]].quantile([0.5])
no_range = nothing[["v"]].apply(lambda x: x.max() - x.min())

# nullable truth values are numbers
ranks = pd.DataFrame({"n": pd.array([1, 2, None], dtype="Int64"), "v": [1.0, 3.0, 2.0]})
ranks["many"] = ranks["n"] > 1
print(ranks.corr(numeric_only=True)["v"])

# a column is what it is, to the last digit
whole = pd.DataFrame({"n": [7, 3, 10, 1000000000000, 2], "one": [1, 1, 1, 1, 1]})
print(whole.corr().to_dict())
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import (
    column_values,
    correlations as correlations_,
    covariances as covariances_,
    quantiles,
    statistics_table,
    to_pandas,
)

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a", "é"], "v": [1.5, np.nan, 0.0, -2.0, 1.5], "w": [np.nan, np.nan, 0.0, 1.0, 1.0],
    "n": [3, 0, 2, -1, 3], "c": [1.0, 1.0, 1.0, 1.0, 1.0], "b": [True, False, True, True, False],
}).reset_index(names="_row"))
numbers = df.select("_row", "v", "w", "n", "c")
correlations = correlations_(numbers, ["v", "w", "n", "c"])
with_truth = correlations_(df, ["v", "w", "n", "c", "b"])
covariances = covariances_(numbers, ["v", "w", "n", "c"])
medians = (
    column_values(
        numbers.agg(
            F.percentile("v", 0.5).alias("v"),
            F.percentile("w", 0.5).alias("w"),
            F.percentile("n", 0.5).alias("n"),
            F.percentile("c", 0.5).alias("c"),
        )
    )
    .rename(0.5)
)
high = (
    column_values(
        numbers.agg(
            F.percentile("v", 0.9).alias("v"),
            F.percentile("w", 0.9).alias("w"),
            F.percentile("n", 0.9).alias("n"),
            F.percentile("c", 0.9).alias("c"),
        )
    )
    .rename(0.9)
)
several = quantiles(numbers, ["v", "w", "n", "c"], [0.25, 0.75])
largest = column_values(
    numbers.agg(
        F.max_by("_row", F.when(F.col("v").isNotNull(), F.struct("v", -F.col("_row"))))
        .alias("v"),
        F.max_by("_row", F.when(F.col("w").isNotNull(), F.struct("w", -F.col("_row"))))
        .alias("w"),
        F.max_by("_row", F.struct("n", -F.col("_row"))).alias("n"),
        F.max_by("_row", F.when(F.col("c").isNotNull(), F.struct("c", -F.col("_row"))))
        .alias("c"),
    )
)
smallest = column_values(
    df.select("k", "_row", "v", "w", "n", "c", "b")
    .select("k", "_row", "n", "w")
    .agg(
        F.min_by("k", F.struct("n", "_row")).alias("n"),
        F.min_by("k", F.when(F.col("w").isNotNull(), F.struct("w", "_row"))).alias("w"),
    )
)
ranges = column_values(
    numbers.agg(
        (F.max("v") - F.min("v")).alias("v"),
        (F.max("w") - F.min("w")).alias("w"),
        (F.max("n") - F.min("n")).alias("n"),
        (F.max("c") - F.min("c")).alias("c"),
    )
)
means = column_values(
    numbers.agg(
        F.avg("v").alias("v"),
        F.avg("w").alias("w"),
        F.avg("n").alias("n"),
        F.avg("c").alias("c"),
    )
)
roots = numbers.withColumns({
    "v": F.abs(F.col("v")),
    "w": F.abs(F.col("w")),
    "n": F.abs(F.col("n")),
    "c": F.abs(F.col("c")),
})
extremes = statistics_table(
    numbers.agg(
        F.min("v").alias("0"),
        F.max("v").alias("1"),
        F.min("w").alias("2"),
        F.max("w").alias("3"),
        F.min("n").alias("4"),
        F.max("n").alias("5"),
        F.min("c").alias("6"),
        F.max("c").alias("7"),
    ),
    ["min", "max"],
    ["v", "w", "n", "c"],
)
mixed = statistics_table(
    df.select("_row", "v", "n")
    .agg(
        F.count("v").alias("0"),
        F.avg("v").alias("1"),
        F.median("v").alias("2"),
        F.count("n").alias("3"),
        F.avg("n").alias("4"),
        F.median("n").alias("5"),
    ),
    ["count", "mean", "median"],
    ["v", "n"],
)
chosen = column_values(
    df.agg(
        F.coalesce(F.sum("v"), F.lit(0)).alias("v"),
        F.max("n").alias("n"),
        F.countDistinct("k").alias("k"),
    )
)
table = statistics_table(
    df.agg(
        F.min("v").alias("0"),
        F.avg("v").alias("1"),
        F.min("n").alias("2"),
        F.avg("n").alias("3"),
    ),
    ["min", "mean"],
    ["v", "n"],
)
totals = column_values(
    df.select("_row", "v", "n")
    .agg(
        F.coalesce(F.sum("v"), F.lit(0)).alias("v"), F.coalesce(F.sum("n"), F.lit(0)).alias("n")
    )
)
one = df.orderBy("_row").limit(1)
one_corr = correlations_(one.select("_row", "v", "n"), ["v", "n"])
one_cov = covariances_(one.select("_row", "v", "n"), ["v", "n"])
nothing = df.filter(F.col("n") > 100)
no_corr = correlations_(nothing.select("_row", "v", "n"), ["v", "n"])
no_quantile = quantiles(nothing.select("_row", "v", "n"), ["v", "n"], [0.5])
no_range = column_values(
    nothing.select("_row", "v").agg((F.max("v") - F.min("v")).alias("v"))
)

# nullable truth values are numbers
ranks = spark.createDataFrame(
    pd.DataFrame({"n": pd.array([1, 2, None], dtype="Int64"), "v": [1.0, 3.0, 2.0]})
    .reset_index(names="_row")
)
ranks = ranks.withColumn("many", F.col("n") > 1)
print(
    to_pandas(ranks.orderBy("_row"), index=["_row"], dtypes={"n": "Int64", "many": "boolean"})
    .corr(numeric_only=True)["v"]
)

# a column is what it is, to the last digit
whole = spark.createDataFrame(
    pd.DataFrame({"n": [7, 3, 10, 1000000000000, 2], "one": [1, 1, 1, 1, 1]})
)
print(correlations_(whole, ["n", "one"]).to_dict())
