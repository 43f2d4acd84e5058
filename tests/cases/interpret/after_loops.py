"""The variable of a loop over frames still holds the last one afterwards, and dicts hand their frames on."""

import pandas as pd

a = pd.DataFrame({"v": [1, 2], "k": ["x", "y"]})
b = pd.DataFrame({"v": [3, 4], "k": ["x", "z"]})
for t in (a, b):
    t["n"] = len(t)
t["twice"] = t["v"] * 2
print(a, b)

c = pd.DataFrame({"w": [1.5, None]})
d = pd.DataFrame({"w": [0.5, 2.5]})
for frame in [c, d]:
    print(len(frame))
frame["w"] = frame["w"].fillna(0)
print(c, d)

e = pd.DataFrame({"u": [1, 2]})
f = pd.DataFrame({"u": [3, 4]})
for name, part in {"e": e, "f": f}.items():
    print(name, part.shape)
for name, last in zip(["e", "f"], [e, f]):
    print(name)
last["u"] = 0
print(f)

# groups of no rows have another form
orders = pd.DataFrame({"k": ["a", "b"], "v": [1.5, 2.5]})
none = orders[orders["v"] > 10]
print(none.groupby("k").apply(lambda g: g["v"].max() - g["v"].min()))
# output
"""The variable of a loop over frames still holds the last one afterwards, and dicts hand their frames on."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, to_pandas

spark = SparkSession.builder.getOrCreate()

a = spark.createDataFrame(
    pd.DataFrame({"v": [1, 2], "k": ["x", "y"]}).reset_index(names="_row")
)
b = spark.createDataFrame(
    pd.DataFrame({"v": [3, 4], "k": ["x", "z"]}).reset_index(names="_row")
)
frames = [a, b]
for number, t in enumerate(frames):
    t = t.withColumn("n", lit(t.count()).cast("bigint"))
    frames[number] = t
a, b = frames
t = t.withColumn("twice", F.col("v") * 2)
b = t
print(
    to_pandas(a.orderBy("_row"), index=["_row"]), to_pandas(b.orderBy("_row"), index=["_row"])
)

c = spark.createDataFrame(pd.DataFrame({"w": [1.5, None]}).reset_index(names="_row"))
d = spark.createDataFrame(pd.DataFrame({"w": [0.5, 2.5]}).reset_index(names="_row"))
for frame in [c, d]:
    print(frame.count())
frame = frame.withColumn("w", F.coalesce(F.col("w"), F.lit(0)))
d = frame
print(
    to_pandas(c.orderBy("_row"), index=["_row"]), to_pandas(d.orderBy("_row"), index=["_row"])
)

e = pd.DataFrame({"u": [1, 2]})
f = pd.DataFrame({"u": [3, 4]})
for name, part in {"e": e, "f": f}.items():
    print(name, part.shape)
for name, last in zip(["e", "f"], [e, f]):
    print(name)
last["u"] = 0
print(f)

# groups of no rows have another form
orders = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b"], "v": [1.5, 2.5]}).reset_index(names="_row")
)
none = orders.filter(F.col("v") > 10)
print(
    to_pandas(none.orderBy("_row"), index=["_row"])
    .groupby("k")
    .apply(lambda g: g["v"].max() - g["v"].min())
)
