import io

import pandas as pd

text = "k,a,b,c\nx,1,2.5,\ny,,0.5,q\nx,3,,\n"
df = pd.read_csv(io.StringIO(text))
df = pd.concat([df, df], ignore_index=True)
total = df["a"].sum()
shares = {}
for column in df.columns:
    missing = df[column].isnull().sum()
    if missing > 0:
        shares[column] = missing / len(df)
print(shares, total)
for column, share in shares.items():
    if share > 0.5:
        df = df.drop(columns=column)
    else:
        df[column] = df[column].fillna(df[column].median())
print(df.shape, df.isnull().sum().sum())
other = df.copy()
for column in other.columns:
    other[column + "_text"] = other[column].astype(str)
print(other)
# output
import io

import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

text = "k,a,b,c\nx,1,2.5,\ny,,0.5,q\nx,3,,\n"
df = spark.createDataFrame(pd.read_csv(io.StringIO(text)).reset_index(names="_row"))
df = (
    df.withColumn("_part", F.lit(0))
    .unionByName(df.withColumn("_part", F.lit(1)))
    .withColumn("_row", F.row_number().over(Window.orderBy("_part", "_row")).cast("bigint") - 1)
    .drop("_part")
    .cache()
)
total = scalar(df.agg(F.coalesce(F.sum("a"), F.lit(0.0))))
shares = {}
for column in ["k", "a", "b", "c"]:
    missing = scalar(df.agg(F.count_if(F.col(column).isNull())))
    if missing > 0:
        shares[column] = missing / df.count()
print(shares, total)
df = to_pandas(df.orderBy("_row"), index=["_row"])
for column, share in shares.items():
    if share > 0.5:
        df = df.drop(columns=column)
    else:
        df[column] = df[column].fillna(df[column].median())
print(df.shape, df.isnull().sum().sum())
other = df.copy()
for column in other.columns:
    other[column + "_text"] = other[column].astype(str)
print(other)
