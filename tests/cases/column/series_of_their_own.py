import numpy as np
import pandas as pd

df = pd.DataFrame({
    "day": pd.to_datetime(["2024-01-03", "2024-01-01", "2024-01-01", None, "2024-01-05", "2024-01-06"]),
    "k": ["a", "b", "a", None, "b", "a"],
    "close": [10.0, 11.5, None, 11.0, 12.0, 9.0],
    "answer": ["Yes", "No", "No", "Yes", "Yes", "No"],
    "level": ["low", None, "high", "low", "mid", "high"],
})
by_day = df.set_index("day")

# windows over windows are Series of their own; they meet the frame row by row, whatever its labels
delta = by_day["close"].diff()
gain = delta.where(delta > 0, 0).rolling(2).mean()
loss = (-delta.where(delta < 0, 0)).rolling(2).mean()
by_day["rsi"] = 100 - (100 / (1 + gain / loss))
by_day["close"] = delta.cumsum()
print(by_day[["close", "rsi"]])

# values of a window chosen by a condition on them
z = (df["close"] - df["close"].rolling(2).mean()) / 2
print(z[z.abs() > 0.2])

# numbers of the driver beside columns
print(np.log(2) / (1 + df["close"]))

# texts that all become numbers
df["flag"] = df["answer"].replace({"Yes": 1, "No": 0})
df["height"] = df["level"].replace(["low", "mid", "high"], [1, 2, 3])
df["share"] = df["answer"].replace({"Yes": 0.5, "No": 1})
print(df[["flag", "height", "share"]].sum(), df.dtypes)

# labels in a given order
totals = df.groupby("k")["flag"].sum()
print(totals.reindex(["b", "z", "a"]))
print(totals.reindex(["z", "a"], fill_value=0))

# the first row of each group's extreme, in an order of several columns
ranked = df.sort_values(["level", "close"])
print(ranked.loc[ranked.groupby("k")["close"].idxmax(), ["k", "close"]])
print(ranked.groupby("answer")["flag"].idxmin())

wide = df.dropna().pivot(index="day", columns="k", values="close")
print(wide.corr())

# some texts stay texts
df["mixed"] = df["k"].replace({"a": 1})
print(df["mixed"])
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import (
    correlations,
    divide,
    lit,
    pivot,
    recoded,
    reindexed,
    rows_at,
    to_pandas,
)

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "day": pd.to_datetime(["2024-01-03", "2024-01-01", "2024-01-01", None, "2024-01-05", "2024-01-06"]),
    "k": ["a", "b", "a", None, "b", "a"],
    "close": [10.0, 11.5, None, 11.0, 12.0, 9.0],
    "answer": ["Yes", "No", "No", "Yes", "Yes", "No"],
    "level": ["low", None, "high", "low", "mid", "high"],
}).reset_index(names="_row"))
by_day = df.select("day", "_row", "k", "close", "answer", "level")

# windows over windows are Series of their own; they meet the frame row by row, whatever its labels
delta = by_day.select(
    "day",
    "_row",
    (F.col("close") - F.lag("close", 1).over(Window.orderBy("_row"))).alias("close"),
).cache()
gain = F.when(
    F.count(F.when(F.col("close") > 0, F.col("close")).otherwise(F.lit(0.0)))
    .over(Window.orderBy("_row").rowsBetween(-1, 0))
    >= 2,
    F.avg(F.when(F.col("close") > 0, F.col("close")).otherwise(F.lit(0.0)))
    .over(Window.orderBy("_row").rowsBetween(-1, 0)),
)
loss = F.when(
    F.count(-F.when(F.col("close") < 0, F.col("close")).otherwise(F.lit(0.0)))
    .over(Window.orderBy("_row").rowsBetween(-1, 0))
    >= 2,
    F.avg(-F.when(F.col("close") < 0, F.col("close")).otherwise(F.lit(0.0)))
    .over(Window.orderBy("_row").rowsBetween(-1, 0)),
)
by_day = by_day.join(
    delta.select(
        "_row",
        F.nanvl(
            100
            - divide(F.lit(100), F.nanvl(1 + divide(F.lit(gain), F.lit(loss)), F.lit(None))),
            F.lit(None),
        )
        .alias("rsi"),
    ),
    "_row",
)
by_day = (
    by_day.join(
        delta.select(
            "_row",
            F.when(
                F.col("close").isNotNull(),
                F.sum("close").over(
                    Window.orderBy("_row").rowsBetween(
                        Window.unboundedPreceding, Window.currentRow
                    )
                ),
            )
            .alias("close_new"),
        ),
        "_row",
    )
    .withColumn("close", F.col("close_new"))
    .drop("close_new")
)
print(
    to_pandas(
        by_day.select("day", "_row", "close", "rsi").orderBy("_row").drop("_row"), index=["day"]
    )
)

