import hashlib
import re

import numpy as np
import pandas as pd

STEPS = [1, 2, 5]
NAMES = {"a": "first", "b": "second"}
STOP = {"the", "of"}
df = pd.DataFrame({
    "k": ["a", "b", "the ä of b", "a", "c"],
    "t": ["x 1", None, "", "Déjà vu", "the end of it"],
    "v": [1.5, np.nan, 0.0, -2.0, 2.5],
    "n": [3, 0, 2, -1, 3],
    "m": [True, False, True, True, False],
})
df["w"] = np.where(df["n"] > 0, df["v"], 7.0)


def bucket(v):
    for i, step in enumerate(STEPS):
        if v < step:
            return i
    return len(STEPS)


def digest(text, size=6):
    return hashlib.md5(text.encode()).hexdigest()[:size]


def words(text):
    if text is None:
        return None
    kept = [w for w in re.split(r"\s+", text.lower()) if w not in STOP]
    return " ".join(kept)


def vowels(text):
    return sum(c in "aeiou" for c in text)


def halvings(n):
    count = 0
    while n > 1:
        n = n // 2
        count += 1
    return count


def mean_of_row(row):
    total, seen = 0.0, 0
    for label in ("v", "w"):
        value = row[label]
        if not pd.isna(value):
            total += value
            seen += 1
    while total > 100:
        total = total / 2
    return total / max(seen, 1)


def shown(row):
    parts = []
    parts.append(f"{row['k']}={row['n']}")
    parts.append(type(row["n"]).__name__)
    return "|".join(str(p) for p in parts)


def even(n):
    while n > 1:
        n -= 2
    return n == 0


def same_or_none(text):
    while text.endswith("x"):
        text = text[:-1]
    return text if len(text) > 1 else None


def drawn(v):
    return v + np.random.rand() * 0


df["bucket"] = df["v"].apply(bucket)
df["digest"] = df["k"].map(digest)
df["words"] = df["t"].apply(words)
df["vowels"] = df["k"].map(vowels)
df["halvings"] = df["n"].map(halvings)
df["row"] = df.apply(mean_of_row, axis=1)
df["shown"] = df.apply(shown, axis=1)
df["even"] = df["n"].apply(even)
df["same"] = df["k"].map(same_or_none)
df["skipped"] = df["t"].map(lambda s: s[::-1].split("x")[0], na_action="ignore")
counts = df.groupby("bucket")["v"].sum().reset_index()
alone = df["k"].map(digest)
positive = df[df["n"] > 0].sort_values("n")
positive["h"] = positive["n"].map(halvings)
few = df[df["v"] > 2].copy()
few["bucket"] = few["v"].apply(bucket)
random_ones = df["v"].apply(drawn)
# output
import hashlib
import re

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import map_rows, map_values, to_pandas

spark = SparkSession.builder.getOrCreate()

STEPS = [1, 2, 5]
NAMES = {"a": "first", "b": "second"}
STOP = {"the", "of"}
df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", "the ä of b", "a", "c"],
    "t": ["x 1", None, "", "Déjà vu", "the end of it"],
    "v": [1.5, np.nan, 0.0, -2.0, 2.5],
    "n": [3, 0, 2, -1, 3],
    "m": [True, False, True, True, False],
}).reset_index(names="_row"))
df = df.withColumn("w", F.when(F.col("n") > 0, F.col("v")).otherwise(7.0))


def bucket(v):
    for i, step in enumerate(STEPS):
        if v < step:
            return i
    return len(STEPS)


def digest(text, size=6):
    return hashlib.md5(text.encode()).hexdigest()[:size]


def words(text):
    if text is None:
        return None
    kept = [w for w in re.split(r"\s+", text.lower()) if w not in STOP]
    return " ".join(kept)


def vowels(text):
    return sum(c in "aeiou" for c in text)


def halvings(n):
    count = 0
    while n > 1:
        n = n // 2
        count += 1
    return count


def mean_of_row(row):
    total, seen = 0.0, 0
    for label in ("v", "w"):
        value = row[label]
        if not pd.isna(value):
            total += value
            seen += 1
    while total > 100:
        total = total / 2
    return total / max(seen, 1)


def shown(row):
    parts = []
    parts.append(f"{row['k']}={row['n']}")
    parts.append(type(row["n"]).__name__)
    return "|".join(str(p) for p in parts)


def even(n):
    while n > 1:
        n -= 2
    return n == 0


def same_or_none(text):
    while text.endswith("x"):
        text = text[:-1]
    return text if len(text) > 1 else None


def drawn(v):
    return v + np.random.rand() * 0


df = df.withColumn("bucket", map_values(F.col("v"), bucket, "bigint"))
df = df.withColumn("digest", map_values(F.col("k"), digest, "string"))
df = df.withColumn("words", map_values(F.col("t"), words, "string", none=True))
df = df.withColumn("vowels", map_values(F.col("k"), vowels, "bigint"))
df = df.withColumn("halvings", map_values(F.col("n"), halvings, "bigint"))
df = df.withColumn("row", map_rows(F.struct("v", "w"), mean_of_row, "double", objects=True))
df = df.withColumn("shown", map_rows(F.struct("k", "n"), shown, "string", objects=True))
df = df.withColumn("even", map_values(F.col("n"), even, "boolean"))
df = df.withColumn("same", map_values(F.col("k"), same_or_none, "string"))
df = df.withColumn(
    "skipped",
    F.when(F.col("t").isNull(), None).otherwise(
        F.get(F.split(F.reverse(F.col("t")), "x", -1), 0)
    ),
)
counts = df.groupBy("bucket").agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
alone = map_values(F.col("k"), digest, "string")
positive = df.filter(F.col("n") > 0).orderBy("n", "_row")
positive = positive.withColumn("h", map_values(F.col("n"), halvings, "bigint"))
few = df.filter(F.col("v") > 2)
few = few.withColumn("bucket", map_values(F.col("v"), bucket, "bigint"))
random_ones = (
    to_pandas(df.select("_row", "v").orderBy("_row"), index=["_row"])["v"]
    .apply(drawn)
)
