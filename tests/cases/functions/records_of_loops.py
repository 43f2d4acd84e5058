import numpy as np
import pandas as pd

RATES = {"a": 0.5, "b": 2.0}
df = pd.DataFrame({
    "k": ["b", "a", None, "a", "c"],
    "v": [1.5, np.nan, 0.0, -2.0, 2.5],
    "n": [3, 0, 2, -1, 3],
    "when": pd.to_datetime(["2024-02-29 00:00", None, "2024-01-01 10:00", "2023-12-31 23:59", "2024-03-01 00:00"]),
})

rows = []
for _, row in df.iterrows():
    level = "high" if row["v"] > 1 else "low"
    rows.append({"k": row["k"], "level": level, "double": row["v"] * 2, "n": row["n"] + 1, "when": row["when"]})
records = pd.DataFrame(rows)

# only some rows
chosen = []
for item in df.itertuples(index=False):
    if item.n > 0 and item.v > 0:
        chosen.append((item.k, item.v / item.n))
some = pd.DataFrame(chosen, columns=["key", "share"])

found = []
for entry in df.to_dict("records"):
    if entry["n"] < 0:
        continue
    if entry["n"] > 2:
        found.append({"n": entry["n"], "kind": "many"})
    else:
        found.append({"n": entry["n"], "kind": "few"})
kinds = pd.DataFrame(found).sort_values("n")


def summary(frame):
    rows = []
    for key, part in frame.groupby("k"):
        total = part["v"].sum()
        rows.append({"total": total, "key": key, "rows": len(part), "spread": part["n"].max() - part["n"].min()})
    return pd.DataFrame(rows)


sums = summary(df)
result = []
for (k, n), g in df.groupby(["k", "n"]):
    result.append([k, n, g["v"].mean()])
result = pd.DataFrame(result, columns=["k", "n", "mean"])

totals = []
for n in df["n"].unique():
    sub = df[df["n"] == n]
    totals.append({"n": n, "largest": sub["v"].max(), "share": sub["v"].sum() / 2})
by_number = pd.DataFrame(totals)
ordered = []
for n in sorted(df["n"].unique()):
    part = df[df["n"] == n]
    ordered.append({"n": n, "rows": len(part)})
counts = pd.DataFrame(ordered)

# rows without an order, a frame with other labels
late = df[df["n"] > 0].sort_values("v", ascending=False)
kept = []
for i, r in late.iterrows():
    kept.append({"k": r["k"], "v": round(r["v"], 1)})
renumbered = pd.DataFrame(kept)

# names that other loops use again, numbers of Python, a list that is read later
rows = []
for key, part in df.groupby("k"):
    mean = round(part["v"].mean(), 1)
    rows.append({"key": key, "mean": mean, "n": int(part["n"].sum()), "sum": float(part["n"].sum())})
rounded = pd.DataFrame(rows)
rows = []
for key, part in df.groupby("n"):
    rows.append({"n": key, "last": part["when"].max()})
last = pd.DataFrame(rows)
print(len(rows))


def stops(frame):
    seen = []
    for row in frame.itertuples():
        if row.n < 0:
            return None
        seen.append({"n": row.n})
    return pd.DataFrame(seen)


none = stops(df)

# a frame made of no records has no columns
few = pd.DataFrame({"k": ["a", "b"], "v": [1.0, 2.0]})
none = []
for _place, record in few[few["v"] > 5].iterrows():
    none.append({"k": record["k"], "double": record["v"] * 2})
nothing = pd.DataFrame(none)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import python_round, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

RATES = {"a": 0.5, "b": 2.0}
df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "a", "c"],
    "v": [1.5, np.nan, 0.0, -2.0, 2.5],
    "n": [3, 0, 2, -1, 3],
    "when": pd.to_datetime(["2024-02-29 00:00", None, "2024-01-01 10:00", "2023-12-31 23:59", "2024-03-01 00:00"]),
}).reset_index(names="_row"))

records = (
    df.select(
        "_row",
        "k",
        F.when(F.col("v") > 1, "high").otherwise("low").alias("level"),
        (F.col("v") * 2).alias("double"),
        (F.col("n") + 1).alias("n"),
        "when",
    )
    .drop("_row")
)

# only some rows
some = (
    df.filter((F.col("n") > 0) & (F.col("v") > 0))
    .select("_row", F.col("k").alias("key"), (F.col("v") / F.col("n")).alias("share"))
    .drop("_row")
)

kinds = (
    df.filter(F.col("n") >= 0)
    .select("_row", "n", F.when(F.col("n") > 2, "many").otherwise("few").alias("kind"))
    .drop("_row")
    .orderBy("n")
)


def summary(frame):
    return (
        frame.dropna(subset=["k"])
        .groupBy("k")
        .agg(
            F.coalesce(F.sum("v"), F.lit(0.0)).alias("total"),
            F.count("*").alias("rows"),
            (F.max("n") - F.min("n")).alias("spread"),
        )
        .withColumnRenamed("k", "key")
        .select("total", "key", "rows", "spread")
    )


sums = summary(df)
result = df.dropna(subset=["k"]).groupBy("k", "n").agg(F.avg("v").alias("mean"))

by_number = (
    df.groupBy("n")
    .agg(F.max("v").alias("largest"), (F.coalesce(F.sum("v"), F.lit(0.0)) / 2).alias("share"))
)
counts = df.groupBy("n").agg(F.count("*").alias("rows"))

# rows without an order, a frame with other labels
late = df.filter(F.col("n") > 0).orderBy(F.col("v").desc_nulls_last(), "_row")
renumbered = (
    late.select(
        "_row", F.col("v").alias("_sort_v"), "k", python_round(F.col("v"), 1).alias("v")
    )
    .drop("_row")
)

# names that other loops use again, numbers of Python, a list that is read later
rounded = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        (F.bround(F.avg("v") * 10) / 10).alias("mean"),
        F.sum("n").alias("n"),
        F.sum("n").cast("double").alias("sum"),
    )
    .withColumnRenamed("k", "key")
)
rows = []
for key, part in to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]).groupby("n"):
    rows.append({"n": key, "last": part["when"].max()})
last = pd.DataFrame(rows)
print(len(rows))


def stops(frame):
    seen = []
    for row in to_pandas(frame.orderBy("_row"), index=["_row"], none=["k"]).itertuples():
        if row.n < 0:
            return None
        seen.append({"n": row.n})
    return pd.DataFrame(seen)


none = stops(df)

# a frame made of no records has no columns
few = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b"], "v": [1.0, 2.0]}).reset_index(names="_row")
)
none = []
for _place, record in (
    to_pandas(few.filter(F.col("v") > 5).orderBy("_row"), index=["_row"])
    .iterrows()
):
    none.append({"k": record["k"], "double": record["v"] * 2})
nothing = pd.DataFrame(none)
