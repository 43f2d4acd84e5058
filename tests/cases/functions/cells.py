import math
import numpy as np
import pandas as pd

LIMIT = 2
STATES = {"a", "b"}
NAMES = {"a": "Alpha", "b": "Beta"}
df = pd.DataFrame({
    "k": ["a", "b", None, "a", "c", "a"],
    "v": [1.5, np.nan, 0.0, -2.0, 2.5, 1.5],
    "w": [0.0, 1.0, np.nan, 3.0, -1.0, 0.0],
    "n": [3, 0, 2, -1, 3, 7],
    "t": [
        pd.Timestamp("2024-02-29"), pd.NaT, pd.Timestamp("2023-12-31 23:59:59"),
        pd.Timestamp("2024-01-01"), pd.Timestamp("1969-07-20 20:17"), pd.Timestamp("2024-02-29"),
    ],
    "b": [True, False, True, True, False, False],
    "s": [" Ab", "b,c", "x,y", "", "éa 1", "12"],
})


def size(n):
    if n > 5:
        return "big"
    elif 1 <= n <= LIMIT:
        return "mid"
    elif n < 0:
        return "negative"
    return "small"


def clean(x):
    x = x.strip().lower()
    if x == "":
        return None
    if "," in x:
        first = x.split(",")[0]
    else:
        first = x
    return first + "!"


def number(x):
    try:
        return float(x)
    except ValueError:
        return np.nan


df["size"] = df["n"].apply(size)
df["clean"] = df["s"].apply(clean)
df["number"] = df["s"].map(number)
df["flag"] = df["k"].apply(lambda x: 1 if x in STATES else 0)
df["neg"] = df["v"].apply(lambda x: -1 if x < 0 else np.nan if pd.isnull(x) else 1)
df["name"] = df["k"].map(lambda x: NAMES.get(x, "other"))
df["year"] = df["t"].apply(lambda t: t.year)
df["len"] = df["s"].apply(len)
df["r"] = df["v"].apply(lambda v: round(v * 1.005, 2))
df["txt"] = df["n"].apply(str)
df["isb"] = df["k"].apply(lambda x: x == "b")
df["isnull"] = df["k"].apply(lambda x: x is None)
df["mx"] = df["v"].apply(lambda x: max(x, 0.0))
df["c"] = df["n"].apply(lambda n, a, b=1: n * a + b, args=(2,), b=5)
# output
import math
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lookup, python_float, python_round, strip

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

LIMIT = 2
STATES = {"a", "b"}
NAMES = {"a": "Alpha", "b": "Beta"}
df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a", "c", "a"],
    "v": [1.5, np.nan, 0.0, -2.0, 2.5, 1.5],
    "w": [0.0, 1.0, np.nan, 3.0, -1.0, 0.0],
    "n": [3, 0, 2, -1, 3, 7],
    "t": [
        pd.Timestamp("2024-02-29"), pd.NaT, pd.Timestamp("2023-12-31 23:59:59"),
        pd.Timestamp("2024-01-01"), pd.Timestamp("1969-07-20 20:17"), pd.Timestamp("2024-02-29"),
    ],
    "b": [True, False, True, True, False, False],
    "s": [" Ab", "b,c", "x,y", "", "éa 1", "12"],
}))


def size(n):
    if n > 5:
        return "big"
    elif 1 <= n <= LIMIT:
        return "mid"
    elif n < 0:
        return "negative"
    return "small"


def clean(x):
    x = x.strip().lower()
    if x == "":
        return None
    if "," in x:
        first = x.split(",")[0]
    else:
        first = x
    return first + "!"


def number(x):
    try:
        return float(x)
    except ValueError:
        return np.nan


df = df.withColumn(
    "size",
    F.when(F.col("n") > 5, "big")
    .when((F.col("n") >= 1) & (F.col("n") <= LIMIT), "mid")
    .when(F.col("n") < 0, "negative")
    .otherwise("small"),
)
df = df.withColumn(
    "clean",
    F.when(F.lower(strip(F.col("s"))) == "", None).otherwise(
        F.concat(
            F.when(
                F.lower(strip(F.col("s"))).contains(","),
                F.get(F.split(F.lower(strip(F.col("s"))), ",", -1), 0),
            )
            .otherwise(F.lower(strip(F.col("s")))),
            F.lit("!"),
        )
    ),
)
df = df.withColumn(
    "number",
    F.when(F.col("s").isNotNull() & python_float(F.col("s")).isNull(), None)
    .otherwise(F.nanvl(python_float(F.col("s")), F.lit(None))),
)
df = df.withColumn("flag", F.when(F.col("k").isin(list(STATES)), 1).otherwise(0).cast("bigint"))
df = df.withColumn(
    "neg",
    F.when(F.col("v") < 0, -1).when(F.col("v").isNull(), None).otherwise(1).cast("bigint"),
)
df = df.withColumn("name", F.coalesce(lookup(F.col("k"), NAMES), F.lit("other")))
df = df.withColumn("year", F.year(F.col("t")).cast("bigint"))
df = df.withColumn("len", F.char_length(F.col("s")).cast("bigint"))
df = df.withColumn("r", python_round(F.col("v") * 1.005, 2))
df = df.withColumn("txt", F.col("n").cast("string"))
df = df.withColumn("isb", F.coalesce(F.col("k") == "b", F.lit(False)))
df = df.withColumn("isnull", F.col("k").isNull())
df = df.withColumn("mx", F.when(F.col("v") < 0.0, 0.0).otherwise(F.col("v")))
df = df.withColumn("c", F.col("n") * 2 + 5)
