import pandas as pd
df = pd.DataFrame({"v": [1.5, None, -2.0, 8.0], "n": [1, 2, 3, 4], "t": [pd.Timestamp("2020-01-01"), pd.Timestamp("2020-01-02"), pd.Timestamp("2020-01-04"), pd.Timestamp("2020-02-09")]}).set_index("t")
px = pd.DataFrame({"v": [1.0, 2.0, 3.0, 5.0, 4.0, 7.0]}, index=pd.date_range("2020-01-31", periods=6, freq="ME"))
s = df["v"].resample("D").sum()
print(s.head())
print(s[s > 0])
print(s[s.index > "2020-01-20"])
print(s.sort_index(ascending=False).head(3))
print(s.iloc[::-1].tail(3))
print(s.drop_duplicates())
print(s.index)
print(df["n"].resample("ME").count())
print(df[["n"]].resample("W").sum()["n"])
print(df["v"].resample("24h").mean().dropna())
print(df["v"].resample("D").agg(["sum", "mean"])["sum"].head(2))
print(df["v"].asfreq("D"))
print(df["v"].resample("D").ffill().tail(2))
print(s.rolling(2).mean().head(4))
print(s.shift(1).head(3))
print(s.head(0))
print(px["v"])
print(px["v"].head(2) * 2)
print(px[px["v"] > 1.5]["v"])
print(px["v"].sort_values())
print(px["v"].pct_change())
print(px["v"].resample("QE").sum())
print(px.reset_index()["v"])
print(px.index[:2])
print(px["v"].cumsum().iloc[1:3])
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import at_frequency, divide, every_period, to_pandas, upsampled

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = (
    spark.createDataFrame(
        pd.DataFrame({"v": [1.5, None, -2.0, 8.0], "n": [1, 2, 3, 4], "t": [pd.Timestamp("2020-01-01"), pd.Timestamp("2020-01-02"), pd.Timestamp("2020-01-04"), pd.Timestamp("2020-02-09")]})
    )
    .select("t", "v", "n")
)
px = spark.createDataFrame(
    pd.DataFrame({"v": [1.0, 2.0, 3.0, 5.0, 4.0, 7.0]}, index=pd.date_range("2020-01-31", periods=6, freq="ME"))
    .reset_index()
)
s = (
    every_period(
        df.dropna(subset=["t"])
        .groupBy(F.col("t").cast("date").alias("t"))
        .agg(F.sum("v").alias("v")),
        "t",
        "1 day",
    )
    .fillna(0, subset=["v"])
    .withColumn("t", F.col("t").cast("timestamp_ntz"))
)
print(to_pandas(s.orderBy("t").limit(5), index=["t"], freq="D")["v"])
print(to_pandas(s.filter(F.col("v") > 0).orderBy("t"), index=["t"], freq="D")["v"])
print(
    to_pandas(
        s.filter(F.col("t") > F.lit("2020-01-20").cast("timestamp_ntz")).orderBy("t"),
        index=["t"],
        freq="D",
    )["v"]
)
print(to_pandas(s.orderBy(F.col("t").desc()).limit(3), index=["t"], freq="D")["v"])
print(
    to_pandas(
        s.orderBy(F.col("t").desc()).orderBy("t").limit(3).orderBy(F.col("t").desc()),
        index=["t"],
        freq="D",
    )["v"]
)
print(
    to_pandas(
        s.withColumn("_copy", F.row_number().over(Window.partitionBy("v").orderBy("t")))
        .filter(F.col("_copy") == 1)
        .drop("_copy")
        .orderBy("t"),
        index=["t"],
        freq="D",
    )["v"]
)
print(to_pandas(s.select("t").orderBy("t"), index=["t"], freq="D").index)
print(
    to_pandas(
        every_period(
            df.dropna(subset=["t"])
            .groupBy(F.trunc(F.col("t"), "month").alias("t"))
            .agg(F.count("*").alias("n")),
            "t",
            "1 month",
        )
        .fillna(0, subset=["n"])
        .withColumn("t", F.last_day(F.col("t")).cast("timestamp_ntz"))
        .orderBy("t"),
        index=["t"],
        freq="ME",
    )["n"]
)
print(
    to_pandas(
        every_period(
            df.select("t", "n")
            .dropna(subset=["t"])
            .groupBy(F.trunc(F.col("t"), "week").alias("t"))
            .agg(F.sum("n").alias("n")),
            "t",
            "7 days",
        )
        .fillna(0, subset=["n"])
        .withColumn("t", F.date_add(F.col("t"), 6).cast("timestamp_ntz"))
        .orderBy("t"),
        index=["t"],
        freq="W-SUN",
    )["n"]
)
print(
    to_pandas(
        every_period(
            df.dropna(subset=["t"])
            .groupBy(F.col("t").cast("date").alias("t"))
            .agg(F.avg("v").alias("v")),
            "t",
            "1 day",
        )
        .withColumn("t", F.col("t").cast("timestamp_ntz"))
        .dropna(subset=["v"])
        .orderBy("t"),
        index=["t"],
        freq="24h",
    )["v"]
)
print(
    to_pandas(
        every_period(
            df.dropna(subset=["t"])
            .groupBy(F.col("t").cast("date").alias("t"))
            .agg(F.sum("v").alias("sum"), F.avg("v").alias("mean")),
            "t",
            "1 day",
        )
        .fillna(0, subset=["sum"])
        .withColumn("t", F.col("t").cast("timestamp_ntz"))
        .select("t", "sum")
        .orderBy("t")
        .limit(2),
        index=["t"],
        freq="D",
    )["sum"]
)
print(
    to_pandas(
        at_frequency(df.select("t", "v"), "t", "1 day").orderBy("t"), index=["t"], freq="D"
    )["v"]
)
print(
    to_pandas(
        upsampled(
            every_period(
                df.select(F.col("t").cast("date").alias("t")).distinct(), "t", "1 day"
            )
            .withColumn("t", F.col("t").cast("timestamp_ntz")),
            df.select("t", "v"),
            "t",
            fill="ffill",
        )
        .orderBy(F.col("t").desc())
        .limit(2)
        .orderBy("t"),
        index=["t"],
        freq="D",
    )["v"]
)
print(
    to_pandas(
        s.select(
            "t",
            F.when(
                F.count("v").over(Window.orderBy("t").rowsBetween(-1, 0)) >= 2,
                F.avg("v").over(Window.orderBy("t").rowsBetween(-1, 0)),
            )
            .alias("v"),
        )
        .orderBy("t")
        .limit(4),
        index=["t"],
        freq="D",
    )["v"]
)
print(
    to_pandas(
        s.select("t", F.lag("v", 1).over(Window.orderBy("t")).alias("v")).orderBy("t").limit(3),
        index=["t"],
        freq="D",
    )["v"]
)
print(to_pandas(s.orderBy("t").limit(0), index=["t"], freq="D")["v"])
print(to_pandas(px.orderBy("index"), index=["index"], names=[None], freq="ME")["v"])
print(
    to_pandas(
        px.orderBy("index").limit(2).select("index", (F.col("v") * 2).alias("v")),
        index=["index"],
        names=[None],
        freq="ME",
    )["v"]
)
print(
    to_pandas(
        px.filter(F.col("v") > 1.5).orderBy("index"), index=["index"], names=[None], freq="ME"
    )["v"]
)
print(
    to_pandas(
        px.orderBy(F.col("v").asc_nulls_last(), "index"),
        index=["index"],
        names=[None],
        freq="ME",
    )["v"]
)
print(
    to_pandas(
        px.select(
            "index",
            (
                divide(
                    F.last("v", ignorenulls=True).over(
                        Window.orderBy("index").rowsBetween(
                            Window.unboundedPreceding, Window.currentRow
                        )
                    ),
                    F.last("v", ignorenulls=True).over(
                        Window.orderBy("index").rowsBetween(Window.unboundedPreceding, -1)
                    ),
                )
                - 1
            )
            .alias("v"),
        )
        .orderBy("index"),
        index=["index"],
        names=[None],
        freq="ME",
    )["v"]
)
print(
    to_pandas(
        every_period(
            px.groupBy(F.trunc(F.col("index"), "quarter").alias("index"))
            .agg(F.sum("v").alias("v")),
            "index",
            "3 months",
        )
        .fillna(0, subset=["v"])
        .withColumn("index", F.last_day(F.add_months(F.col("index"), 2)).cast("timestamp_ntz"))
        .orderBy("index"),
        index=["index"],
        names=[None],
        freq="QE-DEC",
    )["v"]
)
print(
    to_pandas(
        px.select(F.col("index").alias("_sort_index"), "v")
        .orderBy("_sort_index")
        .drop("_sort_index")
    )["v"]
)
print(
    to_pandas(
        px.orderBy("index").limit(2).select("index"), index=["index"], names=[None], freq="ME"
    ).index
)
print(
    to_pandas(
        px.select(
            "index",
            F.when(
                F.col("v").isNotNull(),
                F.sum("v").over(
                    Window.orderBy("index").rowsBetween(
                        Window.unboundedPreceding, Window.currentRow
                    )
                ),
            )
            .alias("v"),
        )
        .orderBy("index")
        .limit(3)
        .offset(1),
        index=["index"],
        names=[None],
        freq="ME",
    )["v"]
)
