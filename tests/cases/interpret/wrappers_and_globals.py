import pandas as pd
df = pd.DataFrame({"a": [1, 2, 3], "b": [1.5, None, 2.5], "k": ["x", None, "y"]})
G = None
def lazy():
    global G
    if G is None:
        G = df[df.a > 1]
    return G
l1 = lazy()
l1["q"] = 1
l2 = lazy()
print(list(l2.columns), G is None)
CALLS = 0
def counted(frame):
    global CALLS
    CALLS += 1
    return frame.head(CALLS)
c1 = counted(df)
c2 = counted(df)
def deco(fn):
    results = []
    def inner(*args):
        r = fn(*args)
        results.append(r)
        return r
    inner.results = results
    return inner
@deco
def sel(frame, n):
    return frame[frame.a >= n]
r1 = sel(df, 2)
r1["new"] = 0
r2 = sel.results[0]
print(list(r2.columns))
def swap(fn):
    def inner(a, b):
        return fn(b, a)
    return inner
@swap
def left(a, b):
    return a.merge(b, on="a", how="left")
small = df[["a"]].head(2)
m = left(df, small)
def modify(fn):
    def inner(frame):
        out = fn(frame)
        out["extra"] = 1
        return out
    return inner
@modify
def ident(frame):
    return frame
base = df.copy()
i1 = ident(base)
print(list(base.columns))
@modify
def filt(frame):
    return frame[frame.a > 1].copy()
i2 = filt(base)
print(list(base.columns))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import from_pandas, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a": [1, 2, 3], "b": [1.5, None, 2.5], "k": ["x", None, "y"]})
    .reset_index(names="_row")
)
G = None
def lazy():
    global G
    if G is None:
        G = to_pandas(df.filter(F.col("a") > 1).orderBy("_row"), index=["_row"], none=["k"])
    return G
l1 = from_pandas(
    lazy().reset_index().reset_index(names="_row"),
    {"_row": "BIGINT", "index": "BIGINT", "a": "BIGINT", "b": "DOUBLE", "k": "STRING"},
)
l1 = to_pandas(
    l1.withColumn("q", F.lit(1).cast("bigint")).orderBy("_row").drop("_row"),
    index=["index"],
    names=[None],
    none=["k"],
)
G = l1
l2 = lazy()
print(list(l2.columns), G is None)
CALLS = 0
def counted(frame):
    global CALLS
    CALLS += 1
    return to_pandas(frame.orderBy("_row"), index=["_row"], none=["k"]).head(CALLS)
c1 = counted(df)
c2 = counted(df)
def deco(fn):
    results = []
    def inner(*args):
        r = fn(*args)
        results.append(r)
        return r
    inner.results = results
    return inner
@deco
def sel(frame, n):
    return to_pandas(frame.filter(F.col("a") >= n).orderBy("_row"), index=["_row"], none=["k"])
r1 = sel(df, 2)
r1["new"] = 0
r2 = sel.results[0]
print(list(r2.columns))
def swap(fn):
    def inner(a, b):
        return fn(b, a)
    return inner
@swap
def left(a, b):
    return a.drop("_row").join(b.drop("_row"), "a", "left")
small = df.select("_row", "a").orderBy("_row").limit(2)
m = left(df, small)
def modify(fn):
    def inner(frame):
        out = fn(frame)
        out["extra"] = 1
        return out
    return inner
@modify
def ident(frame):
    return frame
base = to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])
i1 = ident(base)
print(list(base.columns))
@modify
def filt(frame):
    return frame[frame.a > 1].copy()
i2 = filt(base)
print(list(base.columns))
