import pandas as pd

df = pd.DataFrame({"k": ["a", None, "a"], "n": [1, 2, 3]})
print(df["k"].unique())
print(df["k"].values)
print(df["k"].value_counts(dropna=False))
empty = pd.DataFrame({"k": [], "n": []})
without = df.drop(columns=["k", "n"])
either = (df["n"] > 1) | (df["k"] == "a")
print(either)
again = (df["n"].between(1, 2)).value_counts()
labelled = pd.DataFrame({"v": [1, 2, 3]}, index=[10, 12, 14])
renumbered = labelled[labelled["v"] > 1].reset_index(drop=True)
print(renumbered)
same = df.groupby(df.n)["n"].value_counts()

# None that is set prints as None, beside cells that were NaN before it is kept apart
set_none = pd.DataFrame({"k": ["a", "b", "c"], "v": [3, 1, 2]})
set_none.loc[set_none["v"] > 2, "k"] = None
print(set_none)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import from_pandas, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", None, "a"], "n": [1, 2, 3]}).reset_index(names="_row")
)
print(
    to_pandas(
        df.groupBy("k").agg(F.min("_row").alias("_row")).orderBy("_row").select("k"), none=["k"]
    )["k"]
    .to_numpy()
)
print(to_pandas(df.orderBy("_row").select("k"), none=["k"])["k"].to_numpy())
print(
    to_pandas(
        df.groupBy("k")
        .agg(F.count("*").alias("count"), F.min("_row").alias("_row"))
        .orderBy(F.col("count").desc(), "_row")
        .drop("_row"),
        index=["k"],
        none=["k"],
    )["count"]
)
empty = from_pandas(pd.DataFrame({"k": [], "n": []}), {"k": "DOUBLE", "n": "DOUBLE"})
without = (
    to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])
    .drop(columns=["k", "n"])
)
either = F.coalesce((F.col("n") > 1) | (F.col("k") == "a"), F.lit(False))
print(
    to_pandas(
        df.select("_row", either.alias("value")).orderBy("_row"), index=["_row"]
    )["value"]
    .rename(None)
)
again = (
    df.withColumn("_value", (F.col("n") >= 1) & (F.col("n") <= 2))
    .groupBy(F.col("_value").alias("n"))
    .agg(F.count("*").alias("count"))
)
labelled = spark.createDataFrame(
    pd.DataFrame({"v": [1, 2, 3]}, index=[10, 12, 14]).reset_index()
)
renumbered = (
    labelled.filter(F.col("v") > 1)
    .withColumnsRenamed({"index": "_sort_index"})
)
print(to_pandas(renumbered.orderBy("_sort_index").drop("_sort_index")))
same = (
    to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]).groupby("n")["n"]
    .value_counts()
)

# None that is set prints as None, beside cells that were NaN before it is kept apart
set_none = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c"], "v": [3, 1, 2]}).reset_index(names="_row")
)
set_none = set_none.withColumn("k", F.when(F.col("v") > 2, F.lit(None)).otherwise(F.col("k")))
print(to_pandas(set_none.orderBy("_row"), index=["_row"], none=["k"]))
