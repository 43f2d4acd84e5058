import pandas as pd

df = pd.DataFrame({
    "t": pd.to_datetime(["2022-01-31", "2021-12-31", None, "2024-02-29", "2022-01-01"]),
    "k": ["a", "b", "a", None, "a"],
    "v": [1, 2, 3, 4, 5],
})
df["month"] = df["t"].dt.to_period("M")
df["name"] = df["t"].dt.to_period("M").astype(str)
df["quarter"] = df["t"].dt.to_period("Q")
monthly = df.groupby("month")["v"].sum()
by_year = df.groupby(df["t"].dt.to_period("Y"))["v"].agg(["sum", "count"])
days = df.groupby([df["t"].dt.to_period("D"), "k"])["v"].max().reset_index()
starts = df["month"].dt.to_timestamp()
ends = df["month"].dt.to_timestamp(how="end")
latest = df.sort_values(["quarter", "v"], ascending=False).head(2)
wide = df.pivot_table(index="month", columns="k", values="v", aggfunc="sum")
one = df["month"].iloc[0]
print(type(one), df["month"].unique())
later = df["month"] + 1
df["week"] = df["t"].dt.to_period("W")
df["hour"] = (df["t"] + pd.Timedelta("90min")).dt.to_period("h")
weekly = df.groupby("week")["v"].agg(["sum", "size"])
mondays = df["week"].dt.to_timestamp()
hours = df["hour"].dt.start_time
texts = df["week"].astype(str)
by_time = df.dropna(subset=["t"]).set_index("t")
means = by_time.groupby(by_time.index.to_period("W"))["v"].mean()
years = by_time.groupby(by_time.index.to_period("A"))["v"].mean()
print(df.sort_values(["week", "v"]), means, years)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "t": pd.to_datetime(["2022-01-31", "2021-12-31", None, "2024-02-29", "2022-01-01"]),
    "k": ["a", "b", "a", None, "a"],
    "v": [1, 2, 3, 4, 5],
}).reset_index(names="_row"))
df = df.withColumn("month", F.date_format(F.col("t"), "yyyy-MM"))
df = df.withColumn("name", F.coalesce(F.date_format(F.col("t"), "yyyy-MM"), F.lit("NaT")))
df = df.withColumn("quarter", F.concat(F.year(F.col("t")), F.lit("Q"), F.quarter(F.col("t"))))
monthly = df.dropna(subset=["month"]).groupBy("month").agg(F.sum("v").alias("v"))
by_year = (
    df.withColumn("_key", F.date_format(F.col("t"), "yyyy"))
    .dropna(subset=["_key"])
    .groupBy(F.col("_key").alias("t"))
    .agg(F.sum("v").alias("sum"), F.count("*").alias("count"))
)
days = (
    df.withColumn("_key", F.date_format(F.col("t"), "yyyy-MM-dd"))
    .dropna(subset=["_key", "k"])
    .groupBy(F.col("_key").alias("t"), "k")
    .agg(F.max("v").alias("v"))
)
starts = F.col("month").cast("timestamp_ntz")
ends = (
    to_pandas(
        df.select("_row", "month").orderBy("_row"),
        index=["_row"],
        dtypes={"month": "period[M]"},
    )["month"].dt
    .to_timestamp(how="end")
)
latest = (
    df.orderBy(F.col("quarter").desc_nulls_last(), F.col("v").desc(), "_row")
    .limit(2)
)
wide = (
    to_pandas(
        df.dropna(subset=["month", "k"]).groupBy("month", "k").agg(F.sum("v").alias("v")),
        dtypes={"month": "period[M]"},
    )
    .pivot_table(values="v", index="month", columns="k", aggfunc="first")
)
one = to_pandas(
    df.select("_row", "month").orderBy("_row"), index=["_row"], dtypes={"month": "period[M]"}
)["month"].iloc[0]
print(
    type(one),
    to_pandas(
        df.groupBy("month").agg(F.min("_row").alias("_row")).orderBy("_row").select("month"),
        dtypes={"month": "period[M]"},
    )["month"].array,
)
later = (
    to_pandas(
        df.select("_row", "month").orderBy("_row"),
        index=["_row"],
        dtypes={"month": "period[M]"},
    )["month"]
    + 1
)
df = df.withColumn(
    "week",
    F.concat(
        F.trunc(F.col("t"), "week"), F.lit("/"), F.date_add(F.trunc(F.col("t"), "week"), 6)
    ),
)
df = df.withColumn(
    "hour", F.date_format(F.col("t") + F.lit(pd.Timedelta("90min")), "yyyy-MM-dd HH:00")
)
weekly = (
    df.dropna(subset=["week"])
    .groupBy("week")
    .agg(F.sum("v").alias("sum"), F.count("*").alias("size"))
)
mondays = F.substring(F.col("week"), 1, 10).cast("timestamp_ntz")
hours = F.col("hour").cast("timestamp_ntz")
texts = F.coalesce(F.col("week"), F.lit("NaT"))
by_time = (
    df.dropna(subset=["t"])
    .select("t", "_row", "k", "v", "month", "name", "quarter", "week", "hour")
)
means = (
    by_time.withColumn(
        "_key",
        F.concat(
            F.trunc(F.col("t"), "week"), F.lit("/"), F.date_add(F.trunc(F.col("t"), "week"), 6)
        ),
    )
    .groupBy(F.col("_key").alias("t"))
    .agg(F.avg("v").alias("v"))
)
years = (
    by_time.withColumn("_key", F.date_format(F.col("t"), "yyyy"))
    .groupBy(F.col("_key").alias("t"))
    .agg(F.avg("v").alias("v"))
)
print(
    to_pandas(
        df.orderBy(F.col("week").asc_nulls_last(), "v", "_row"),
        index=["_row"],
        dtypes={
            "month": "period[M]",
            "quarter": "period[Q-DEC]",
            "week": "period[W-SUN]",
            "hour": "period[h]",
        },
        none=["k"],
    ),
    to_pandas(means.orderBy("t"), index=["t"], dtypes={"t": "period[W-SUN]"})["v"],
    to_pandas(years.orderBy("t"), index=["t"], dtypes={"t": "period[Y-DEC]"})["v"],
)
