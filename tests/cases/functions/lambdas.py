import pandas as pd

df = pd.DataFrame(
    {"k": ["a", "b", None, "a", "ü"], "v": [3, -1, 4, 0, 3], "w": [1.5, None, -2.0, 0.0, 8.25], "t": [10, 20, 30, 40, 50]}
)
df = df[df["t"] > 5]

queries = [
    ("rows", lambda d: d.shape[0]),
    ("positive", lambda d: d[d["v"] > 0]),
    ("sums", lambda d: d.groupby("k")["w"].sum().sort_index()),
    ("span", lambda d: (d["w"].min(), d["w"].max())),
]
for title, query in queries:
    result = query(df)
    print(title, result)

least = 1
large = lambda d, n=least: d[d["v"] > n]
least = 100
chosen = large(df)
few = large(df, n=3)


class Steps:
    def __init__(self, *steps):
        self.steps = steps

    def run(self, frame):
        for step in self.steps:
            frame = step(frame)
        return frame


twice = lambda change: lambda d: change(change(d))
doubled = twice(lambda d: d.assign(v=d["v"] * 2))(df)

means = df.groupby("k", as_index=False)["w"].mean()
whole = (lambda: means["w"].max())()
nearest = [min(means["w"].dropna(), key=lambda m: abs(m - x)) for x in (0.5, 7)]

marked = df.copy()
mark = lambda d: d.insert(0, "n", 1)
mark(marked)
columns = list(marked.columns)
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame(
    {"k": ["a", "b", None, "a", "ü"], "v": [3, -1, 4, 0, 3], "w": [1.5, None, -2.0, 0.0, 8.25], "t": [10, 20, 30, 40, 50]}
).reset_index(names="_row"))
df = df.filter(F.col("t") > 5)

queries = [
    ("rows", lambda d: d.count()),
    ("positive", lambda d: to_pandas(
        d.filter(F.col("v") > 0).orderBy("_row"), index=["_row"], none=["k"]
    )),
    ("sums", lambda d: to_pandas(
        d.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.coalesce(F.sum("w"), F.lit(0.0)).alias("w"))
        .orderBy("k"),
        index=["k"],
    )["w"]),
    ("span", lambda d: (scalar(d.agg(F.min("w"))), scalar(d.agg(F.max("w"))))),
]
for title, query in queries:
    result = query(df)
    print(title, result)

least = 1
large = lambda d, n=least: d.filter(F.col("v") > n)
least = 100
chosen = large(df)
few = large(df, n=3)


class Steps:
    def __init__(self, *steps):
        self.steps = steps

    def run(self, frame):
        for step in self.steps:
            frame = step(frame)
        return frame


twice = lambda change: lambda d: change(change(d))
doubled = twice(lambda d: d.withColumn("v", F.col("v") * 2))(df)

means = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.avg("w").alias("w"))
    .withColumn("_row", F.row_number().over(Window.orderBy("k")).cast("bigint") - 1)
    .cache()
)
whole = (lambda: scalar(means.agg(F.max("w"))))()
nearest = [min(to_pandas(means.select("_row", "w").dropna(subset=["w"]).orderBy("_row"), index=["_row"])["w"], key=lambda m: abs(m - x)) for x in (0.5, 7)]

marked = to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])
mark = lambda d: d.insert(0, "n", 1)
mark(marked)
columns = list(marked.columns)
