import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", None, "a"],
    "v": [1.0, np.nan, 3.0, 4.0],
    "n": [1, 2, 3, 4],
    "w": [0, 0, 5, 2],
})
chosen = df["k"] == "a"
df.loc[chosen, "v"] *= 1.5
df.loc[df["w"] == 0, "v"] /= 0
df.loc[df["n"] > 2, "n"] -= 3
df.loc[~chosen, "k"] += "!"
df.loc[df["n"] > 99, "n"] -= 1

# what pandas has to set itself may use columns from before
late = df.copy()
some = late["n"] > 2
late.iloc[0, 1] += 5
late.loc[some]["v"] = 0.0
late.loc[some, "n"] += late["w"]
late.loc[some, ["v", "w"]] *= 2
numbers = np.array([1.0, 2.0, 3.0, 4.0])
numbers[some] += 1
late.loc[len(late)] = ["z", 0.5, 9, 9]
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import divide, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a"],
    "v": [1.0, np.nan, 3.0, 4.0],
    "n": [1, 2, 3, 4],
    "w": [0, 0, 5, 2],
}).reset_index(names="_row"))
chosen = df.select("_row", F.coalesce(F.col("k") == "a", F.lit(False)).alias("k"))
df = df.withColumn(
    "v",
    F.when(F.coalesce(F.col("k") == "a", F.lit(False)), F.col("v") * 1.5).otherwise(F.col("v")),
)
df = df.withColumn(
    "v", F.when(F.col("w") == 0, divide(F.col("v"), F.lit(0))).otherwise(F.col("v"))
)
df = df.withColumn("n", F.when(F.col("n") > 2, F.col("n") - 3).otherwise(F.col("n")))
df = to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])
df.loc[to_pandas(
    chosen.select("_row", (~F.col("k")).alias("k")).orderBy("_row"), index=["_row"]
)["k"], "k"] += "!"
df.loc[df["n"] > 99, "n"] -= 1

# what pandas has to set itself may use columns from before
late = df.copy()
some = late["n"] > 2
late.iloc[0, 1] += 5
late.loc[some]["v"] = 0.0
late.loc[some, "n"] += late["w"]
late.loc[some, ["v", "w"]] *= 2
numbers = np.array([1.0, 2.0, 3.0, 4.0])
numbers[some] += 1
late.loc[len(late)] = ["z", 0.5, 9, 9]
