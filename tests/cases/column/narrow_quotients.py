import pandas as pd

df = pd.DataFrame({"x": [0.1, 0.3, None, 0.0, -7.0], "y": [0.3, 0.0, 1.0, 0.0, 3.0]})
df["x"] = df["x"].astype("float32")
df["y"] = df["y"].astype("float32")
df["ratio"] = df["x"] / df["y"]
df["third"] = df["x"] / 3
df["wide"] = df["x"] / df["y"].astype("float64")
print(df.dtypes)
print(df["ratio"].tolist())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
import numpy as np
from pandas_parity import divide, from_pandas, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"x": [0.1, 0.3, None, 0.0, -7.0], "y": [0.3, 0.0, 1.0, 0.0, 3.0]})
    .reset_index(names="_row")
)
df = to_pandas(df.orderBy("_row"), index=["_row"])
df["x"] = df["x"].astype("float32")
df["y"] = df["y"].astype("float32")
df = from_pandas(df.reset_index(names="_row"), {"_row": "BIGINT", "x": "FLOAT", "y": "FLOAT"})
df = df.withColumn("ratio", divide(F.col("x"), F.col("y")).cast("float"))
df = to_pandas(df.orderBy("_row"), index=["_row"])
df["third"] = df["x"] / 3
df = from_pandas(
    df.reset_index(names="_row"),
    {"_row": "BIGINT", "x": "FLOAT", "y": "FLOAT", "ratio": "FLOAT", "third": "FLOAT"},
)
df = df.withColumn("wide", divide(F.col("x"), F.col("y").cast("double")))
print(
    pd.Series(
        {
            "x": np.dtype("float32"),
            "y": np.dtype("float32"),
            "ratio": np.dtype("float32"),
            "third": np.dtype("float32"),
            "wide": np.dtype("float64"),
        },
        dtype="object",
    )
)
print(to_pandas(df.orderBy("_row").select("ratio"))["ratio"].tolist())
