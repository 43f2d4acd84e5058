import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b", "b"],
    "g": [1, 2, 1, 2, 1, 1, 2],
    "v": [1.5, None, 3.0, -2.0, None, 1.5, 4.0],
    "n": [1, 2, 0, 4, 5, -1, 7],
    "s": ["x", "y", "x", None, "z", "y", "x"],
})
a = df.groupby("g")[["v","n"]].transform("mean")
b = df.groupby("k")[["v","n"]].shift(1)
c = df.groupby("g")[["v","n"]].cumsum()
d = df.groupby("g")[["v","n"]].diff()
e = df.groupby("k").filter(lambda x: len(x) > 1)
f = df.groupby("g").filter(lambda x: x["v"].mean() > 1.4)
g = df.groupby("g")["n"].filter(lambda x: x.sum() > 5)
h = df.groupby("g").apply(lambda x: (x["v"] * x["n"]).sum() / x["n"].sum())
i = df.groupby("g")["v"].apply(lambda x: x.isnull().sum())
j = df.groupby("g")["v"].describe()
k = df.groupby("k").apply(lambda x: x.v.max() - x.n.min()).reset_index(name="q")
l = df.groupby("g")[["v","n"]].transform(lambda x: x - x.mean())
m = df.groupby("g").apply(lambda x: len(x))
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import divide

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b", "b"],
    "g": [1, 2, 1, 2, 1, 1, 2],
    "v": [1.5, None, 3.0, -2.0, None, 1.5, 4.0],
    "n": [1, 2, 0, 4, 5, -1, 7],
    "s": ["x", "y", "x", None, "z", "y", "x"],
}).reset_index(names="_row"))
a = (
    df.withColumns({
        "v": F.avg("v").over(Window.partitionBy("g")),
        "n": F.avg("n").over(Window.partitionBy("g")),
    })
    .select("_row", "v", "n")
)
b = (
    df.withColumns({
        "v": F.when(
            F.col("k").isNotNull(), F.lag("v", 1).over(Window.partitionBy("k").orderBy("_row"))
        ),
        "n": F.when(
            F.col("k").isNotNull(),
            F.lag("n", 1).over(Window.partitionBy("k").orderBy("_row")).cast("double"),
        ),
    })
    .select("_row", "v", "n")
)
c = (
    df.withColumns({
        "v": F.when(
            F.col("v").isNotNull(),
            F.sum("v").over(
                Window.partitionBy("g")
                .orderBy("_row")
                .rowsBetween(Window.unboundedPreceding, Window.currentRow)
            ),
        ),
        "n": F.sum("n").over(
            Window.partitionBy("g")
            .orderBy("_row")
            .rowsBetween(Window.unboundedPreceding, Window.currentRow)
        ),
    })
    .select("_row", "v", "n")
)
d = (
    df.withColumns({
        "v": F.col("v") - F.lag("v", 1).over(Window.partitionBy("g").orderBy("_row")),
        "n": (F.col("n") - F.lag("n", 1).over(Window.partitionBy("g").orderBy("_row")))
        .cast("double"),
    })
    .select("_row", "v", "n")
)
e = (
    df.withColumn(
        "_keep", F.col("k").isNotNull() & (F.count("*").over(Window.partitionBy("k")) > 1)
    )
    .filter(F.col("_keep"))
    .drop("_keep")
)
f = (
    df.withColumn(
        "_keep", F.coalesce(F.avg("v").over(Window.partitionBy("g")) > 1.4, F.lit(False))
    )
    .filter(F.col("_keep"))
    .drop("_keep")
)
g = (
    df.withColumn("_keep", F.sum("n").over(Window.partitionBy("g")) > 5)
    .filter(F.col("_keep"))
    .drop("_keep")
    .select("_row", "n")
)
h = (
    df.groupBy("g")
    .agg(
        divide(F.coalesce(F.sum(F.col("v") * F.col("n")), F.lit(0.0)), F.sum("n"))
        .alias("value")
    )
)
i = df.groupBy("g").agg(F.count_if(F.col("v").isNull()).alias("v"))
j = (
    df.groupBy("g")
    .agg(
        F.count("v").cast("double").alias("count"),
        F.avg("v").alias("mean"),
        F.stddev_samp("v").alias("std"),
        F.min("v").alias("min"),
        F.percentile("v", 0.25).alias("25%"),
        F.percentile("v", 0.5).alias("50%"),
        F.percentile("v", 0.75).alias("75%"),
        F.max("v").alias("max"),
    )
)
k = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg((F.max("v") - F.min("n")).alias("value"))
    .withColumnRenamed("value", "q")
)
l = (
    df.withColumns({
        "v": F.col("v") - F.avg("v").over(Window.partitionBy("g")),
        "n": F.col("n") - F.avg("n").over(Window.partitionBy("g")),
    })
    .select("_row", "v", "n")
)
m = df.groupBy("g").agg(F.count("*").alias("value"))
