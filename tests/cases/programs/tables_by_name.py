import pandas as pd


def read(name, **options):
    return pd.read_csv(f"{name}.csv", **options)


def read_all(*names, **options):
    return {name: read(name, **options) for name in names}


def again():
    print("again")
    return read_all("orders", "shops")


pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.0, None, 3.0, 4.0]}).to_csv("orders.csv", index=False)
pd.DataFrame({"k": ["a", "b"], "region": ["n", None]}).to_csv("shops.csv", index=False)
NAMES = ["orders", "shops"]
tables = {n: read(n) for n in NAMES}
print(tables["orders"]["v"].sum(), len(tables["shops"]))
orders, shops = [read(n) for n in NAMES]
print(len(orders.merge(shops, on="k", how="left")))
first = [orders.head(n) for n in (1, 2)]
print([len(part) for part in first])
for name, table in tables.items():
    table.to_csv(f"{name}_copy.csv", index=False)
print(again()["orders"]["v"].max())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import read_csv, scalar, to_pandas, write_csv

spark = SparkSession.builder.getOrCreate()

SCHEMAS = {
    "orders.csv": {"k": "STRING", "v": "DOUBLE"},
    "shops.csv": {"k": "STRING", "region": "STRING"},
}


def read(name, **options):
    return read_csv(f"{name}.csv", SCHEMAS, row="_row")


def read_all(*names, **options):
    return {name: read(name, **options) for name in names}


def again():
    print("again")
    return read_all("orders", "shops")


pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.0, None, 3.0, 4.0]}).to_csv("orders.csv", index=False)
pd.DataFrame({"k": ["a", "b"], "region": ["n", None]}).to_csv("shops.csv", index=False)
NAMES = ["orders", "shops"]
tables = {n: read(n) for n in NAMES}
print(scalar(tables["orders"].agg(F.coalesce(F.sum("v"), F.lit(0.0)))), tables["shops"].count())
orders, shops = [read(n) for n in NAMES]
print(orders.drop("_row").join(shops.drop("_row").withColumnRenamed("k", "k_right"), F.col("k").eqNullSafe(F.col("k_right")), "left").drop("k_right").count())
first = [orders.orderBy("_row").limit(n) for n in (1, 2)]
print([len(part) for part in [to_pandas(first[0], index=["_row"]), to_pandas(first[1], index=["_row"])]])
for name, table in tables.items():
    write_csv(table.orderBy("_row").drop("_row"), f"{name}_copy.csv", index=False)
print(scalar(again()["orders"].agg(F.max("v"))))
