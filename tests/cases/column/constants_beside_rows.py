"""A Series of one constant with the labels of a frame is a column to start from."""
import pandas as pd

df = pd.DataFrame({"t": pd.to_datetime(["2024-01-01", "2024-02-14", None, "2024-03-01"]), "v": [1, 2, 3, 4]})
BREAKS = [("2023-12-21", "2024-01-09", "christmas"), ("2024-02-12", "2024-02-18", "winter")]


def in_break(days):
    inside = pd.Series(False, index=days.index)
    for first, last, _ in BREAKS:
        inside = inside | days.between(pd.Timestamp(first), pd.Timestamp(last))
    return inside


df["off"] = in_break(df["t"])
df["w"] = pd.Series(1.5, index=df.index)
df["text"] = pd.Series("x", index=df.index)
score = pd.Series(0, index=df.index)
score = score + (df["v"] > 2).astype(int)
df["score"] = score
print(df)
some = df[df["v"] > 1]
print(pd.Series(True, index=some.index).sum(), some["off"].sum())
# output
"""A Series of one constant with the labels of a frame is a column to start from."""
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalars, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(
    pd.DataFrame({"t": pd.to_datetime(["2024-01-01", "2024-02-14", None, "2024-03-01"]), "v": [1, 2, 3, 4]})
    .reset_index(names="_row")
)
BREAKS = [("2023-12-21", "2024-01-09", "christmas"), ("2024-02-12", "2024-02-18", "winter")]


def in_break(days):
    inside = F.lit(False)
    for first, last, _ in BREAKS:
        inside = F.coalesce(
            inside
            | (days >= F.lit(str(pd.Timestamp(first))).cast("timestamp_ntz"))
            & (days <= F.lit(str(pd.Timestamp(last))).cast("timestamp_ntz")),
            F.lit(False),
        )
    return inside


df = df.withColumn("off", in_break(F.col("t")))
df = df.withColumn("w", F.lit(1.5))
df = df.withColumn("text", F.lit("x"))
score = F.lit(0)
score = score + (F.col("v") > 2).cast("bigint")
df = df.withColumn("score", score)
print(to_pandas(df.orderBy("_row"), index=["_row"]))
some = df.filter(F.col("v") > 1)
print(*scalars(some.agg(F.count_if(F.lit(True)), F.count_if(F.col("off")))))
