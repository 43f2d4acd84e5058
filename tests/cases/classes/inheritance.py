from abc import ABC, abstractmethod
from dataclasses import dataclass

import pandas as pd

DATA = pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, None, -2.0, 0.0]})


class Settings:
    LIMIT = 0.5
    KEY = "k"


class Strict(Settings):
    LIMIT = 1.0


class Step(ABC):
    label = "step"

    def __init__(self, df, column="v"):
        super().__init__()
        self.df = df
        self.column = column
        self.note = ""

    @abstractmethod
    def run(self):
        raise NotImplementedError

    def largest(self):
        return self.df[self.column].max()

    def finished(self):
        self.note = f"{type(self).__name__} after {self.label}"
        return self.df

    @property
    def total(self):
        return self.df[self.column].sum()


class Clean(Step):
    label = "clean"

    def __init__(self, df, column, limit):
        super().__init__(df, column=column)
        self.limit = limit

    def run(self):
        self.df = self.df.dropna(subset=[self.column])
        self.df["high"] = self.df[self.column] > self.limit
        return self.finished()


class Doubled(Clean):
    def run(self):
        out = super().run()
        self.df = out.assign(twice=out["v"] * 2)
        return self.finished()

    def largest(self):
        return super().largest() + 1


class Tables:
    @staticmethod
    def high(df, limit):
        return df[df["v"] > limit]

    @classmethod
    def strict(cls, df):
        return cls.high(df, Strict.LIMIT)


@dataclass
class Source:
    frame: pd.DataFrame
    name: str = "source"

    @classmethod
    def of(cls, df, name):
        return cls(df[["v", "k"]], name)


@dataclass
class Keyed(Source):
    key: str = "k"

    def sums(self):
        return self.frame.groupby(self.key)["v"].sum().reset_index()


clean = Clean(DATA, "v", Settings.LIMIT)
cleaned = clean.run()
most = clean.largest()
note = clean.note
double = Doubled(DATA, "v", Strict.LIMIT)
doubled = double.run()
more = double.largest()
double_note = double.note
total = double.total
high = Tables.high(DATA, -1)
strict = Tables.strict(DATA)
keyed = Keyed.of(DATA, "x")
sums = keyed.sums()
columns = keyed.frame
# output
from abc import ABC, abstractmethod
from dataclasses import dataclass

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar

spark = SparkSession.builder.getOrCreate()

DATA = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, None, -2.0, 0.0]})
)


class Settings:
    LIMIT = 0.5
    KEY = "k"


class Strict(Settings):
    LIMIT = 1.0


class Step(ABC):
    label = "step"

    def __init__(self, df, column="v"):
        super().__init__()
        self.df = df
        self.column = column
        self.note = ""

    @abstractmethod
    def run(self):
        raise NotImplementedError

    def largest(self):
        return scalar(self.df.agg(F.max(self.column)))

    def finished(self):
        self.note = f"{type(self).__name__} after {self.label}"
        return self.df

    @property
    def total(self):
        return scalar(self.df.agg(F.coalesce(F.sum(self.column), F.lit(0.0))))


class Clean(Step):
    label = "clean"

    def __init__(self, df, column, limit):
        super().__init__(df, column=column)
        self.limit = limit

    def run(self):
        self.df = self.df.dropna(subset=["v"])
        self.df = self.df.withColumn("high", F.col(self.column) > self.limit)
        return self.finished()


class Doubled(Clean):
    def run(self):
        out = super().run()
        self.df = out.withColumn("twice", F.col("v") * 2)
        return self.finished()

    def largest(self):
        return super().largest() + 1


class Tables:
    @staticmethod
    def high(df, limit):
        return df.filter(F.col("v") > limit)

    @classmethod
    def strict(cls, df):
        return cls.high(df, Strict.LIMIT)


@dataclass
class Source:
    frame: pd.DataFrame
    name: str = "source"

    @classmethod
    def of(cls, df, name):
        return cls(df.select("v", "k"), name)


@dataclass
class Keyed(Source):
    key: str = "k"

    def sums(self):
        return (
            self.frame.dropna(subset=[self.key])
            .groupBy(self.key)
            .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
        )


clean = Clean(DATA, "v", Settings.LIMIT)
cleaned = clean.run()
most = clean.largest()
note = clean.note
double = Doubled(DATA, "v", Strict.LIMIT)
doubled = double.run()
more = double.largest()
double_note = double.note
total = double.total
high = Tables.high(DATA, -1)
strict = Tables.strict(DATA)
keyed = Keyed.of(DATA, "x")
sums = keyed.sums()
columns = keyed.frame
