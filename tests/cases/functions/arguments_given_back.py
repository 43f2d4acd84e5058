import pandas as pd


def filled(t):
    t["v"] = t["v"].fillna(0)
    part = t[t["v"] > 0]
    return part.shape[0], t


def doubled(t):
    t["v"] = t["v"].fillna(1) * 2
    print(t["v"].sum())
    return t


data = pd.DataFrame({"k": ["a", None, "b"], "v": [1.0, None, -2.0]})
turned = data.T.T.infer_objects()
count, same = filled(turned)
same["late"] = 1
print(turned.columns.tolist(), count)

other = data.T.T.infer_objects()
one = doubled(other)
one["late"] = 2
print(other["late"].tolist(), other["v"].tolist())

alone = data.T.T.infer_objects()
alone = doubled(alone)
alone["late"] = 3
print(alone["v"].max())


def within(t):
    t = doubled(t)
    t["inner"] = 4


outer = data.T.T.infer_objects()
within(outer)
print(outer.columns.tolist())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()


def filled(t):
    t["v"] = t["v"].fillna(0)
    part = t[t["v"] > 0]
    return part.shape[0], t


def doubled(t):
    t["v"] = t["v"].fillna(1) * 2
    print(t["v"].sum())
    return t


data = spark.createDataFrame(
    pd.DataFrame({"k": ["a", None, "b"], "v": [1.0, None, -2.0]}).reset_index(names="_row")
)
turned = (
    to_pandas(data.orderBy("_row"), index=["_row"], none=["k"]).T.T
    .infer_objects()
)
count, same = filled(turned)
same["late"] = 1
print(turned.columns.tolist(), count)

other = to_pandas(data.orderBy("_row"), index=["_row"], none=["k"]).T.T.infer_objects()
one = doubled(other)
one["late"] = 2
print(other["late"].tolist(), other["v"].tolist())

alone = to_pandas(data.orderBy("_row"), index=["_row"], none=["k"]).T.T.infer_objects()
alone = doubled(alone)
alone["late"] = 3
print(alone["v"].max())


def within(t):
    t = doubled(t)
    t["inner"] = 4


outer = to_pandas(data.orderBy("_row"), index=["_row"], none=["k"]).T.T.infer_objects()
within(outer)
print(outer.columns.tolist())
