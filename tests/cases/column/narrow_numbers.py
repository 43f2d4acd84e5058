"""Parts of times are 32 bits wide, but floats where a time is missing: then products do not overflow."""

import numpy as np
import pandas as pd

df = pd.DataFrame({"t": pd.to_datetime(["2024-01-01 23:00:00", None]), " a": ["x", "x"], "m": [0, 0]})
seconds = (df["t"] - pd.Timestamp("2024-01-01")).dt.seconds
df["square"] = np.square(seconds)
df["product"] = seconds * 100000
df["year"] = df["t"].dt.year * 1000000 + df["t"].dt.month

# a name with blanks, and quantiles that leave no bin
df["before"] = df.groupby(" a")["m"].shift(1)
df["bin"] = pd.qcut(df["m"], 2, duplicates="drop")
print(df)
# output
"""Parts of times are 32 bits wide, but floats where a time is missing: then products do not overflow."""

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import binned, intervals, quantile_edges, seconds_of_day, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(
    pd.DataFrame({"t": pd.to_datetime(["2024-01-01 23:00:00", None]), " a": ["x", "x"], "m": [0, 0]})
    .reset_index(names="_row")
)
seconds = (
    seconds_of_day(F.col("t") - F.lit("2024-01-01").cast("timestamp_ntz"))
    .cast("int")
)
df = df.withColumn("square", seconds.cast("double") * seconds.cast("double"))
df = df.withColumn("product", seconds.cast("double") * 100000)
df = df.withColumn(
    "year", F.year(F.col("t")).cast("double") * 1000000 + F.month(F.col("t")).cast("double")
)

# a name with blanks, and quantiles that leave no bin
df = df.withColumn(
    "before",
    F.when(
        F.col("` a`").isNotNull(),
        F.lag("m", 1).over(Window.partitionBy(F.col("` a`")).orderBy("_row")).cast("double"),
    ),
).cache()
m_edges = quantile_edges(df, "m", 2, duplicates="drop")
df = df.withColumn(
    "bin", binned(F.col("m"), m_edges, intervals(m_edges, lowest=True), lowest=True)
)
print(
    to_pandas(
        df.orderBy("_row"), index=["_row"], dtypes={"bin": intervals(m_edges, lowest=True)}
    )
)
