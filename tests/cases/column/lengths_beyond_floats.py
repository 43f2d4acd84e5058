import pandas as pd

df = pd.DataFrame({
    "a": pd.to_datetime(["2024-01-01 00:00:01", "2024-05-03 10:00:00", None]),
    "b": pd.to_datetime(["1930-02-03 00:00:00", "1920-05-03 00:00:00", "2020-03-05 00:00:00"]),
})
old = df["a"] - df["b"]
print(old.mean(), old.sum(), old.median())
days = df["a"].dt.normalize() - df["b"]
print(days.mean(), days.sum(), days.max())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import length_of, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "a": pd.to_datetime(["2024-01-01 00:00:01", "2024-05-03 10:00:00", None]),
    "b": pd.to_datetime(["1930-02-03 00:00:00", "1920-05-03 00:00:00", "2020-03-05 00:00:00"]),
}).reset_index(names="_row"))
old = F.col("a") - F.col("b")
print(
    to_pandas(df.select("_row", old.alias("value")).orderBy("_row"), index=["_row"])["value"]
    .rename(None)
    .mean(),
    to_pandas(df.select("_row", old.alias("value")).orderBy("_row"), index=["_row"])["value"]
    .rename(None)
    .sum(),
    length_of(df, old, "median"),
)
days = F.to_date(F.col("a")).cast("timestamp_ntz") - F.col("b")
print(length_of(df, days, "mean"), length_of(df, days, "sum"), scalar(df.agg(F.max(days))))
