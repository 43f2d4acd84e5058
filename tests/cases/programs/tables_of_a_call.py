import pickle

import pandas as pd


def tables(orders):
    big = orders[orders["v"] > 2].copy()
    total = orders.groupby("k", as_index=False)["v"].sum()
    return {"big": big, "total": total}


def halves(orders):
    return orders[orders["v"] > 2], orders[orders["v"] <= 2].reset_index(drop=True)


def counts(orders):
    print("counted")
    return {"k": orders.groupby("k")["v"].count().reset_index(), "v": orders.groupby("v")["k"].count().reset_index()}


def dump(found, path):
    with open(path, "wb") as file:
        while True:
            pickle.dump(found, file)
            break


orders = pd.DataFrame({"k": ["a", "b", "a", None], "v": [1.0, 2.0, 3.0, None]})
for name, table in tables(orders).items():
    print(name, len(table))
    print(table.to_string())
for name, table in counts(orders).items():
    table.to_csv(f"{name}.csv", index=False)
dump(tables(orders), "tables.pkl")
res = tables(orders)
dump(res, "again.pkl")
high, low = halves(orders)
print(high["v"].sum(), low["v"].sum())
dump(halves(orders), "halves.pkl")
print(counts(orders)["k"])
pair = halves(orders)
print(len(pair), pair[0]["v"].max())
# output
import pickle

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()


def tables(orders):
    big = orders.filter(F.col("v") > 2)
    total = (
        orders.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
    )
    return {
        "big": to_pandas(big.orderBy("_row"), index=["_row"], none=["k"]),
        "total": to_pandas(total.orderBy("k")),
    }


def tables_2(orders):
    big = orders.filter(F.col("v") > 2)
    total = (
        orders.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
    )
    return {"big": big, "total": total}


def halves(orders):
    return (orders.filter(F.col("v") > 2), orders.filter(F.col("v") <= 2))


def halves_2(orders):
    return (
        to_pandas(orders.filter(F.col("v") > 2).orderBy("_row"), index=["_row"], none=["k"]),
        to_pandas(orders.filter(F.col("v") <= 2).orderBy("_row").drop("_row"), none=["k"]),
    )


def counts(orders):
    print("counted")
    return {
        "k": to_pandas(
            orders.dropna(subset=["k"]).groupBy("k").agg(F.count("v").alias("v")).orderBy("k")
        ),
        "v": to_pandas(
            orders.dropna(subset=["v"]).groupBy("v").agg(F.count("k").alias("k")).orderBy("v")
        ),
    }


def counts_2(orders):
    print("counted")
    return {
        "k": orders.dropna(subset=["k"]).groupBy("k").agg(F.count("v").alias("v")),
        "v": orders.dropna(subset=["v"]).groupBy("v").agg(F.count("k").alias("k")),
    }


def dump(found, path):
    with open(path, "wb") as file:
        while True:
            pickle.dump(found, file)
            break


def dump_2(found, path):
    with open(path, "wb") as file:
        while True:
            pickle.dump(
                {
                    "big": to_pandas(found["big"].orderBy("_row"), index=["_row"], none=["k"]),
                    "total": to_pandas(found["total"].orderBy("k")),
                },
                file,
            )
            break


orders = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "a", None], "v": [1.0, 2.0, 3.0, None]})
    .reset_index(names="_row")
)
for name, table in tables(orders).items():
    print(name, len(table))
    print(table.to_string())
for name, table in counts(orders).items():
    table.to_csv(f"{name}.csv", index=False)
dump(tables(orders), "tables.pkl")
res = tables_2(orders)
dump_2(res, "again.pkl")
high, low = halves(orders)
print(
    scalar(high.agg(F.coalesce(F.sum("v"), F.lit(0.0)))),
    scalar(low.agg(F.coalesce(F.sum("v"), F.lit(0.0)))),
)
dump(halves_2(orders), "halves.pkl")
print(to_pandas(counts_2(orders)["k"].orderBy("k")))
pair = halves(orders)
print(
    len((
        to_pandas(pair[0].orderBy("_row"), index=["_row"], none=["k"]),
        to_pandas(pair[1].orderBy("_row").drop("_row"), none=["k"]),
    )),
    scalar(pair[0].agg(F.max("v"))),
)
