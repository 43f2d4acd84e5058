import pandas as pd


def drop_missing(df):
    return df.dropna(subset=["v"])


def flagged(df):
    return df.assign(flag=df["v"] > 1)


class Pipeline:
    def __init__(self, df, steps=None, name=""):
        self.df = df
        self.steps = steps or []
        self.name = name or "unnamed"

    def run(self):
        for step in self.steps:
            self.df = step(self.df)
        return self.df


data = pd.DataFrame({"k": ["a", "b", None], "v": [2.0, None, 0.5]})
pipeline = Pipeline(data, [drop_missing, flagged])
result = pipeline.run()
name = pipeline.name
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()


def drop_missing(df):
    return df.dropna(subset=["v"])


def flagged(df):
    return df.withColumn("flag", F.col("v") > 1)


class Pipeline:
    def __init__(self, df, steps=None, name=""):
        self.df = df
        self.steps = steps or []
        self.name = name or "unnamed"

    def run(self):
        for step in self.steps:
            self.df = step(self.df)
        return self.df


data = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None], "v": [2.0, None, 0.5]})
)
pipeline = Pipeline(data, [drop_missing, flagged])
result = pipeline.run()
name = pipeline.name
