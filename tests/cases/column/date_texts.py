import pandas as pd

df = pd.DataFrame({
    "iso": ["2020-01-31", None, "2020-02-29", "1969-07-20"],
    "stamp": ["2020-01-31 10:30:00", "2020-02-29 00:00:00", None, "1999-12-31 23:59:59"],
    "us": ["01/31/2020", "2/9/2020", "12/31/1999", None],
    "eu": ["31/01/2020", "09/02/2020", None, "31/12/1999"],
    "short": ["1/1/69", "12/31/68", None, "5/6/07"],
    "name": ["Jan 5, 2020", "FEB 10, 2020", "Dec 31, 1999", None],
    "clock": ["01/02/2020 01:05 pm", "01/02/2020 12:30 AM", None, "12/31/1999 11:59 PM"],
    "number": [20200131, 20200229, 19991231, 19690720],
    "seconds": [0, 1577836800, -1, 86399],
    "year": [2020, 2020, 1999, 1969],
    "month": [1, 2, 12, 7],
    "day": [31, 29, 31, 20],
    "bad": ["2020-01-31", "x", "2020-13-01", None],
})
df["a"] = pd.to_datetime(df["iso"])
df["b"] = pd.to_datetime(df["stamp"])
df["c"] = pd.to_datetime(df["us"])
df["d"] = pd.to_datetime(df["eu"], dayfirst=True)
df["e"] = pd.to_datetime(df["short"], format="%m/%d/%y")
df["f"] = pd.to_datetime(df["name"])
df["g"] = pd.to_datetime(df["clock"], format="%m/%d/%Y %I:%M %p")
df["h"] = pd.to_datetime(df["number"], format="%Y%m%d")
df["i"] = pd.to_datetime(df["seconds"], unit="s")
df["j"] = pd.to_datetime(df["seconds"], unit="ms")
df["k"] = pd.to_datetime(df[["year", "month", "day"]])
df["l"] = pd.to_datetime(df["bad"], format="%Y-%m-%d", errors="coerce")
df["m"] = pd.to_datetime(df["iso"], errors="coerce")
df["o"] = df["iso"].astype("datetime64[ns]")
later = df[df["day"] > 20]
kept = pd.to_datetime(later["us"])
weekday = df["b"].dt.strftime("%A, %d %B %Y")
clock = df["b"].dt.strftime("%I:%M %p, day %j")
weeks = df["a"].dt.strftime("%Y-W%V and %U, %W, %w, %u")
plain = df["b"].dt.strftime("at %H o'clock [%-d.%-m.%y] 100%%")
as_number = df["c"].dropna().dt.strftime("%Y%m%d").astype(int)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import from_epoch, parse_dates

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "iso": ["2020-01-31", None, "2020-02-29", "1969-07-20"],
    "stamp": ["2020-01-31 10:30:00", "2020-02-29 00:00:00", None, "1999-12-31 23:59:59"],
    "us": ["01/31/2020", "2/9/2020", "12/31/1999", None],
    "eu": ["31/01/2020", "09/02/2020", None, "31/12/1999"],
    "short": ["1/1/69", "12/31/68", None, "5/6/07"],
    "name": ["Jan 5, 2020", "FEB 10, 2020", "Dec 31, 1999", None],
    "clock": ["01/02/2020 01:05 pm", "01/02/2020 12:30 AM", None, "12/31/1999 11:59 PM"],
    "number": [20200131, 20200229, 19991231, 19690720],
    "seconds": [0, 1577836800, -1, 86399],
    "year": [2020, 2020, 1999, 1969],
    "month": [1, 2, 12, 7],
    "day": [31, 29, 31, 20],
    "bad": ["2020-01-31", "x", "2020-13-01", None],
}))
df = df.withColumn("a", F.col("iso").cast("timestamp_ntz"))
df = df.withColumn("b", F.col("stamp").cast("timestamp_ntz"))
df = df.withColumn("c", parse_dates(F.col("us"), "M/d/yyyy"))
df = df.withColumn("d", parse_dates(F.col("eu"), "d/M/yyyy"))
df = df.withColumn("e", parse_dates(F.col("short"), "M/d/yy"))
df = df.withColumn("f", parse_dates(F.col("name"), "MMM d, yyyy"))
df = df.withColumn("g", parse_dates(F.col("clock"), "M/d/yyyy h:m a"))
df = df.withColumn("h", parse_dates(F.col("number").cast("string"), "yyyyMMdd"))
df = df.withColumn("i", from_epoch(F.col("seconds"), 1))
df = df.withColumn("j", from_epoch(F.col("seconds"), 0.001))
df = df.withColumn(
    "k", F.make_date(F.col("year"), F.col("month"), F.col("day")).cast("timestamp_ntz")
)
df = df.withColumn("l", parse_dates(F.col("bad"), "yyyy-M-d", coerce=True))
df = df.withColumn("m", parse_dates(F.col("iso"), "yyyy-M-d", coerce=True))
df = df.withColumn("o", F.col("iso").cast("timestamp_ntz"))
later = df.filter(F.col("day") > 20)
kept = parse_dates(F.col("us"), "M/d/yyyy")
weekday = F.date_format(F.col("b"), "EEEE, dd MMMM yyyy")
clock = F.date_format(F.col("b"), "hh:mm a', day 'DDD")
weeks = F.concat(
    F.date_format(F.col("a"), "yyyy"),
    F.lit("-W"),
    F.lpad(F.weekofyear(F.col("a")).cast("string"), 2, "0"),
    F.lit(" and "),
    F.lpad(
        F.floor((F.dayofyear(F.col("a")) + 7 - F.dayofweek(F.col("a"))) / 7).cast("string"),
        2,
        "0",
    ),
    F.lit(", "),
    F.lpad(
        F.floor((F.dayofyear(F.col("a")) + 6 - (F.dayofweek(F.col("a")) + 5) % 7) / 7)
        .cast("string"),
        2,
        "0",
    ),
    F.lit(", "),
    (F.dayofweek(F.col("a")) - 1).cast("string"),
    F.lit(", "),
    ((F.dayofweek(F.col("a")) + 5) % 7 + 1).cast("string"),
)
plain = F.date_format(F.col("b"), "'at 'HH' o''clock ['d.M.yy'] 100'%")
as_number = (
    df.select("c")
    .dropna()
    .select(F.date_format(F.col("c"), "yyyyMMdd").cast("bigint").alias("c"))
)
