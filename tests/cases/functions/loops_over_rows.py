import numpy as np
import pandas as pd

RATES = {"a": 0.5, "b": 2.0}
df = pd.DataFrame({
    "k": ["a", "b", None, "a", "c"],
    "v": [1.5, np.nan, 0.0, -2.0, 2.5],
    "n": [3, 0, 2, -1, 3],
})
labels = []
for _, row in df.iterrows():
    if row["v"] > 1 and row["n"] > 0:
        labels.append("high")
    else:
        size = row["n"] * 2
        labels.append("low" if size > 2 else "none")
df["label"] = labels

# prices by kind
for i, row in df.iterrows():
    if row["k"] in RATES:
        df.loc[i, "v"] = row["v"] * RATES[row["k"]]
    elif pd.isnull(row["k"]):
        df.at[i, "v"] = 0

kept = []
for i, r in df.iterrows():
    if r["n"] > 0:
        kept.append(r["k"])
names = sorted(str(k) for k in kept)
print(names)


def scaled(frame, factor):
    return frame[frame["n"] > 0].assign(w=frame["v"] * factor)


piped = df.pipe(scaled, 3).pipe(scaled, factor=2)

# a frame that has to stay pandas later is one already when the loop over its rows changes it
shrinking = pd.DataFrame({"v": [3.25, -0.5, None, 0.0, 2.0]})
doubled = []
for _, item in shrinking.iterrows():
    doubled.append(item["v"] * 2 if item["v"] > 1 else 0)
shrinking["doubled"] = doubled
while len(shrinking) > 3:
    shrinking = shrinking.iloc[:-1]
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lookup, present, to_pandas

spark = SparkSession.builder.getOrCreate()

RATES = {"a": 0.5, "b": 2.0}
df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a", "c"],
    "v": [1.5, np.nan, 0.0, -2.0, 2.5],
    "n": [3, 0, 2, -1, 3],
}).reset_index(names="_row"))
df = df.withColumn(
    "label",
    F.when((F.col("v") > 1) & (F.col("n") > 0), "high")
    .otherwise(F.when(F.col("n") * 2 > 2, "low").otherwise("none")),
)

# prices by kind
df = df.withColumn(
    "v",
    F.when(F.col("k").isin(list(RATES)), F.col("v") * present(lookup(F.col("k"), RATES)))
    .when(F.col("k").isNull(), 0.0)
    .otherwise(F.col("v")),
)

kept = []
for i, r in to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]).iterrows():
    if r["n"] > 0:
        kept.append(r["k"])
names = sorted(str(k) for k in kept)
print(names)


def scaled(frame, factor):
    return frame.filter(F.col("n") > 0).withColumn("w", F.col("v") * factor)


piped = df.transform(scaled, 3).transform(scaled, factor=2)

# a frame that has to stay pandas later is one already when the loop over its rows changes it
shrinking = spark.createDataFrame(
    pd.DataFrame({"v": [3.25, -0.5, None, 0.0, 2.0]}).reset_index(names="_row")
)
shrinking = shrinking.withColumn(
    "doubled", F.when(F.col("v") > 1, F.col("v") * 2).otherwise(0.0)
)
while shrinking.count() > 3:
    shrinking = shrinking.orderBy("_row").limit(max(shrinking.count() - 1, 0))
