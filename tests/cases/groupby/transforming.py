import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b", "b"],
    "g": [1, 2, 1, 2, 1, 1, 2],
    "v": [1.5, None, 3.0, -2.0, None, 1.5, 4.0],
    "n": [1, 2, 0, 4, 5, -1, 7],
    "s": ["x", "y", "x", None, "z", "y", "x"],
})
df["z"] = df.groupby("g")["v"].transform(lambda x: (x - x.mean()) / x.std())
df["f"] = df.groupby("g")["v"].transform(lambda x: x.fillna(x.mean()))
df["fk"] = df.groupby("k")["v"].transform(lambda x: x.fillna(x.median()))
df["p"] = df.groupby("g")["n"].transform(lambda x: x / x.sum())
df["c"] = df.groupby("g")["n"].transform(lambda x: x.max())
df["l"] = df.groupby("g")["n"].transform(len)
df["med"] = df.groupby("k")["v"].transform("median")
df["nu"] = df.groupby("g")["s"].transform("nunique")
df["fi"] = df.groupby("g")["v"].transform("first")
df["la"] = df.groupby("g")["s"].transform("last")
df["sh"] = df.groupby("g")["v"].transform(lambda x: x.shift(1))
df["ro"] = df.groupby("g")["n"].transform(lambda x: x.rolling(2, min_periods=1).mean())
df["cs"] = df.groupby("g")["n"].transform("cumsum")
df["ff"] = df.groupby("g")["v"].ffill()
df["bf"] = df.groupby("k")["v"].bfill()
df["rk"] = df.groupby("g")["n"].transform(lambda x: x.rank())
df["cc"] = df.groupby("g").cumcount(ascending=False)
df["mx"] = df.groupby("g")["n"].transform(np.mean)
df["d"] = df.groupby("g")["n"].transform(lambda x: x.diff().fillna(0))
# output
import numpy as np
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
df = df.withColumn(
    "z",
    divide(
        F.col("v") - F.avg("v").over(Window.partitionBy("g")),
        F.stddev_samp("v").over(Window.partitionBy("g")),
    ),
)
df = df.withColumn("f", F.coalesce(F.col("v"), F.avg("v").over(Window.partitionBy("g"))))
df = df.withColumn(
    "fk",
    F.when(
        F.col("k").isNotNull(),
        F.coalesce(F.col("v"), F.median("v").over(Window.partitionBy("k"))),
    ),
)
df = df.withColumn("p", divide(F.col("n"), F.sum("n").over(Window.partitionBy("g"))))
df = df.withColumn("c", F.max("n").over(Window.partitionBy("g")))
df = df.withColumn("l", F.count("*").over(Window.partitionBy("g")))
df = df.withColumn(
    "med", F.when(F.col("k").isNotNull(), F.median("v").over(Window.partitionBy("k")))
)
df = df.withColumn(
    "nu",
    F.coalesce(F.size(F.collect_set("s").over(Window.partitionBy("g"))), F.lit(0))
    .cast("bigint"),
)
df = df.withColumn(
    "fi",
    F.first("v", ignorenulls=True).over(
        Window.partitionBy("g")
        .orderBy("_row")
        .rowsBetween(Window.unboundedPreceding, Window.unboundedFollowing)
    ),
)
df = df.withColumn(
    "la",
    F.last("s", ignorenulls=True).over(
        Window.partitionBy("g")
        .orderBy("_row")
        .rowsBetween(Window.unboundedPreceding, Window.unboundedFollowing)
    ),
)
df = df.withColumn("sh", F.lag("v", 1).over(Window.partitionBy("g").orderBy("_row")))
df = df.withColumn(
    "ro",
    F.when(
        F.count("n").over(Window.partitionBy("g").orderBy("_row").rowsBetween(-1, 0)) >= 1,
        F.avg("n").over(Window.partitionBy("g").orderBy("_row").rowsBetween(-1, 0)),
    ),
)
df = df.withColumn(
    "cs",
    F.sum("n").over(
        Window.partitionBy("g")
        .orderBy("_row")
        .rowsBetween(Window.unboundedPreceding, Window.currentRow)
    ),
)
df = df.withColumn(
    "ff",
    F.last("v", ignorenulls=True).over(
        Window.partitionBy("g")
        .orderBy("_row")
        .rowsBetween(Window.unboundedPreceding, Window.currentRow)
    ),
)
df = df.withColumn(
    "bf",
    F.when(
        F.col("k").isNotNull(),
        F.first("v", ignorenulls=True).over(
            Window.partitionBy("k")
            .orderBy("_row")
            .rowsBetween(Window.currentRow, Window.unboundedFollowing)
        ),
    ),
)
df = df.withColumn(
    "rk",
    F.rank().over(Window.partitionBy("g").orderBy("n"))
    + (F.count("*").over(Window.partitionBy("g", F.col("n"))) - 1) / 2,
)
df = df.withColumn(
    "cc",
    F.row_number().over(Window.partitionBy("g").orderBy(F.col("_row").desc())).cast("bigint")
    - 1,
)
df = df.withColumn("mx", F.avg("n").over(Window.partitionBy("g")))
df = df.withColumn(
    "d",
    F.coalesce(
        (F.col("n") - F.lag("n", 1).over(Window.partitionBy("g").orderBy("_row")))
        .cast("double"),
        F.lit(0),
    ),
)
