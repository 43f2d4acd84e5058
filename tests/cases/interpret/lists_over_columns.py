import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "c", "b"], "g": ["x", "x", "y", "y", "x"], "v": [1.5, np.nan, 2.0, -2.0, np.nan], "n": [3, 1, 4, 1, 5],
})
NUMBERS = ["v", "n"]
means = {c: df[c].mean() for c in NUMBERS}
print(means)
ranges = [df[c].max() - df[c].min() for c in NUMBERS]
missing = [(c, df[c].isna().sum()) for c in df.columns if df[c].isna().any()]
print(missing)
table = pd.DataFrame([{"column": c, "mean": round(df[c].mean(), 2), "low": int((df[c] < 2).sum())} for c in NUMBERS])
print(table)
nested = pd.DataFrame({c: {"mean": df[c].mean(), "max": df[c].max()} for c in NUMBERS})
totals = [df[c].sum() for c in NUMBERS]
print(totals)
rows = [len(df[df["g"] == g]) for g in ["x", "y", "z"]]
highest = {g: df[df["g"] == g]["v"].max() for g in df["g"].unique()}
print(highest)
by_key = {k: df.loc[df["k"] == k, "n"].sum() for k in sorted(df["k"].dropna().unique())}
print(by_key)
for g in sorted(df["g"].unique().tolist(), reverse=True):
    part = df[df["g"] == g]
    print(g, len(part), part["v"].mean())
for k in list(df["k"].unique()):
    print(k, (df["k"] == k).sum())
names = [c for c in df.columns if df[c].nunique() > 2]
print(names)
df["v"] = df["v"].fillna(0)
later = {df[c].sum() for c in NUMBERS}
print(any(df[c].isna().any() for c in NUMBERS))
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, scalar, scalars, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "c", "b"], "g": ["x", "x", "y", "y", "x"], "v": [1.5, np.nan, 2.0, -2.0, np.nan], "n": [3, 1, 4, 1, 5],
}).reset_index(names="_row"))
NUMBERS = ["v", "n"]
means = {c: scalar(df.agg(F.avg(c))) for c in NUMBERS}
print(means)
ranges = [scalar(df.agg(F.max(c))) - scalar(df.agg(F.min(c))) for c in NUMBERS]
missing = [(c, scalar(df.agg(F.count_if(F.col(c).isNull())))) for c in ["k", "g", "v", "n"] if scalar(df.agg(F.coalesce(F.bool_or(F.col(c).isNull()), F.lit(False))))]
print(missing)
table = pd.DataFrame(
    [{"column": c, "mean": round(scalar(df.agg(F.avg(c))), 2), "low": int(scalar(df.agg(F.count_if(F.col(c) < 2))))} for c in NUMBERS]
)
print(table)
nested = pd.DataFrame(
    {c: {"mean": scalar(df.agg(F.avg(c))), "max": scalar(df.agg(F.max(c)))} for c in NUMBERS}
)
totals = [to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])[c].sum() for c in NUMBERS]
print(totals)
rows = [df.filter(F.col("g") == g).count() for g in ["x", "y", "z"]]
highest = {g: scalar(df.filter(F.col("g") == lit(g)).agg(F.max("v"))) for g in to_pandas(df.groupBy("g").agg(F.min("_row").alias("_row")).orderBy("_row").select("g"))["g"].to_numpy()}
print(highest)
by_key = {k: scalar(df.filter(F.col("k") == lit(k)).agg(F.coalesce(F.sum("n"), F.lit(0)))) for k in sorted(to_pandas(df.select("_row", "k").dropna(subset=["k"]).groupBy("k").agg(F.min("_row").alias("_row")).orderBy("_row").select("k"), none=["k"])["k"].to_numpy())}
print(by_key)
for g in sorted(
    to_pandas(
        df.groupBy("g").agg(F.min("_row").alias("_row")).orderBy("_row").select("g")
    )["g"]
    .to_numpy()
    .tolist(),
    reverse=True,
):
    part = df.filter(F.col("g") == lit(g))
    print(g, *scalars(part.agg(F.count("*"), F.avg("v"))))
for k in list(
    to_pandas(
        df.groupBy("k").agg(F.min("_row").alias("_row")).orderBy("_row").select("k"), none=["k"]
    )["k"]
    .to_numpy()
):
    print(k, scalar(df.agg(F.count_if(F.col("k") == lit(k)))))
names = [c for c in ["k", "g", "v", "n"] if df.agg(F.countDistinct(c)).first()[0] > 2]
print(names)
df = df.withColumn("v", F.coalesce(F.col("v"), F.lit(0)))
later = {to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])[c].sum() for c in NUMBERS}
print(
    any(scalar(df.agg(F.coalesce(F.bool_or(F.col(c).isNull()), F.lit(False)))) for c in NUMBERS)
)
