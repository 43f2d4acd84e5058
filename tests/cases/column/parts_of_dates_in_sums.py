import pandas as pd

df = pd.DataFrame(
    {"a": ["2024-01-05", "2023-02-01", "1999-12-31"], "b": ["2022-03-05", "2023-01-01", "2024-02-29"], "n": [1, -2, 30]}
)
df["a"] = pd.to_datetime(df["a"])
df["b"] = pd.to_datetime(df["b"])
months = (df["a"].dt.year - df["b"].dt.year) * 12 + (df["a"].dt.month - df["b"].dt.month) + 1
thrice = df["a"].dt.month * 3
key = df["a"].dt.year * 100 + df["a"].dt.month
decade = df["a"].dt.year // 10 * 10
half = (df["a"].dt.month - 1) // 6
even = df["a"].dt.day % 2 == 0
tenth = df["a"].dt.year / 10
age = 2024 - df["a"].dt.year
wide = df["a"].dt.year * df["n"]
large = df["a"].dt.year + df["n"] * 3_000_000_000
df["days"] = -df["a"].dt.day % 7
df["late"] = df["b"].where(df["n"] > 0).dt.month + 1
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import floor_divide

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame(
    {"a": ["2024-01-05", "2023-02-01", "1999-12-31"], "b": ["2022-03-05", "2023-01-01", "2024-02-29"], "n": [1, -2, 30]}
))
df = df.withColumn("a", F.col("a").cast("timestamp_ntz"))
df = df.withColumn("b", F.col("b").cast("timestamp_ntz"))
months = (
    (F.year(F.col("a")) - F.year(F.col("b"))) * 12
    + (F.month(F.col("a")) - F.month(F.col("b")))
    + 1
)
thrice = F.month(F.col("a")) * 3
key = F.year(F.col("a")) * 100 + F.month(F.col("a"))
decade = floor_divide(F.year(F.col("a")), 10).cast("int") * 10
half = floor_divide(F.month(F.col("a")) - 1, 6).cast("int")
even = F.coalesce(F.pmod(F.dayofmonth(F.col("a")), F.lit(2)) == 0, F.lit(False))
tenth = F.year(F.col("a")) / 10
age = 2024 - F.year(F.col("a"))
wide = F.year(F.col("a")) * F.col("n")
large = F.year(F.col("a")) + F.col("n") * 3_000_000_000
df = df.withColumn("days", F.pmod(-F.dayofmonth(F.col("a")), F.lit(7)))
df = df.withColumn("late", F.month(F.when(F.col("n") > 0, F.col("b"))) + 1)
