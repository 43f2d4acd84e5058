import numpy as np
import pandas as pd

s = ["Apple pie", "banana", None, "a.b.c", "  pad ", "ÉCOLE straße", "x1y22", "", "ß-ok", "ǆ tail'S", "ΑΣ ΣΑΣ", "-42", "+7"]
df = pd.DataFrame({"s": s, "k": ["a", None, "b", "", "c", "d", "e", "f", None, "g", "h", "i", "j"]})
full = pd.DataFrame({"t": ["a-1", "bb-22", "ccc-333", "", "é-4"]})
df["lower"] = df["s"].str.lower()
df["title"] = df["s"].str.title()
df["capital"] = df["s"].str.capitalize()
df["swapped"] = df["s"].str.swapcase()
df["left"] = df["s"].str.ljust(8, "*")
df["right"] = df["s"].str.pad(8)
df["center"] = df["s"].str.center(9, "*")
df["center_even"] = df["s"].str.pad(10, side="both")
df["zeros"] = df["s"].str.zfill(7)
df["twice"] = df["s"].str.repeat(2)
df["head"] = df["s"].str[:2]
df["tail"] = df["s"].str[-3:]
df["inner"] = df["s"].str[1:-1]
df["far"] = df["s"].str[-5:-2]
df["back"] = df["s"].str[::-1]
df["last"] = df["s"].str[-1]
df["second"] = df["s"].str.get(1)
df["sliced"] = df["s"].str.slice(2, 5)
df["other"] = df["s"].str.slice_replace(1, 3, "Z")
df["start"] = df["s"].str.removeprefix("x1")
df["end"] = df["s"].str.removesuffix("pie")
df["stripped"] = df["s"].str.strip("ae ")
df["size"] = df["s"].str.len()
df["at"] = df["s"].str.find("a")
df["at_last"] = df["s"].str.rfind("a")
df["at_two"] = df["s"].str.find("a", 2)
df["joined"] = df["s"].str.cat(df["k"], sep="-")
df["filled"] = df["s"].str.cat([df["k"], df["s"]], sep="+", na_rep="?")
df["moved"] = df["s"].str.translate({97: "X", 98: 89, 99: None})
df["spread"] = df["s"].str.join("|")
full["size"] = full["t"].str.len()
full["size_bytes"] = full["t"].str.len() + 1
full["first"] = full["t"].str.startswith(("a", "b"))
kinds = pd.DataFrame({"t": ["abc", "ABC", "123", "²3", "½", "一", " \t", "", "aB1", "ǅ", "1.5", "٣"]})
kinds["alpha"] = kinds["t"].str.isalpha()
kinds["upper"] = kinds["t"].str.isupper()
kinds["lower"] = kinds["t"].str.islower()
kinds["decimal"] = kinds["t"].str.isdecimal()
kinds["digit"] = kinds["t"].str.isdigit()
kinds["numeric"] = kinds["t"].str.isnumeric()
kinds["alnum"] = kinds["t"].str.isalnum()
kinds["space"] = kinds["t"].str.isspace()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import (
    capitalize,
    center,
    characters,
    is_alnum,
    is_digit,
    is_lower,
    is_numeric,
    is_upper,
    rfind,
    slice_replace,
    slice_text,
    strip,
    swapcase,
    title,
    zfill,
)

spark = SparkSession.builder.getOrCreate()

