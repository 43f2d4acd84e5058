import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
chosen = df.loc[df["v"] > 0, ["k", "n"]]
values = df.loc[df["v"] > 0, "n"]
span = df.loc[:, "v":"n"]
row = df.loc[2]
one = df.at[2, "v"]
df.loc[df["n"] > 1, "v"] = 9
df.loc[df["n"] > 1, "new"] = "A"
df.loc[df["n"] > 1, "count"] = 1
df.loc[df["n"] < 0, "v"] = np.nan
df.loc[df["n"] > 1, "w"] = df.loc[df["n"] > 1, "v"] * 2
df.loc[:, "z"] = 4
by_label = df.loc[1:2]
print(row["k"], one)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
    .reset_index(names="_row")
)
chosen = df.filter(F.col("v") > 0).select("_row", "k", "n")
values = df.filter(F.col("v") > 0).select("_row", "n")
span = df.select("_row", "v", "n")
row = to_pandas(df.filter(F.col("_row") == 2).orderBy("_row"), index=["_row"]).iloc[0]
one = scalar(df.filter(F.col("_row") == 2).select("v"))
df = df.withColumn("v", F.when(F.col("n") > 1, 9.0).otherwise(F.col("v")))
df = df.withColumn("new", F.when(F.col("n") > 1, "A"))
df = df.withColumn("count", F.when(F.col("n") > 1, 1).cast("double"))
df = df.withColumn("v", F.when(F.col("n") < 0, F.lit(None)).otherwise(F.col("v")))
df = df.withColumn("w", F.when(F.col("n") > 1, F.col("v") * 2))
df = df.withColumn("z", F.lit(4).cast("bigint"))
by_label = df.filter(F.col("_row").between(1, 2))
print(row["k"], one)
