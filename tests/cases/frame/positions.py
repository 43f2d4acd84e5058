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
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
    .reset_index(names="_row"),
)
first = df.orderBy("_row").limit(2)
last = df.orderBy(F.col("_row").desc()).limit(2).orderBy("_row")
tail = df.orderBy(F.col("_row").desc()).limit(2).orderBy("_row")
columns = df.select("_row", "k", "v")
row = to_pandas(df.orderBy("_row").limit(1), index=["_row"]).iloc[0]
value = to_pandas(df.orderBy(F.col("_row").desc()).limit(1), index=["_row"]).iloc[0]["v"]
cell = scalar(df.orderBy("_row").limit(3).offset(2).select("k"))
other = scalar(df.orderBy(F.col("_row").desc()).limit(2).offset(1).select("n"))
print(to_pandas(first.orderBy("_row"), index=["_row"]))
print(to_pandas(last.orderBy("_row"), index=["_row"]))
print(row["k"], value, cell, other)