s = ["Apple pie", "banana", None, "a.b.c", "  pad ", "ÉCOLE straße", "x1y22", "", "ß-ok", "ǆ tail'S", "ΑΣ ΣΑΣ", "-42", "+7"]
df = spark.createDataFrame(
    pd.DataFrame({"s": s, "k": ["a", None, "b", "", "c", "d", "e", "f", None, "g", "h", "i", "j"]})
)
full = spark.createDataFrame(pd.DataFrame({"t": ["a-1", "bb-22", "ccc-333", "", "é-4"]}))
df = df.withColumn("lower", F.lower(F.col("s")))
df = df.withColumn("title", title(F.col("s")))
df = df.withColumn("capital", capitalize(F.col("s")))
df = df.withColumn("swapped", swapcase(F.col("s")))
df = df.withColumn(
    "left", F.rpad(F.col("s"), F.greatest(F.char_length(F.col("s")), F.lit(8)), "*")
)
df = df.withColumn(
    "right", F.lpad(F.col("s"), F.greatest(F.char_length(F.col("s")), F.lit(8)), " ")
)
df = df.withColumn("center", center(F.col("s"), 9, "*"))
df = df.withColumn("center_even", center(F.col("s"), 10))
df = df.withColumn("zeros", zfill(F.col("s"), 7))
df = df.withColumn("twice", F.repeat(F.col("s"), F.lit(2)))
df = df.withColumn("head", F.substring(F.col("s"), 1, 2))
df = df.withColumn("tail", F.right(F.col("s"), F.lit(3)))
df = df.withColumn("inner", slice_text(F.col("s"), 1, -1))
df = df.withColumn("far", slice_text(F.col("s"), -5, -2))
df = df.withColumn("back", F.reverse(F.col("s")))
df = df.withColumn(
    "last", F.when(F.char_length(F.col("s")) >= 1, F.substring(F.col("s"), -1, 1))
)
df = df.withColumn("second", F.nullif(F.substring(F.col("s"), 2, 1), F.lit("")))
df = df.withColumn("sliced", F.substring(F.col("s"), 3, 3))
df = df.withColumn("other", slice_replace(F.col("s"), 1, 3, "Z"))
df = df.withColumn(
    "start",
    F.when(F.startswith(F.col("s"), F.lit("x1")), F.substring(F.col("s"), 3, 2147483647))
    .otherwise(F.col("s")),
)
df = df.withColumn(
    "end",
    F.when(F.endswith(F.col("s"), F.lit("pie")), slice_text(F.col("s"), 0, -3))
    .otherwise(F.col("s")),
)
df = df.withColumn("stripped", F.btrim(F.col("s"), F.lit("ae ")))
df = df.withColumn("size", F.char_length(F.col("s")).cast("double"))
df = df.withColumn("at", (F.instr(F.col("s"), "a") - 1).cast("double"))
df = df.withColumn("at_last", rfind(F.col("s"), "a").cast("double"))
df = df.withColumn("at_two", (F.locate("a", F.col("s"), 3) - 1).cast("double"))
df = df.withColumn("joined", F.concat(F.col("s"), F.lit("-"), F.col("k")))
df = df.withColumn(
    "filled",
    F.concat(
        F.coalesce(F.col("s"), F.lit("?")),
        F.lit("+"),
        F.coalesce(F.col("k"), F.lit("?")),
        F.lit("+"),
        F.coalesce(F.col("s"), F.lit("?")),
    ),
)
df = df.withColumn("moved", F.translate(F.col("s"), "abc", "XY"))
df = df.withColumn("spread", F.array_join(characters(F.col("s")), "|"))
full = full.withColumn("size", F.char_length(F.col("t")).cast("bigint"))
full = full.withColumn("size_bytes", F.char_length(F.col("t")).cast("bigint") + 1)
full = full.withColumn(
    "first", F.coalesce(F.col("t").startswith("a") | F.col("t").startswith("b"), F.lit(False))
)
kinds = spark.createDataFrame(
    pd.DataFrame({"t": ["abc", "ABC", "123", "²3", "½", "一", " \t", "", "aB1", "ǅ", "1.5", "٣"]})
)
kinds = kinds.withColumn("alpha", F.coalesce(F.col("t").rlike(r"\A\p{L}+\z"), F.lit(False)))
kinds = kinds.withColumn("upper", F.coalesce(is_upper(F.col("t")), F.lit(False)))
kinds = kinds.withColumn("lower", F.coalesce(is_lower(F.col("t")), F.lit(False)))
kinds = kinds.withColumn("decimal", F.coalesce(F.col("t").rlike(r"\A\p{Nd}+\z"), F.lit(False)))
kinds = kinds.withColumn("digit", F.coalesce(is_digit(F.col("t")), F.lit(False)))
kinds = kinds.withColumn("numeric", F.coalesce(is_numeric(F.col("t")), F.lit(False)))
kinds = kinds.withColumn("alnum", F.coalesce(is_alnum(F.col("t")), F.lit(False)))
kinds = kinds.withColumn(
    "space", F.coalesce((F.col("t") != "") & (strip(F.col("t")) == ""), F.lit(False))
)
