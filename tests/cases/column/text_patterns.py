import re

import pandas as pd

s = ["Apple pie", "banana", None, "a.b.c", "  pad ", "ÉCOLE straße", "x1y22", "", "foo bar\n", "a\r", "foobar foo", "$5.00"]
df = pd.DataFrame({"s": s})
dates = pd.DataFrame({"d": ["2024-01-31", "1999-12-01", "n/a", ""], "u": ["a@b.org", "x", "c.d@e.net\n", "@"]})
has = df[df["s"].str.contains("n.n", na=False)]
case = df[df["s"].str.contains("APPLE|école", case=False, na=False)]
word = df[df["s"].str.contains(r"\bfoo\b", na=False)]
ends = df[df["s"].str.contains(r"(?:pie|bar)$", na=False)]
flagged = df[df["s"].str.contains("B.N", flags=re.IGNORECASE, na=False)]
plain = df[df["s"].str.contains(".", regex=False, na=False)]
begins = df[df["s"].str.match(r"[A-Za-z]+\d", na=False)]
wholly = df[df["s"].str.fullmatch(r"\w+", na=False)]
df["letters"] = df["s"].str.replace(r"[^a-z]", "", regex=True)
df["spaces"] = df["s"].str.replace(r"\s+", " ", regex=True)
df["trimmed"] = df["s"].str.replace(r"^\s+|\s+$", "", regex=True)
df["swapped"] = df["s"].str.replace(r"(\w)(\w)", r"\2\1", regex=True)
df["dollar"] = df["s"].str.replace("a", "$1")
df["dot"] = df["s"].str.replace(".", "-", regex=False)
df["either"] = df["s"].str.replace("a|b", "$", regex=True)
df["cut"] = df["s"].str.replace(r"\..*$", "", regex=True)
df["compiled"] = df["s"].str.replace(re.compile("[A-Z]"), "_", regex=True)
df["times"] = df["s"].str.count("[ao]")
df["number"] = df["s"].str.extract(r"(\d+)")
df["digit"] = df["s"].str.extract(r"(\d)", expand=False)
df["second"] = df["s"].str.findall(r"[a-z]+").str[1]
df["all"] = df["s"].str.findall(r"\w+").str.join("+")
dates[["year", "month"]] = dates["d"].str.extract(r"(\d{4})-(\d{2})")
named = dates["u"].str.extract(r"(?P<user>[\w.]+)@(?P<host>\w+)")
optional = dates["u"].str.extract(r"(\w+)\.(\w+)?@", expand=True)[1]
# output
import re

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import SPACE, to_pandas

spark = SparkSession.builder.getOrCreate()

s = ["Apple pie", "banana", None, "a.b.c", "  pad ", "ÉCOLE straße", "x1y22", "", "foo bar\n", "a\r", "foobar foo", "$5.00"]
df = spark.createDataFrame(pd.DataFrame({"s": s}))
dates = spark.createDataFrame(
    pd.DataFrame({"d": ["2024-01-31", "1999-12-01", "n/a", ""], "u": ["a@b.org", "x", "c.d@e.net\n", "@"]})
    .reset_index(names="_row")
)
has = df.filter(F.col("s").rlike(r"n[^\n]n"))
case = df.filter(F.col("s").rlike("(?iu)(?:APPLE|école)"))
word = df.filter(F.col("s").rlike(r"(?:\A|[^\p{L}\p{N}_])foo(?:\z|[^\p{L}\p{N}_])"))
ends = df.filter(F.col("s").rlike(r"(?:pie|bar)\n?\z"))
flagged = df.filter(F.col("s").rlike(r"(?iu)B[^\n]N"))
plain = df.filter(F.col("s").contains("."))
begins = df.filter(F.col("s").rlike(r"\A[A-Za-z]+\p{Nd}"))
wholly = df.filter(F.col("s").rlike(r"\A[\p{L}\p{N}_]+\z"))
df = df.withColumn("letters", F.regexp_replace(F.col("s"), "[^a-z]", ""))
df = df.withColumn("spaces", F.regexp_replace(F.col("s"), SPACE + "+", " "))
df = df.withColumn(
    "trimmed", F.regexp_replace(F.col("s"), r"\A" + SPACE + "+|" + SPACE + r"+(\n?)\z", "$1")
)
df = df.withColumn(
    "swapped", F.regexp_replace(F.col("s"), r"([\p{L}\p{N}_])([\p{L}\p{N}_])", "$2$1")
)
df = df.withColumn("dollar", F.replace(F.col("s"), F.lit("a"), F.lit("$1")))
df = df.withColumn("dot", F.replace(F.col("s"), F.lit("."), F.lit("-")))
df = df.withColumn("either", F.array_join(F.split(F.col("s"), "[ab]", -1), "$"))
df = df.withColumn("cut", F.regexp_replace(F.col("s"), r"\.[^\n]*(\n?)\z", "$1"))
df = df.withColumn("compiled", F.regexp_replace(F.col("s"), "[A-Z]", "_"))
df = df.withColumn("times", F.regexp_count(F.col("s"), F.lit("[ao]")).cast("double"))
df = df.withColumn("number", F.nullif(F.regexp_extract(F.col("s"), r"(\p{Nd}+)", 1), F.lit("")))
df = df.withColumn("digit", F.nullif(F.regexp_extract(F.col("s"), r"(\p{Nd})", 1), F.lit("")))
df = df.withColumn(
    "second", F.get(F.regexp_extract_all(F.col("s"), F.lit("[a-z]+"), F.lit(0)), 1)
)
df = df.withColumn(
    "all",
    F.array_join(F.regexp_extract_all(F.col("s"), F.lit(r"[\p{L}\p{N}_]+"), F.lit(0)), "+"),
)
dates = dates.withColumns({
    "year": F.nullif(F.regexp_extract(F.col("d"), r"(\p{Nd}{4})-(\p{Nd}{2})", 1), F.lit("")),
    "month": F.nullif(F.regexp_extract(F.col("d"), r"(\p{Nd}{4})-(\p{Nd}{2})", 2), F.lit("")),
})
named = dates.select(
    "_row",
    F.nullif(F.regexp_extract(F.col("u"), r"([\p{L}\p{N}_.]+)@([\p{L}\p{N}_]+)", 1), F.lit(""))
    .alias("user"),
    F.nullif(F.regexp_extract(F.col("u"), r"([\p{L}\p{N}_.]+)@([\p{L}\p{N}_]+)", 2), F.lit(""))
    .alias("host"),
)
optional = (
    to_pandas(
        dates.select(
            "_row",
            F.nullif(
                F.regexp_extract(F.col("u"), r"([\p{L}\p{N}_]+)\.([\p{L}\p{N}_]+)?@", 2),
                F.lit(""),
            )
            .alias("value"),
        )
        .orderBy("_row"),
        index=["_row"],
    )["value"]
    .rename(1)
)
