import pandas as pd

df = pd.DataFrame({"k": ["a", "b"], "v": [1, 2], "w": [3.0, None]})
first = df.head(1)
print(first)
others = [c for c in df.columns if c != "k"] + ["k"]
both = [list(df.columns), {"names": list(df.columns)}]
df = df[others]
print(others, both, f"{list(df.columns)}")
# output
import pandas as pd
from pyspark.sql import SparkSession
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b"], "v": [1, 2], "w": [3.0, None]}).reset_index(names="_row")
)
first = df.orderBy("_row").limit(1)
print(to_pandas(first, index=["_row"]))
others = [c for c in ["k", "v", "w"] if c != "k"] + ["k"]
both = [["k", "v", "w"], {"names": ["k", "v", "w"]}]
df = df.select("_row", "v", "w", "k")
print(others, both, f"{['v', 'w', 'k']}")
