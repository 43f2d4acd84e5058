import pandas as pd


def tidy(df):
    df = df.dropna(subset=["v"])
    return df.assign(w=df["v"] * 2)


def mean_of(df, column):
    return tidy(df)[column].mean()


def parts(df):
    for key in ["a", "b"]:
        yield tidy(df[df["k"] == key])


orders = pd.DataFrame({"k": ["a", "b", "a", None], "v": [1.0, 2.0, None, 4.0]})
clean = tidy(orders)
print(clean.groupby("k")["w"].sum())
print(mean_of(orders, "w"))
for part in parts(orders.copy()):
    print(len(part), mean_of(part, "v"))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()


def tidy(df):
    df = df.dropna(subset=["v"])
    return df.withColumn("w", F.col("v") * 2)


def tidy_2(df):
    df = df.dropna(subset=["v"])
    return df.assign(w=df["v"] * 2)


def mean_of(df, column):
    return scalar(tidy(df).agg(F.avg(column)))


def mean_of_2(df, column):
    return tidy_2(df)[column].mean()


def parts(df):
    for key in ["a", "b"]:
        (yield tidy_2(df[df["k"] == key]))


orders = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "a", None], "v": [1.0, 2.0, None, 4.0]})
    .reset_index(names="_row")
)
clean = tidy(orders)
print(
    to_pandas(
        clean.dropna(subset=["k"]).groupBy("k").agg(F.sum("w").alias("w")).orderBy("k"),
        index=["k"],
    )["w"]
)
print(mean_of(orders, "w"))
for part in parts(to_pandas(orders.orderBy("_row"), index=["_row"], none=["k"])):
    print(len(part), mean_of_2(part, "v"))
