import sys
from dataclasses import dataclass

import pandas as pd

CACHE = {}


@dataclass(frozen=True)
class Settings:
    path: str = "orders.csv"
    limit: float = 1.5


class Loader:
    def __init__(self, settings):
        self.settings = settings
        self.df = None

    def load(self):
        try:
            self.df = pd.read_csv(self.settings.path)
        except FileNotFoundError:
            print("no such file")
            sys.exit(1)
        return self

    def big(self):
        return self.df[self.df["v"] > self.settings.limit]


def cached(name, folder="."):
    key = f"{folder}/{name}.csv"
    if key not in CACHE:
        CACHE[key] = pd.read_csv(key)
    return CACHE[key]


def main():
    loader = Loader(Settings(limit=0.5)).load()
    print(loader.big())
    print(cached("orders").groupby("k")["v"].sum())
    print(len(cached("orders")))


pd.DataFrame({"k": ["a", "b", "a"], "v": [1.0, None, 3.0]}).to_csv("orders.csv", index=False)
main()
# output
import sys
from dataclasses import dataclass

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import read_csv, to_pandas

spark = SparkSession.builder.getOrCreate()

CACHE = {}


@dataclass(frozen=True)
class Settings:
    path: str = "orders.csv"
    limit: float = 1.5


class Loader:
    def __init__(self, settings):
        self.settings = settings
        self.df = None

    def load(self):
        try:
            self.df = read_csv(
                self.settings.path, {"k": "STRING", "v": "DOUBLE"}, row="_row"
            )
        except FileNotFoundError:
            print("no such file")
            sys.exit(1)
        return self

    def big(self):
        return self.df.filter(F.col("v") > self.settings.limit)


def cached(name, folder="."):
    key = f"{folder}/{name}.csv"
    if key not in CACHE:
        CACHE[key] = read_csv(key, {"k": "STRING", "v": "DOUBLE"})
    return CACHE[key]


def main():
    loader = Loader(Settings(limit=0.5)).load()
    print(to_pandas(loader.big().orderBy("_row"), index=["_row"]))
    print(to_pandas(cached("orders").dropna(subset=["k"]).groupBy("k").agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v")).orderBy("k"), index=["k"])["v"])
    print(cached("orders").count())


pd.DataFrame({"k": ["a", "b", "a"], "v": [1.0, None, 3.0]}).to_csv("orders.csv", index=False)
main()
