"""Categories as texts spell NaN out, as objects they do not; missing times are filled with a time."""
import pandas as pd

df = pd.DataFrame({
    "v": [1.5, None, 5.0, 7.0, 11.0],
    "k": ["a", None, "b", "a", "c"],
    "t": pd.to_datetime(["2024-03-01 00:00", None, "2024-02-01 10:00", "2023-12-31 00:00", None]),
})
df["band"] = pd.cut(df["v"], bins=[0, 5, 10], labels=["low", "high"]).astype(str)
df["whole"] = pd.cut(df["v"], bins=[0, 5, 10], labels=["low", "high"]).astype(object)
df["kind"] = df["k"].astype("category").astype(str)
print(df.groupby("band").size(), df["whole"].isna().sum(), df["band"].isna().sum())
df["t"] = df["t"].fillna(pd.Timestamp("2100-01-01"))
df["span"] = (df["t"] - pd.Timestamp("2024-01-01")).dt.days
print(df)
later = df.sort_values("t")
later["to"] = later.groupby("k")["t"].shift(-1)
later["to"] = later["to"].fillna(pd.Timestamp("2200-01-01 12:30:00"))
print(later[["k", "t", "to"]])
# output
"""Categories as texts spell NaN out, as objects they do not; missing times are filled with a time."""
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import categorised, scalar, to_pandas, whole_days

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "v": [1.5, None, 5.0, 7.0, 11.0],
    "k": ["a", None, "b", "a", "c"],
    "t": pd.to_datetime(["2024-03-01 00:00", None, "2024-02-01 10:00", "2023-12-31 00:00", None]),
}).reset_index(names="_row"))
df = df.withColumn(
    "band",
    F.coalesce(
        F.when(F.col("v") <= 0, None)
        .when(F.col("v") <= 5, "low")
        .when(F.col("v") <= 10, "high"),
        F.lit("nan"),
    ),
)
df = df.withColumn(
    "whole",
    F.when(F.col("v") <= 0, None).when(F.col("v") <= 5, "low").when(F.col("v") <= 10, "high"),
)
df = df.withColumn(
    "kind", F.coalesce(categorised(F.col("k"), df.select("k"), ["a", "b", "c"]), F.lit("nan"))
)
print(
    to_pandas(
        df.groupBy("band").agg(F.count("*").alias("size")).orderBy("band"), index=["band"]
    )["size"]
    .rename(None),
    scalar(df.agg(F.count_if(F.col("whole").isNull()))),
    scalar(df.agg(F.count_if(F.col("band").isNull()))),
)
df = df.withColumn("t", F.coalesce(F.col("t"), F.lit("2100-01-01").cast("timestamp_ntz")))
df = df.withColumn("span", whole_days(F.col("t") - F.lit("2024-01-01").cast("timestamp_ntz")))
print(to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]))
later = df.orderBy("t", "_row")
later = later.withColumn(
    "to",
    F.when(
        F.col("k").isNotNull(),
        F.lead("t", 1).over(Window.partitionBy("k").orderBy("t", "_row")),
    ),
)
later = later.withColumn(
    "to", F.coalesce(F.col("to"), F.lit("2200-01-01 12:30:00").cast("timestamp_ntz"))
)
print(
    to_pandas(
        later.select("_row", "k", "t", "to").orderBy("t", "_row"), index=["_row"], none=["k"]
    )
)
