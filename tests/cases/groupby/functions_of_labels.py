import numpy as np
import pandas as pd

df = pd.DataFrame({"n": [3, 1, 2, 1, 4], "k": ["a", "b", "c", np.nan, "b"], "v": [1.5, np.nan, -2.0, 6.0, 2.5]})
by_number = df.set_index("n")
odd = by_number.groupby(lambda i: i % 2)["v"].sum()
named = by_number.groupby({1: "one", 2: "two", 3: "one"})["v"].agg(["sum", "count"])
letters = df.set_index("k").groupby(lambda label: "first" if label == "a" else "other")["v"].max()
rows = df.groupby(lambda i: i // 2)["v"].sum()
of_series = by_number["v"].groupby({1: 10, 4: 40}).sum()
listed = df.groupby(["x", "y", "x", "x", "y"])["v"].sum()
print(odd, named, letters)
centred = df[["n", "v"]].transform(lambda c: c - c.min())
counts = df["k"].value_counts().rename_axis("key").reset_index(name="count")
print(counts.sort_values(["count", "key"]))
print(centred, listed)
totals = df.groupby("k")["v"].sum().rename_axis(None)
across = df.set_index("k")[["n", "v"]].groupby({"n": "all", "v": "all"}, axis=1).sum()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import floor_divide, lit, scalars, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"n": [3, 1, 2, 1, 4], "k": ["a", "b", "c", np.nan, "b"], "v": [1.5, np.nan, -2.0, 6.0, 2.5]})
    .reset_index(names="_row")
)
by_number = df.select("n", "_row", "k", "v")
odd = (
    by_number.withColumn("_key", F.pmod(F.col("n"), F.lit(2)))
    .groupBy(F.col("_key").alias("n"))
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
named = (
    by_number.withColumn(
        "_key",
        F.when(F.col("n") == 1, "one")
        .when(F.col("n") == 2, "two")
        .when(F.col("n") == 3, "one"),
    )
    .dropna(subset=["_key"])
    .groupBy(F.col("_key").alias("n"))
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("sum"), F.count("v").alias("count"))
)
letters = (
    df.select("k", "_row", "n", "v")
    .withColumn("_key", F.when(F.col("k") == "a", "first").otherwise("other"))
    .groupBy(F.col("_key").alias("k"))
    .agg(F.max("v").alias("v"))
)
rows = (
    df.withColumn("_key", floor_divide(F.col("_row"), 2))
    .groupBy("_key")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
of_series = (
    to_pandas(
        by_number.select("n", "_row", "v").orderBy("_row").drop("_row"), index=["n"]
    )["v"]
    .groupby({1: 10, 4: 40})
    .sum()
)
listed = (
    to_pandas(df.orderBy("_row"), index=["_row"]).groupby(["x", "y", "x", "x", "y"])["v"]
    .sum()
)
print(
    to_pandas(odd.orderBy("n"), index=["n"])["v"],
    to_pandas(named.orderBy("n"), index=["n"]),
    to_pandas(letters.orderBy("k"), index=["k"])["v"],
)
n_min, v_min = scalars(df.agg(F.min("n"), F.min("v")))
centred = (
    df.select("_row", "n", "v")
    .withColumns({
        "n": F.col("n") - lit(n_min),
        "v": F.col("v") - lit(v_min),
    })
)
counts = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.count("*").alias("count"), F.min("_row").alias("_row"))
    .orderBy(F.col("count").desc(), "_row")
    .withColumnRenamed("k", "key")
    .withColumn(
        "_row",
        F.row_number().over(Window.orderBy(F.col("count").desc(), "_row")).cast("bigint") - 1,
    )
)
print(to_pandas(counts.orderBy("count", "key"), index=["_row"]))
print(to_pandas(centred.orderBy("_row"), index=["_row"]), listed)
totals = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
across = (
    to_pandas(
        df.select("k", "_row", "n", "v")
        .select("k", "_row", "n", "v")
        .orderBy("_row")
        .drop("_row"),
        index=["k"],
    )
    .groupby({"n": "all", "v": "all"}, axis=1)
    .sum()
)
