import pandas as pd

df = pd.DataFrame({"k": ["b", "a", None], "v": [1.5, None, 0.0], "w": [2.0, 4.0, None]})
alias = df
for c in ["v", "w"]:
    df[c + "_twice"] = df[c] * 2  # one text for all rounds
    print(c, df[c].count())
captured = df["v"]
df["v"] = df["v"].fillna(0)
print(alias.shape, captured.isna().sum())


def with_share(frame, column):
    frame["share"] = frame[column] / frame[column].sum()
    return frame


df = with_share(df, "w")
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import divide, lit, scalar

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "a", None], "v": [1.5, None, 0.0], "w": [2.0, 4.0, None]})
)
alias = df
for c in ["v", "w"]:
    df = df.withColumn(c + "_twice", F.col(c) * 2)
    alias = df  # one text for all rounds
    print(c, scalar(df.agg(F.count(c))))
captured = df.select("v")
df = df.withColumn("v", F.coalesce(F.col("v"), F.lit(0)))
alias = df
print((alias.count(), 5), scalar(captured.agg(F.count_if(F.col("v").isNull()))))


def with_share(frame, column):
    frame = frame.withColumn(
        "share",
        divide(F.col(column), lit(scalar(frame.agg(F.coalesce(F.sum(column), F.lit(0.0)))))),
    )
    return frame


df = with_share(df, "w")
alias = df
