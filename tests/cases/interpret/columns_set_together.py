import pandas as pd

df = pd.DataFrame({"a": ["b/1", "a/2", None], "n": [3, 1, 2]})
parts = df["a"].str.split("/", expand=True)
df["x"], df["y"] = parts[0], parts[1]
df["n"], df["m"] = df["n"] * 2, df["n"] + 1
df["one"], df["two"] = 1, "t"
other = df
df["n"], df["k"] = df["m"], df["n"]
a, b = df["n"], df["k"]
print(df, other, a, b)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a": ["b/1", "a/2", None], "n": [3, 1, 2]}).reset_index(names="_row")
)
parts = F.split(F.col("a"), "/", -1)
df = df.withColumns({"x": F.get(parts, 0), "y": F.get(parts, 1)})
df = df.withColumns({"n": F.col("n") * 2, "m": F.col("n") + 1})
df = df.withColumns({"one": F.lit(1).cast("bigint"), "two": F.lit("t")})
other = df
df = df.withColumns({"n": F.col("m"), "k": F.col("n")})
other = df
a, b = F.col("n"), F.col("k")
print(
    to_pandas(df.orderBy("_row"), index=["_row"], none=["a", "x", "y"]),
    to_pandas(other.orderBy("_row"), index=["_row"], none=["a", "x", "y"]),
    to_pandas(df.select("_row", "n").orderBy("_row"), index=["_row"])["n"],
    to_pandas(df.select("_row", "k").orderBy("_row"), index=["_row"])["k"],
)
