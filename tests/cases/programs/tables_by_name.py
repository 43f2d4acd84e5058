import pandas as pd


def part(df, name):
    return df[df["k"] == name]


def parts(df, *names):
    return {name: part(df, name) for name in names}


def again(df):
    print("again")
    return parts(df, "a", "b")


orders = pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.0, None, 3.0, 4.0]})
NAMES = ["a", "b"]
tables = {n: part(orders, n) for n in NAMES}
print(tables["a"]["v"].sum(), len(tables["b"]))
ours, theirs = [part(orders, n) for n in NAMES]
print(len(ours.merge(theirs, on="k", how="outer")))
first = [orders.head(n) for n in (1, 2)]
print([len(one) for one in first])
for name, table in tables.items():
    table.to_csv(f"{name}.csv", index=False)
print(again(orders)["a"]["v"].max())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas, write_csv

spark = SparkSession.builder.getOrCreate()


def part(df, name):
    return df.filter(F.col("k") == name)


def parts(df, *names):
    return {name: part(df, name) for name in names}


def again(df):
    print("again")
    return parts(df, "a", "b")


orders = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.0, None, 3.0, 4.0]})
    .reset_index(names="_row")
)
NAMES = ["a", "b"]
tables = {n: part(orders, n) for n in NAMES}
print(scalar(tables["a"].agg(F.coalesce(F.sum("v"), F.lit(0.0)))), tables["b"].count())
ours, theirs = [part(orders, n) for n in NAMES]
print(
    ours.drop("_row")
    .withColumnRenamed("v", "v_x")
    .join(
        theirs.drop("_row").withColumnsRenamed({"v": "v_y", "k": "k_right"}),
        F.col("k").eqNullSafe(F.col("k_right")),
        "outer",
    )
    .withColumn("k", F.coalesce(F.col("k"), F.col("k_right")))
    .drop("k_right")
    .count()
)
first = [orders.orderBy("_row").limit(n) for n in (1, 2)]
print(
    [len(one) for one in [to_pandas(first[0], index=["_row"], none=["k"]), to_pandas(first[1], index=["_row"], none=["k"])]]
)
for name, table in tables.items():
    write_csv(table.orderBy("_row").drop("_row"), f"{name}.csv", index=False)
print(scalar(again(orders)["a"].agg(F.max("v"))))
