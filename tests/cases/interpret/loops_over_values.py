import pandas as pd

df = pd.DataFrame({"k": ["b", "a", None, "b"], "n": [3, 1, 2, 5], "v": [1.0, None, 1.0, 0.5]})
best = {}
for k in df["k"].dropna().unique():
    part = df[df["k"] == k]
    best[k] = part["n"].max()
    others = df[df["k"] != k]["n"].sum()
    print(k, len(part), others)
for n in df["n"].unique():
    if n > 2:
        df.loc[df["n"] == n, "v"] = n * 2
for v in df["v"].unique():
    print(v, (df["v"] == v).sum(), (df["v"] != v).sum())
print(best, df)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, scalar, scalars, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "a", None, "b"], "n": [3, 1, 2, 5], "v": [1.0, None, 1.0, 0.5]})
    .reset_index(names="_row")
)
best = {}
for k in (
    to_pandas(
        df.select("_row", "k")
        .dropna(subset=["k"])
        .groupBy("k")
        .agg(F.min("_row").alias("_row"))
        .orderBy("_row")
        .select("k"),
        none=["k"],
    )["k"]
    .to_numpy()
):
    part = df.filter(F.col("k") == lit(k))
    n_max, rows = scalars(part.agg(F.max("n"), F.count("*")))
    best[k] = n_max
    others = scalar(
        df.filter((F.col("k") != lit(k)) | F.col("k").isNull() | lit(k).isNull())
        .agg(F.coalesce(F.sum("n"), F.lit(0)))
    )
    print(k, rows, others)
for n in (
    to_pandas(
        df.groupBy("n").agg(F.min("_row").alias("_row")).orderBy("_row").select("n")
    )["n"]
    .to_numpy()
):
    if n > 2:
        df = df.withColumn(
            "v", F.when(F.col("n") == lit(n), lit(n * 2).cast("double")).otherwise(F.col("v"))
        )
for v in (
    to_pandas(
        df.groupBy("v").agg(F.min("_row").alias("_row")).orderBy("_row").select("v")
    )["v"]
    .to_numpy()
):
    print(
        v,
        *scalars(df.agg(F.count_if(F.col("v") == lit(v)), F.count_if((F.col("v") != lit(v)) | F.col("v").isNull() | lit(v).isNull()))),
    )
print(best, to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]))
