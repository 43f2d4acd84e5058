import numpy as np
import pandas as pd
df = pd.DataFrame({"k": ["a", "b", None, "a", "b", "a"], "g": ["y", "x", "x", "y", "y", "x"], "v": [1.5, None, -2.0, 6.0, 2.5, 3.0], "n": [3, 1, 2, 5, 4, 9],
  "t": [pd.Timestamp("2020-01-01"), pd.Timestamp("2020-01-02 12:00"), pd.Timestamp("2020-01-04"), pd.Timestamp("2020-01-05"), pd.Timestamp("2020-01-09"), pd.Timestamp("2020-01-09 00:00:01")]})
trades = df.set_index("t")
recent = trades["v"].rolling("3D").mean()
sums = trades[["v", "n"]].rolling("3D").sum()
before = trades["v"].rolling("3D", closed="left").max()
both_ends = trades["v"].rolling("36h", closed="both").min()
spread = trades["v"].rolling("3D", closed="neither", min_periods=2).std()
by_column = df.rolling("2D", on="t")["n"].sum()
trades["mean"] = trades["n"].rolling(pd.Timedelta(days=4)).mean()
middle = trades["v"].rolling("3D").median()

df["pair"] = df.groupby("g")["v"].rolling(2).mean().reset_index(0, drop=True)
df["some"] = df.groupby("k")["n"].rolling(2, min_periods=1).sum().reset_index(level=0, drop=True)
df["largest"] = df.groupby("g")["n"].expanding().max().reset_index(level="g", drop=True)
trades["by_time"] = trades.groupby("g")["n"].rolling("4D").mean().droplevel(0)
grouped = df.groupby("k")["v"].rolling(2, min_periods=1).sum().reset_index(level=0, drop=True)
of_two = df.groupby(["g", "k"])["n"].rolling(1).mean().reset_index(level=[0, 1], drop=True)
with_keys = df.groupby("g")["n"].rolling(3).mean()
print(df, grouped)

means = df["n"].rolling(2).apply(np.mean)
spreads = df["v"].rolling(2).apply(np.std)
totals = df["n"].rolling(3).apply(sum, raw=True)
one = trades.iloc[:1]["v"].rolling("3D").mean()
none = trades.iloc[:0]["v"].rolling("3D").mean()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import over_time, require_unique, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({"k": ["a", "b", None, "a", "b", "a"], "g": ["y", "x", "x", "y", "y", "x"], "v": [1.5, None, -2.0, 6.0, 2.5, 3.0], "n": [3, 1, 2, 5, 4, 9],
  "t": [pd.Timestamp("2020-01-01"), pd.Timestamp("2020-01-02 12:00"), pd.Timestamp("2020-01-04"), pd.Timestamp("2020-01-05"), pd.Timestamp("2020-01-09"), pd.Timestamp("2020-01-09 00:00:01")]}).reset_index(names="_row"))
trades = df.select("t", "_row", "k", "g", "v", "n")
recent = over_time(F.avg, "v", "t", Window.orderBy("_row"), 259200)
sums = (
    trades.select("t", "_row", "v", "n")
    .withColumns({
        "v": over_time(F.sum, "v", "t", Window.orderBy("_row"), 259200).cast("double"),
        "n": over_time(F.sum, "n", "t", Window.orderBy("_row"), 259200).cast("double"),
    })
)
before = (
    over_time(F.max, "v", "t", Window.orderBy("_row"), 259200, closed="left")
    .cast("double")
)
both_ends = (
    over_time(F.min, "v", "t", Window.orderBy("_row"), 129600, closed="both")
    .cast("double")
)
spread = over_time(
    F.stddev_samp, "v", "t", Window.orderBy("_row"), 259200, least=2, closed="neither"
)
by_column = (
    over_time(F.sum, "n", "t", Window.orderBy("_row"), 172800)
    .cast("double")
)
trades = trades.withColumn("mean", over_time(F.avg, "n", "t", Window.orderBy("_row"), 345600))
middle = (
    to_pandas(trades.select("t", "_row", "v").orderBy("_row").drop("_row"), index=["t"])["v"]
    .rolling("3D")
    .median()
)

