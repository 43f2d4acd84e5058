import pandas as pd

SHARED = pd.DataFrame({"k": ["a", "b", None], "v": [1.0, None, 3.0]})


class Given:
    def __init__(self, df):
        self.df = df

    def add(self):
        self.df["w"] = self.df["v"] * 2


class Global:
    def __init__(self, df):
        self.df = df

    def fill(self):
        self.df["v"] = self.df["v"].fillna(0)


class Copied:
    def __init__(self, df):
        self.df = df.copy()

    def fill(self):
        self.df["v"] = self.df["v"].fillna(0)


# the caller goes on with the frame that it gave
given = pd.DataFrame({"k": ["a", "b"], "v": [1.0, None]})
q = Given(given)
q.add()
print(given.columns.tolist())
four = given

# a global frame
r = Global(SHARED)
r.fill()
five = SHARED

kept = pd.DataFrame({"k": ["a", "b"], "v": [1.0, None]})
c = Copied(kept)
c.fill()
six = c.df
print(kept["v"].isna().sum())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar

spark = SparkSession.builder.getOrCreate()

SHARED = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None], "v": [1.0, None, 3.0]})
)


class Given:
    def __init__(self, df):
        self.df = df

    def add(self):
        self.df = self.df.withColumn("w", F.col("v") * 2)


class Global:
    def __init__(self, df):
        self.df = df

    def fill(self):
        self.df = self.df.withColumn("v", F.coalesce(F.col("v"), F.lit(0)))


class Copied:
    def __init__(self, df):
        self.df = df

    def fill(self):
        self.df = self.df.withColumn("v", F.coalesce(F.col("v"), F.lit(0)))


# the caller goes on with the frame that it gave
given = spark.createDataFrame(pd.DataFrame({"k": ["a", "b"], "v": [1.0, None]}))
q = Given(given)
q.add()
given = q.df
print(given.columns)
four = given

# a global frame
r = Global(SHARED)
r.fill()
SHARED = r.df
five = SHARED

kept = spark.createDataFrame(pd.DataFrame({"k": ["a", "b"], "v": [1.0, None]}))
c = Copied(kept)
c.fill()
six = c.df
print(scalar(kept.agg(F.count_if(F.col("v").isNull()))))
