import numpy as np
import pandas as pd

df = pd.DataFrame({
    "v": [1.5, np.nan, -2.0, 0.0, 3.0, -7.3, np.nan], "w": [0.0, 1.0, np.nan, 2.0, 2.0, -1.0, np.nan],
    "n": [3, 1, -2, 2, -5, 0, 7], "b": [True, False, True, True, False, True, False],
})
df["filled sum"] = df["v"].add(df["w"], fill_value=0)
df["filled ratio"] = df["v"].div(df["w"], fill_value=1)
df["reflected"] = df["v"].rdiv(1)
df["square"] = df["n"] ** 2
df["root"] = df["v"] ** 0.5
df["tenths"] = df["v"] // 0.1
df["remainder"] = df["v"] % 0.7
df["points"] = df["b"] * 10 + (df["v"] > 0)
df["either"] = (df["v"] > 0) + (df["w"] > 0)
middle = round(df["w"].mean(), 1)
spread = df["n"].max() - df["n"].min()
df["scaled"] = (df["n"] - middle) / spread
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import divide, floor_quotient, lit, scalars

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "v": [1.5, np.nan, -2.0, 0.0, 3.0, -7.3, np.nan], "w": [0.0, 1.0, np.nan, 2.0, 2.0, -1.0, np.nan],
    "n": [3, 1, -2, 2, -5, 0, 7], "b": [True, False, True, True, False, True, False],
}))
df = df.withColumn(
    "filled sum",
    F.when(
        F.col("v").isNotNull() | F.col("w").isNotNull(),
        F.coalesce(F.col("v"), F.lit(0.0)) + F.coalesce(F.col("w"), F.lit(0.0)),
    ),
)
df = df.withColumn(
    "filled ratio",
    F.when(
        F.col("v").isNotNull() | F.col("w").isNotNull(),
        divide(F.coalesce(F.col("v"), F.lit(1.0)), F.coalesce(F.col("w"), F.lit(1.0))),
    ),
)
df = df.withColumn("reflected", divide(F.lit(1), F.col("v")))
df = df.withColumn("square", F.col("n") * F.col("n"))
df = df.withColumn("root", F.nanvl(F.pow(F.col("v"), 0.5), F.lit(None)))
df = df.withColumn("tenths", floor_quotient(F.col("v"), 0.1))
df = df.withColumn("remainder", F.nanvl(F.pmod(F.col("v"), F.lit(0.7)), F.lit(None)))
df = df.withColumn(
    "points",
    F.col("b").cast("bigint") * 10 + F.coalesce(F.col("v") > 0, F.lit(False)).cast("bigint"),
)
df = df.withColumn("either", F.coalesce((F.col("v") > 0) | (F.col("w") > 0), F.lit(False)))
w_mean, n_max, n_min = scalars(df.agg(F.avg("w"), F.max("n"), F.min("n")))
middle = round(w_mean, 1)
spread = n_max - n_min
df = df.withColumn("scaled", divide(F.col("n") - lit(middle), lit(spread)))
