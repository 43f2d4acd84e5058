import pandas as pd

df = pd.DataFrame({"k": ["b", "a", "b", "a"], "g": [2, 1, 2, 1], "n": [5, -3, 5, 0], "v": [1.5, 2.5, None, 4.5]})
print(df.groupby(df["k"]).sum(), df.groupby(df.k).max(), df.groupby(df.get("g")).max(numeric_only=True))
print(df.groupby(df["k"].copy()).sum())
print(df.groupby(df["g"].rename("g")).sum(numeric_only=True), df.groupby(df["g"].fillna(0)).mean(numeric_only=True))
print(df.groupby(df["g"].values).max(numeric_only=True), df.groupby(df.iloc[:, 1]).max(numeric_only=True))
captured = df["g"]
print(df.groupby(captured).max(numeric_only=True), df.copy().groupby(captured).max(numeric_only=True))
again = df
print(again.groupby(df["g"]).max(numeric_only=True), df[["k", "g"]].groupby(df["g"]).max(numeric_only=True))
print(df[df["n"] > 0].groupby(df["g"]).max(numeric_only=True))
print(df.groupby(df["k"].str.upper(), as_index=False)["n"].sum(), df.groupby(df["n"] > 0, as_index=False).size())
print(df.groupby(["g", df["k"].copy()], as_index=False).agg(t=("n", "sum")), df.groupby(df["k"], as_index=False)["v"].mean())
df["n"] = 0
print(df.groupby(captured).max(numeric_only=True))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "a", "b", "a"], "g": [2, 1, 2, 1], "n": [5, -3, 5, 0], "v": [1.5, 2.5, None, 4.5]})
    .reset_index(names="_row")
)
print(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(
            F.sum("g").alias("g"),
            F.sum("n").alias("n"),
            F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"),
        )
        .orderBy("k"),
        index=["k"],
    ),
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.max("g").alias("g"), F.max("n").alias("n"), F.max("v").alias("v"))
        .orderBy("k"),
        index=["k"],
    ),
    to_pandas(
        df.groupBy("g").agg(F.max("n").alias("n"), F.max("v").alias("v")).orderBy("g"),
        index=["g"],
    ),
)
print(
    to_pandas(df.orderBy("_row"), index=["_row"])
    .groupby(to_pandas(df.select("_row", "k").orderBy("_row"), index=["_row"])["k"])
    .sum()
)
print(
    to_pandas(
        df.withColumn("_key", F.col("g"))
        .groupBy(F.col("_key").alias("g_key"))
        .agg(
            F.sum("g").alias("g"),
            F.sum("n").alias("n"),
            F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"),
        )
        .orderBy("g_key"),
        index=["g_key"],
        names=["g"],
    ),
    to_pandas(df.orderBy("_row"), index=["_row"])
    .groupby(to_pandas(df.select("_row", "g").orderBy("_row"), index=["_row"])["g"])
    .mean(numeric_only=True),
)
print(
    to_pandas(
        df.withColumn("_key", F.col("g"))
        .groupBy("_key")
        .agg(F.max("g").alias("g"), F.max("n").alias("n"), F.max("v").alias("v"))
        .orderBy("_key"),
        index=["_key"],
        names=[None],
    ),
    to_pandas(
        df.withColumn("_key", F.col("g"))
        .groupBy(F.col("_key").alias("g_key"))
        .agg(F.max("g").alias("g"), F.max("n").alias("n"), F.max("v").alias("v"))
        .orderBy("g_key"),
        index=["g_key"],
        names=["g"],
    ),
)
captured = F.col("g")
print(
    to_pandas(
        df.groupBy("g").agg(F.max("n").alias("n"), F.max("v").alias("v")).orderBy("g"),
        index=["g"],
    ),
    to_pandas(
        df.withColumn("_key", captured)
        .groupBy(F.col("_key").alias("g_key"))
        .agg(F.max("g").alias("g"), F.max("n").alias("n"), F.max("v").alias("v"))
        .orderBy("g_key"),
        index=["g_key"],
        names=["g"],
    ),
)
again = df
print(
    to_pandas(
        again.groupBy("g").agg(F.max("n").alias("n"), F.max("v").alias("v")).orderBy("g"),
        index=["g"],
    ),
    to_pandas(
        df.select("_row", "k", "g")
        .withColumn("_key", F.col("g"))
        .groupBy(F.col("_key").alias("g_key"))
        .agg(F.max("g").alias("g"))
        .orderBy("g_key"),
        index=["g_key"],
        names=["g"],
    ),
)
print(
    to_pandas(
        df.filter(F.col("n") > 0)
        .withColumn("_key", F.col("g"))
        .groupBy(F.col("_key").alias("g_key"))
        .agg(F.max("g").alias("g"), F.max("n").alias("n"), F.max("v").alias("v"))
        .orderBy("g_key"),
        index=["g_key"],
        names=["g"],
    )
)
print(
    to_pandas(df.orderBy("_row"), index=["_row"]).groupby(
        to_pandas(
            df.select("_row", F.upper(F.col("k")).alias("k")).orderBy("_row"), index=["_row"]
        )["k"],
        as_index=False,
    )["n"]
    .sum(),
    to_pandas(df.orderBy("_row"), index=["_row"])
    .groupby(
        to_pandas(
            df.select("_row", (F.col("n") > 0).alias("n")).orderBy("_row"), index=["_row"]
        )["n"],
        as_index=False,
    )
    .size(),
)
print(
    to_pandas(df.orderBy("_row"), index=["_row"])
    .groupby(
        ["g", to_pandas(df.select("_row", "k").orderBy("_row"), index=["_row"])["k"]],
        as_index=False,
    )
    .agg(t=("n", "sum")),
    to_pandas(df.dropna(subset=["k"]).groupBy("k").agg(F.avg("v").alias("v")).orderBy("k")),
)
df = df.withColumn("n", F.lit(0).cast("bigint"))
again = df
print(
    to_pandas(
        df.withColumn("_key", captured)
        .groupBy(F.col("_key").alias("g_key"))
        .agg(F.max("g").alias("g"), F.max("n").alias("n"), F.max("v").alias("v"))
        .orderBy("g_key"),
        index=["g_key"],
        names=["g"],
    )
)
