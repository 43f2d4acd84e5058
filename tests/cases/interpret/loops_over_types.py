import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "b", "é"],
    "i": [3, -1, 0, 2**53 + 1, 3],
    "x": [1.5, np.nan, -0.0, 2.5, np.nan],
    "t": ["q", "", "NaN", " z", "q"],
    "n": [np.nan, np.nan, np.nan, np.nan, np.nan],
})
filled = df.copy()
for col in filled.columns:
    if filled[col].dtype == "object":
        filled[col] = filled[col].fillna("none").str.upper()
    elif filled[col].dtype in ["float64", "float32"]:
        filled[col] = filled[col].fillna(filled[col].mean())
    else:
        filled[col] = filled[col] * 2
by_mode = df[["k", "i", "x"]].copy()
for c in by_mode.columns:
    if by_mode[c].isnull().sum() > 0:
        by_mode[c] = by_mode[c].fillna(by_mode[c].mode()[0])
numbers = [c for c in df.columns if df[c].dtype != object]
texts = [c for c in df.columns if df[c].dtype == "O" and c != "t"]
rest = [c for c in df.columns if c not in texts]
print(numbers, texts, rest)
means = {}
for i, c in enumerate(df.columns):
    if df[c].dtype == "object" or c == "n":
        continue
    means[c] = df[c].mean()
    if i > 1:
        break
print(means)
some = df[["i", "x"]].copy()
for place, c in enumerate(["i", "x"]):
    if place == 1:
        break
    some[c] = some[c] + 0.5
for c in ["x", "i"]:
    if some[c].max() > 1e9:
        break
    some[c] = some[c].fillna(0)
scaled = df[["i", "x"]].copy()
for c in numbers:
    if c == "n":
        continue
    scaled[c] = scaled[c].fillna(scaled[c].median())
    scaled[c + "_flag"] = scaled[c] > 0
for c in ["k", "i", "x"]:
    print(c, df[c].nunique(), df[c].value_counts())
for c in df.columns:
    if not df[c].dtype == "object" and df[c].dtype.kind == "i":
        print(c, "whole")
places = [df.columns[i] for i in [0, 2]]
widths = [len(df.columns) + i for i in range(2)]
print(places, widths, [df.shape[1] for i in range(2)], [c.upper() for c in df.columns if c != "k"])
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, most_frequent, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "b", "é"],
    "i": [3, -1, 0, 2**53 + 1, 3],
    "x": [1.5, np.nan, -0.0, 2.5, np.nan],
    "t": ["q", "", "NaN", " z", "q"],
    "n": [np.nan, np.nan, np.nan, np.nan, np.nan],
}).reset_index(names="_row"))
filled = df
for col in ["k", "i", "x", "t", "n"]:
    if col in ["k", "t"]:
        filled = filled.withColumn(col, F.upper(F.coalesce(F.col(col), F.lit("none"))))
    elif col != "i":
        filled = filled.withColumn(
            col, F.coalesce(F.col(col), lit(scalar(filled.agg(F.avg(col)))))
        )
    else:
        filled = filled.withColumn(col, F.col(col) * 2)
by_mode = df.select("_row", "k", "i", "x")
for c in ["k", "i", "x"]:
    if scalar(by_mode.agg(F.count_if(F.col(c).isNull()))) > 0:
        by_mode = by_mode.withColumn(
            c,
            F.coalesce(
                F.col(c),
                lit(scalar(most_frequent(by_mode.select(c), c).orderBy(c).limit(1).select(c)))
                .try_cast(by_mode.schema[c].dataType),
            ),
        )
numbers = ["i", "x", "n"]
texts = ["k"]
rest = [c for c in ["k", "i", "x", "t", "n"] if c not in texts]
print(numbers, texts, rest)
means = {}
for i, c in enumerate(pd.Index(["k", "i", "x", "t", "n"])):
    if c == "k":
        continue
    means[c] = scalar(df.agg(F.avg(c)))
    if i > 1:
        break
print(means)
some = df.select("_row", "i", "x")
for place, c in enumerate(["i", "x"]):
    if place == 1:
        break
    some = some.withColumn(c, F.col(c) + 0.5)
for c in ["x", "i"]:
    if scalar(some.agg(F.max(c))) > 1e9:
        break
    some = some.withColumn(c, F.coalesce(F.col(c), F.lit(0)))
scaled = df.select("_row", "i", "x")
for c in numbers:
    if c == "n":
        continue
    scaled = scaled.withColumn(
        c,
        F.coalesce(
            F.col(c), lit(scalar(scaled.agg(F.median(c)))).try_cast(scaled.schema[c].dataType)
        ),
    )
    scaled = scaled.withColumn(c + "_flag", F.coalesce(F.col(c) > 0, F.lit(False)))
for c in ["k", "i", "x"]:
    print(
        c,
        df.agg(F.countDistinct(c)).first()[0],
        to_pandas(
            df.dropna(subset=[c])
            .groupBy(c)
            .agg(F.count("*").alias("count"), F.min("_row").alias("_row"))
            .orderBy(F.col("count").desc(), "_row")
            .drop("_row"),
            index=[c],
        )["count"],
    )
for c in ["k", "i", "x", "t", "n"]:
    if c == "i":
        print(c, "whole")
places = ["k", "x"]
widths = [5, 6]
print(places, widths, [5, 5], [c.upper() for c in ["k", "i", "x", "t", "n"] if c != "k"])
