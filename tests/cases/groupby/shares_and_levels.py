import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "c", "b", "a"], "j": [1, 2, 1, 1, 2, 2], "v": [1.5, np.nan, 2.0, -2.0, 4.0, 4.0],
    "t": pd.to_datetime(["2021-01-03", None, "2021-04-02", "2020-12-31", "2021-01-04", "2022-07-01"]),
})
q = df.groupby("k")["v"].quantile([0.25, 0.5, 0.75]).unstack()
print(q)
q["iqr"] = q[0.75] - q[0.25]
print(q.sort_values("iqr"))
print(df.groupby("k")["v"].quantile([0.1, 0.9]).unstack(level=0))
best = df.groupby("k")["v"].nlargest(2).reset_index(level=1, drop=True)
print(best)
print(df.groupby("k")["v"].nlargest(1).reset_index(level=0, drop=True))
s = df.groupby(["k", "j"])["v"].sum()
print(s.reset_index(level=1))
print(s.reset_index(level="j", drop=True))
print(s.reset_index(level="k", name="total"))
month = df["t"].dt.to_period("M")
df["year"] = month.dt.year
df["month"] = month.dt.month
df["quarter"] = df["t"].dt.to_period("Q").dt.quarter
df["day"] = df["t"].dt.to_period("D").dt.day
print(df)
full = df.dropna()
age = (full["t"].dt.to_period("M").dt.year - 2000) * 12 + full["t"].dt.to_period("M").dt.month
print(age)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import pivot, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "c", "b", "a"], "j": [1, 2, 1, 1, 2, 2], "v": [1.5, np.nan, 2.0, -2.0, 4.0, 4.0],
    "t": pd.to_datetime(["2021-01-03", None, "2021-04-02", "2020-12-31", "2021-01-04", "2022-07-01"]),
}).reset_index(names="_row"))
q = pivot(
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.array(
            F.struct(F.lit(0.25).alias("_share"), F.percentile("v", 0.25).alias("v")),
            F.struct(F.lit(0.5).alias("_share"), F.percentile("v", 0.5).alias("v")),
            F.struct(F.lit(0.75).alias("_share"), F.percentile("v", 0.75).alias("v")),
        )
        .alias("_quantiles")
    )
    .withColumn("_quantiles", F.explode("_quantiles"))
    .select("k", F.col("_quantiles._share").alias("_share"), F.col("_quantiles.v").alias("v")),
    ["k"],
    "_share",
    "v",
    [0.25, 0.5, 0.75],
).cache()
print(to_pandas(q.orderBy("k"), index=["k"]).set_axis(pd.Index([0.25, 0.5, 0.75]), axis=1))
q = q.withColumn("iqr", F.col("`0.75`") - F.col("`0.25`"))
print(
    to_pandas(q.orderBy("k"), index=["k"])
    .set_axis(pd.Index([0.25, 0.5, 0.75, "iqr"]), axis=1)
    .sort_values("iqr")
)
print(
    to_pandas(
        pivot(
            df.dropna(subset=["k"])
            .groupBy("k")
            .agg(
                F.array(
                    F.struct(F.lit(0.1).alias("_share"), F.percentile("v", 0.1).alias("v")),
                    F.struct(F.lit(0.9).alias("_share"), F.percentile("v", 0.9).alias("v")),
                )
                .alias("_quantiles")
            )
            .withColumn("_quantiles", F.explode("_quantiles"))
            .select(
                "k",
                F.col("_quantiles._share").alias("_share"),
                F.col("_quantiles.v").alias("v"),
            ),
            ["_share"],
            "k",
            "v",
            ["a", "b", "c"],
        )
        .orderBy("_share"),
        index=["_share"],
        names=[None],
    )
    .rename_axis(columns="k")
)
best = (
    df.dropna(subset=["k"])
    .withColumn(
        "_place",
        F.row_number().over(
            Window.partitionBy("k").orderBy(F.col("v").desc_nulls_last(), "_row")
        ),
    )
    .filter(F.col("_place") <= 2)
    .drop("_place")
    .select("_row", "k", "v")
)
print(
    to_pandas(
        best.orderBy("k", F.col("v").desc_nulls_last(), "_row").drop("_row"), index=["k"]
    )["v"]
)
print(
    to_pandas(
        df.dropna(subset=["k"])
        .withColumn(
            "_place",
            F.row_number().over(
                Window.partitionBy("k").orderBy(F.col("v").desc_nulls_last(), "_row")
            ),
        )
        .filter(F.col("_place") <= 1)
        .drop("_place")
        .select("_row", "k", "v")
        .orderBy("k", F.col("v").desc_nulls_last(), "_row")
        .drop("k"),
        index=["_row"],
    )["v"]
)
s = (
    df.dropna(subset=["k"])
    .groupBy("k", "j")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
    .cache()
)
print(to_pandas(s.select("k", "j", "v").orderBy("k", "j"), index=["k"]))
print(to_pandas(s.orderBy("k", "j").drop("j"), index=["k"])["v"])
print(
    to_pandas(
        s.withColumnRenamed("v", "total").select("j", "k", "total").orderBy("k", "j"),
        index=["j"],
    )
)
month = F.date_format(F.col("t"), "yyyy-MM")
df = df.withColumn("year", F.coalesce(F.substring(month, 1, 4).cast("bigint"), F.lit(-1)))
df = df.withColumn("month", F.coalesce(F.substring(month, 6, 2).cast("bigint"), F.lit(-1)))
df = df.withColumn(
    "quarter",
    F.coalesce(
        F.substring(F.concat(F.year(F.col("t")), F.lit("Q"), F.quarter(F.col("t"))), 6, 1)
        .cast("bigint"),
        F.lit(-1),
    ),
)
df = df.withColumn(
    "day",
    F.coalesce(
        F.substring(F.date_format(F.col("t"), "yyyy-MM-dd"), 9, 2).cast("bigint"), F.lit(-1)
    ),
)
print(to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]))
full = df.dropna(subset=["k", "j", "v", "t", "year", "month", "quarter", "day"])
age = (
    (F.substring(F.date_format(F.col("t"), "yyyy-MM"), 1, 4).cast("bigint") - 2000) * 12
    + F.substring(F.date_format(F.col("t"), "yyyy-MM"), 6, 2).cast("bigint")
)
print(to_pandas(full.select("_row", age.alias("t")).orderBy("_row"), index=["_row"])["t"])
