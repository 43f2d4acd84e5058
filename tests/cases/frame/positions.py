import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
first = df.head(2)
last = df.tail(2)
tail = df.iloc[-2:]
columns = df.iloc[:, 0:2]
row = df.iloc[0]
value = df.iloc[-1]["v"]
cell = df.iloc[2, 0]
other = df.iat[-2, 2]
print(first)
print(last)
print(row["k"], value, cell, other)
most = df.iloc[:-1]
middle = df.iloc[-3:-1]
beyond = df.tail(-1)
none = df.head(0)
turned = df[::-1]
split = int(len(df) * 0.8)
train, test = df[:split], df.iloc[split:, 1:]
picked = df.iloc[[2, 0]]
label_less = df.iloc[1:3, [0, 2]]
half = df["v"].iloc[: len(df) // 2]
flagged = df.iloc[(df["n"] > 0).values]
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
    .reset_index(names="_row")
)
first = df.orderBy("_row").limit(2)
last = df.orderBy(F.col("_row").desc()).limit(2).orderBy("_row")
tail = df.orderBy(F.col("_row").desc()).limit(2).orderBy("_row")
columns = df.select("_row", "k", "v")
row = to_pandas(df.orderBy("_row").limit(1), index=["_row"]).iloc[0]
value = to_pandas(
    df.orderBy(F.col("_row").desc()).limit(1), index=["_row"]
).iloc[0]["v"]
cell = scalar(df.orderBy("_row").limit(3).offset(2).select("k"))
other = scalar(df.orderBy(F.col("_row").desc()).limit(2).offset(1).select("n"))
print(to_pandas(first, index=["_row"]))
print(to_pandas(last, index=["_row"]))
print(row["k"], value, cell, other)
most = df.orderBy("_row").limit(max(df.count() - 1, 0))
middle = df.orderBy(F.col("_row").desc()).limit(3).offset(1).orderBy("_row")
beyond = df.orderBy("_row").offset(1)
none = df.orderBy("_row").limit(0)
turned = df.orderBy(F.col("_row").desc())
split = int(df.count() * 0.8)
train, test = df.orderBy("_row").limit(split), df.select("_row", "v", "n").orderBy("_row").offset(split)
picked = to_pandas(df.orderBy("_row").limit(3), index=["_row"]).iloc[[2, 0]]
label_less = df.select("_row", "k", "n").orderBy("_row").limit(3).offset(1)
half = df.select("_row", "v").orderBy("_row").limit(df.count() // 2)
flagged = df.filter(F.col("n") > 0)
