import pandas as pd

df = pd.DataFrame({"k": ["a", None, "c"], "g": [1, 2, 3]})
df = df.replace({"k": {"a": "A"}})
below = pd.concat([df, df[df["g"] > 1]])
print(below.head(2), below.melt(id_vars="k"))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", None, "c"], "g": [1, 2, 3]}).reset_index(names="_row")
)
df = to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]).replace({"k": {"a": "A"}})
below = pd.concat([df, df[df["g"] > 1]])
print(below.head(2), below.melt(id_vars="k"))
