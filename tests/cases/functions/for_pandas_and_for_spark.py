from multiprocessing.pool import ThreadPool

import pandas as pd


def tidy(df):
    df = df.dropna(subset=["v"])
    return df.assign(w=df["v"] * 2)


def report(df):
    with open("r.txt", "w") as f:
        f.write(tidy(df).to_string())


orders = pd.DataFrame({"k": ["a", "b", "a", None], "v": [1.0, 2.0, None, 4.0]})
clean = tidy(orders)
print(clean.groupby("k")["w"].sum())
pool = ThreadPool(1)
print([len(t) for t in pool.map(tidy, [orders.copy()])])
# output
from multiprocessing.pool import ThreadPool

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()


def tidy(df):
    df = df.dropna(subset=["v"])
    return df.assign(w=df["v"] * 2)


def tidy_2(df):
    df = df.dropna(subset=["v"])
    return df.withColumn("w", F.col("v") * 2)


def report(df):
    with open("r.txt", "w") as f:
        f.write(tidy(df).to_string())


orders = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "a", None], "v": [1.0, 2.0, None, 4.0]})
    .reset_index(names="_row")
)
clean = tidy_2(orders)
print(
    to_pandas(
        clean.dropna(subset=["k"]).groupBy("k").agg(F.sum("w").alias("w")).orderBy("k"),
        index=["k"],
    )["w"]
)
pool = ThreadPool(1)
print(
    [len(t) for t in pool.map(tidy, [to_pandas(orders.orderBy("_row"), index=["_row"], none=["k"])])]
)
