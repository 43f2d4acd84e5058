import pandas as pd

df = pd.DataFrame({
    "when": ["2024-02-28 22:00:00", None, "bad", "2024-02-28", "", "2024-2-9 1:2:3", "2024-02-28T10:00:00", "2024-02-30 00:00:00"],
    "us": ["02/28/2024", "13/01/2024", "2/9/2024", None, "x", "12/31/1999", "02-28-2024", "2/29/2023"],
    "day": ["2024-02-28", "2023-12-31", "2024-02-29", "1999-01-01", "2024-02-28", "2024-02-28", "2000-02-29", "2024-06-30"],
    "clock": ["22:00", "00:00", "23:59", "06:30", "12:00", "01:02", "10:00", "09:09"],
    "kinds": ["2024-02-28", "02/28/2024", "2024-02-28 10:30:00", None, "1/2/2024", "2023-12-31", "12/31/2023", "2024-01-01"],
    "request": ["GET /a 200 34ms", "POST /b?x=1 404 7ms", "reset", None, "GET  200 3ms", "PUT /ü 201 8ms", "", "GET /c 500 1ms\n"],
})
df["a"] = pd.to_datetime(df["when"], errors="coerce")
df["b"] = pd.to_datetime(df["us"], errors="coerce")
df["c"] = pd.to_datetime(df["day"] + " " + df["clock"])
df["d"] = pd.to_datetime(df["kinds"], format="mixed")
df["e"] = pd.to_datetime(df["kinds"], format="mixed", errors="coerce")
known = df[df["a"].notna()]
late = known["a"].dt.hour
fields = df["request"].str.extract(r"^(GET|POST) (\S+) (\d{3}) (\d+)ms$")
fields.columns = ["method", "path", "status", "ms"]
log = pd.concat([df[["day", "request"]], fields], axis=1)
unread = log[log["method"].isna()]
beside = df[["day"]].join(df["request"].str.extract(r"(?P<code>\d{3}) (?P<took>\d+)ms"))
first = fields["method"]
numbered = df["request"].str.extract(r"(\d{3}) (\d+)ms")
shown = numbered[1]
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import SPACE, parse_dates, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "when": ["2024-02-28 22:00:00", None, "bad", "2024-02-28", "", "2024-2-9 1:2:3", "2024-02-28T10:00:00", "2024-02-30 00:00:00"],
    "us": ["02/28/2024", "13/01/2024", "2/9/2024", None, "x", "12/31/1999", "02-28-2024", "2/29/2023"],
    "day": ["2024-02-28", "2023-12-31", "2024-02-29", "1999-01-01", "2024-02-28", "2024-02-28", "2000-02-29", "2024-06-30"],
    "clock": ["22:00", "00:00", "23:59", "06:30", "12:00", "01:02", "10:00", "09:09"],
    "kinds": ["2024-02-28", "02/28/2024", "2024-02-28 10:30:00", None, "1/2/2024", "2023-12-31", "12/31/2023", "2024-01-01"],
    "request": ["GET /a 200 34ms", "POST /b?x=1 404 7ms", "reset", None, "GET  200 3ms", "PUT /ü 201 8ms", "", "GET /c 500 1ms\n"],
}).reset_index(names="_row"))
df = df.withColumn("a", parse_dates(F.col("when"), "yyyy-M-d H:m:s", coerce=True))
df = df.withColumn("b", parse_dates(F.col("us"), "M/d/yyyy", coerce=True))
df = df.withColumn(
    "c", F.concat(F.concat(F.col("day"), F.lit(" ")), F.col("clock")).cast("timestamp_ntz")
)
df = df.withColumn("d", parse_dates(F.col("kinds"), "yyyy-M-d", "yyyy-M-d H:m:s", "M/d/yyyy"))
df = df.withColumn(
    "e", parse_dates(F.col("kinds"), "yyyy-M-d", "yyyy-M-d H:m:s", "M/d/yyyy", coerce=True)
)
known = df.filter(F.col("a").isNotNull())
late = F.hour(F.col("a"))
fields = df.select(
    "_row",
    F.nullif(
        F.regexp_extract(
            F.col("request"),
            r"\A((?:GET|POST)) ([^" + SPACE + r"]+) (\p{Nd}{3}) (\p{Nd}+)ms\n?\z",
            1,
        ),
        F.lit(""),
    )
    .alias("0"),
    F.nullif(
        F.regexp_extract(
            F.col("request"),
            r"\A((?:GET|POST)) ([^" + SPACE + r"]+) (\p{Nd}{3}) (\p{Nd}+)ms\n?\z",
            2,
        ),
        F.lit(""),
    )
    .alias("1"),
    F.nullif(
        F.regexp_extract(
            F.col("request"),
            r"\A((?:GET|POST)) ([^" + SPACE + r"]+) (\p{Nd}{3}) (\p{Nd}+)ms\n?\z",
            3,
        ),
        F.lit(""),
    )
    .alias("2"),
    F.nullif(
        F.regexp_extract(
            F.col("request"),
            r"\A((?:GET|POST)) ([^" + SPACE + r"]+) (\p{Nd}{3}) (\p{Nd}+)ms\n?\z",
            4,
        ),
        F.lit(""),
    )
    .alias("3"),
)
fields = fields.withColumnsRenamed({"0": "method", "1": "path", "2": "status", "3": "ms"})
log = (
    df.select("_row", "day", "request")
    .select(
        "_row",
        "day",
        "request",
        F.nullif(
            F.regexp_extract(
                F.col("request"),
                r"\A((?:GET|POST)) ([^" + SPACE + r"]+) (\p{Nd}{3}) (\p{Nd}+)ms\n?\z",
                1,
            ),
            F.lit(""),
        )
        .alias("method"),
        F.nullif(
            F.regexp_extract(
                F.col("request"),
                r"\A((?:GET|POST)) ([^" + SPACE + r"]+) (\p{Nd}{3}) (\p{Nd}+)ms\n?\z",
                2,
            ),
            F.lit(""),
        )
        .alias("path"),
        F.nullif(
            F.regexp_extract(
                F.col("request"),
                r"\A((?:GET|POST)) ([^" + SPACE + r"]+) (\p{Nd}{3}) (\p{Nd}+)ms\n?\z",
                3,
            ),
            F.lit(""),
        )
        .alias("status"),
        F.nullif(
            F.regexp_extract(
                F.col("request"),
                r"\A((?:GET|POST)) ([^" + SPACE + r"]+) (\p{Nd}{3}) (\p{Nd}+)ms\n?\z",
                4,
            ),
            F.lit(""),
        )
        .alias("ms"),
    )
)
unread = log.filter(F.col("method").isNull())
beside = (
    df.select("_row", "day")
    .join(
        df.select(
            "_row",
            F.nullif(
                F.regexp_extract(F.col("request"), r"(\p{Nd}{3}) (\p{Nd}+)ms", 1), F.lit("")
            )
            .alias("code"),
            F.nullif(
                F.regexp_extract(F.col("request"), r"(\p{Nd}{3}) (\p{Nd}+)ms", 2), F.lit("")
            )
            .alias("took"),
        ),
        "_row",
        "left",
    )
)
first = F.col("method")
numbered = df.select(
    "_row",
    F.nullif(F.regexp_extract(F.col("request"), r"(\p{Nd}{3}) (\p{Nd}+)ms", 1), F.lit(""))
    .alias("0"),
    F.nullif(F.regexp_extract(F.col("request"), r"(\p{Nd}{3}) (\p{Nd}+)ms", 2), F.lit(""))
    .alias("1"),
)
shown = (
    to_pandas(numbered.orderBy("_row"), index=["_row"])
    .set_axis(pd.Index([0, 1]), axis=1)
)[1]
