from datetime import date, datetime, timedelta

import pandas as pd

df = pd.DataFrame({
    "d": pd.to_datetime(["1998-09-01 00:00", "1998-09-02 00:00", None, "1998-09-02 04:00", "1999-01-01 00:00", "1998-06-04 00:00"]),
    "v": [1, 2, 3, 4, 5, 6],
})
first = pd.Timestamp(date(1998, 9, 2))
until = df[df["d"] <= first]
read = df[df["d"] < pd.to_datetime(date(1998, 9, 2))]
at_four = df[df["d"] >= pd.Timestamp(datetime(1998, 9, 2, 4))]
parsed = df[df["d"] > datetime.strptime("02/09/1998", "%d/%m/%Y")]
start = datetime.fromisoformat("1998-06-04")
within = df[(df["d"] >= start) & (df["d"] < start + timedelta(days=90))]
later = df[df["d"] >= start.replace(month=9)]
text = start.strftime("%Y-%m-%d")
on = df[df["d"] == text]
same_day = df[df["d"].dt.date == datetime(1998, 9, 2, 4).date()]
bounds = df[df["d"].between(pd.Timestamp(date(1998, 9, 1)), pd.Timestamp(datetime(1998, 9, 2, 4)))]
# output
from datetime import date, datetime, timedelta

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "d": pd.to_datetime(["1998-09-01 00:00", "1998-09-02 00:00", None, "1998-09-02 04:00", "1999-01-01 00:00", "1998-06-04 00:00"]),
    "v": [1, 2, 3, 4, 5, 6],
}))
first = pd.Timestamp(date(1998, 9, 2))
until = df.filter(F.col("d") <= F.lit(str(first)).cast("timestamp_ntz"))
read = df.filter(
    F.col("d") < F.lit(str(pd.to_datetime(date(1998, 9, 2)))).cast("timestamp_ntz")
)
at_four = df.filter(
    F.col("d") >= F.lit(str(pd.Timestamp(datetime(1998, 9, 2, 4)))).cast("timestamp_ntz")
)
parsed = df.filter(
    F.col("d") > F.lit(str(datetime.strptime("02/09/1998", "%d/%m/%Y"))).cast("timestamp_ntz")
)
start = datetime.fromisoformat("1998-06-04")
within = df.filter(
    (F.col("d") >= F.lit(str(start)).cast("timestamp_ntz"))
    & (F.col("d") < F.lit(str(start + timedelta(days=90))).cast("timestamp_ntz"))
)
later = df.filter(
    F.col("d") >= F.lit(str(start.replace(month=9))).cast("timestamp_ntz")
)
text = start.strftime("%Y-%m-%d")
on = df.filter(F.col("d") == F.lit(text).cast("timestamp_ntz"))
same_day = df.filter(F.to_date(F.col("d")) == F.lit(datetime(1998, 9, 2, 4).date()))
bounds = df.filter(
    (F.col("d") >= F.lit(str(pd.Timestamp(date(1998, 9, 1)))).cast("timestamp_ntz"))
    & (F.col("d") <= F.lit(str(pd.Timestamp(datetime(1998, 9, 2, 4)))).cast("timestamp_ntz"))
)
