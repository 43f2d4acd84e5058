import pandas as pd

df = pd.DataFrame({"k": ["b", "a", None, "a"], "v": [1.5, None, 3.0, 3.0], "n": [4, 2, 0, 4]})
print(df["v"].size, df["n"].is_unique, df["v"].hasnans, df[df["n"] > 9]["v"].empty)
largest = df["v"].idxmax()
smallest = df.set_index("k")["n"].idxmin()
best = df.groupby("k")["n"].sum().idxmax()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, scalars

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "a", None, "a"], "v": [1.5, None, 3.0, 3.0], "n": [4, 2, 0, 4]})
    .reset_index(names="_row")
)
rows, v_missing = scalars(df.agg(F.count("*"), F.count_if(F.col("v").isNull())))
print(
    rows,
    df.select("n").distinct().count() == int(rows),
    int(v_missing) > 0,
    df.filter(F.col("n") > 9).isEmpty(),
)
largest = (
    scalar(
        df.select("_row", "v")
        .orderBy(F.col("v").desc_nulls_last(), "_row")
        .limit(1)
        .select(F.when(F.col("v").isNotNull(), F.col("_row")))
    )
    .item()
)
smallest = scalar(
    df.select("k", "_row", "v", "n")
    .select("k", "_row", "n")
    .orderBy("n", "_row")
    .limit(1)
    .select("k")
)
best = scalar(
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.sum("n").alias("n"))
    .orderBy(F.col("n").desc(), "k")
    .limit(1)
    .select("k")
)
