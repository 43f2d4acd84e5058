import numpy as np
import pandas as pd

df = pd.DataFrame({"s": ["a1b22", "٣x", np.nan, "", "$5.00"], "n": [1, 2, 3, 4, 5],
                   "t": pd.to_datetime(["2024-01-31", None, "2023-12-31", "2024-02-29", "2024-01-31"])})
df["letters"] = df["s"].replace(r"\d", "", regex=True)
df["swapped"] = df["s"].replace(to_replace=r"([a-z])(\d)", value=r"\2\1", regex=True)
df["plain"] = df["s"].replace(r"\$", "", regex=True).replace("", np.nan)
df["number"] = df["n"].replace("1", "x", regex=True)
wait = df["t"].max() - df["t"]
print(wait.max(), wait.min(), df["t"].diff().max())
print((df[df["n"] > 9]["t"].max() - df["t"]).max())
print(df)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import lit, scalar, scalars, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({"s": ["a1b22", "٣x", np.nan, "", "$5.00"], "n": [1, 2, 3, 4, 5],
                   "t": pd.to_datetime(["2024-01-31", None, "2023-12-31", "2024-02-29", "2024-01-31"])}).reset_index(names="_row"))
df = df.withColumn("letters", F.regexp_replace(F.col("s"), r"\p{Nd}", ""))
df = df.withColumn("swapped", F.regexp_replace(F.col("s"), r"([a-z])(\p{Nd})", "$2$1"))
df = df.withColumn(
    "plain",
    F.when(F.regexp_replace(F.col("s"), r"\$", "") == "", F.lit(None))
    .otherwise(F.regexp_replace(F.col("s"), r"\$", "")),
)
df = df.withColumn("number", F.col("n"))
wait = lit(scalar(df.agg(F.max("t")))) - F.col("t")
wait_max, wait_min, t_max = scalars(
    df.agg(F.max(wait), F.min(wait), F.max(F.when(F.col("n") > 9, F.col("t"))))
)
print(
    wait_max,
    wait_min,
    scalar(
        df.withColumn("_value", F.col("t") - F.lag("t", 1).over(Window.orderBy("_row")))
        .agg(F.max("_value"))
    ),
)
print(scalar(df.agg(F.max(lit(t_max) - F.col("t")))))
print(to_pandas(df.orderBy("_row"), index=["_row"]))
