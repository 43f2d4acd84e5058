import pandas as pd
from dataclasses import dataclass, field


@dataclass
class Config:
    frame: pd.DataFrame
    column: str = "v"
    tags: list = field(default_factory=list)

    def largest(self):
        return self.frame[self.column].max()


class Part:
    def __init__(self, df):
        self.df = df

    def fill(self):
        self.df = self.df.fillna(0)


class Holder:
    def __init__(self, df):
        self.loader = Part(df)
        self.result = None

    def run(self):
        self.loader.fill()
        self.result = self._doubled(self.loader.df)

    def _doubled(self, df):
        out = df.copy()
        out["v"] = out["v"] * 2
        return out

    @staticmethod
    def named(df, name):
        return df.rename(columns={"v": name})


source = pd.DataFrame({"v": [3, 1], "w": [5, None]})
config = Config(source)
most = config.largest()
config.frame["z"] = config.frame["v"] + 1
shown = config.frame
print(source.columns.tolist())

h = Holder(pd.DataFrame({"v": [1, None, 3]}))
h.run()
doubled = h.result
kept = h.loader.df
renamed2 = h.named(doubled, "u")
# output
import pandas as pd
from dataclasses import dataclass, field
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar

spark = SparkSession.builder.getOrCreate()


@dataclass
class Config:
    frame: pd.DataFrame
    column: str = "v"
    tags: list = field(default_factory=list)

    def largest(self):
        return scalar(self.frame.agg(F.max(self.column)))


class Part:
    def __init__(self, df):
        self.df = df

    def fill(self):
        self.df = self.df.withColumn("v", F.coalesce(F.col("v"), F.lit(0)))


class Holder:
    def __init__(self, df):
        self.loader = Part(df)
        self.result = None

    def run(self):
        self.loader.fill()
        self.result = self._doubled(self.loader.df)

    def _doubled(self, df):
        out = df
        out = out.withColumn("v", F.col("v") * 2)
        return out

    @staticmethod
    def named(df, name):
        return df.withColumnRenamed("v", "u")


source = spark.createDataFrame(pd.DataFrame({"v": [3, 1], "w": [5, None]}))
config = Config(source)
most = config.largest()
config.frame = config.frame.withColumn("z", F.col("v") + 1)
source = config.frame
shown = config.frame
print(source.columns)

h = Holder(spark.createDataFrame(pd.DataFrame({"v": [1, None, 3]})))
h.run()
doubled = h.result
kept = h.loader.df
renamed2 = h.named(doubled, "u")
