from abc import ABC, abstractmethod

import pandas as pd


class Step(ABC):
    name = "step"

    def __init__(self, columns):
        self.columns = columns

    @abstractmethod
    def run(self, df):
        ...

    def __call__(self, df):
        print(self.name)
        return self.run(df)


class Fill(Step):
    name = "fill"

    def run(self, df):
        for col in self.columns:
            df[col] = df[col].fillna(df[col].mean())
        return df


class Drop(Step):
    def __init__(self, columns, limit):
        super().__init__(columns)
        self.limit = limit

    def run(self, df):
        return df[df["v"] > self.limit]


class Pipeline:
    def __init__(self, steps):
        self.steps = steps

    def run(self, df):
        df = df.copy()
        for step in self.steps:
            df = step(df)
        return df


class Fixed:
    def __init__(self):
        self.steps = [Fill(["v"]), Drop(["w"], 1.5)]

    def run(self, df):
        df = df.copy()
        for step in self.steps:
            df = step.run(df)
        return df


data = pd.DataFrame({"k": ["a", "b", None], "v": [2.0, None, 0.5], "w": [1, 2, 3]})
print(Pipeline([Fill(["v", "w"]), Drop(["v"], 1.0)]).run(data))
print(Fixed().run(data))
pipeline = Pipeline([Drop(["v"], 0.1)])
print(pipeline.run(data))
steps = [Fill(["w"]), Fill(["v"])]
for step in steps:
    data = step(data)
print(data)
# output
from abc import ABC, abstractmethod

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()


class Step(ABC):
    name = "step"

    def __init__(self, columns):
        self.columns = columns

    @abstractmethod
    def run(self, df):
        ...

    def __call__(self, df):
        print(self.name)
        return self.run(df)


class Fill(Step):
    name = "fill"

    def run(self, df):
        for col in self.columns:
            df = df.withColumn(
                col,
                F.coalesce(
                    F.col(col),
                    lit(scalar(df.agg(F.avg(col)))).try_cast(df.schema[col].dataType),
                ),
            )
        return df


class Drop(Step):
    def __init__(self, columns, limit):
        super().__init__(columns)
        self.limit = limit

    def run(self, df):
        return df.filter(F.col("v") > self.limit)


class Pipeline:
    def __init__(self, steps):
        self.steps = steps

    def run(self, df):
        for step in self.steps:
            df = step(df)
        return df


class Fixed:
    def __init__(self):
        self.steps = [Fill(["v"]), Drop(["w"], 1.5)]

    def run(self, df):
        for step in self.steps:
            df = step.run(df)
        return df


data = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None], "v": [2.0, None, 0.5], "w": [1, 2, 3]})
    .reset_index(names="_row")
)
print(
    to_pandas(
        Pipeline([Fill(["v", "w"]), Drop(["v"], 1.0)]).run(data).orderBy("_row"),
        index=["_row"],
        none=["k"],
    )
)
print(to_pandas(Fixed().run(data).orderBy("_row"), index=["_row"], none=["k"]))
pipeline = Pipeline([Drop(["v"], 0.1)])
print(to_pandas(pipeline.run(data).orderBy("_row"), index=["_row"], none=["k"]))
steps = [Fill(["w"]), Fill(["v"])]
for step in steps:
    data = step(data)
print(to_pandas(data.orderBy("_row"), index=["_row"], none=["k"]))
