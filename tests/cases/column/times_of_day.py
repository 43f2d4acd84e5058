import numpy as np
import pandas as pd
df = pd.DataFrame({"g": ["y", "x", "x", "y", "y", "x"], "v": [1.5, None, -2.0, 6.0, 2.5, 3.0], "n": [3, 1, 2, 5, 4, 9],
  "t": [pd.Timestamp("2020-01-01"), pd.Timestamp("2020-01-02 12:00"), pd.Timestamp("2020-01-04 16:30"), pd.Timestamp("2020-02-05 09:00"), pd.Timestamp("2021-01-09 23:00"), pd.Timestamp("2021-01-10 00:00:01")],
  "d": [pd.Timestamp("2020-01-01"), None, pd.Timestamp("2020-01-04"), pd.Timestamp("2020-02-05"), pd.Timestamp("2021-01-09"), pd.Timestamp("2021-01-10")],
  "f": [pd.Timestamp("2020-01-01 00:00:00.25"), None, pd.Timestamp("2020-01-04"), pd.Timestamp("2020-02-05"), pd.Timestamp("2021-01-09"), pd.Timestamp("2021-01-10")]})
texts = df["t"].astype(str)
days = df["d"].astype(str)
fractions = df["f"].astype(str)
df["day"] = df["d"].astype("str")
before = df["t"].shift().astype(str)
months = df["t"].dt.to_period("M").astype(str)
quarters = df["d"].dt.to_period("Q").astype(str)
starts = df["d"].dt.to_period("M").dt.to_timestamp()
by_month = df.groupby(df["t"].dt.to_period("M").astype(str))["n"].sum()
numbers = df["t"].dt.to_period("M").dt.month
counts = df["t"].dt.to_period("M").value_counts()

by_time = df.set_index("t")
working = by_time.between_time("09:00", "16:30")
inside = by_time.between_time("9:00", "16:30", inclusive="neither")
night = by_time["n"].between_time("23:00", "00:00:01")
noon = by_time.at_time("12:00")
daily = by_time[["n"]].asfreq("D")
halves = by_time["v"].asfreq("12h")
zeros = by_time["n"].asfreq("D", fill_value=0)
carried = by_time["v"].asfreq("D", method="ffill")
back = by_time["n"].asfreq("6h", method="bfill")
one = by_time.iloc[:1]["n"].asfreq("D")
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import at_frequency, date_texts

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({"g": ["y", "x", "x", "y", "y", "x"], "v": [1.5, None, -2.0, 6.0, 2.5, 3.0], "n": [3, 1, 2, 5, 4, 9],
  "t": [pd.Timestamp("2020-01-01"), pd.Timestamp("2020-01-02 12:00"), pd.Timestamp("2020-01-04 16:30"), pd.Timestamp("2020-02-05 09:00"), pd.Timestamp("2021-01-09 23:00"), pd.Timestamp("2021-01-10 00:00:01")],
  "d": [pd.Timestamp("2020-01-01"), None, pd.Timestamp("2020-01-04"), pd.Timestamp("2020-02-05"), pd.Timestamp("2021-01-09"), pd.Timestamp("2021-01-10")],
  "f": [pd.Timestamp("2020-01-01 00:00:00.25"), None, pd.Timestamp("2020-01-04"), pd.Timestamp("2020-02-05"), pd.Timestamp("2021-01-09"), pd.Timestamp("2021-01-10")]}).reset_index(names="_row"))
texts = date_texts(F.col("t"), df.select("t"))
days = date_texts(F.col("d"), df.select("d"))
fractions = date_texts(F.col("f"), df.select("f"))
df = df.withColumn("day", date_texts(F.col("d"), df.select("d")))
before = date_texts(
    F.lag("t", 1).over(Window.orderBy("_row")),
    df.select(F.lag("t", 1).over(Window.orderBy("_row")).alias("t")),
)
months = F.coalesce(F.date_format(F.col("t"), "yyyy-MM"), F.lit("NaT"))
quarters = F.coalesce(
    F.concat(F.year(F.col("d")), F.lit("Q"), F.quarter(F.col("d"))), F.lit("NaT")
)
starts = F.date_format(F.col("d"), "yyyy-MM").cast("timestamp_ntz")
by_month = (
    df.withColumn("_key", F.coalesce(F.date_format(F.col("t"), "yyyy-MM"), F.lit("NaT")))
    .groupBy(F.col("_key").alias("t"))
    .agg(F.sum("n").alias("n"))
)
numbers = F.coalesce(
    F.substring(F.date_format(F.col("t"), "yyyy-MM"), 6, 2).cast("bigint"), F.lit(-1)
)
counts = (
    df.withColumn("_value", F.date_format(F.col("t"), "yyyy-MM"))
    .dropna(subset=["_value"])
    .groupBy(F.col("_value").alias("t"))
    .agg(F.count("*").alias("count"))
)

by_time = df.select("t", "_row", "g", "v", "n", "d", "f", "day")
working = by_time.filter(
    F.date_format(F.col("t"), "HH:mm:ss.SSSSSS").between("09:00:00.000000", "16:30:00.000000")
)
inside = by_time.filter(
    (F.date_format(F.col("t"), "HH:mm:ss.SSSSSS") > "09:00:00.000000")
    & (F.date_format(F.col("t"), "HH:mm:ss.SSSSSS") < "16:30:00.000000")
)
night = (
    by_time.filter(
        (F.date_format(F.col("t"), "HH:mm:ss.SSSSSS") >= "23:00:00.000000")
        | (F.date_format(F.col("t"), "HH:mm:ss.SSSSSS") <= "00:00:01.000000")
    )
    .select("t", "_row", "n")
)
noon = by_time.filter(F.date_format(F.col("t"), "HH:mm:ss.SSSSSS") == "12:00:00.000000")
daily = at_frequency(by_time.select("t", "_row", "n").drop("_row"), "t", "1 day")
halves = at_frequency(by_time.select("t", "v"), "t", "12 hours")
zeros = at_frequency(by_time.select("t", "n"), "t", "1 day", value=0)
carried = at_frequency(by_time.select("t", "v"), "t", "1 day", fill="ffill")
back = at_frequency(by_time.select("t", "n"), "t", "6 hours", fill="bfill")
one = at_frequency(by_time.orderBy("_row").limit(1).select("t", "n"), "t", "1 day")
