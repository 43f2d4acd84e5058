import numpy as np
import pandas as pd


def smaller(frame):
    for column in frame.columns:
        kind = frame[column].dtype
        if kind != object:
            if str(kind)[:3] == "int" and frame[column].max() < np.iinfo(np.int8).max:
                frame[column] = frame[column].astype(np.int8)
            else:
                frame[column] = frame[column].astype(np.float32)
    return frame


df = pd.DataFrame({"k": ["a", "b", None], "n": [1, 2, 3], "v": [0.5, None, 2.5]})
small = smaller(df.copy())
print(small.dtypes, small)
print(df.groupby("k")["v"].sum(), df["n"].sum(), df.dtypes)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()


def smaller(frame):
    for column in frame.columns:
        kind = frame[column].dtype
        if kind != object:
            if str(kind)[:3] == "int" and frame[column].max() < np.iinfo(np.int8).max:
                frame[column] = frame[column].astype(np.int8)
            else:
                frame[column] = frame[column].astype(np.float32)
    return frame


df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None], "n": [1, 2, 3], "v": [0.5, None, 2.5]})
    .reset_index(names="_row")
)
small = smaller(to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]))
print(small.dtypes, small)
print(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
        .orderBy("k"),
        index=["k"],
    )["v"],
    scalar(df.agg(F.coalesce(F.sum("n"), F.lit(0)))),
    pd.Series(
        {"k": np.dtype("object"), "n": np.dtype("int64"), "v": np.dtype("float64")},
        dtype="object",
    ),
)
