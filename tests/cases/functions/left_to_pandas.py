import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", None, "a"],
    "v": [1.5, np.nan, 0.0, -2.0],
    "n": [3, 0, 2, -1],
})
seen = []


def noisy(x):
    seen.append(x)
    return x * 2


def objects(x):
    if x > 0:
        return "positive"
    return x


def nested(x):
    def inner(y):
        return y + x
    return inner(1)


def drawn(x):
    return np.random.rand() * x


a = df["n"].apply(noisy)
b = df["n"].apply(objects)
c = df["n"].apply(nested)
d = df["n"].apply(drawn) * 0
e = df["n"].apply(lambda n: [n, n])
f = df.apply(lambda r: r.name, axis=1)
g = df["v"].apply(lambda v: str(v))
h = df["v"].apply(lambda v: v ** 0.5 if v >= 0 else 0.0)
i = df.apply(lambda r: r["missing"] if "missing" in r else 0, axis=1)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import map_values, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a"],
    "v": [1.5, np.nan, 0.0, -2.0],
    "n": [3, 0, 2, -1],
}).reset_index(names="_row"))
seen = []


def noisy(x):
    seen.append(x)
    return x * 2


def objects(x):
    if x > 0:
        return "positive"
    return x


def nested(x):
    def inner(y):
        return y + x
    return inner(1)


def drawn(x):
    return np.random.rand() * x


a = to_pandas(df.select("_row", "n").orderBy("_row"), index=["_row"])["n"].apply(noisy)
b = to_pandas(df.select("_row", "n").orderBy("_row"), index=["_row"])["n"].apply(objects)
c = to_pandas(df.select("_row", "n").orderBy("_row"), index=["_row"])["n"].apply(nested)
d = to_pandas(df.select("_row", "n").orderBy("_row"), index=["_row"])["n"].apply(drawn) * 0
e = (
    to_pandas(df.select("_row", "n").orderBy("_row"), index=["_row"])["n"]
    .apply(lambda n: [n, n])
)
f = (
    to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])
    .apply(lambda r: r.name, axis=1)
)
g = map_values(F.col("v"), lambda v: str(v), "string")
h = (
    to_pandas(df.select("_row", "v").orderBy("_row"), index=["_row"])["v"]
    .apply(lambda v: v ** 0.5 if v >= 0 else 0.0)
)
i = (
    to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])
    .apply(lambda r: r["missing"] if "missing" in r else 0, axis=1)
)
