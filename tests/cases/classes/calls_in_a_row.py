import pandas as pd


class Steps:
    """Holds a frame; changes it in place, anew, through a second name, and in branches."""

    factor = 2

    def __init__(self, df, name="plain"):
        self.df = df
        self.name = name
        self.steps = []
        self.total = None

    def add(self):
        self.df["w"] = self.df["v"] * self.factor
        self.steps.append("add")
        return self

    def keep(self, least=None):
        if least is None:
            return self
        self.df = self.df[self.df["v"] >= least]
        self.steps.append("keep")
        return self

    def through_alias(self):
        df = self.df
        df["x"] = 1

    def fill(self):
        self.df["v"] = self.df["v"].fillna(0)
        self.total = self.df["v"].sum()


# calls in a row, and in a chain
p = Steps(pd.DataFrame({"k": ["a", "b", "é", None], "v": [1.0, None, -2.0, 3.0]}))
p.add()
p.keep(least=0.5).fill()
one = p.df
p.through_alias()
print(p.df.columns.tolist(), p.steps, p.name)
two = one.copy()
print(p.total)
three = p.df.sort_values("v")
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar

spark = SparkSession.builder.getOrCreate()


class Steps:
    """Holds a frame; changes it in place, anew, through a second name, and in branches."""

    factor = 2

    def __init__(self, df, name="plain"):
        self.df = df
        self.name = name
        self.steps = []
        self.total = None

    def add(self):
        self.df = self.df.withColumn("w", F.col("v") * self.factor)
        self.steps.append("add")
        return self

    def keep(self, least=None):
        if least is None:
            return self
        self.df = self.df.filter(F.col("v") >= least)
        self.steps.append("keep")
        return self

    def through_alias(self):
        df = self.df
        df = df.withColumn("x", F.lit(1).cast("bigint"))
        self.df = df

    def fill(self):
        self.df = self.df.withColumn("v", F.coalesce(F.col("v"), F.lit(0)))
        self.total = scalar(self.df.agg(F.coalesce(F.sum("v"), F.lit(0.0))))


# calls in a row, and in a chain
p = Steps(
    spark.createDataFrame(
        pd.DataFrame({"k": ["a", "b", "é", None], "v": [1.0, None, -2.0, 3.0]})
    )
)
p.add()
p.keep(least=0.5).fill()
one = p.df
p.through_alias()
one = p.df
print(p.df.columns, p.steps, p.name)
two = one
print(p.total)
three = p.df.orderBy("v")