df = df.withColumn(
    "pair",
    F.when(
        F.col("g").isNotNull(),
        F.when(
            F.count("v").over(Window.partitionBy("g").orderBy("_row").rowsBetween(-1, 0)) >= 2,
            F.avg("v").over(Window.partitionBy("g").orderBy("_row").rowsBetween(-1, 0)),
        ),
    ),
)
df = df.withColumn(
    "some",
    F.when(
        F.col("k").isNotNull(),
        F.when(
            F.count("n").over(Window.partitionBy("k").orderBy("_row").rowsBetween(-1, 0)) >= 1,
            F.sum("n")
            .over(Window.partitionBy("k").orderBy("_row").rowsBetween(-1, 0))
            .cast("double"),
        ),
    ),
)
df = df.withColumn(
    "largest",
    F.when(
        F.col("g").isNotNull(),
        F.when(
            F.count("n").over(
                Window.partitionBy("g")
                .orderBy("_row")
                .rowsBetween(Window.unboundedPreceding, Window.currentRow)
            )
            >= 1,
            F.max("n")
            .over(
                Window.partitionBy("g")
                .orderBy("_row")
                .rowsBetween(Window.unboundedPreceding, Window.currentRow)
            )
            .cast("double"),
        ),
    ),
).cache()
trades = (
    trades.join(
        require_unique(
            trades.dropna(subset=["g"])
            .select(
                "t",
                over_time(
                    F.avg, "n", "t", Window.partitionBy("g").orderBy("_row"), 345600, keys=["g"]
                )
                .alias("by_time"),
            ),
            ["t"],
            "right",
            "many_to_one",
        )
        .withColumnRenamed("t", "t_right"),
        F.col("t").eqNullSafe(F.col("t_right")),
        "left",
    )
    .drop("t_right")
)
grouped = (
    df.dropna(subset=["k"])
    .select(
        "_row",
        F.col("k").alias("_sort_k"),
        F.when(
            F.count("v").over(Window.partitionBy("k").orderBy("_row").rowsBetween(-1, 0)) >= 1,
            F.sum("v")
            .over(Window.partitionBy("k").orderBy("_row").rowsBetween(-1, 0))
            .cast("double"),
        )
        .alias("v"),
    )
)
of_two = (
    df.dropna(subset=["g", "k"])
    .select(
        "_row",
        F.col("g").alias("_sort_g"),
        F.col("k").alias("_sort_k"),
        F.when(
            F.count("n").over(Window.partitionBy("g", "k").orderBy("_row").rowsBetween(0, 0))
            >= 1,
            F.avg("n").over(Window.partitionBy("g", "k").orderBy("_row").rowsBetween(0, 0)),
        )
        .alias("n"),
    )
)
with_keys = (
    to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]).groupby("g")["n"]
    .rolling(3)
    .mean()
)
print(
    to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]),
    to_pandas(grouped.orderBy("_sort_k", "_row").drop("_sort_k"), index=["_row"])["v"],
)

means = F.when(
    F.count("n").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
    F.avg("n").over(Window.orderBy("_row").rowsBetween(-1, 0)),
)
spreads = F.when(
    F.count("v").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
    F.stddev_pop("v").over(Window.orderBy("_row").rowsBetween(-1, 0)),
)
totals = F.when(
    F.count("n").over(Window.orderBy("_row").rowsBetween(-2, 0)) >= 3,
    F.sum("n").over(Window.orderBy("_row").rowsBetween(-2, 0)).cast("double"),
)
one = (
    trades.orderBy("_row")
    .limit(1)
    .select("t", "_row", over_time(F.avg, "v", "t", Window.orderBy("_row"), 259200).alias("v"))
)
none = (
    trades.orderBy("_row")
    .limit(0)
    .select("t", "_row", over_time(F.avg, "v", "t", Window.orderBy("_row"), 259200).alias("v"))
)
