import pandas as pd

df = pd.DataFrame({
    "k": ["x", "y", None, "x"], "a": [1, 2, 3, 4], "b": [2.5, 0.5, None, -1.5], "c": [None, None, "é", None],
    "d": [1.0, 2.0, None, 0.0],
})
df = pd.concat([df, df.head(2)], ignore_index=True)
missing = df.isnull().sum()
numbers = df[["b", "d"]].isnull().sum()
gaps = numbers[numbers > 0].index
for column in gaps:
    df[column] = df[column].fillna(df[column].median())
for column in missing[missing > 1].index:
    print(column, df[column].nunique())
for column in missing[missing > 0].index:
    print(column, df[column].describe())
for value in df["k"].dropna().unique():
    print(value, len(df[df["k"] == value]))
print(df.groupby("k")["b"].sum())
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import column_values, known_names, lit, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["x", "y", None, "x"], "a": [1, 2, 3, 4], "b": [2.5, 0.5, None, -1.5], "c": [None, None, "é", None],
    "d": [1.0, 2.0, None, 0.0],
}).reset_index(names="_row"))
df = (
    df.withColumn("_part", F.lit(0))
    .unionByName(df.orderBy("_row").limit(2).withColumn("_part", F.lit(1)))
    .withColumn("_row", F.row_number().over(Window.orderBy("_part", "_row")).cast("bigint") - 1)
    .drop("_part")
    .cache()
)
missing = column_values(
    df.agg(
        F.count_if(F.col("k").isNull()).alias("k"),
        F.count_if(F.col("a").isNull()).alias("a"),
        F.count_if(F.col("b").isNull()).alias("b"),
        F.count_if(F.col("c").isNull()).alias("c"),
        F.count_if(F.col("d").isNull()).alias("d"),
    )
)
numbers = column_values(
    df.select("_row", "b", "d")
    .agg(F.count_if(F.col("b").isNull()).alias("b"), F.count_if(F.col("d").isNull()).alias("d"))
)
gaps = numbers[numbers > 0].index
for column in known_names(gaps, ["b", "d"]):
    df = df.withColumn(column, F.coalesce(F.col(column), lit(scalar(df.agg(F.median(column))))))
for column in known_names(missing[missing > 1].index, ["c"]):
    print(column, df.agg(F.countDistinct(column)).first()[0])
for column in missing[missing > 0].index:
    print(
        column,
        to_pandas(df.orderBy("_row"), index=["_row"], none=["k", "c"])[column].describe(),
    )
for value in (
    to_pandas(
        df.select("_row", "k")
        .dropna(subset=["k"])
        .groupBy("k")
        .agg(F.min("_row").alias("_row"))
        .orderBy("_row")
        .select("k"),
        none=["k"],
    )["k"]
    .to_numpy()
):
    print(value, df.filter(F.col("k") == lit(value)).count())
print(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.coalesce(F.sum("b"), F.lit(0.0)).alias("b"))
        .orderBy("k"),
        index=["k"],
    )["b"]
)
