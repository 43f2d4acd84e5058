import pandas as pd

s = ["Apple pie", "banana", None, "a.b.c", "  pad  x ", "ÉCOLE straße", "x1y22", "", ".", "a\tb\xa0c"]
df = pd.DataFrame({"s": s, "t": ["a-b-c", "-", "", "a", "a-", "-a", "a--b", "b-c", "x-y-z-w", "q"]})
df["words"] = df["s"].str.split().str[0]
df["rest"] = df["s"].str.split(n=1).str[1]
df["count"] = df["t"].str.split("-").str.len()
df["last"] = df["t"].str.split("-").str[-1]
df["pattern"] = df["s"].str.split(r"[.\s]").str[1]
df["two"] = df["t"].str.split("-", n=1).str[1]
df["joined"] = df["t"].str.split("-").str.join("+")
df["front"] = df["t"].str.rsplit("-", n=1).str[0]
df["end"] = df["t"].str.rsplit("-", n=1).str[-1]
df[["x", "y"]] = df["t"].str.split("-", n=1, expand=True)
df["z"] = df["t"].str.split("-", expand=True)[2]
df[["before", "sep", "after"]] = df["t"].str.partition("-")
df["behind"] = df["t"].str.rpartition("-")[2]
parts = df["t"].str.split("-", expand=True)
df["first"] = parts[0]
df["slice"] = df["t"].str.split("-").str[1:3].str.join("/")
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import SPACE, partition, partition_right, split_right, split_words

spark = SparkSession.builder.getOrCreate()

s = ["Apple pie", "banana", None, "a.b.c", "  pad  x ", "ÉCOLE straße", "x1y22", "", ".", "a\tb\xa0c"]
df = spark.createDataFrame(
    pd.DataFrame({"s": s, "t": ["a-b-c", "-", "", "a", "a-", "-a", "a--b", "b-c", "x-y-z-w", "q"]})
)
df = df.withColumn("words", F.get(split_words(F.col("s")), 0))
df = df.withColumn("rest", F.get(split_words(F.col("s"), 1), 1))
df = df.withColumn("count", F.array_size(F.split(F.col("t"), "-", -1)).cast("bigint"))
df = df.withColumn("last", F.try_element_at(F.split(F.col("t"), "-", -1), F.lit(-1)))
df = df.withColumn("pattern", F.get(F.split(F.col("s"), "[." + SPACE + "]", -1), 1))
df = df.withColumn("two", F.get(F.split(F.col("t"), "-", 2), 1))
df = df.withColumn("joined", F.array_join(F.split(F.col("t"), "-", -1), "+"))
df = df.withColumn("front", F.get(split_right(F.col("t"), "-", "-", 1), 0))
df = df.withColumn("end", F.try_element_at(split_right(F.col("t"), "-", "-", 1), F.lit(-1)))
df = df.withColumns({
    "x": F.get(F.split(F.col("t"), "-", 2), 0),
    "y": F.get(F.split(F.col("t"), "-", 2), 1),
})
df = df.withColumn("z", F.get(F.split(F.col("t"), "-", -1), 2))
df = df.withColumns({
    "before": F.get(partition(F.col("t"), "-"), 0),
    "sep": F.get(partition(F.col("t"), "-"), 1),
    "after": F.get(partition(F.col("t"), "-"), 2),
})
df = df.withColumn("behind", F.get(partition_right(F.col("t"), "-"), 2))
parts = F.split(F.col("t"), "-", -1)
df = df.withColumn("first", F.get(parts, 0))
df = df.withColumn(
    "slice", F.array_join(F.slice(F.split(F.col("t"), "-", -1), F.lit(2), F.lit(2)), "/")
)
