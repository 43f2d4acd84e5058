import pandas as pd


def load():
    first = pd.DataFrame({"k": ["a", "b", None], "v": [1.5, None, 2.0]})
    return {"first": first, "second": pd.DataFrame({"k": ["a", "c"], "n": [1, 2]}), "rows": len(first)}


def joined(tables):
    left = tables["first"]
    right = tables["second"]
    return left.merge(right, on="k", how="left")


tables = load()
both = joined(tables)
rows = tables["rows"]
sums = tables["first"].groupby("k")["v"].sum()


# what is changed through another name, or in the container, is changed in both
def marked(parts):
    one = parts["x"]
    one["mark"] = 1
    return one


parts = {"x": pd.DataFrame({"v": [1, 2]}), "y": pd.DataFrame({"w": [3]})}
of_part = marked(parts)
seen = parts["x"].columns.tolist()

pair = [pd.DataFrame({"v": [1, 2]}), pd.DataFrame({"w": [3, None]})]
a, b = pair
b["z"] = 1
seen_in_pair = pair[1].columns.tolist()

named = {"x": pd.DataFrame({"v": [1, None]}), "y": pd.DataFrame({"w": [3]})}
named["x"].fillna(0, inplace=True)
named["y"].loc[0, "w"] = 7
total = named["x"]["v"].sum() + named["y"]["w"].sum()

held = {"x": pd.DataFrame({"v": [1, 2]})}
del held["x"]["v"]
left = held["x"].columns.tolist()


def packed(df):
    return {"raw": df, "n": len(df)}


source = pd.DataFrame({"v": [1, 2]})
pack = packed(source)
source["u"] = 2
seen_in_pack = pack["raw"].columns.tolist()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()


def load():
    first = spark.createDataFrame(
        pd.DataFrame({"k": ["a", "b", None], "v": [1.5, None, 2.0]})
    )
    return {
        "first": first,
        "second": spark.createDataFrame(pd.DataFrame({"k": ["a", "c"], "n": [1, 2]})),
        "rows": first.count(),
    }


def joined(tables):
    left = tables["first"]
    right = tables["second"]
    return (
        left.join(
            right.withColumnRenamed("k", "k_right"),
            F.col("k").eqNullSafe(F.col("k_right")),
            "left",
        )
        .drop("k_right")
    )


tables = load()
both = joined(tables)
rows = tables["rows"]
sums = (
    tables["first"]
    .dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)


# what is changed through another name, or in the container, is changed in both
def marked(parts):
    one = parts["x"]
    one["mark"] = 1
    return one


parts = {"x": pd.DataFrame({"v": [1, 2]}), "y": pd.DataFrame({"w": [3]})}
of_part = marked(parts)
seen = parts["x"].columns.tolist()

pair = [pd.DataFrame({"v": [1, 2]}), pd.DataFrame({"w": [3, None]})]
a, b = pair
b["z"] = 1
seen_in_pair = pair[1].columns.tolist()

named = {"x": pd.DataFrame({"v": [1, None]}), "y": pd.DataFrame({"w": [3]})}
named["x"].fillna(0, inplace=True)
named["y"].loc[0, "w"] = 7
total = named["x"]["v"].sum() + named["y"]["w"].sum()

held = {"x": pd.DataFrame({"v": [1, 2]})}
del held["x"]["v"]
left = held["x"].columns.tolist()


def packed(df):
    return {"raw": df, "n": len(df)}


source = pd.DataFrame({"v": [1, 2]})
pack = packed(source)
source["u"] = 2
seen_in_pack = pack["raw"].columns.tolist()
