import pandas as pd

df = pd.DataFrame({"x": [1, 1, 2, 2], "y": [3.0, None, 5.0, 0.5]})
same = df
other = same.copy()


def one(u, v):
    return u is v


print(same is df, other is df, other is not df, one(df, same), one(df, other))

unsure = df
if df["y"].sum() > 100:
    unsure = df.copy()


def total(d, key):
    return d.groupby(key).sum()


# the key that is a column of the frame itself is left out of the sums
own = total(df, df["x"])
beside = total(df, df["x"].copy())
copied = total(other, df["x"])
print(own, beside, copied)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({"x": [1, 1, 2, 2], "y": [3.0, None, 5.0, 0.5]}))
same = df
other = same


def one(u, v):
    return True


def one_2(u, v):
    return False


print(True, False, True, one(df, same), one_2(df, other))

unsure = df
if scalar(df.agg(F.coalesce(F.sum("y"), F.lit(0.0)))) > 100:
    unsure = df


def total(d, key):
    return d.groupBy("x").agg(F.coalesce(F.sum("y"), F.lit(0.0)).alias("y"))


def total_2(d, key):
    return (
        d.withColumn("_key", key)
        .groupBy(F.col("_key").alias("x_key"))
        .agg(F.sum("x").alias("x"), F.coalesce(F.sum("y"), F.lit(0.0)).alias("y"))
    )


# the key that is a column of the frame itself is left out of the sums
own = total(df, F.col("x"))
beside = to_pandas(
    total_2(df, F.col("x")).orderBy("x_key"), index=["x_key"], names=["x"]
)
copied = to_pandas(
    total_2(other, F.col("x")).orderBy("x_key"), index=["x_key"], names=["x"]
)
print(to_pandas(own.orderBy("x"), index=["x"]), beside, copied)
