import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", "b", None, "b", "a", "c", "b"],
    "j": [1, 1, 2, 1, 2, 2, 1, 1],
    "v": [1.5, None, -2.0, 4.0, 0.0, 3.0, None, 8.25],
    "n": [1, 2, 3, 4, 5, 6, 7, 3],
    "s": ["x", "y", None, "z", "x", "y", "x", "y"],
})
a = df.groupby("k")["n"].nlargest(2)
b = df.groupby("k")["v"].nsmallest(2)
c = df.groupby(["k", "j"])["n"].nlargest(1)
d = df.groupby("k").apply(lambda g: g.nlargest(2, "n"))
e = df.groupby("k").apply(lambda g: g.sort_values(["v", "n"], ascending=False).head(2), include_groups=False)
f = df.groupby("k").apply(lambda x: x.head(1))
g = df.groupby("k").apply(lambda g: g.nlargest(1, "n")).reset_index(drop=True)
h = df.groupby("k")["n"].nlargest(2).reset_index(level=0, drop=True)
i = df.groupby("k")["n"].nlargest(2).groupby(level=0).sum()
dated = df.set_index("s").groupby("j")["n"].nlargest(2)
loose = df.groupby("k", group_keys=False).apply(lambda g: g.nlargest(2, "n"))
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", "b", None, "b", "a", "c", "b"],
    "j": [1, 1, 2, 1, 2, 2, 1, 1],
    "v": [1.5, None, -2.0, 4.0, 0.0, 3.0, None, 8.25],
    "n": [1, 2, 3, 4, 5, 6, 7, 3],
    "s": ["x", "y", None, "z", "x", "y", "x", "y"],
}).reset_index(names="_row"))
a = (
    df.dropna(subset=["k"])
    .withColumn(
        "_place",
        F.row_number().over(Window.partitionBy("k").orderBy(F.col("n").desc(), "_row")),
    )
    .filter(F.col("_place") <= 2)
    .drop("_place")
    .select("_row", "k", "n")
)
b = (
    df.dropna(subset=["k"])
    .withColumn(
        "_place",
        F.row_number().over(
            Window.partitionBy("k").orderBy(F.col("v").asc_nulls_last(), "_row")
        ),
    )
    .filter(F.col("_place") <= 2)
    .drop("_place")
    .select("_row", "k", "v")
)
c = (
    df.dropna(subset=["k"])
    .withColumn(
        "_place",
        F.row_number().over(Window.partitionBy("k", "j").orderBy(F.col("n").desc(), "_row")),
    )
    .filter(F.col("_place") <= 1)
    .drop("_place")
    .select("_row", "k", "j", "n")
)
d = to_pandas(
    df.dropna(subset=["k"])
    .withColumn(
        "_place",
        F.row_number().over(Window.partitionBy("k").orderBy(F.col("n").desc(), "_row")),
    )
    .filter(F.col("_place") <= 2)
    .drop("_place")
    .withColumn("_k", F.col("k"))
    .orderBy("_k", F.col("n").desc(), "_row"),
    index=["_k", "_row"],
    names=["k", None],
    none=["k", "s"],
)
e = (
    df.dropna(subset=["k"])
    .withColumn(
        "_place",
        F.row_number().over(
            Window.partitionBy("k").orderBy(
                F.col("v").desc_nulls_last(), F.col("n").desc(), "_row"
            )
        ),
    )
    .filter(F.col("_place") <= 2)
    .drop("_place")
)
f = to_pandas(
    df.dropna(subset=["k"])
    .withColumn("_place", F.row_number().over(Window.partitionBy("k").orderBy("_row")))
    .filter(F.col("_place") <= 1)
    .drop("_place")
    .withColumn("_k", F.col("k"))
    .orderBy("_k", "_row"),
    index=["_k", "_row"],
    names=["k", None],
    none=["k", "s"],
)
g = (
    df.dropna(subset=["k"])
    .withColumn(
        "_place",
        F.row_number().over(Window.partitionBy("k").orderBy(F.col("n").desc(), "_row")),
    )
    .filter(F.col("_place") <= 1)
    .drop("_place")
    .withColumn("_k", F.col("k"))
    .withColumnsRenamed({"_k": "_sort__k"})
    .drop("_row")
)
h = (
    df.dropna(subset=["k"])
    .withColumn(
        "_place",
        F.row_number().over(Window.partitionBy("k").orderBy(F.col("n").desc(), "_row")),
    )
    .filter(F.col("_place") <= 2)
    .drop("_place")
    .select("_row", "k", "n")
)
i = (
    df.dropna(subset=["k"])
    .withColumn(
        "_place",
        F.row_number().over(Window.partitionBy("k").orderBy(F.col("n").desc(), "_row")),
    )
    .filter(F.col("_place") <= 2)
    .drop("_place")
    .groupBy("k")
    .agg(F.sum("n").alias("n"))
)
dated = (
    df.select("s", "_row", "k", "j", "v", "n")
    .withColumn(
        "_place",
        F.row_number().over(Window.partitionBy("j").orderBy(F.col("n").desc(), "_row")),
    )
    .filter(F.col("_place") <= 2)
    .drop("_place")
    .select("s", "_row", "j", "n")
)
loose = (
    df.dropna(subset=["k"])
    .withColumn(
        "_place",
        F.row_number().over(Window.partitionBy("k").orderBy(F.col("n").desc(), "_row")),
    )
    .filter(F.col("_place") <= 2)
    .drop("_place")
)
