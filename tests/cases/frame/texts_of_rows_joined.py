import pandas as pd

df = pd.DataFrame({"a": ["x", "y", ""], "b": ["1", "2", "3"], "c": ["p", None, "q"], "n": [1, 2, 3]})
df["key"] = df[["a", "b"]].agg("-".join, axis=1)
df["other"] = df[["b", "a"]].apply("".join, axis=1)
whole = df.dropna()
whole = whole.assign(all=whole[["a", "c"]].apply(" ".join, axis=1))
values = list(df["key"])
counts = df["key"].nunique()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a": ["x", "y", ""], "b": ["1", "2", "3"], "c": ["p", None, "q"], "n": [1, 2, 3]})
    .reset_index(names="_row")
)
df = df.withColumn("key", F.concat_ws("-", "a", "b"))
df = df.withColumn("other", F.concat_ws("", "b", "a"))
whole = df.dropna(subset=["a", "b", "c", "n", "key", "other"])
whole = whole.withColumn("all", F.concat_ws(" ", "a", "c"))
values = to_pandas(df.orderBy("_row").select("key"))["key"].tolist()
counts = df.agg(F.countDistinct("key")).first()[0]
