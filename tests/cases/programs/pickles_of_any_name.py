import json

import pandas as pd

settings = json.loads('{"cache": "parked.pkl"}')
df = pd.DataFrame({"k": ["a", "b", None], "n": [1, 2, 7]})
df.to_pickle("parked.pkl")
back = pd.read_pickle(settings["cache"])
print(back["n"].sum())
# output
import json

import pandas as pd
from pyspark.sql import SparkSession
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

settings = json.loads('{"cache": "parked.pkl"}')
df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None], "n": [1, 2, 7]}).reset_index(names="_row")
)
to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]).to_pickle("parked.pkl")
back = pd.read_pickle(settings["cache"])
print(back["n"].sum())