# values of a window chosen by a condition on them
z = (
    (
        F.col("close")
        - F.when(
            F.count("close").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
            F.avg("close").over(Window.orderBy("_row").rowsBetween(-1, 0)),
        )
    )
    / 2
)
print(
    to_pandas(
        df.select(
            "_row", z.alias("close"), F.coalesce(F.abs(z) > 0.2, F.lit(False)).alias("_keep")
        )
        .filter(F.col("_keep"))
        .select("_row", "close")
        .orderBy("_row"),
        index=["_row"],
    )["close"]
)

# numbers of the driver beside columns
print(
    to_pandas(
        df.select("_row", divide(lit(np.log(2)), 1 + F.col("close")).alias("close"))
        .orderBy("_row"),
        index=["_row"],
    )["close"]
)

# texts that all become numbers
df = df.withColumn("flag", recoded(F.col("answer"), {"Yes": 1, "No": 0}))
df = df.withColumn("height", recoded(F.col("level"), {"low": 1, "mid": 2, "high": 3}))
df = df.withColumn("share", recoded(F.col("answer"), {"Yes": 0.5, "No": 1}))
print(
    to_pandas(df.select("_row", "flag", "height", "share").orderBy("_row"), index=["_row"])
    .sum(),
    pd.Series(
        {
            "day": np.dtype("datetime64[ns]"),
            "k": np.dtype("object"),
            "close": np.dtype("float64"),
            "answer": np.dtype("object"),
            "level": np.dtype("object"),
            "flag": np.dtype("int64"),
            "height": np.dtype("float64"),
            "share": np.dtype("float64"),
        },
        dtype="object",
    ),
)

# labels in a given order
totals = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("flag"), F.lit(0)).alias("flag"))
    .cache()
)
print(
    to_pandas(
        reindexed(totals, "k", ["b", "z", "a"], "STRING").orderBy("_place").drop("_place"),
        index=["k"],
    )["flag"]
)
print(
    to_pandas(
        reindexed(totals, "k", ["z", "a"], "STRING", fill=0).orderBy("_place").drop("_place"),
        index=["k"],
    )["flag"]
)

# the first row of each group's extreme, in an order of several columns
ranked = (
    df.withColumn("height", F.col("height").cast("double"))
    .orderBy(F.col("level").asc_nulls_last(), F.col("close").asc_nulls_last(), "_row")
    .cache()
)
print(
    to_pandas(
        rows_at(
            ranked,
            "_row",
            ranked.dropna(subset=["k"])
            .groupBy("k")
            .agg(
                F.min_by(
                    "_row",
                    F.when(
                        F.col("close").isNotNull(),
                        F.struct(
                            -F.col("close"),
                            F.struct(
                                F.col("level").isNull(),
                                F.col("level"),
                                F.col("close").isNull(),
                                F.col("close"),
                                F.col("_row"),
                            ),
                        ),
                    ),
                )
                .alias("close")
            )
            .select(F.col("close").alias("_row"), F.col("k").alias("_place")),
        )
        .select("_row", "_place", "k", "close")
        .orderBy("_place")
        .drop("_place"),
        index=["_row"],
        none=["k"],
    )
)
print(
    to_pandas(
        ranked.dropna(subset=["answer"])
        .groupBy("answer")
        .agg(
            F.min_by(
                "_row",
                F.when(
                    F.col("flag").isNotNull(),
                    F.struct(
                        "flag",
                        F.struct(
                            F.col("level").isNull(),
                            F.col("level"),
                            F.col("close").isNull(),
                            F.col("close"),
                            F.col("_row"),
                        ),
                    ),
                ),
            )
            .alias("flag")
        )
        .orderBy("answer"),
        index=["answer"],
    )["flag"]
)

wide = pivot(
    df.withColumn("height", F.col("height").cast("double"))
    .dropna(subset=["day", "k", "close", "answer", "level", "flag", "height", "share"]),
    ["day"],
    "k",
    "close",
    ["a", "b"],
)
print(correlations(wide, ["a", "b"]).rename_axis(index="k", columns="k"))

# some texts stay texts
df = to_pandas(df.orderBy("_row"), index=["_row"], none=["k", "level"])
df["mixed"] = df["k"].replace({"a": 1})
print(df["mixed"])
