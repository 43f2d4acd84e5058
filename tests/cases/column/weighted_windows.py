import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", "a", None, "b", "a", "a", "c", "b", "a"],
    "t": [3, 1, 2, 5, 4, 9, 7, 8, 6, 0],
    "v": [1.5, None, -2.0, 4.0, 0.0, None, 8.25, 3.0, -1.0, 2.0],
    "n": [1, 2, 3, 4, 5, 6, 7, 8, 9, 9007199254740993],
    "lead": [None, None, 1.0, 2.0, None, 3.0, 3.0, 3.0, 5.0, -5.0],
})
later = df.sort_values("t")
later["z"] = later["v"].ewm(span=3).mean()
fast = df["v"].ewm(span=2).mean()
slow = df["v"].ewm(span=5).mean()
df["macd"] = fast - slow
signal = df["macd"].ewm(span=2, adjust=False).mean()
table = df[["v", "n"]].ewm(span=3).mean()
none = df[df["v"] > 100]["v"].ewm(span=2).mean()
named = df["v"].ewm(span=3).agg("mean")
some = df["v"].head(6)
of_some = some.ewm(span=3).mean()
of_fast = fast.ewm(span=4).mean()
by_key = df.sort_values("t").groupby("k")["v"].max().ewm(span=2).mean()
df["a"] = df["v"].ewm(span=3).mean()
df["b"] = df["v"].ewm(alpha=0.3, adjust=False).mean()
df["c"] = df["v"].ewm(com=2, ignore_na=True, min_periods=3).mean()
df["d"] = df["v"].ewm(halflife=2).std()
df["e"] = df["lead"].ewm(span=4, adjust=False, ignore_na=True).var(bias=True)
df["f"] = df["n"].ewm(span=2).sum()
df["g"] = df["v"].diff().ewm(span=2).mean()
df["h"] = df.groupby("k")["v"].transform(lambda x: x.ewm(span=3, adjust=False).mean())
df["i"] = df["a"] - df["b"]
df["j"] = df.groupby("k")["v"].ewm(span=3).mean().reset_index(level=0, drop=True)
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import exponential

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", "a", None, "b", "a", "a", "c", "b", "a"],
    "t": [3, 1, 2, 5, 4, 9, 7, 8, 6, 0],
    "v": [1.5, None, -2.0, 4.0, 0.0, None, 8.25, 3.0, -1.0, 2.0],
    "n": [1, 2, 3, 4, 5, 6, 7, 8, 9, 9007199254740993],
    "lead": [None, None, 1.0, 2.0, None, 3.0, 3.0, 3.0, 5.0, -5.0],
}).reset_index(names="_row"))
later = df.orderBy("t", "_row")
later = (
    exponential(later, {"_value": "v"}, "mean", Window.orderBy("t", "_row"), span=3)
    .withColumnRenamed("_value", "z")
)
fast = (
    exponential(df, {"_value": "v"}, "mean", Window.orderBy("_row"), span=2)
    .select("_row", F.col("_value").alias("v"))
)
slow = (
    exponential(df, {"_value": "v"}, "mean", Window.orderBy("_row"), span=5)
    .select("_row", F.col("_value").alias("v"))
)
df = df.join(
    fast.join(slow.select("_row", F.col("v").alias("_other")), "_row")
    .select("_row", (F.col("v") - F.col("_other")).alias("macd")),
    "_row",
)
signal = (
    exponential(df, {"_value": "macd"}, "mean", Window.orderBy("_row"), span=2, adjust=False)
    .select("_row", F.col("_value").alias("macd"))
)
table = exponential(
    df.select("_row", "v", "n"), {"v": "v", "n": "n"}, "mean", Window.orderBy("_row"), span=3
)
none = (
    exponential(
        df.filter(F.col("v") > 100), {"_value": "v"}, "mean", Window.orderBy("_row"), span=2
    )
    .select("_row", F.col("_value").alias("v"))
)
named = (
    exponential(df, {"_value": "v"}, "mean", Window.orderBy("_row"), span=3)
    .select("_row", F.col("_value").alias("v"))
)
some = df.select("_row", "v").orderBy("_row").limit(6)
of_some = (
    exponential(some, {"_value": "v"}, "mean", Window.orderBy("_row"), span=3)
    .select("_row", F.col("_value").alias("v"))
)
of_fast = (
    exponential(fast, {"_value": "v"}, "mean", Window.orderBy("_row"), span=4)
    .select("_row", F.col("_value").alias("v"))
)
by_key = (
    exponential(
        df.dropna(subset=["k"]).groupBy("k").agg(F.max("v").alias("v")),
        {"_value": "v"},
        "mean",
        Window.orderBy("k"),
        span=2,
    )
    .select("k", F.col("_value").alias("v"))
)
df = (
    exponential(df, {"_value": "v"}, "mean", Window.orderBy("_row"), span=3)
    .withColumnRenamed("_value", "a")
)
df = (
    exponential(df, {"_value": "v"}, "mean", Window.orderBy("_row"), alpha=0.3, adjust=False)
    .withColumnRenamed("_value", "b")
)
df = (
    exponential(
        df,
        {"_value": "v"},
        "mean",
        Window.orderBy("_row"),
        com=2,
        min_periods=3,
        ignore_na=True,
    )
    .withColumnRenamed("_value", "c")
)
df = (
    exponential(df, {"_value": "v"}, "std", Window.orderBy("_row"), halflife=2)
    .withColumnRenamed("_value", "d")
)
df = (
    exponential(
        df,
        {"_value": "lead"},
        "var",
        Window.orderBy("_row"),
        span=4,
        adjust=False,
        ignore_na=True,
        bias=True,
    )
    .withColumnRenamed("_value", "e")
)
df = (
    exponential(df, {"_value": "n"}, "sum", Window.orderBy("_row"), span=2)
    .withColumnRenamed("_value", "f")
)
df = (
    exponential(
        df.withColumn("_value", F.col("v") - F.lag("v", 1).over(Window.orderBy("_row"))),
        {"_value_": "_value"},
        "mean",
        Window.orderBy("_row"),
        span=2,
    )
    .withColumn("g", F.col("_value_"))
    .drop("_value", "_value_")
)
df = (
    exponential(
        df,
        {"_value": "v"},
        "mean",
        Window.partitionBy("k").orderBy("_row"),
        keys=["k"],
        span=3,
        adjust=False,
    )
    .withColumn("h", F.when(F.col("k").isNotNull(), F.col("_value")))
    .drop("_value")
)
df = df.withColumn("i", F.col("a") - F.col("b"))
df = df.join(
    exponential(
        df.dropna(subset=["k"]),
        {"_value": "v"},
        "mean",
        Window.partitionBy("k").orderBy("_row"),
        keys=["k"],
        span=3,
    )
    .select("_row", F.col("_value").alias("j")),
    "_row",
    "left",
)
