import pandas as pd

PARTS = {"first": [1, 2], "second": [3, None, -5]}
frames = []
for name, values in PARTS.items():
    df = pd.DataFrame({"k": ["x", "é"], "v": [1.0, None]})
    df["source"] = name
    df["n"] = df["v"].fillna(0) * 2
    df = df[df["n"] >= 0]
    frames.append(df)
every = pd.concat(frames, ignore_index=True)
top = every.head(3)
total = every.groupby("source")["n"].sum()

kept = []
for limit in [0, 1]:
    part = pd.DataFrame({"v": [0.5, 2.0, None]})
    part = part[part["v"] > limit]
    kept.append(part)
with_labels = pd.concat(kept)
print(with_labels)


def collect(names):
    found = []
    for name in names:
        one = pd.DataFrame({"v": [1, 2]})
        found.append(one.assign(name=name))
    return pd.concat(found)


collected = collect(["a", "b"])

# the list is used in another way
listed = []
for limit in [0, 1]:
    one = pd.DataFrame({"v": [0.5, 2.0]})
    listed.append(one[one["v"] > limit])
print(len(listed), listed[0].shape)
both = pd.concat(listed)

# a frame that changes after it has been put into the list
late = []
for limit in [0, 1]:
    changing = pd.DataFrame({"v": [0.5, 2.0]})
    late.append(changing)
    changing["limit"] = limit
changed = pd.concat(late, ignore_index=True)

# frames with other columns
mixed = []
for name in ["a", "b"]:
    mixed.append(pd.DataFrame({name: [1, 2]}))
others = pd.concat(mixed, ignore_index=True)

perhaps = []
start = pd.DataFrame({"v": [0.5, 2.0, None]})
if len(start) > 2:
    perhaps.append(start)
if len(start) > 1:
    perhaps.append(start)
twice = pd.concat(perhaps, ignore_index=True)
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import concat_frames, to_pandas

spark = SparkSession.builder.getOrCreate()

PARTS = {"first": [1, 2], "second": [3, None, -5]}
frames = []
for name, values in PARTS.items():
    df = spark.createDataFrame(
        pd.DataFrame({"k": ["x", "é"], "v": [1.0, None]}).reset_index(names="_row")
    )
    df = df.withColumn("source", F.lit(name))
    df = df.withColumn("n", F.coalesce(F.col("v"), F.lit(0)) * 2)
    df = df.filter(F.col("n") >= 0)
    frames.append(df)
every = (
    concat_frames(frames, "_part")
    .withColumn("_row", F.row_number().over(Window.orderBy("_part", "_row")).cast("bigint") - 1)
    .drop("_part")
)
top = every.orderBy("_row").limit(3)
total = every.groupBy("source").agg(F.sum("n").alias("n"))

kept = []
for limit in [0, 1]:
    part = spark.createDataFrame(
        pd.DataFrame({"v": [0.5, 2.0, None]}).reset_index(names="_row")
    )
    part = part.filter(F.col("v") > limit)
    kept.append(part)
with_labels = concat_frames(kept, "_part")
print(to_pandas(with_labels.orderBy("_part", "_row").drop("_part"), index=["_row"]))


def collect(names):
    found = []
    for name in names:
        one = spark.createDataFrame(pd.DataFrame({"v": [1, 2]}))
        found.append(one.withColumn("name", F.lit(name)))
    return concat_frames(found)


collected = collect(["a", "b"])

# the list is used in another way
listed = []
for limit in [0, 1]:
    one = spark.createDataFrame(pd.DataFrame({"v": [0.5, 2.0]}).reset_index(names="_row"))
    listed.append(to_pandas(one.filter(F.col("v") > limit).orderBy("_row"), index=["_row"]))
print(len(listed), listed[0].shape)
both = pd.concat(listed)

# a frame that changes after it has been put into the list
late = []
for limit in [0, 1]:
    changing = pd.DataFrame({"v": [0.5, 2.0]})
    late.append(changing)
    changing["limit"] = limit
changed = pd.concat(late, ignore_index=True)

# frames with other columns
mixed = []
for name in ["a", "b"]:
    mixed.append(pd.DataFrame({name: [1, 2]}))
others = pd.concat(mixed, ignore_index=True)

perhaps = []
start = spark.createDataFrame(pd.DataFrame({"v": [0.5, 2.0, None]}))
if start.count() > 2:
    perhaps.append(start)
if start.count() > 1:
    perhaps.append(start)
twice = concat_frames(perhaps)
