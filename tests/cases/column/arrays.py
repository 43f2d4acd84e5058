import numpy as np
import pandas as pd

df = pd.DataFrame({"v": [1.5, np.nan, 0.0], "n": [1, 2, 3]})
print(df["v"].mean(), df["v"].values.mean(), df["n"].values.sum())
values = df["v"].values
first = values[:2]
df["w"] = values * 2
df["flag"] = df["n"].to_numpy() > 1

# the name and the labels are those of the Series, whatever the array was made of
shifted = df["v"] + np.where(df["n"] > 1, df["n"], 0)
above = np.where(df["n"] > 1, 1.0, 0.5) < df["v"]
larger = np.maximum(df["n"], df["n"].to_numpy() * 2)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalars, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"v": [1.5, np.nan, 0.0], "n": [1, 2, 3]}).reset_index(names="_row")
)
v_mean, n_sum = scalars(df.agg(F.avg("v"), F.coalesce(F.sum("n"), F.lit(0))))
print(v_mean, to_pandas(df.orderBy("_row").select("v"))["v"].to_numpy().mean(), n_sum)
values = F.col("v")
first = df.select("_row", "v").orderBy("_row").limit(2)
df = df.withColumn("w", values * 2)
df = df.withColumn("flag", F.col("n") > 1)

# the name and the labels are those of the Series, whatever the array was made of
shifted = F.col("v") + F.when(F.col("n") > 1, F.col("n")).otherwise(0).cast("bigint")
above = F.coalesce(
    F.when(F.col("n") > 1, 1.0).otherwise(0.5) < F.col("v"), F.lit(False)
)
larger = F.greatest(F.col("n"), F.col("n") * 2)
