import pandas as pd

df = pd.DataFrame({"v": [1.5, None, -2.0, 6.0, 2.5, 100.0], "n": [3, 1, 2, 5, 4, 120], "w": [0.5, 1.0, None, 3.0, 9.0, 1.0]})
df["band"] = pd.cut(df["v"], 5)
df["quarter"] = pd.qcut(df["n"], 4)
print(df)
print(df["band"].value_counts())
print(df["quarter"].value_counts(sort=False))
print(df[["band", "w"]].groupby(["band"], as_index=False).mean().sort_values(by="band", ascending=True))
print(df.groupby("quarter", observed=True)["w"].agg(["mean", "count"]))
by = df.groupby(pd.cut(df["n"], bins=[0, 50, df["n"].max()]))["w"].sum()
left = df.groupby(["band", "quarter"])["w"].sum()
v, edges = pd.cut(df["v"], 3, retbins=True, right=False)
s, q = pd.qcut(df["n"], 3, retbins=True, labels=["a", "b", "c"])
print(edges, q)
print(v, s)
text = df["band"].astype(str)
print(df.sort_values("band", ascending=False))
print(df.dropna(subset=["band"]).drop(columns="quarter"))
print(pd.crosstab(df["band"], df["quarter"]))
df = df.drop(["band"], axis=1)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
import numpy as np
from pandas_parity import (
    binned,
    equal_edges,
    every_category,
    intervals,
    place_among,
    quantile_edges,
    scalar,
    to_pandas,
)

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"v": [1.5, None, -2.0, 6.0, 2.5, 100.0], "n": [3, 1, 2, 5, 4, 120], "w": [0.5, 1.0, None, 3.0, 9.0, 1.0]})
    .reset_index(names="_row")
)
v_edges = equal_edges(df, "v", 5)
df = df.withColumn("band", binned(F.col("v"), v_edges, intervals(v_edges)))
n_edges = quantile_edges(df, "n", 4)
df = df.withColumn(
    "quarter", binned(F.col("n"), n_edges, intervals(n_edges, lowest=True), lowest=True)
)
print(
    to_pandas(
        df.orderBy("_row"),
        index=["_row"],
        dtypes={"band": intervals(v_edges), "quarter": intervals(n_edges, lowest=True)},
    )
)
print(
    to_pandas(
        every_category(
            df.dropna(subset=["band"]).groupBy("band").agg(F.count("*").alias("count")),
            {"band": intervals(v_edges)},
            fill={"count": 0},
        )
        .orderBy(F.col("count").desc(), place_among(F.col("band"), intervals(v_edges))),
        index=["band"],
        dtypes={"band": intervals(v_edges)},
    )["count"]
)
print(
    to_pandas(
        every_category(
            df.groupBy("quarter").agg(F.count("*").alias("count")),
            {"quarter": intervals(n_edges, lowest=True)},
            fill={"count": 0},
        )
        .orderBy(place_among(F.col("quarter"), intervals(n_edges, lowest=True))),
        index=["quarter"],
        dtypes={"quarter": intervals(n_edges, lowest=True)},
    )["count"]
)
print(
    to_pandas(
        every_category(
            df.dropna(subset=["band"]).groupBy("band").agg(F.avg("w").alias("w")),
            {"band": intervals(v_edges)},
        )
        .orderBy(place_among(F.col("band"), intervals(v_edges))),
        dtypes={"band": intervals(v_edges)},
    )
)
print(
    to_pandas(
        df.groupBy("quarter")
        .agg(F.avg("w").alias("mean"), F.count("w").alias("count"))
        .orderBy(place_among(F.col("quarter"), intervals(n_edges, lowest=True))),
        index=["quarter"],
        dtypes={"quarter": intervals(n_edges, lowest=True)},
    )
)
n_edges_2 = [0, 50, scalar(df.agg(F.max("n")))]
by = every_category(
    df.withColumn("_key", binned(F.col("n"), n_edges_2, intervals(n_edges_2)))
    .dropna(subset=["_key"])
    .groupBy(F.col("_key").alias("n"))
    .agg(F.coalesce(F.sum("w"), F.lit(0.0)).alias("w")),
    {"n": intervals(n_edges_2)},
    fill={"w": 0},
)
left = every_category(
    df.dropna(subset=["band"])
    .groupBy("band", "quarter")
    .agg(F.coalesce(F.sum("w"), F.lit(0.0)).alias("w")),
    {"band": intervals(v_edges), "quarter": intervals(n_edges, lowest=True)},
    fill={"w": 0},
)
v_edges_2 = equal_edges(df, "v", 3, right=False)
v, edges = (
    binned(F.col("v"), v_edges_2, intervals(v_edges_2, right=False), right=False),
    np.array(v_edges_2),
)
n_edges_3 = quantile_edges(df, "n", 3)
s, q = (binned(F.col("n"), n_edges_3, ["a", "b", "c"], lowest=True), np.array(n_edges_3))
print(edges, q)
print(
    to_pandas(
        df.select("_row", v.alias("v")).orderBy("_row"),
        index=["_row"],
        dtypes={"v": intervals(v_edges_2, right=False)},
    )["v"],
    to_pandas(
        df.select("_row", s.alias("n")).orderBy("_row"),
        index=["_row"],
        dtypes={"n": ("a", "b", "c")},
    )["n"],
)
text = F.coalesce(F.col("band"), F.lit("nan"))
print(
    to_pandas(
        df.orderBy(place_among(F.col("band"), intervals(v_edges)).desc_nulls_last(), "_row"),
        index=["_row"],
        dtypes={"band": intervals(v_edges), "quarter": intervals(n_edges, lowest=True)},
    )
)
print(
    to_pandas(
        df.dropna(subset=["band"]).drop("quarter").orderBy("_row"),
        index=["_row"],
        dtypes={"band": intervals(v_edges)},
    )
)
print(
    to_pandas(
        df.dropna(subset=["band"]).groupBy("band", "quarter").agg(F.count("*").alias("count")),
        dtypes={"band": intervals(v_edges), "quarter": intervals(n_edges, lowest=True)},
    )
    .pivot_table(
        values="count",
        index="band",
        columns="quarter",
        aggfunc="sum",
        observed=True,
        fill_value=0,
    )
)
df = df.drop("band")
