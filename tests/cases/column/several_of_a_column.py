import numpy as np
import pandas as pd

df = pd.DataFrame({
    "v": [1.0, np.nan, 3.0, 4.5, 4.5],
    "n": [3, -1, 2, 2, 7],
    "t": pd.to_datetime(["2024-01-01", "2024-02-01", None, "2024-01-15", "2024-03-01"]),
    "c": [2.0, 2.0, 2.0, 2.0, 2.0],
})
spread = df["v"].agg(["min", "mean", "max", "std", "count"])
whole = df["n"].agg(["sum", "max"])
times = df["t"].agg(["min", "max"])
mean = df["n"].agg(["mean", "sum"])["mean"]
doubled = (df["v"] * 2).agg(["sum", "median"])
nothing = df[df["n"] > 99]["v"].agg(["sum", "mean"])
before = df["n"].autocorr()
two_before = df["v"].autocorr(lag=2)
later = df["n"].autocorr(-1)
constant = df["c"].autocorr()
few = df["v"].head(2).autocorr()
skewed = df[["v", "n", "c"]].skew()
tails = df[["v", "n", "c"]].kurt()
errors = df[["v", "n"]].sem()
numbers = df.skew(numeric_only=True)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import (
    column_values,
    correlation,
    kurtosis,
    scalar,
    sem,
    skew,
    statistics_table,
)

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "v": [1.0, np.nan, 3.0, 4.5, 4.5],
    "n": [3, -1, 2, 2, 7],
    "t": pd.to_datetime(["2024-01-01", "2024-02-01", None, "2024-01-15", "2024-03-01"]),
    "c": [2.0, 2.0, 2.0, 2.0, 2.0],
}).reset_index(names="_row"))
spread = statistics_table(
    df.agg(
        F.min("v").alias("0"),
        F.avg("v").alias("1"),
        F.max("v").alias("2"),
        F.stddev_samp("v").alias("3"),
        F.count("v").alias("4"),
    ),
    ["min", "mean", "max", "std", "count"],
    ["v"],
)["v"]
whole = statistics_table(
    df.agg(F.coalesce(F.sum("n"), F.lit(0)).alias("0"), F.max("n").alias("1")),
    ["sum", "max"],
    ["n"],
)["n"]
times = statistics_table(
    df.agg(F.min("t").alias("0"), F.max("t").alias("1")), ["min", "max"], ["t"]
)["t"]
mean = statistics_table(
    df.agg(F.avg("n").alias("0"), F.coalesce(F.sum("n"), F.lit(0)).alias("1")),
    ["mean", "sum"],
    ["n"],
)["n"]["mean"]
doubled = statistics_table(
    df.select("_row", (F.col("v") * 2).alias("v"))
    .agg(F.coalesce(F.sum("v"), F.lit(0)).alias("0"), F.median("v").alias("1")),
    ["sum", "median"],
    ["v"],
)["v"]
nothing = statistics_table(
    df.filter(F.col("n") > 99)
    .agg(F.coalesce(F.sum("v"), F.lit(0)).alias("0"), F.avg("v").alias("1")),
    ["sum", "mean"],
    ["v"],
)["v"]
before = scalar(
    df.withColumn("_earlier", F.lag("n", 1).over(Window.orderBy("_row")).cast("double"))
    .agg(correlation(F.col("n"), F.col("_earlier")))
)
two_before = scalar(
    df.withColumn("_earlier", F.lag("v", 2).over(Window.orderBy("_row")))
    .agg(correlation(F.col("v"), F.col("_earlier")))
)
later = scalar(
    df.withColumn("_earlier", F.lead("n", 1).over(Window.orderBy("_row")).cast("double"))
    .agg(correlation(F.col("n"), F.col("_earlier")))
)
constant = scalar(
    df.withColumn("_earlier", F.lag("c", 1).over(Window.orderBy("_row")))
    .agg(correlation(F.col("c"), F.col("_earlier")))
)
few = scalar(
    df.select("_row", "v")
    .orderBy("_row")
    .limit(2)
    .withColumn("_earlier", F.lag("v", 1).over(Window.orderBy("_row")))
    .agg(correlation(F.col("v"), F.col("_earlier")))
)
skewed = column_values(
    df.select("_row", "v", "n", "c")
    .agg(skew(F.col("v")).alias("v"), skew(F.col("n")).alias("n"), skew(F.col("c")).alias("c"))
)
tails = column_values(
    df.select("_row", "v", "n", "c")
    .agg(
        kurtosis(F.col("v")).alias("v"),
        kurtosis(F.col("n")).alias("n"),
        kurtosis(F.col("c")).alias("c"),
    )
)
errors = column_values(
    df.select("_row", "v", "n").agg(sem(F.col("v")).alias("v"), sem(F.col("n")).alias("n"))
)
numbers = column_values(
    df.agg(
        skew(F.col("v")).alias("v"), skew(F.col("n")).alias("n"), skew(F.col("c")).alias("c")
    )
)
