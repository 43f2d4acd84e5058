import io
import sys
from dataclasses import dataclass

import pandas as pd

CACHE = {}
TEXTS = {"orders": "k,v\na,1\nb,\na,3"}


@dataclass(frozen=True)
class Settings:
    text: str = "k,v\na,1\nb,\na,3"
    limit: float = 1.5


class Loader:
    def __init__(self, settings):
        self.settings = settings
        self.df = None

    def load(self):
        try:
            self.df = pd.read_csv(io.StringIO(self.settings.text))
        except FileNotFoundError:
            print("no such file")
            sys.exit(1)
        return self

    def big(self):
        return self.df[self.df["v"] > self.settings.limit]


def cached(name, folder="."):
    key = f"{folder}/{name}.csv"
    if key not in CACHE:
        CACHE[key] = pd.read_csv(io.StringIO(TEXTS[name]))
    return CACHE[key]


def main():
    loader = Loader(Settings(limit=0.5)).load()
    print(loader.big())
    print(cached("orders").groupby("k")["v"].sum())
    print(len(cached("orders")))


main()
# output
import io
import sys
from dataclasses import dataclass

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

CACHE = {}
TEXTS = {"orders": "k,v\na,1\nb,\na,3"}


@dataclass(frozen=True)
class Settings:
    text: str = "k,v\na,1\nb,\na,3"
    limit: float = 1.5


class Loader:
    def __init__(self, settings):
        self.settings = settings
        self.df = None

    def load(self):
        try:
            self.df = spark.createDataFrame(
                pd.read_csv(io.StringIO(self.settings.text)).reset_index(names="_row")
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
        CACHE[key] = spark.createDataFrame(pd.read_csv(io.StringIO(TEXTS[name])))
    return CACHE[key]


def main():
    loader = Loader(Settings(limit=0.5)).load()
    print(to_pandas(loader.big().orderBy("_row"), index=["_row"]))
    print(
        to_pandas(
            cached("orders")
            .dropna(subset=["k"])
            .groupBy("k")
            .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
            .orderBy("k"),
            index=["k"],
        )["v"]
    )
    print(cached("orders").count())


main()
