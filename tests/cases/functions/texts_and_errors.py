import numpy as np
import pandas as pd

GRADES = {"A": 4, "B": 3, "C": 2}
WORDS = ["red", "blue"]
df = pd.DataFrame({
    "s": ["12", " 3.5 ", "x", "", "1_000", "-7", "1e3", ".5", "5.", "nan", "inf", "+4", "1__0", "0x1", "é"],
    "m": ["red car", None, "BLUE", "blue sky", "", "a", "b,c,d", "Red", "x", "y", "z", None, "q", "w", "e"],
    "g": ["A", "B", "C", "A", "B", "C", "A", "B", "C", "A", "B", "C", "A", "B", "C"],
    "v": [1.005, 2.675, -1.5, 0.5, 2.5, np.nan, 1e10, 0.1, -0.045, 1.15, 2.345, 8.5, 1e-7, -2.5, 123456.785],
    "n": [1, 0, -3, 10, 25, 7, 8, 100, -1, 2, 3, 4, 5, 6, 9],
    "t": pd.to_datetime(["2024-02-29 10:30", None, "2023-12-31", "2024-01-01", "1969-07-20 20:17"] * 3, format="ISO8601"),
})


def as_number(text):
    try:
        return float(text)
    except (ValueError, TypeError):
        return None


def as_int(text):
    try:
        value = int(text)
    except ValueError:
        value = -1
    return value


def colour(text):
    if not isinstance(text, str):
        return "unknown"
    for word in WORDS:
        if word in text.lower():
            return word
    return "other"


def grade(letter):
    return GRADES[letter]


def season(moment):
    if pd.isnull(moment):
        return None
    if moment.month in (12, 1, 2):
        return "winter"
    return moment.strftime("%Y-%m")


def half(n):
    if n != 0:
        share = 100 / n
    else:
        share = 0.0
    return round(share, 1)


def inverse(n):
    try:
        return 1 / n
    except ZeroDivisionError:
        return np.nan


def twice(x):
    return x * 2


def outer(x):
    if x < 0:
        return 0
    y = twice(x)
    return y if y > 10 else twice(y)


df["a"] = df["s"].apply(as_number)
df["b"] = df["s"].apply(as_int)
df["c"] = df["m"].apply(colour)
df["d"] = df["g"].apply(grade)
df["e"] = df["t"].apply(season)
df["f"] = df["n"].apply(half)
df["h"] = df["n"].apply(inverse)
df["i"] = df["n"].apply(outer)
df["j"] = df["v"].apply(lambda v: round(v, 2))
df["k"] = df["v"].apply(lambda v: f"{v:.1f} EUR")
df["l"] = df["m"].apply(lambda m: str(m))
df["o"] = df["m"].map(lambda m: m.split(",")[0].upper(), na_action="ignore")
df["p"] = df["g"].apply(lambda g: GRADES.get(g) if g != "C" else None)
df["q"] = df["m"].apply(lambda m: "long" if m and len(m) > 3 else "short")
df["r"] = df["n"].apply(lambda n: "even" if n % 2 == 0 else "odd")
df["u"] = df["v"].apply(lambda v: int(v) if v == v and abs(v) < 100 else 0)
df["w"] = df["g"].apply(lambda g: "{}-{}".format(g, g.lower()))
df["x"] = df["t"].apply(lambda t: t.weekday() >= 5)
df["y"] = df["v"].apply(lambda v: not v > 1)
df["z"] = df["v"].apply(lambda v: v is None or v != v)
df["aa"] = df["m"].apply(lambda m: m or "none")
df["bb"] = df["v"].apply(lambda v: np.sqrt(v) if v >= 0 else 0.0)
df["cc"] = df["v"].apply(lambda v: round(v) if v > 0 else 0)
df["dd"] = df["n"].apply(lambda n: n in (1, 2, 3) or n > 20)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lookup, present, python_float, python_int, python_round

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

GRADES = {"A": 4, "B": 3, "C": 2}
WORDS = ["red", "blue"]
df = spark.createDataFrame(pd.DataFrame({
    "s": ["12", " 3.5 ", "x", "", "1_000", "-7", "1e3", ".5", "5.", "nan", "inf", "+4", "1__0", "0x1", "é"],
    "m": ["red car", None, "BLUE", "blue sky", "", "a", "b,c,d", "Red", "x", "y", "z", None, "q", "w", "e"],
    "g": ["A", "B", "C", "A", "B", "C", "A", "B", "C", "A", "B", "C", "A", "B", "C"],
    "v": [1.005, 2.675, -1.5, 0.5, 2.5, np.nan, 1e10, 0.1, -0.045, 1.15, 2.345, 8.5, 1e-7, -2.5, 123456.785],
    "n": [1, 0, -3, 10, 25, 7, 8, 100, -1, 2, 3, 4, 5, 6, 9],
    "t": pd.to_datetime(["2024-02-29 10:30", None, "2023-12-31", "2024-01-01", "1969-07-20 20:17"] * 3, format="ISO8601"),
}))


