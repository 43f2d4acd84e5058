import numpy as np
import pandas as pd

df = pd.DataFrame({
    "v": [1.0, 0.1, -2.5e-7, 1e16, 123456789.125, np.nan, 2e-3, 1e22, -0.0],
    "n": [1, 2, 3, 4, 5, 6, 7, 8, 9],
})
df["text"] = df["v"].astype(str)
df["share"] = (df["n"] / 3).round(2).astype(str) + "%"
whole = df[df["v"].astype(str) == "1.0"]
lengths = df["v"].astype(str).str.len()
counts = df["text"].value_counts()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import map_values

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "v": [1.0, 0.1, -2.5e-7, 1e16, 123456789.125, np.nan, 2e-3, 1e22, -0.0],
    "n": [1, 2, 3, 4, 5, 6, 7, 8, 9],
}))
df = df.withColumn("text", map_values(F.col("v"), str, "string"))
df = df.withColumn(
    "share",
    F.concat(map_values(F.bround(F.col("n") / 3 * 100) / 100, str, "string"), F.lit("%")),
)
whole = df.filter(map_values(F.col("v"), str, "string") == "1.0")
lengths = F.char_length(map_values(F.col("v"), str, "string")).cast("bigint")
counts = df.groupBy("text").agg(F.count("*").alias("count"))
