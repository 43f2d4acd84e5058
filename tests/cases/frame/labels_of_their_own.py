import pandas as pd

df = pd.DataFrame({"v": [3.0, 1.0, None], "k": ["a", None, "a"]})
labels = df[df["v"] > 0].index.unique().tolist()
both = pd.concat([df, df.head(1)])
print(both.index.unique())

# columns in the name of which there is a dot
odd = pd.DataFrame({"k": ["b", "x", None], "a.b": [3.5, None, 1.0], "q": [1, 2, 4]})
smooth = (odd["q"] < 3).astype(int).ewm(span=2).sum()
print(smooth.sum())
by_group = odd.groupby("k")["a.b"].transform(lambda s: s.ewm(span=2).mean())
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import exponential, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"v": [3.0, 1.0, None], "k": ["a", None, "a"]}).reset_index(names="_row")
)
labels = (
    pd.Index(
        to_pandas(df.filter(F.col("v") > 0).select("_row").distinct().orderBy("_row"))["_row"]
        .to_numpy()
    )
    .tolist()
)
both = (
    df.withColumn("_part", F.lit(0))
    .unionByName(df.orderBy("_row").limit(1).withColumn("_part", F.lit(1)))
)
print(
    to_pandas(
        both.select("_row", "_part").orderBy("_part", "_row").drop("_part"), index=["_row"]
    ).index
    .unique()
)

# columns in the name of which there is a dot
odd = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "x", None], "a.b": [3.5, None, 1.0], "q": [1, 2, 4]})
    .reset_index(names="_row")
)
smooth = (
    exponential(
        odd.withColumn("_value", (F.col("q") < 3).cast("bigint")),
        {"_value_": "_value"},
        "sum",
        Window.orderBy("_row"),
        span=2,
    )
    .drop("_value")
    .select("_row", F.col("_value_").alias("q"))
)
print(scalar(smooth.agg(F.coalesce(F.sum("q"), F.lit(0.0)))))
by_group = (
    exponential(
        odd,
        {"_value": "a.b"},
        "mean",
        Window.partitionBy("k").orderBy("_row"),
        keys=["k"],
        span=2,
    )
    .select("_row", F.when(F.col("k").isNotNull(), F.col("_value")).alias("a.b"))
)
