import pandas as pd


class Early:
    def __init__(self, df):
        self.df = df

    def early(self, flag):
        if flag:
            self.df = self.df.dropna()
            return
        self.df = self.df.fillna(-1)


class Sum:
    def __init__(self, df):
        self.df = df

    def loop(self):
        for c in ["v", "w"]:
            self.df[c] = self.df[c].fillna(0)


b = Early(pd.DataFrame({"v": [1.0, None], "w": [None, 2.0]}))
b.early(len(b.df) > 1)
early = b.df


def make(df):
    made = Sum(df)
    made.loop()
    return made


d = make(pd.DataFrame({"v": [None, 2.0], "w": [3.0, None]}))
made = d.df


class Main:
    def __init__(self, df):
        self.df = df
        self.calls = 0

    def run(self):
        self.calls += 1
        self.df["row"] = self.df["v"] + self.calls
        return self.df


def main():
    inner = Main(pd.DataFrame({"v": [None, 2.0], "w": [3.0, None]}))
    inner.run()
    return inner.run()


main_result = main()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()


class Early:
    def __init__(self, df):
        self.df = df

    def early(self, flag):
        if flag:
            self.df = self.df.dropna()
            return
        self.df = self.df.withColumns({
            "v": F.coalesce(F.col("v"), F.lit(-1)),
            "w": F.coalesce(F.col("w"), F.lit(-1)),
        })


class Sum:
    def __init__(self, df):
        self.df = df

    def loop(self):
        for c in ["v", "w"]:
            self.df = self.df.withColumn(c, F.coalesce(F.col(c), F.lit(0)))


b = Early(spark.createDataFrame(pd.DataFrame({"v": [1.0, None], "w": [None, 2.0]})))
b.early(b.df.count() > 1)
early = b.df


def make(df):
    made = Sum(df)
    made.loop()
    df = made.df
    return made


d = make(spark.createDataFrame(pd.DataFrame({"v": [None, 2.0], "w": [3.0, None]})))
made = d.df


class Main:
    def __init__(self, df):
        self.df = df
        self.calls = 0

    def run(self):
        self.calls += 1
        self.df["row"] = self.df["v"] + self.calls
        return self.df


def main():
    inner = Main(pd.DataFrame({"v": [None, 2.0], "w": [3.0, None]}))
    inner.run()
    return inner.run()


main_result = main()