def as_number(text):
    try:
        return float(text)
    except (ValueError, TypeError):
        return None


def as_int(text):
    try:
        value = int(text)
    except ValueError:
        value = -1
    return value


def colour(text):
    if not isinstance(text, str):
        return "unknown"
    for word in WORDS:
        if word in text.lower():
            return word
    return "other"


def grade(letter):
    return GRADES[letter]


def season(moment):
    if pd.isnull(moment):
        return None
    if moment.month in (12, 1, 2):
        return "winter"
    return moment.strftime("%Y-%m")


def half(n):
    if n != 0:
        share = 100 / n
    else:
        share = 0.0
    return round(share, 1)


def inverse(n):
    try:
        return 1 / n
    except ZeroDivisionError:
        return np.nan


def twice(x):
    return x * 2


def outer(x):
    if x < 0:
        return 0
    y = twice(x)
    return y if y > 10 else twice(y)


df = df.withColumn(
    "a",
    F.when(F.col("s").isNotNull() & python_float(F.col("s")).isNull(), None)
    .otherwise(F.nanvl(python_float(F.col("s")), F.lit(None))),
)
df = df.withColumn(
    "b", F.when(python_int(F.col("s")).isNull(), -1).otherwise(python_int(F.col("s")))
)
df = df.withColumn(
    "c",
    F.when(F.col("m").isNull(), "unknown")
    .when(F.lower(F.col("m")).contains("red"), "red")
    .when(F.lower(F.col("m")).contains("blue"), "blue")
    .otherwise("other"),
)
df = df.withColumn("d", present(lookup(F.col("g"), GRADES).cast("bigint")))
df = df.withColumn(
    "e",
    F.when(F.col("t").isNull(), None)
    .when(F.month(F.col("t")).isin([1, 2, 12]), "winter")
    .otherwise(F.date_format(F.col("t"), "yyyy-MM")),
)
df = df.withColumn(
    "f", python_round(F.when(F.col("n") != 0, 100 / F.col("n")).otherwise(0.0), 1)
)
df = df.withColumn("h", F.when(F.col("n") == 0, None).otherwise(1 / F.col("n")))
df = df.withColumn(
    "i",
    F.when(F.col("n") < 0, 0)
    .when(F.col("n") * 2 > 10, F.col("n") * 2)
    .otherwise(F.col("n") * 2 * 2),
)
df = df.withColumn("j", python_round(F.col("v"), 2))
df = df.withColumn(
    "k",
    F.concat(
        F.when(F.col("v").isNull(), "nan").otherwise(
            F.format_string("%.1f", python_round(F.col("v"), 1))
        ),
        F.lit(" EUR"),
    ),
)
df = df.withColumn("l", F.coalesce(F.col("m"), F.lit("None")))
df = df.withColumn(
    "o",
    F.when(F.col("m").isNull(), None).otherwise(
        F.upper(F.get(F.split(F.col("m"), ",", -1), 0))
    ),
)
df = df.withColumn(
    "p", F.when(~F.col("g").eqNullSafe("C"), lookup(F.col("g"), GRADES).cast("bigint"))
)
df = df.withColumn(
    "q", F.when((F.col("m") != "") & (F.char_length(F.col("m")) > 3), "long").otherwise("short")
)
df = df.withColumn("r", F.when(F.pmod(F.col("n"), F.lit(2)) == 0, "even").otherwise("odd"))
df = df.withColumn(
    "u",
    F.when(F.col("v").isNotNull() & (F.abs(F.col("v")) < 100), F.col("v").cast("bigint"))
    .otherwise(0),
)
df = df.withColumn(
    "w", F.concat(F.coalesce(F.col("g"), F.lit("nan")), F.lit("-"), F.lower(F.col("g")))
)
df = df.withColumn("x", F.coalesce((F.dayofweek(F.col("t")) + 5) % 7 >= 5, F.lit(False)))
df = df.withColumn("y", (F.col("v") <= 1) | F.col("v").isNull())
df = df.withColumn("z", F.col("v").isNull())
df = df.withColumn("aa", F.when(F.col("m") != "", F.col("m")).otherwise("none"))
df = df.withColumn(
    "bb", F.when(F.col("v") >= 0, F.nanvl(F.sqrt(F.col("v")), F.lit(None))).otherwise(0.0)
)
df = df.withColumn(
    "cc", F.when(F.col("v") > 0, F.bround(F.col("v")).cast("bigint")).otherwise(0)
)
df = df.withColumn("dd", F.col("n").isin([1, 2, 3]) | (F.col("n") > 20))
