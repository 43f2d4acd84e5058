import pandas as pd

df = pd.DataFrame({"v": [1.5, None, -2.0, 0.0], "n": [3, 1, 2, 3], "k": ["a", None, "b", "a"], "b": [True, False, True, True]})
none = df[df["n"] > 5]
print(df["v"].sum(), df["v"].mean(), df["n"].max())
print(f"{df['v'].min():.2f} to {df['v'].max():.2f} of {len(df):,} rows, {df['k'].nunique()!r} keys")
print(none["v"].sum(), none["v"].mean(), none["n"].sum(), len(none))
facts = {"mean": df["v"].mean(), "spread": df["v"].std(), "rows": len(df), "keys": df["k"].nunique(), "true": df["b"].sum()}
print(facts)
low, high = df["n"].min(), df["n"].max()
mean = df["v"].mean()
rows = len(df)
share = df["v"].count() / len(df)
print("missing:", df["v"].isna().sum())
print("largest:", df["v"].max(), "of", len(df))
if df["v"].max() > df["v"].mean() and df["n"].min() > 0:
    print([df["n"].sum(), df["n"].median()])
df["z"] = (df["v"] - df["v"].mean()) / df["v"].std()
print(df["z"].min(), df["n"].min())
print(len(df), len(df[df["v"] > 0]), df[df["n"] > 1]["v"].mean(), df.loc[df["v"] > 5, "v"].sum(), df[df["k"] == "a"]["n"].max())
print(len(df[df["n"] > 1]), df[df["n"] > 1]["v"].max(), df[df["n"] < 2]["v"].max())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import divide, lit, scalar, scalars

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"v": [1.5, None, -2.0, 0.0], "n": [3, 1, 2, 3], "k": ["a", None, "b", "a"], "b": [True, False, True, True]})
)
none = df.filter(F.col("n") > 5)
v_sum, v_mean, n_max, v_min, v_max, rows_2, k_distinct, v_std, b_count = scalars(
    df.agg(
        F.coalesce(F.sum("v"), F.lit(0.0)),
        F.avg("v"),
        F.max("n"),
        F.min("v"),
        F.max("v"),
        F.count("*"),
        F.countDistinct("k"),
        F.stddev_samp("v"),
        F.count_if(F.col("b")),
    )
)
print(v_sum, v_mean, n_max)
print(f"{v_min:.2f} to {v_max:.2f} of {rows_2:,} rows, {int(k_distinct)!r} keys")
print(
    *scalars(none.agg(F.coalesce(F.sum("v"), F.lit(0.0)), F.avg("v"), F.coalesce(F.sum("n"), F.lit(0)), F.count("*"))),
)
facts = {"mean": v_mean, "spread": v_std, "rows": int(rows_2), "keys": int(k_distinct), "true": b_count}
print(facts)
low, high, mean, rows = scalars(df.agg(F.min("n"), F.max("n"), F.avg("v"), F.count("*")))
rows = int(rows)
v_count, rows_2, v_missing, v_max, v_mean = scalars(
    df.agg(F.count("v"), F.count("*"), F.count_if(F.col("v").isNull()), F.max("v"), F.avg("v"))
)
share = v_count / int(rows_2)
print("missing:", v_missing)
print("largest:", v_max, "of", rows_2)
if v_max > v_mean and scalar(df.agg(F.min("n"))) > 0:
    print([*scalars(df.agg(F.coalesce(F.sum("n"), F.lit(0)), F.median("n")))])
v_mean, v_std = scalars(df.agg(F.avg("v"), F.stddev_samp("v")))
df = df.withColumn("z", divide(F.col("v") - lit(v_mean), lit(v_std)))
(
    z_min, n_min, rows_2, v_count_2, v_mean_2, v_sum_2, n_max_2, n_count, v_max_2, v_max_3
) = scalars(
    df.agg(
        F.min("z"),
        F.min("n"),
        F.count("*"),
        F.count_if(F.col("v") > 0),
        F.avg(F.when(F.col("n") > 1, F.col("v"))),
        F.coalesce(F.sum(F.when(F.col("v") > 5, F.col("v"))), F.lit(0.0)),
        F.max(F.when(F.col("k") == "a", F.col("n"))),
        F.count_if(F.col("n") > 1),
        F.max(F.when(F.col("n") > 1, F.col("v"))),
        F.max(F.when(F.col("n") < 2, F.col("v"))),
    )
)
print(z_min, n_min)
print(rows_2, v_count_2, v_mean_2, v_sum_2, n_max_2)
print(n_count, v_max_2, v_max_3)
