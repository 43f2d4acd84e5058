import numpy as np
import pandas as pd

train = pd.DataFrame({"k": ["b", "a", None, "b"], "x": [1.5, np.nan, 0.0, -2.0], "y": [1, 0, 1, 1]})
test = pd.DataFrame({"k": ["a", "é", "b"], "x": [np.nan, 3.0, 2.0]})
both = [train, test]
same = train
for df in both:
    df["n"] = df["k"].map({"a": 1, "b": 2})
    df["n"] = df["n"].fillna(0)
    df["double"] = df["x"] * 2
    df.loc[df["x"] > 1, "k"] = "large"
    df["x"].fillna(df["x"].mean(), inplace=True)
print(same["double"].sum(), train["n"].tolist())
for df in [train, test]:
    df.drop(columns=["double"], inplace=True)
    df.rename(columns={"n": "number"}, inplace=True)
print(both[0].columns.tolist(), test.columns.tolist())
train = train.drop(columns=["y"])
for df in both:
    df["late"] = df["number"] + 1
print("late" in train.columns, both[0]["late"].sum(), test["late"].sum())
sizes = []
for df in both:
    sizes.append(len(df))
    print(df["x"].mean())
for df in both:
    df = df.assign(lost=1)
print("lost" in test.columns)
plain = [train, test]
for frame in plain:
    frame["s"] = frame["k"].str.upper()
    if frame["x"].max() > 100:
        frame["s"] = "none"
total = pd.concat(plain)["s"].count()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

train = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "a", None, "b"], "x": [1.5, np.nan, 0.0, -2.0], "y": [1, 0, 1, 1]})
    .reset_index(names="_row")
)
test = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "é", "b"], "x": [np.nan, 3.0, 2.0]}).reset_index(names="_row")
)
both = [train, test]
same = train
for number, df in enumerate(both):
    df = df.withColumn(
        "n", F.when(F.col("k") == "a", 1).when(F.col("k") == "b", 2).cast("bigint")
    )
    df = df.withColumn("n", F.coalesce(F.col("n").cast("double"), F.lit(0)))
    df = df.withColumn("double", F.col("x") * 2)
    df = df.withColumn("k", F.when(F.col("x") > 1, "large").otherwise(F.col("k")))
    df = df.withColumn("x", F.coalesce(F.col("x"), lit(scalar(df.agg(F.avg("x"))))))
    both[number] = df
train = both[0]
same = both[0]
test = both[1]
print(
    scalar(same.agg(F.coalesce(F.sum("double"), F.lit(0.0)))),
    to_pandas(train.orderBy("_row").select("n"))["n"].tolist(),
)
frames = [train, test]
for number, df in enumerate(frames):
    df = df.drop("double")
    df = df.withColumnRenamed("n", "number")
    frames[number] = df
train = frames[0]
same = frames[0]
test = frames[1]
both[0] = frames[0]
both[1] = frames[1]
print(["k", "x", "y", "number"], ["k", "x", "number"])
train = train.drop("y")
for number, df in enumerate(both):
    df = df.withColumn("late", F.col("number") + 1)
    both[number] = df
same, test = both
print(
    "late" in ["k", "x", "number"],
    scalar(both[0].agg(F.coalesce(F.sum("late"), F.lit(0.0)))),
    scalar(test.agg(F.coalesce(F.sum("late"), F.lit(0.0)))),
)
sizes = []
for df in both:
    sizes.append(df.count())
    print(scalar(df.agg(F.avg("x"))))
for df in [
    to_pandas(both[0].orderBy("_row"), index=["_row"], none=["k"]),
    to_pandas(both[1].orderBy("_row"), index=["_row"]),
]:
    df = df.assign(lost=1)
print("lost" in ["k", "x", "number", "late"])
plain = [train, test]
for number, frame in enumerate(plain):
    frame = frame.withColumn("s", F.upper(F.col("k")))
    if scalar(frame.agg(F.max("x"))) > 100:
        frame = frame.withColumn("s", F.lit("none"))
    plain[number] = frame
train, test = plain
both[1] = plain[1]
total = (
    pd.concat([
        to_pandas(plain[0].orderBy("_row"), index=["_row"], none=["k", "s"]),
        to_pandas(plain[1].orderBy("_row"), index=["_row"]),
    ])["s"]
    .count()
)
