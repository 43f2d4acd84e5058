import pandas as pd

df = pd.DataFrame({"v": [1.0, 2.0, None, 50.0, 3.0], "k": list("abcab")})


def standardized(s):
    return (s - s.mean()) / s.std()


def added(frame, column):
    frame[column + "_z"] = standardized(frame[column])
    return frame


def large(s, times=1.5):
    mean = s.mean()
    return s[s > mean * times]


def kept(s):
    t = s[s > 1]
    return t


df["z"] = standardized(df["v"])
df["zz"] = standardized(df["z"])
df = added(df, "v")
print(df)
rows = large(df["v"])
print(rows, len(large(df["v"], 0.1)), kept(df["v"]).mean())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import divide, lit, scalar, scalars, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"v": [1.0, 2.0, None, 50.0, 3.0], "k": list("abcab")})
    .reset_index(names="_row")
)


def standardized(s):
    s_mean, s_std = scalars(df.agg(F.avg(s), F.stddev_samp(s)))
    return divide(s - lit(s_mean), lit(s_std))


def added(frame, column):
    frame = frame.withColumn(column + "_z", standardized(F.col(column)))
    return frame


def large(s, times=1.5):
    mean = scalar(df.agg(F.avg(s)))
    return df.filter(s > lit(mean * times)).select("_row", s.alias("v"))


def kept(s):
    t = df.filter(s > 1).select("_row", s.alias("v"))
    return t


df = df.withColumn("z", standardized(F.col("v")))
df = df.withColumn("zz", standardized(F.col("z")))
df = added(df, "v")
print(to_pandas(df.orderBy("_row"), index=["_row"]))
rows = large(F.col("v"))
print(
    to_pandas(rows.orderBy("_row"), index=["_row"])["v"],
    large(F.col("v"), 0.1).count(),
    scalar(kept(F.col("v")).agg(F.avg("v"))),
)
