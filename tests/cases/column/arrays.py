import numpy as np
import pandas as pd

df = pd.DataFrame({"v": [1.5, np.nan, 0.0], "n": [1, 2, 3]})
print(df["v"].mean(), df["v"].values.mean(), df["n"].values.sum())
values = df["v"].values
first = values[:2]
df["w"] = values * 2
df["flag"] = df["n"].to_numpy() > 1
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"v": [1.5, np.nan, 0.0], "n": [1, 2, 3]}).reset_index(names="_row")
)
print(scalar(df.agg(F.avg("v"))), to_pandas(df.orderBy("_row").select("v"))["v"].to_numpy().mean(), to_pandas(df.orderBy("_row").select("n"))["n"].to_numpy().sum())
values = F.col("v")
first = to_pandas(df.orderBy("_row").select("v"))["v"].to_numpy()[:2]
df = df.withColumn("w", values * 2)
df = df.withColumn("flag", F.col("n") > 1)
