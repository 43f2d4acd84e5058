import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "a", None], "a.b": [1.0, 2.0, None, 4.0]})
shares = df.groupby("k")[["a.b"]].quantile([0.25, 0.5])
# output
import pandas as pd
from pyspark.sql import SparkSession
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "a", None], "a.b": [1.0, 2.0, None, 4.0]})
    .reset_index(names="_row")
)
shares = (
    to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]).groupby("k")[["a.b"]]
    .quantile([0.25, 0.5])
)
