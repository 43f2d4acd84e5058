import pandas as pd


class Box:
    def __init__(self, frame):
        self.df = frame

    def add(self):
        self.df["box"] = self.df["n"] + 1
        return self


first = pd.DataFrame({"k": ["a", "b", None], "n": [1, 2, 3]})
df = pd.concat([first, first.copy()], ignore_index=True)
box = Box(df).add()
print(box.df, df.describe(), df.groupby("k")["box"].sum())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()


class Box:
    def __init__(self, frame):
        self.df = frame

    def add(self):
        self.df["box"] = self.df["n"] + 1
        return self


first = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None], "n": [1, 2, 3]}).reset_index(names="_row")
)
df = pd.concat(
    [
        to_pandas(first.orderBy("_row"), index=["_row"], none=["k"]),
        to_pandas(first.orderBy("_row"), index=["_row"], none=["k"]),
    ],
    ignore_index=True,
)
box = Box(df).add()
print(box.df, df.describe(), df.groupby("k")["box"].sum())
