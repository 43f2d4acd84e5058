import numpy as np
import pandas as pd

df = pd.DataFrame(
    {
        "k": ["b", "a", None, "b", "a", "b", "a", "c"],
        "s": ["y", "x", "q", None, "z", "Y", "z", "ä"],
        "n": [3, 1, 2, 3, 1, 0, 0, 5],
        "v": [1.0, np.nan, 2.0, 0.5, 4.0, 1.0, np.nan, 7.5],
        "when": [5, 4, 8, 3, 2, 1, 7, 6],
    }
)
frequent = df.groupby("k")["s"].agg(lambda x: x.mode()[0])
number = df.groupby("k")["n"].apply(lambda x: x.mode().iloc[0])
both = df.groupby("k").agg(s=("s", lambda x: x.mode()[0]), n=("n", "max"))
df["filled"] = df.groupby("k")["s"].transform(lambda x: x.fillna(x.mode()[0]))
first = df.sort_values("when").groupby("k")["v"].apply(lambda x: x.iloc[0])
last = df.groupby("k")["s"].agg(lambda x: x.iloc[-1])
change = df.sort_values("when").groupby("k")["n"].agg(lambda x: x.iloc[-1] - x.iloc[0])
spread = df[df["n"] < 5].sort_values("when", ascending=False).groupby("k")["n"].agg(lambda x: x.max() - x.min())
df["from_first"] = df.groupby("k")["n"].transform(lambda x: x - x.iloc[0])
series = df.groupby("k").apply(lambda g: pd.Series({"first": g["n"].iloc[0], "usual": g["n"].mode()[0]}))
print(frequent, last)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame(
    {
        "k": ["b", "a", None, "b", "a", "b", "a", "c"],
        "s": ["y", "x", "q", None, "z", "Y", "z", "ä"],
        "n": [3, 1, 2, 3, 1, 0, 0, 5],
        "v": [1.0, np.nan, 2.0, 0.5, 4.0, 1.0, np.nan, 7.5],
        "when": [5, 4, 8, 3, 2, 1, 7, 6],
    }
).reset_index(names="_row"))
frequent = df.dropna(subset=["k"]).groupBy("k").agg(F.mode("s", True).alias("s"))
number = df.dropna(subset=["k"]).groupBy("k").agg(F.mode("n", True).alias("n"))
both = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.mode("s", True).alias("s"), F.max("n").alias("n"))
)
df = df.withColumn(
    "filled",
    F.when(
        F.col("k").isNotNull(),
        F.coalesce(F.col("s"), F.mode("s", True).over(Window.partitionBy("k"))),
    ),
)
first = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.min_by("v", F.struct(F.col("when"), F.col("_row"))).alias("v"))
)
last = df.dropna(subset=["k"]).groupBy("k").agg(F.max_by("s", "_row").alias("s"))
change = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        (
            F.max_by("n", F.struct(F.col("when"), F.col("_row")))
            - F.min_by("n", F.struct(F.col("when"), F.col("_row")))
        )
        .alias("n")
    )
)
spread = (
    df.filter(F.col("n") < 5)
    .dropna(subset=["k"])
    .groupBy("k")
    .agg((F.max("n") - F.min("n")).alias("n"))
)
df = df.withColumn(
    "from_first",
    F.when(
        F.col("k").isNotNull(), F.col("n") - F.min_by("n", "_row").over(Window.partitionBy("k"))
    ),
)
series = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.min_by("n", "_row").alias("first"), F.mode("n", True).alias("usual"))
)
print(
    to_pandas(frequent.orderBy("k"), index=["k"])["s"],
    to_pandas(last.orderBy("k"), index=["k"])["s"],
)
