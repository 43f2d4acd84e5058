import pandas as pd

df = pd.DataFrame({"k": list("aaaabbbb"), "v": [1.0, 2, 4, 3, 5, None, 7, 1], "w": [2.0, 1, 5, 3, 0, 4, 9, 2]})
print(df.groupby("k").apply(lambda g: g["v"].corr(g["w"]), include_groups=False))
print(df.groupby("k").apply(lambda g: g["v"].corr(g[g["w"] > 1]["w"]), include_groups=False))
table = df.assign(v_sum=df["k"]).pivot_table(values="v", index="v_sum", aggfunc=["sum", "max"])
print(table)
firsts = pd.DataFrame({"k": ["a", "a", "b"], "s": ["pi", None, "po"]}).groupby("k")["s"].apply(lambda s: s.iloc[0])
print(firsts.str.contains("p"))
edges, bins = pd.cut(df["v"], (1
    + 2), retbins=True)
print(bins)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
import numpy as np
from pandas_parity import binned, correlation, equal_edges, intervals, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": list("aaaabbbb"), "v": [1.0, 2, 4, 3, 5, None, 7, 1], "w": [2.0, 1, 5, 3, 0, 4, 9, 2]})
    .reset_index(names="_row")
)
print(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(correlation(F.col("v"), F.col("w")).alias("value"))
        .orderBy("k"),
        index=["k"],
    )["value"]
    .rename(None)
)
print(
    to_pandas(df.orderBy("_row"), index=["_row"])
    .groupby("k")
    .apply(lambda g: g["v"].corr(g[g["w"] > 1]["w"]), include_groups=False)
)
table = (
    to_pandas(df.withColumn("v_sum", F.col("k")).orderBy("_row"), index=["_row"])
    .pivot_table(values="v", index="v_sum", aggfunc=["sum", "max"])
)
print(table)
firsts = (
    spark.createDataFrame(
        pd.DataFrame({"k": ["a", "a", "b"], "s": ["pi", None, "po"]}).reset_index(names="_row")
    )
    .dropna(subset=["k"])
    .groupBy("k")
    .agg(F.min_by("s", "_row").alias("s"))
)
print(
    to_pandas(
        firsts.select("k", F.col("s").contains("p").alias("s")).orderBy("k"), index=["k"]
    )["s"]
)
v_edges = equal_edges(df, "v", 1
    + 2)
edges, bins = (binned(F.col("v"), v_edges, intervals(v_edges)), np.array(v_edges))
print(bins)
