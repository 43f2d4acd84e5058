import numpy as np
import pandas as pd

df = pd.DataFrame({
    "g": ["b", "a", "b", "a", "c", "b"],
    "v": [1.0, np.nan, 3.0, 4.0, 2.0, 3.0],
    "n": [4, 3, 2, 1, 7, 7],
})


def renamed(part):
    part = part.copy()
    part["g"] = "x"
    part["share"] = part["n"] / part["n"].sum()
    return part


def with_rank(part):
    part["rank"] = part["n"].rank()
    return part


changed = df.groupby("g", group_keys=False).apply(renamed)
dropped = df.groupby("g").apply(lambda p: p.drop(columns=["g"]).assign(s=p["n"].sum()))
twice = pd.concat([df, df.head(2)])
ranked = twice.groupby("g", group_keys=False).apply(with_rank)
print(ranked)
fresh = df.groupby("g", group_keys=False).apply(lambda p: p.sort_values("n", kind="stable"))
print(fresh)


def with_places(part):
    part["place"] = part["n"].rank()
    return part


more = pd.DataFrame({"g": ["b", "a", "b"], "n": [4, 3, 2]})
counted = more.groupby("g", group_keys=False).apply(with_places)
print(counted)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "g": ["b", "a", "b", "a", "c", "b"],
    "v": [1.0, np.nan, 3.0, 4.0, 2.0, 3.0],
    "n": [4, 3, 2, 1, 7, 7],
}).reset_index(names="_row"))


def renamed(part):
    part = part.copy()
    part["g"] = "x"
    part["share"] = part["n"] / part["n"].sum()
    return part


def with_rank(part):
    part["rank"] = part["n"].rank()
    return part


changed = (
    to_pandas(df.orderBy("_row"), index=["_row"])
    .groupby("g", group_keys=False)
    .apply(renamed)
)
dropped = (
    to_pandas(df.orderBy("_row"), index=["_row"])
    .groupby("g")
    .apply(lambda p: p.drop(columns=["g"]).assign(s=p["n"].sum()))
)
twice = (
    df.withColumn("_part", F.lit(0))
    .unionByName(df.orderBy("_row").limit(2).withColumn("_part", F.lit(1)))
)
ranked = (
    to_pandas(twice.orderBy("_part", "_row").drop("_part"), index=["_row"])
    .groupby("g", group_keys=False)
    .apply(with_rank)
)
print(ranked)
fresh = (
    to_pandas(df.orderBy("_row"), index=["_row"])
    .groupby("g", group_keys=False)
    .apply(lambda p: p.sort_values("n", kind="stable"))
)
print(fresh)


def with_places(part):
    part["place"] = part["n"].rank()
    return part


more = spark.createDataFrame(
    pd.DataFrame({"g": ["b", "a", "b"], "n": [4, 3, 2]}).reset_index(names="_row")
)
counted = (
    more.dropna(subset=["g"])
    .withColumn(
        "place",
        F.rank().over(Window.partitionBy("g").orderBy("n"))
        + (F.count("*").over(Window.partitionBy("g", F.col("n"))) - 1) / 2,
    )
)
print(to_pandas(counted.orderBy("_row"), index=["_row"]))
