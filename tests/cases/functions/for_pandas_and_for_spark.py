import pandas as pd
from multiprocessing.pool import ThreadPool


def tidy(df):
    df = df.dropna(subset=["v"])
    return df.assign(w=df["v"] * 2)


def read(name):
    return pd.read_csv(f"{name}.csv")


def report(df):
    with open("r.txt", "w") as f:
        f.write(tidy(df).to_string())


orders = pd.DataFrame({"k": ["a", "b", "a", None], "v": [1.0, 2.0, None, 4.0]})
orders.to_csv("o.csv", index=False)
clean = tidy(read("o"))
print(clean.groupby("k")["w"].sum())
pool = ThreadPool(1)
print([len(t) for t in pool.map(tidy, [orders.copy()])])
print(pool.map(lambda n: read(n).shape, ["o"]))
# output
import pandas as pd
from multiprocessing.pool import ThreadPool
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import read_csv, to_pandas, write_csv

spark = SparkSession.builder.getOrCreate()


def tidy(df):
    df = df.dropna(subset=["v"])
    return df.assign(w=df["v"] * 2)


def tidy_2(df):
    df = df.dropna(subset=["v"])
    return df.withColumn("w", F.col("v") * 2)


def read(name):
    return pd.read_csv(f"{name}.csv")


def read_2(name):
    return read_csv(f"{name}.csv", {"k": "STRING", "v": "DOUBLE"})


def report(df):
    with open("r.txt", "w") as f:
        f.write(tidy(df).to_string())


orders = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "a", None], "v": [1.0, 2.0, None, 4.0]})
    .reset_index(names="_row"),
)
write_csv(orders.orderBy("_row").drop("_row"), "o.csv", index=False)
clean = tidy_2(read_2("o"))
print(to_pandas(clean.dropna(subset=["k"]).groupBy("k").agg(F.sum("w").alias("w")).orderBy("k"), index=["k"])["w"])
pool = ThreadPool(1)
print([len(t) for t in pool.map(tidy, [to_pandas(orders.orderBy("_row"), index=["_row"], none=["k"])])])
print(pool.map(lambda n: read(n).shape, ["o"]))
