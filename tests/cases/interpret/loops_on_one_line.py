import pandas as pd

train = pd.DataFrame({"k": ["a", None, "b"], "n": [1, 2, 7]})
test = pd.DataFrame({"k": ["b", "c"], "n": [5, -1]})
for frame in [train, test]: frame["tag"] = frame["n"] + 1
print(train, test["tag"].sum())
both = [train, test]
for frame in both: frame["k"] = frame["k"].fillna("none"); frame["m"] = 0
print(train["k"].tolist(), both[1].columns.tolist())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

train = spark.createDataFrame(
    pd.DataFrame({"k": ["a", None, "b"], "n": [1, 2, 7]}).reset_index(names="_row")
)
test = spark.createDataFrame(pd.DataFrame({"k": ["b", "c"], "n": [5, -1]}))
frames = [train, test]
for number, frame in enumerate(frames): frame = frame.withColumn("tag", F.col("n") + 1); frames[number] = frame
train, test = frames
print(
    to_pandas(train.orderBy("_row"), index=["_row"], none=["k"]),
    scalar(test.agg(F.coalesce(F.sum("tag"), F.lit(0)))),
)
both = [train, test]
for number, frame in enumerate(both): frame = frame.withColumn("k", F.coalesce(F.col("k"), F.lit("none"))); frame = frame.withColumn("m", F.lit(0).cast("bigint")); both[number] = frame
train, test = both
print(to_pandas(train.orderBy("_row").select("k"))["k"].tolist(), ["k", "n", "tag", "m"])
