import pandas as pd


class A:
    def __init__(self, df):
        self.df = df
        self.df2 = df

    def change(self):
        self.df["n"] = 1

    def mask(self):
        self.positive = self.df["v"] > 0

    def chosen(self):
        return self.df[self.positive]

    def set_both(self):
        self.a, self.b = self.df, self.df.head(1)

    def cleanup(self):
        del self.df2

    def count(self):
        self.n = 0
        for c in ["v", "w"]:
            self.n += int(self.df[c].isna().sum())

    def loop(self):
        for c in ["v", "w"]:
            self.df[c] = self.df[c].fillna(0)


a = A(pd.DataFrame({"v": [1.0, None, -3.0], "w": [None, 2.0, 3.0]}))
a.change()
x = a.df2
a.mask()
pos = a.chosen()
a.set_both()
first = a.b
a.cleanup()
a.count()
n = a.n
a.loop()
filled = a.df
same = a.a
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar

spark = SparkSession.builder.getOrCreate()


class A:
    def __init__(self, df):
        self.df = df
        self.df2 = df

    def change(self):
        self.df = self.df.withColumn("n", F.lit(1).cast("bigint"))
        self.df2 = self.df

    def mask(self):
        self.positive = F.coalesce(F.col("v") > 0, F.lit(False))

    def chosen(self):
        return self.df.filter(self.positive)

    def set_both(self):
        self.a, self.b = self.df, self.df.orderBy("_row").limit(1)

    def cleanup(self):
        del self.df2

    def count(self):
        self.n = 0
        for c in ["v", "w"]:
            self.n += int(scalar(self.df.agg(F.count_if(F.col(c).isNull()))))

    def loop(self):
        for c in ["v", "w"]:
            self.df = self.df.withColumn(c, F.coalesce(F.col(c), F.lit(0)))
            self.a = self.df


a = A(
    spark.createDataFrame(
        pd.DataFrame({"v": [1.0, None, -3.0], "w": [None, 2.0, 3.0]}).reset_index(names="_row")
    )
)
a.change()
x = a.df2
a.mask()
pos = a.chosen()
a.set_both()
first = a.b
a.cleanup()
a.count()
n = a.n
a.loop()
x = a.df
filled = a.df
same = a.a
