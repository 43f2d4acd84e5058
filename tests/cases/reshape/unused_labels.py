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

# periods without rows are labels, too, so that those with rows come in order of appearance
days = pd.DataFrame({
    "k": [1, 1, 1, 2, 2],
    "t": pd.to_datetime(["2024-06-15", "2024-02-01", "2024-03-31", "2024-05-05", "2024-02-02"]),
    "v": [1.0, 2.0, 3.0, 4.0, 5.0],
})
by_month = days.groupby(["k", pd.Grouper(key="t", freq="ME")])["v"].sum()
print(by_month.unstack(0), by_month.unstack())
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

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

# periods without rows are labels, too, so that those with rows come in order of appearance
days = spark.createDataFrame(pd.DataFrame({
    "k": [1, 1, 1, 2, 2],
    "t": pd.to_datetime(["2024-06-15", "2024-02-01", "2024-03-31", "2024-05-05", "2024-02-02"]),
    "v": [1.0, 2.0, 3.0, 4.0, 5.0],
}).reset_index(names="_row"))
by_month = (
    to_pandas(days.orderBy("_row"), index=["_row"]).groupby(
        ["k", pd.Grouper(key="t", freq="ME")]
    )["v"]
    .sum()
)
print(by_month.unstack(0), by_month.unstack())
