import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["b", "a", None, "b"], "n": [30, 1, 2, 2], "v": [1.5, np.nan, 0.0, 1.0]})
for frame in [df]:
    frame["w"] = frame["n"] * 2
    frame.loc[frame["v"] > 1, "w"] = 0
print(df.groupby("k")["w"].sum())
for frame in (df,):
    frame["x"] = frame["w"] + 1
print(df["x"].sum())
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "a", None, "b"], "n": [30, 1, 2, 2], "v": [1.5, np.nan, 0.0, 1.0]})
)
frames = [df]
for number, frame in enumerate(frames):
    frame = frame.withColumn("w", F.col("n") * 2)
    frame = frame.withColumn("w", F.when(F.col("v") > 1, 0).otherwise(F.col("w")))
    frames[number] = frame
df = frames[0]
print(
    to_pandas(
        df.dropna(subset=["k"]).groupBy("k").agg(F.sum("w").alias("w")).orderBy("k"),
        index=["k"],
    )["w"]
)
frames = [df]
for number, frame in enumerate(frames):
    frame = frame.withColumn("x", F.col("w") + 1)
    frames[number] = frame
df = frames[0]
print(scalar(df.agg(F.coalesce(F.sum("x"), F.lit(0)))))
