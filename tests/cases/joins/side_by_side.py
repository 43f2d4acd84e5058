import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "c", "b"], "j": [1, 2, 1, 1, 2], "v": [1.5, np.nan, 2.0, -2.0, 4.0], "n": [3, 1, 4, 1, 5],
    "on": pd.to_datetime(["2021-01-03", "2021-01-01", "2021-01-02", "2021-01-05", "2021-01-04"]),
})
total = df.groupby("k")["v"].sum()
few = df[df["v"] > 0].groupby("k")["n"].max()
both = pd.DataFrame({"total": total, "n": df.groupby("k")["n"].sum()})
both["ratio"] = both["total"] / both["n"]
print(both)
three = pd.DataFrame({"few": few, "total": total, "one": 1})
print(three.reset_index())
turned = pd.concat([few, df[df["k"] != "b"].groupby("k")["v"].max(), total.rename("all")], axis=1)
print(turned)
sizes = pd.concat([total, df[df["v"] > 1].groupby("k").size()], axis=1)
print(sizes)
sizes.columns = ["total", "rows"]
sizes["rows"] = sizes["rows"].fillna(0).astype(int)
print(sizes.sort_values("total"))
inner = pd.concat([few, total], axis=1, join="inner")
keyed = pd.concat([total, few], axis=1, keys=["all", "few"])
pairs = pd.DataFrame({"a": df.groupby(["k", "j"])["v"].sum(), "b": df[df["n"] > 1].groupby(["k", "j"])["n"].sum()})
print(pairs)
frames = pd.concat([df.groupby("k")[["v", "n"]].mean(), df.groupby("k")["j"].agg(["min", "max"])], axis=1)
print(frames)
nothing = pd.DataFrame({"none": df[df["n"] > 100].groupby("k")["n"].sum(), "total": total})
print(nothing)
days = df.set_index("on").sort_index()
times = pd.concat([days[days["n"] > 2]["n"], days[days["v"] > 1]["v"]], axis=1)
print(times)
by_day = pd.DataFrame({"n": days.loc[days["j"] == 1, "n"], "v": days["v"]})
print(by_day.head(3))
ranked = pd.DataFrame({"n": df["k"].value_counts(), "v": total})
print(ranked)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import divide, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "c", "b"], "j": [1, 2, 1, 1, 2], "v": [1.5, np.nan, 2.0, -2.0, 4.0], "n": [3, 1, 4, 1, 5],
    "on": pd.to_datetime(["2021-01-03", "2021-01-01", "2021-01-02", "2021-01-05", "2021-01-04"]),
}).reset_index(names="_row"))
total = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
    .cache()
)
few = (
    df.filter(F.col("v") > 0)
    .dropna(subset=["k"])
    .groupBy("k")
    .agg(F.max("n").alias("n"))
    .cache()
)
both = (
    total.withColumnRenamed("v", "total")
    .join(df.dropna(subset=["k"]).groupBy("k").agg(F.sum("n").alias("n")), "k", "outer")
)
both = both.withColumn("ratio", divide(F.col("total"), F.col("n")))
print(to_pandas(both.orderBy("k"), index=["k"]))
three = (
    few.withColumnRenamed("n", "few")
    .join(total.withColumnRenamed("v", "total"), "k", "outer")
    .select("k", "few", "total", F.lit(1).cast("bigint").alias("one"))
)
print(to_pandas(three.orderBy("k")))
turned = (
    few.withColumn("_place_0", F.lit(0))
    .join(
        df.filter(~F.col("k").eqNullSafe("b"))
        .dropna(subset=["k"])
        .groupBy("k")
        .agg(F.max("v").alias("v"))
        .withColumn("_place_1", F.lit(1)),
        "k",
        "outer",
    )
    .join(total.withColumnRenamed("v", "all").withColumn("_place_2", F.lit(2)), "k", "outer")
    .withColumn("_place", F.coalesce("_place_0", "_place_1", "_place_2"))
    .drop("_place_0", "_place_1", "_place_2")
)
print(to_pandas(turned.orderBy("_place", "k").drop("_place"), index=["k"]))
sizes = (
    total.withColumn("_place_0", F.lit(0))
    .join(
        df.filter(F.col("v") > 1)
        .dropna(subset=["k"])
        .groupBy("k")
        .agg(F.count("*").alias("size"))
        .withColumnRenamed("size", "0")
        .withColumn("_place_1", F.lit(1)),
        "k",
        "outer",
    )
    .withColumn("_place", F.coalesce("_place_0", "_place_1"))
    .drop("_place_0", "_place_1")
    .cache()
)
print(
    to_pandas(sizes.orderBy("_place", "k").drop("_place"), index=["k"])
    .set_axis(pd.Index(["v", 0]), axis=1)
)
sizes = sizes.withColumnsRenamed({"v": "total", "0": "rows"})
sizes = sizes.withColumn(
    "rows", F.coalesce(F.col("rows").cast("double"), F.lit(0)).cast("bigint")
)
print(
    to_pandas(
        sizes.orderBy(F.col("total").asc_nulls_last(), "_place", "k").drop("_place"),
        index=["k"],
    )
)
inner = few.join(total, "k", "inner")
keyed = (
    total.withColumnRenamed("v", "all")
    .join(few.withColumnRenamed("n", "few"), "k", "outer")
)
pairs = (
    df.dropna(subset=["k"])
    .groupBy("k", "j")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
    .withColumnRenamed("v", "a")
    .join(
        df.filter(F.col("n") > 1)
        .dropna(subset=["k"])
        .groupBy("k", "j")
        .agg(F.sum("n").alias("n"))
        .withColumnRenamed("n", "b"),
        ["k", "j"],
        "outer",
    )
)
print(to_pandas(pairs.orderBy("k", "j"), index=["k", "j"]))
frames = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.avg("v").alias("v"), F.avg("n").alias("n"))
    .withColumn("_place_0", F.lit(0))
    .join(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.min("j").alias("min"), F.max("j").alias("max"))
        .withColumn("_place_1", F.lit(1)),
        "k",
        "outer",
    )
    .withColumn("_place", F.coalesce("_place_0", "_place_1"))
    .drop("_place_0", "_place_1")
)
print(to_pandas(frames.orderBy("_place", "k").drop("_place"), index=["k"]))
nothing = (
    df.filter(F.col("n") > 100)
    .dropna(subset=["k"])
    .groupBy("k")
    .agg(F.sum("n").alias("n"))
    .withColumnRenamed("n", "none")
    .join(total.withColumnRenamed("v", "total"), "k", "outer")
)
print(to_pandas(nothing.orderBy("k"), index=["k"]))
days = (
    df.select("on", "_row", "k", "j", "v", "n")
    .orderBy(F.col("on").asc_nulls_last(), "_row")
    .cache()
)
times = pd.concat(
    [
        to_pandas(
            days.filter(F.col("n") > 2).select("on", "_row", "n").drop("_row"), index=["on"]
        )["n"],
        to_pandas(
            days.filter(F.col("v") > 1).select("on", "_row", "v").drop("_row"), index=["on"]
        )["v"],
    ],
    axis=1,
)
print(times)
by_day = pd.DataFrame({
    "n": to_pandas(
        days.filter(F.col("j") == 1).select("on", "_row", "n").drop("_row"), index=["on"]
    )["n"],
    "v": to_pandas(days.select("on", "_row", "v").drop("_row"), index=["on"])["v"],
})
print(by_day.head(3))
ranked = pd.DataFrame({
    "n": to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.count("*").alias("count"), F.min("_row").alias("_row"))
        .orderBy(F.col("count").desc(), "_row")
        .drop("_row"),
        index=["k"],
    )["count"],
    "v": to_pandas(total.orderBy("k"), index=["k"])["v"],
})
print(ranked)
