import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", "b", "a", "c", "b"],
    "n": [3, 1, 2, 3, 1, 3],
    "v": [1.5, -2.0, None, 4.0, 0.0, 2.5],
    "t": pd.to_datetime(["2024-01-05", "2024-03-01", "2023-03-09", "2024-01-31", "2024-03-02", "2024-01-01"]),
    "id": [1, 2, 3, 4, 5, 6],
})

# labels stay the numbers that they are
means = df.groupby(["k", "n"])["v"].mean().unstack()
print(means, means.columns, means.shape)
print(means[3], means[[1, 3]])
print(means.round(1), means.fillna(0), means.isna(), -means)
print(means.iloc[:2, 0], means.iloc[:2])
print(means.sort_index(ascending=False).head(2))
print(means.div(means.sum(axis=1), axis=0) * 100)

# beside them a text
means["all"] = means.mean(axis=1)
means["all"] = means["all"] + 1
print(means, means["all"].max())
flat = means.reset_index()
print(flat, flat.columns)
named = means.rename(columns={1: "one", 2: "two", 3: "three"})
print(named["two"])
wide = df.pivot(index="id", columns="n", values="v")
print(wide.cumsum(), wide.diff(), wide.max(axis=1))
wide.columns = [f"c{c}" for c in wide.columns]
print(wide.head(2))

# parts of dates, truth values
monthly = df.groupby(["k", df["t"].dt.month])["v"].sum().unstack(fill_value=0.0)
print(monthly, monthly.columns)
print(df.groupby(["k", df["n"] > 1])["v"].max().unstack())

# a row is labelled by them: pandas makes it
print(means.mean(), means.loc["a"])
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import divide, pivot, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", "b", "a", "c", "b"],
    "n": [3, 1, 2, 3, 1, 3],
    "v": [1.5, -2.0, None, 4.0, 0.0, 2.5],
    "t": pd.to_datetime(["2024-01-05", "2024-03-01", "2023-03-09", "2024-01-31", "2024-03-02", "2024-01-01"]),
    "id": [1, 2, 3, 4, 5, 6],
}))

# labels stay the numbers that they are
means = pivot(
    df.dropna(subset=["k"]).groupBy("k", "n").agg(F.avg("v").alias("v")),
    ["k"],
    "n",
    "v",
    [1, 2, 3],
).cache()
print(
    to_pandas(means.orderBy("k"), index=["k"]).set_axis(pd.Index([1, 2, 3], name="n"), axis=1),
    pd.Index([1, 2, 3], name="n"),
    (means.count(), 3),
)
print(
    to_pandas(means.select("k", "3").orderBy("k"), index=["k"])["3"].rename(3),
    to_pandas(means.select("k", "1", "3").orderBy("k"), index=["k"])
    .set_axis(pd.Index([1, 3], name="n"), axis=1),
)
print(
    to_pandas(
        means.withColumns({
            "1": F.bround(F.col("1") * 10) / 10,
            "2": F.bround(F.col("2") * 10) / 10,
            "3": F.bround(F.col("3") * 10) / 10,
        })
        .orderBy("k"),
        index=["k"],
    )
    .set_axis(pd.Index([1, 2, 3], name="n"), axis=1),
    to_pandas(
        means.withColumns({
            "1": F.coalesce(F.col("1"), F.lit(0)),
            "2": F.coalesce(F.col("2"), F.lit(0)),
            "3": F.coalesce(F.col("3"), F.lit(0)),
        })
        .orderBy("k"),
        index=["k"],
    )
    .set_axis(pd.Index([1, 2, 3], name="n"), axis=1),
    to_pandas(
        means.withColumns({
            "1": F.col("1").isNull(),
            "2": F.col("2").isNull(),
            "3": F.col("3").isNull(),
        })
        .orderBy("k"),
        index=["k"],
    )
    .set_axis(pd.Index([1, 2, 3], name="n"), axis=1),
    to_pandas(
        means.withColumns({"1": -F.col("1"), "2": -F.col("2"), "3": -F.col("3")}).orderBy("k"),
        index=["k"],
    )
    .set_axis(pd.Index([1, 2, 3], name="n"), axis=1),
)
print(
    to_pandas(means.select("k", "1").orderBy("k").limit(2), index=["k"])["1"].rename(1),
    to_pandas(means.orderBy("k").limit(2), index=["k"])
    .set_axis(pd.Index([1, 2, 3], name="n"), axis=1),
)
print(
    to_pandas(means.orderBy(F.col("k").desc()).limit(2), index=["k"])
    .set_axis(pd.Index([1, 2, 3], name="n"), axis=1)
)
print(
    to_pandas(
        means.withColumns({
            "1": divide(
                F.col("1"),
                F.coalesce(F.col("1"), F.lit(0))
                + F.coalesce(F.col("2"), F.lit(0))
                + F.coalesce(F.col("3"), F.lit(0)),
            ),
            "2": divide(
                F.col("2"),
                F.coalesce(F.col("1"), F.lit(0))
                + F.coalesce(F.col("2"), F.lit(0))
                + F.coalesce(F.col("3"), F.lit(0)),
            ),
            "3": divide(
                F.col("3"),
                F.coalesce(F.col("1"), F.lit(0))
                + F.coalesce(F.col("2"), F.lit(0))
                + F.coalesce(F.col("3"), F.lit(0)),
            ),
        })
        .withColumns({
            "1": F.nanvl(F.col("1") * 100, F.lit(None)),
            "2": F.nanvl(F.col("2") * 100, F.lit(None)),
            "3": F.nanvl(F.col("3") * 100, F.lit(None)),
        })
        .orderBy("k"),
        index=["k"],
    )
    .set_axis(pd.Index([1, 2, 3], name="n"), axis=1)
)

