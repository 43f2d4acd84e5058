import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", None, "a", "a", "é", "b"], "n": [1, 2, 3, 1, 1, 2, 2], "b": [True, False, True, True, False, True, False],
})
pairs = df[["k", "n"]].value_counts()
some = df.value_counts(subset=["k", "b"])
one = df[["n"]].value_counts()
shares = df[["k", "n"]].value_counts(normalize=True)
by_value = df[["n", "b"]].value_counts(sort=False)
table = df[["k", "n"]].value_counts().reset_index()
most = df[["n"]].value_counts(ascending=True)
nothing = df[df["n"] > 5][["k", "n"]].value_counts()
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a", "a", "é", "b"], "n": [1, 2, 3, 1, 1, 2, 2], "b": [True, False, True, True, False, True, False],
}).reset_index(names="_row"))
pairs = (
    df.select("_row", "k", "n")
    .dropna(subset=["k"])
    .groupBy("k", "n")
    .agg(F.count("*").alias("count"))
)
some = df.dropna(subset=["k"]).groupBy("k", "b").agg(F.count("*").alias("count"))
one = to_pandas(df.select("_row", "n").orderBy("_row"), index=["_row"]).value_counts()
shares = (
    df.select("_row", "k", "n")
    .dropna(subset=["k"])
    .groupBy("k", "n")
    .agg(F.count("*").alias("proportion"))
    .withColumn(
        "proportion", F.col("proportion") / F.sum("proportion").over(Window.partitionBy())
    )
)
by_value = (
    df.select("_row", "n", "b")
    .groupBy("n", "b")
    .agg(F.count("*").alias("count"))
)
table = (
    df.select("_row", "k", "n")
    .dropna(subset=["k"])
    .groupBy("k", "n")
    .agg(F.count("*").alias("count"))
)
most = (
    to_pandas(df.select("_row", "n").orderBy("_row"), index=["_row"])
    .value_counts(ascending=True)
)
nothing = (
    df.filter(F.col("n") > 5)
    .select("_row", "k", "n")
    .dropna(subset=["k"])
    .groupBy("k", "n")
    .agg(F.count("*").alias("count"))
)
