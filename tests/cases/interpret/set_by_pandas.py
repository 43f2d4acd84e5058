import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", "b", "b", "a"],
    "v": [1.5, None, 0.0, 4.0, -2.0],
    "w": [2, 4, 0, 1, 3],
})
# pandas sets columns and Spark goes on, also with changes of cells: nothing else holds any
df["fast"] = df["v"].expanding(2).sem()
df["slow"] = df["v"].expanding(4).sem()
df["gap"] = df["fast"] - df["slow"]
df["buy"] = 0
df.loc[df["gap"] > 0, "buy"] = 1
print(df["buy"].sum())

# a function of the program is followed on the data at hand
df["v"] = df.groupby("k")["v"].transform(lambda s: s.interpolate(limit=1).bfill())
df["half"] = df["v"] / 2
print(df["half"].sum())

# what was taken meanwhile shows later changes: both stay in pandas
other = pd.DataFrame({"a": [1.0, 2.0, 4.0], "b": [3.0, 2.0, 1.0]})
other["mean"] = other["a"].expanding(2).sem()
taken = other["a"]
other["late"] = other["b"].expanding(2).sem()
other["sum"] = other["a"] + other["b"]
other.loc[other["b"] > 1, "a"] = 0.0
print(taken.sum(), other["sum"].sum())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import from_pandas, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", "b", "b", "a"],
    "v": [1.5, None, 0.0, 4.0, -2.0],
    "w": [2, 4, 0, 1, 3],
}).reset_index(names="_row"))
# pandas sets columns and Spark goes on, also with changes of cells: nothing else holds any
df = to_pandas(df.orderBy("_row"), index=["_row"])
df["fast"] = df["v"].expanding(2).sem()
df["slow"] = df["v"].expanding(4).sem()
df = from_pandas(
    df.reset_index(names="_row"),
    {
        "_row": "BIGINT",
        "k": "STRING",
        "v": "DOUBLE",
        "w": "BIGINT",
        "fast": "DOUBLE",
        "slow": "DOUBLE",
    },
)
df = df.withColumn("gap", F.col("fast") - F.col("slow"))
df = df.withColumn("buy", F.lit(0).cast("bigint"))
df = df.withColumn("buy", F.when(F.col("gap") > 0, 1).otherwise(F.col("buy")))
print(scalar(df.agg(F.coalesce(F.sum("buy"), F.lit(0)))))

# a function of the program is followed on the data at hand
df = to_pandas(df.orderBy("_row"), index=["_row"])
df["v"] = df.groupby("k")["v"].transform(lambda s: s.interpolate(limit=1).bfill())
df = from_pandas(
    df,
    {
        "k": "STRING",
        "v": "DOUBLE",
        "w": "BIGINT",
        "fast": "DOUBLE",
        "slow": "DOUBLE",
        "gap": "DOUBLE",
        "buy": "BIGINT",
    },
)
df = df.withColumn("half", F.col("v") / 2)
print(scalar(df.agg(F.coalesce(F.sum("half"), F.lit(0.0)))))

# what was taken meanwhile shows later changes: both stay in pandas
other = spark.createDataFrame(
    pd.DataFrame({"a": [1.0, 2.0, 4.0], "b": [3.0, 2.0, 1.0]}).reset_index(names="_row")
)
other = to_pandas(other.orderBy("_row"), index=["_row"])
other["mean"] = other["a"].expanding(2).sem()
taken = other["a"]
other["late"] = other["b"].expanding(2).sem()
other["sum"] = other["a"] + other["b"]
other.loc[other["b"] > 1, "a"] = 0.0
print(taken.sum(), other["sum"].sum())
