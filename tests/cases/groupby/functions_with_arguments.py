import pandas as pd

df = pd.DataFrame({
    "g": ["b", "a", "b", None, "c", "b", "a"],
    "v": [1.0, None, 3.0, 4.0, 2.0, 3.0, 2.0],
    "n": [4, 3, 2, 1, 7, 7, 9],
})


def top(part, n=2, column="n"):
    return part.sort_values(by=column)[-n:]


def above(values, share=0.5):
    return values.quantile(share) - values.min()


def scaled(part, by):
    return part["n"].sum() / by


two = df.groupby("g").apply(top)
one = df.groupby("g").apply(top, n=1, column="v")
last = df.groupby("g").apply(lambda part: part.tail(1))
before = df.groupby("g").apply(lambda part: part.sort_values("n").iloc[-2:-1])
spread = df.groupby("g")["n"].agg(above)
high = df.groupby("g")["n"].apply(above, share=0.9)
tenth = df.groupby("g").apply(scaled, by=10)
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "g": ["b", "a", "b", None, "c", "b", "a"],
    "v": [1.0, None, 3.0, 4.0, 2.0, 3.0, 2.0],
    "n": [4, 3, 2, 1, 7, 7, 9],
}).reset_index(names="_row"))


def top(part, n=2, column="n"):
    return part.sort_values(by=column)[-n:]


def above(values, share=0.5):
    return values.quantile(share) - values.min()


def scaled(part, by):
    return part["n"].sum() / by


two = to_pandas(
    df.dropna(subset=["g"])
    .withColumn(
        "_place",
        F.row_number().over(
            Window.partitionBy("g").orderBy(F.col("n").desc(), F.col("_row").desc())
        ),
    )
    .filter(F.col("_place") <= 2)
    .drop("_place")
    .withColumn("_g", F.col("g"))
    .orderBy("_g", "n", "_row"),
    index=["_g", "_row"],
    names=["g", None],
    none=["g"],
)
one = to_pandas(
    df.dropna(subset=["g"])
    .withColumn(
        "_place",
        F.row_number().over(
            Window.partitionBy("g").orderBy(F.col("v").desc_nulls_first(), F.col("_row").desc())
        ),
    )
    .filter(F.col("_place") <= 1)
    .drop("_place")
    .withColumn("_g", F.col("g"))
    .orderBy("_g", F.col("v").asc_nulls_last(), "_row"),
    index=["_g", "_row"],
    names=["g", None],
    none=["g"],
)
last = to_pandas(
    df.dropna(subset=["g"])
    .withColumn(
        "_place", F.row_number().over(Window.partitionBy("g").orderBy(F.col("_row").desc()))
    )
    .filter(F.col("_place") <= 1)
    .drop("_place")
    .withColumn("_g", F.col("g"))
    .orderBy("_g", "_row"),
    index=["_g", "_row"],
    names=["g", None],
    none=["g"],
)
before = to_pandas(
    df.dropna(subset=["g"])
    .withColumn(
        "_place",
        F.row_number().over(
            Window.partitionBy("g").orderBy(F.col("n").desc(), F.col("_row").desc())
        ),
    )
    .filter((F.col("_place") > 1) & (F.col("_place") <= 2))
    .drop("_place")
    .withColumn("_g", F.col("g"))
    .orderBy("_g", "n", "_row"),
    index=["_g", "_row"],
    names=["g", None],
    none=["g"],
)
spread = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg((F.percentile("n", 0.5) - F.min("n")).alias("n"))
)
high = (
    df.dropna(subset=["g"])
    .groupBy("g")
    .agg((F.percentile("n", 0.9) - F.min("n")).alias("n"))
)
tenth = df.dropna(subset=["g"]).groupBy("g").agg((F.sum("n") / 10).alias("value"))