# beside them a text
means = means.withColumn(
    "all",
    (
        F.coalesce(F.col("1"), F.lit(0))
        + F.coalesce(F.col("2"), F.lit(0))
        + F.coalesce(F.col("3"), F.lit(0))
    )
    / F.nullif(
        F.col("1").isNotNull().cast("int")
        + F.col("2").isNotNull().cast("int")
        + F.col("3").isNotNull().cast("int"),
        F.lit(0),
    ),
)
means = means.withColumn("all", F.col("all") + 1)
print(
    to_pandas(means.orderBy("k"), index=["k"]).set_axis(
        pd.Index([1, 2, 3, "all"], name="n"), axis=1
    ),
    scalar(means.agg(F.max("all"))),
)
flat = means
print(
    to_pandas(flat.orderBy("k")).set_axis(pd.Index(["k", 1, 2, 3, "all"], name="n"), axis=1),
    pd.Index(["k", 1, 2, 3, "all"], name="n"),
)
named = means.withColumnsRenamed({"1": "one", "2": "two", "3": "three"})
print(to_pandas(named.select("k", "two").orderBy("k"), index=["k"])["two"])
wide = pivot(df, ["id"], "n", "v", [1, 2, 3]).cache()
print(
    to_pandas(
        wide.withColumns({
            "1": F.when(
                F.col("1").isNotNull(),
                F.sum("1").over(
                    Window.orderBy("id").rowsBetween(
                        Window.unboundedPreceding, Window.currentRow
                    )
                ),
            ),
            "2": F.when(
                F.col("2").isNotNull(),
                F.sum("2").over(
                    Window.orderBy("id").rowsBetween(
                        Window.unboundedPreceding, Window.currentRow
                    )
                ),
            ),
            "3": F.when(
                F.col("3").isNotNull(),
                F.sum("3").over(
                    Window.orderBy("id").rowsBetween(
                        Window.unboundedPreceding, Window.currentRow
                    )
                ),
            ),
        })
        .orderBy("id"),
        index=["id"],
    )
    .set_axis(pd.Index([1, 2, 3], name="n"), axis=1),
    to_pandas(
        wide.withColumns({
            "1": F.col("1") - F.lag("1", 1).over(Window.orderBy("id")),
            "2": F.col("2") - F.lag("2", 1).over(Window.orderBy("id")),
            "3": F.col("3") - F.lag("3", 1).over(Window.orderBy("id")),
        })
        .orderBy("id"),
        index=["id"],
    )
    .set_axis(pd.Index([1, 2, 3], name="n"), axis=1),
    to_pandas(
        wide.select("id", F.greatest(F.col("1"), F.col("2"), F.col("3")).alias("value"))
        .orderBy("id"),
        index=["id"],
    )["value"]
    .rename(None),
)
wide = wide.withColumnsRenamed({"1": "c1", "2": "c2", "3": "c3"})
print(to_pandas(wide.orderBy("id").limit(2), index=["id"]))

# parts of dates, truth values
monthly = (
    pivot(
        df.withColumn("_key1", F.month(F.col("t")))
        .dropna(subset=["k", "_key1"])
        .groupBy("k", F.col("_key1").alias("t"))
        .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v")),
        ["k"],
        "t",
        "v",
        [1, 3],
    )
    .fillna(0.0, subset=["1", "3"])
)
print(
    to_pandas(monthly.orderBy("k"), index=["k"]).set_axis(
        pd.Index([1, 3], dtype="int32", name="t"), axis=1
    ),
    pd.Index([1, 3], dtype="int32", name="t"),
)
print(
    to_pandas(
        pivot(
            df.withColumn("_key1", F.col("n") > 1)
            .dropna(subset=["k"])
            .groupBy("k", F.col("_key1").alias("n"))
            .agg(F.max("v").alias("v")),
            ["k"],
            "n",
            "v",
            [False, True],
        )
        .orderBy("k"),
        index=["k"],
    )
    .set_axis(pd.Index([False, True], name="n"), axis=1)
)

# a row is labelled by them: pandas makes it
print(
    to_pandas(means.orderBy("k"), index=["k"])
    .set_axis(pd.Index([1, 2, 3, "all"], name="n"), axis=1)
    .mean(),
    to_pandas(means.orderBy("k"), index=["k"]).set_axis(
        pd.Index([1, 2, 3, "all"], name="n"), axis=1
    ).loc["a"],
)
