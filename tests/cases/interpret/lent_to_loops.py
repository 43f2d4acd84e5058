import io

import pandas as pd

text = "k,yes,i,x\nb,Yes,3,1.5\na,No,-1,\n,No,0,-0.0\nb,Yes,9007199254740993,2.5\né,No,3,\n"
df = pd.read_csv(io.StringIO(text))
df = pd.concat([df, df.head(2)], ignore_index=True)
total = df["x"].sum()
for c in df.columns:
    print(c, df[c].describe())
df["x"] = df["x"].fillna(0)
held = []
for c in df.columns:
    held.append(df[c].describe())
changed = df.copy()
for c in ["i", "k"]:
    changed[c + "_text"] = changed[c].describe().to_string()
print(total, held, df.groupby("yes")["x"].mean(), changed.shape)
# output
import io

import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

text = "k,yes,i,x\nb,Yes,3,1.5\na,No,-1,\n,No,0,-0.0\nb,Yes,9007199254740993,2.5\né,No,3,\n"
df = spark.createDataFrame(pd.read_csv(io.StringIO(text)).reset_index(names="_row"))
df = (
    df.withColumn("_part", F.lit(0))
    .unionByName(df.orderBy("_row").limit(2).withColumn("_part", F.lit(1)))
    .withColumn("_row", F.row_number().over(Window.orderBy("_part", "_row")).cast("bigint") - 1)
    .drop("_part")
    .cache()
)
total = scalar(df.agg(F.coalesce(F.sum("x"), F.lit(0.0))))
df_pandas = to_pandas(df.orderBy("_row"), index=["_row"])
for c in df_pandas.columns:
    print(c, df_pandas[c].describe())
df = df.withColumn("x", F.coalesce(F.col("x"), F.lit(0)))
held = []
df_pandas = to_pandas(df.orderBy("_row"), index=["_row"])
for c in df_pandas.columns:
    held.append(df_pandas[c].describe())
changed = df
changed = to_pandas(changed.orderBy("_row"), index=["_row"])
for c in ["i", "k"]:
    changed[c + "_text"] = changed[c].describe().to_string()
print(
    total,
    held,
    to_pandas(
        df.dropna(subset=["yes"]).groupBy("yes").agg(F.avg("x").alias("x")).orderBy("yes"),
        index=["yes"],
    )["x"],
    changed.shape,
)
