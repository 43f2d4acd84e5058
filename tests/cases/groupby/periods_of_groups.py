import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", "a", None, "b", "a", "c", "b"],
    "j": [1, 2, 1, 1, 2, 1, 1, 2],
    "t": pd.to_datetime(["2024-01-01 10:00", "2024-01-03 00:00", "2024-01-05 23:59", "2024-01-02 01:00", "2024-03-01 00:00", None, "2023-12-31 12:00", "2024-01-03 00:00"]),
    "v": [1.5, None, -2.0, 4.0, 0.0, 3.0, None, 8.25],
    "n": [1, 2, 3, 4, 5, 6, 7, 8],
    "s": ["x", "y", None, "z", "x", "y", "x", "y"],
})
a = df.groupby("k").resample("D", on="t")["n"].sum()
b = df.groupby("k").resample("W", on="t")["v"].mean()
c = df.groupby(["k", "j"]).resample("ME", on="t")[["v", "n"]].max()
d = df.groupby("k").resample("MS", on="t").size()
e = df.set_index("t").groupby("k")["v"].resample("2D").sum()
f = df.dropna(subset=["t"]).set_index("t").groupby("k")["v"].resample("12h").count()
g = df.groupby("k").resample("QE", on="t").agg({"v": "sum", "n": "mean"})
h = df.groupby("k").resample("D", on="t")["v"].ohlc()
i = df.groupby("k").resample("B", on="t")["n"].agg(["min", "count"])
j = df.groupby("k").resample("W", on="t")["s"].nunique()
k = df.groupby("k").resample("ME", on="t")["v"].sum().reset_index()
l = df.groupby("k").resample("6h", on="t")["v"].first()
flat = df.groupby("k").resample("W", on="t")["n"].sum().unstack(level=0)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import (
    every_period,
    every_weekday,
    floor_time,
    pivot,
    previous_weekday,
    to_pandas,
)

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", "a", None, "b", "a", "c", "b"],
    "j": [1, 2, 1, 1, 2, 1, 1, 2],
    "t": pd.to_datetime(["2024-01-01 10:00", "2024-01-03 00:00", "2024-01-05 23:59", "2024-01-02 01:00", "2024-03-01 00:00", None, "2023-12-31 12:00", "2024-01-03 00:00"]),
    "v": [1.5, None, -2.0, 4.0, 0.0, 3.0, None, 8.25],
    "n": [1, 2, 3, 4, 5, 6, 7, 8],
    "s": ["x", "y", None, "z", "x", "y", "x", "y"],
}).reset_index(names="_row"))
a = (
    every_period(
        df.dropna(subset=["k", "t"])
        .groupBy("k", F.col("t").cast("date").alias("t"))
        .agg(F.sum("n").alias("n")),
        "t",
        "1 day",
        keys=["k"],
    )
    .fillna(0, subset=["n"])
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
b = (
    every_period(
        df.dropna(subset=["k", "t"])
        .groupBy("k", F.trunc(F.col("t"), "week").alias("t"))
        .agg(F.avg("v").alias("v")),
        "t",
        "7 days",
        keys=["k"],
    )
    .withColumn("t", F.date_add(F.col("t"), 6).cast("timestamp_ntz"))
)
c = (
    every_period(
        df.dropna(subset=["k", "t"])
        .groupBy("k", "j", F.trunc(F.col("t"), "month").alias("t"))
        .agg(F.max("v").alias("v"), F.max("n").alias("n")),
        "t",
        "1 month",
        keys=["k", "j"],
    )
    .withColumn("t", F.last_day(F.col("t")).cast("timestamp_ntz"))
)
d = (
    every_period(
        df.dropna(subset=["k", "t"])
        .groupBy("k", F.trunc(F.col("t"), "month").alias("t"))
        .agg(F.count("*").alias("j")),
        "t",
        "1 month",
        keys=["k"],
    )
    .fillna(0, subset=["j"])
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
e = (
    to_pandas(
        df.select("t", "_row", "k", "j", "v", "n", "s").orderBy("_row").drop("_row"),
        index=["t"],
        none=["k", "s"],
    )
    .groupby("k")["v"]
    .resample("2D")
    .sum()
)
f = (
    every_period(
        df.dropna(subset=["t"])
        .select("t", "_row", "k", "j", "v", "n", "s")
        .dropna(subset=["k"])
        .groupBy("k", floor_time(F.col("t"), 43200).alias("t"))
        .agg(F.count("v").alias("v")),
        "t",
        "12 hours",
        keys=["k"],
    )
    .fillna(0, subset=["v"])
)
g = (
    every_period(
        df.dropna(subset=["k", "t"])
        .groupBy("k", F.trunc(F.col("t"), "quarter").alias("t"))
        .agg(F.sum("v").alias("v"), F.avg("n").alias("n")),
        "t",
        "3 months",
        keys=["k"],
    )
    .fillna(0, subset=["v"])
    .withColumn("t", F.last_day(F.add_months(F.col("t"), 2)).cast("timestamp_ntz"))
)
h = (
    every_period(
        df.dropna(subset=["k", "t"])
        .groupBy("k", F.col("t").cast("date").alias("t"))
        .agg(
            F.min_by(
                "v",
                F.when(
                    F.col("v").isNotNull(),
                    F.struct(F.col("t").isNull(), F.col("t"), F.col("_row")),
                ),
            )
            .alias("open"),
            F.max("v").alias("high"),
            F.min("v").alias("low"),
            F.max_by(
                "v",
                F.when(
                    F.col("v").isNotNull(),
                    F.struct(F.col("t").isNull(), F.col("t"), F.col("_row")),
                ),
            )
            .alias("close"),
        ),
        "t",
        "1 day",
        keys=["k"],
    )
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
i = (
    every_weekday(
        df.dropna(subset=["k", "t"])
        .groupBy("k", previous_weekday(F.col("t")).alias("t"))
        .agg(F.min("n").alias("min"), F.count("*").alias("count")),
        "t",
        keys=["k"],
    )
    .fillna(0, subset=["count"])
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
j = (
    every_period(
        df.dropna(subset=["k", "t"])
        .groupBy("k", F.trunc(F.col("t"), "week").alias("t"))
        .agg(F.countDistinct("s").alias("s")),
        "t",
        "7 days",
        keys=["k"],
    )
    .fillna(0, subset=["s"])
    .withColumn("t", F.date_add(F.col("t"), 6).cast("timestamp_ntz"))
)
k = (
    every_period(
        df.dropna(subset=["k", "t"])
        .groupBy("k", F.trunc(F.col("t"), "month").alias("t"))
        .agg(F.sum("v").alias("v")),
        "t",
        "1 month",
        keys=["k"],
    )
    .fillna(0, subset=["v"])
    .withColumn("t", F.last_day(F.col("t")).cast("timestamp_ntz"))
)
l = every_period(
    df.dropna(subset=["k", "t"])
    .groupBy("k", floor_time(F.col("t"), 21600).alias("t"))
    .agg(
        F.min_by(
            "v",
            F.when(
                F.col("v").isNotNull(), F.struct(F.col("t").isNull(), F.col("t"), F.col("_row"))
            ),
        )
        .alias("v")
    ),
    "t",
    "6 hours",
    keys=["k"],
)
flat = pivot(
    every_period(
        df.dropna(subset=["k", "t"])
        .groupBy("k", F.trunc(F.col("t"), "week").alias("t"))
        .agg(F.sum("n").alias("n")),
        "t",
        "7 days",
        keys=["k"],
    )
    .fillna(0, subset=["n"])
    .withColumn("t", F.date_add(F.col("t"), 6).cast("timestamp_ntz"))
    .withColumn("n", F.col("n").cast("double")),
    ["t"],
    "k",
    "n",
    ["a", "b", "c"],
)
