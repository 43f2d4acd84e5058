import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", "a", "a", np.nan, "c"],
    "s": ["05", "28", "31", np.nan, "00", "01"],
    "v": [1, 2, 3, 4, 5, 2],
})
table = df.groupby(["k", "s"])["v"].sum().unstack()
sums = df.groupby(["k", "s"])["v"].sum()
flat = sums.reset_index()
print(table)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", "a", "a", np.nan, "c"],
    "s": ["05", "28", "31", np.nan, "00", "01"],
    "v": [1, 2, 3, 4, 5, 2],
}).reset_index(names="_row"))
table = (
    to_pandas(df.orderBy("_row"), index=["_row"]).groupby(["k", "s"])["v"]
    .sum()
    .unstack()
)
sums = df.dropna(subset=["k", "s"]).groupBy("k", "s").agg(F.sum("v").alias("v"))
flat = sums
print(table)
