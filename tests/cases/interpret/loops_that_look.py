import io

import pandas as pd

text = "k,yes,i,x,t\nb,Yes,3,1.5,2024-02-29\na,No,-1,,\n,No,0,-0.0,2024-02-29\nb,Yes,9007199254740993,2.5,1969-12-31\né,No,3,,x\n"
df = pd.read_csv(io.StringIO(text))
df = pd.concat([df, df.head(2)], ignore_index=True)
for c in df.columns:
    print(c, df[c].dtype)
for c in ["k", "yes", "i"]:
    print(c, df[c].unique())
for c in df.columns:
    if df[c].dtype == object:
        print(f"{c}: {df[c].unique()}")
for place, c in enumerate(["k", "x", "i"]):
    if place == 0:
        print(df[c].str.upper().value_counts().head(1))
    else:
        print(f"{c}: {df[c].describe()}", df.groupby("yes")[c].count())
for c in ["x", "i"]:
    df[c].fillna(0, inplace=True)
rates = df.groupby("yes")["x"].mean()
parts = []
for n, c in enumerate(["x", "i"]):
    parts.append(df[c].head(2) if n else df[c].tail(2))
df["x"] = df["x"] + 1
flags = pd.DataFrame({"a": ["Yes", "No", None], "b": ["No", "No", "Yes"]})
for c in ["a", "b"]:
    flags[c].replace({"Yes": 1, "No": 0}, inplace=True)
print(flags["b"].sum(), flags["a"].sum())
print(rates, parts, df["x"].sum())
# output
import io

import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import describe, dtype_of, recoded, scalar, scalars, to_pandas

spark = SparkSession.builder.getOrCreate()

text = "k,yes,i,x,t\nb,Yes,3,1.5,2024-02-29\na,No,-1,,\n,No,0,-0.0,2024-02-29\nb,Yes,9007199254740993,2.5,1969-12-31\né,No,3,,x\n"
df = spark.createDataFrame(pd.read_csv(io.StringIO(text)).reset_index(names="_row"))
df = (
    df.withColumn("_part", F.lit(0))
    .unionByName(df.orderBy("_row").limit(2).withColumn("_part", F.lit(1)))
    .withColumn("_row", F.row_number().over(Window.orderBy("_part", "_row")).cast("bigint") - 1)
    .drop("_part")
)
for c in ["k", "yes", "i", "x", "t"]:
    print(c, dtype_of(df, c))
for c in ["k", "yes", "i"]:
    print(
        c,
        to_pandas(df.groupBy(c).agg(F.min("_row").alias("_row")).orderBy("_row").select(c))[c]
        .to_numpy(),
    )
for c in ["k", "yes", "i", "x", "t"]:
    if c not in ["i", "x"]:
        print(
            f"{c}: {to_pandas(df.groupBy(c).agg(F.min('_row').alias('_row')).orderBy('_row').select(c))[c].to_numpy()}"
        )
for place, c in enumerate(["k", "x", "i"]):
    if place == 0:
        print(
            to_pandas(
                df.withColumn("_value", F.upper(F.col(c)))
                .dropna(subset=["_value"])
                .groupBy(F.col("_value").alias("k"))
                .agg(F.count("*").alias("count"), F.min("_row").alias("_row"))
                .orderBy(F.col("count").desc(), "_row")
                .limit(1)
                .drop("_row"),
                index=["k"],
            )["count"]
        )
    else:
        print(
            f"{c}: {describe(df.select(c), [c])[c]}",
            to_pandas(
                df.dropna(subset=["yes"])
                .groupBy("yes")
                .agg(F.count(c).alias(c))
                .orderBy("yes"),
                index=["yes"],
            )[c],
        )
for c in ["x", "i"]:
    df = df.withColumn(c, F.coalesce(F.col(c), F.lit(0)))
rates = df.dropna(subset=["yes"]).groupBy("yes").agg(F.avg("x").alias("x"))
parts = []
for n, c in enumerate(["x", "i"]):
    parts.append(
        to_pandas(df.select("_row", c).orderBy("_row").limit(2), index=["_row"])[c] if n else to_pandas(df.select("_row", c).orderBy(F.col("_row").desc()).limit(2).orderBy("_row"), index=["_row"])[c]
    )
df = df.withColumn("x", F.col("x") + 1)
flags = spark.createDataFrame(
    pd.DataFrame({"a": ["Yes", "No", None], "b": ["No", "No", "Yes"]})
)
for c in ["a", "b"]:
    flags = flags.withColumn(c, recoded(F.col(c), {"Yes": 1, "No": 0}))
print(
    *scalars(flags.agg(F.coalesce(F.sum("b"), F.lit(0)), F.coalesce(F.sum(F.col("a").cast("double")), F.lit(0.0)))),
)
print(
    to_pandas(rates.orderBy("yes"), index=["yes"])["x"],
    parts,
    scalar(df.agg(F.coalesce(F.sum("x"), F.lit(0.0)))),
)
