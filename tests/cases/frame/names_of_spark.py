import pandas as pd

df = pd.DataFrame({"_row": [3, 1, 2], "v": ["a", None, "b"]})
df["x"] = df["_row"] * 2
print(df.merge(df, on="_row"))

star = pd.DataFrame({"*": [3, 1, 2], "v": ["a", None, "b"]})
print(star["*"].sum(), star.groupby("v")["*"].max())

late = pd.DataFrame({"v": ["a", None, "b"]})
late["*"] = late["v"].isna()
late = late.rename(columns={"v": "_row"})
print(late)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = pd.DataFrame({"_row": [3, 1, 2], "v": ["a", None, "b"]})
df["x"] = df["_row"] * 2
print(df.merge(df, on="_row"))

star = pd.DataFrame({"*": [3, 1, 2], "v": ["a", None, "b"]})
print(star["*"].sum(), star.groupby("v")["*"].max())

late = spark.createDataFrame(
    pd.DataFrame({"v": ["a", None, "b"]}).reset_index(names="_row")
)
late = to_pandas(late.orderBy("_row"), index=["_row"], none=["v"])
late["*"] = late["v"].isna()
late = late.rename(columns={"v": "_row"})
print(late)
