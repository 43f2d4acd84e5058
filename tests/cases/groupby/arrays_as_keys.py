import pandas as pd

df = pd.DataFrame(
    {
        "t": ["2024-02-28 23:00", "2024-02-28 01:00", "2024-03-01 02:00", "2024-03-01 00:00"],
        "k": ["a", "b", "a", "b"],
        "v": [1.0, None, 3.5, -2.0],
        "n": [3, 1, 0, 2],
    }
)
by_values = df.groupby(df["k"].values)["n"].sum()
running = (df["v"] * df["n"]).groupby(df["k"]).cumsum()
df["share"] = (df["v"] * df["n"]).groupby(df["k"]).cumsum() / df.groupby("k")["n"].cumsum()
df["t"] = pd.to_datetime(df["t"])
times = df.set_index("t")
daily = times.groupby(times.index.date)["v"].mean()
hourly = times.groupby(times.index.hour)["v"].mean()
table = times.pivot_table(index=times.index.date, columns="k", values="v", aggfunc="mean")
print(table, daily, by_values, df)
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import divide, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame(
    {
        "t": ["2024-02-28 23:00", "2024-02-28 01:00", "2024-03-01 02:00", "2024-03-01 00:00"],
        "k": ["a", "b", "a", "b"],
        "v": [1.0, None, 3.5, -2.0],
        "n": [3, 1, 0, 2],
    }
).reset_index(names="_row"))
by_values = (
    df.withColumn("_key", F.col("k"))
    .dropna(subset=["_key"])
    .groupBy("_key")
    .agg(F.sum("n").alias("n"))
)
running = (
    df.withColumn("value", F.col("v") * F.col("n"))
    .select(
        "_row",
        F.when(
            F.col("k").isNotNull(),
            F.when(
                F.col("value").isNotNull(),
                F.sum("value").over(
                    Window.partitionBy("k")
                    .orderBy("_row")
                    .rowsBetween(Window.unboundedPreceding, Window.currentRow)
                ),
            ),
        )
        .alias("value"),
    )
)
df = (
    df.withColumn("value", F.col("v") * F.col("n"))
    .withColumn(
        "share",
        divide(
            F.when(
                F.col("k").isNotNull(),
                F.when(
                    F.col("value").isNotNull(),
                    F.sum("value").over(
                        Window.partitionBy("k")
                        .orderBy("_row")
                        .rowsBetween(Window.unboundedPreceding, Window.currentRow)
                    ),
                ),
            ),
            F.when(
                F.col("k").isNotNull(),
                F.sum("n").over(
                    Window.partitionBy("k")
                    .orderBy("_row")
                    .rowsBetween(Window.unboundedPreceding, Window.currentRow)
                ),
            ),
        ),
    )
    .drop("value")
)
df = df.withColumn("t", F.col("t").cast("timestamp_ntz")).cache()
times = df.select("t", "_row", "k", "v", "n", "share")
daily = (
    times.withColumn("_key", F.to_date(F.col("t")))
    .dropna(subset=["_key"])
    .groupBy("_key")
    .agg(F.avg("v").alias("v"))
)
hourly = (
    times.withColumn("_key", F.hour(F.col("t")))
    .dropna(subset=["_key"])
    .groupBy(F.col("_key").alias("t"))
    .agg(F.avg("v").alias("v"))
)
table = (
    to_pandas(times.orderBy("_row").drop("_row"), index=["t"])
    .pivot_table(
        index=to_pandas(
            times.select("t", "_row", F.to_date(F.col("t")).alias("t_value"))
            .orderBy("_row")
            .select("t_value")
        )["t_value"]
        .to_numpy(),
        columns="k",
        values="v",
        aggfunc="mean",
    )
)
print(
    table,
    to_pandas(daily.orderBy("_key"), index=["_key"], names=[None])["v"],
    to_pandas(by_values.orderBy("_key"), index=["_key"], names=[None])["n"],
    to_pandas(df.orderBy("_row"), index=["_row"]),
)
