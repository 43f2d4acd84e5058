"""A loop that treats whole numbers and floats alike leaves what is known of the other columns."""
import pandas as pd

df = pd.DataFrame({"f": [1.5, None, 3.0], "n": [1, 2, 3], "m": [4, 5, 6], "s": ["a", None, "c"]})
for column in ("f", "n"):
    df[column] = df[column].fillna(0)
df["m"] = df["m"].astype(str)
print(df)
for column in ["s"]:
    df[column] = df[column].fillna("none")
print(df["m"] + df["s"])
print(df[df["n"] > 1])
# output
"""A loop that treats whole numbers and floats alike leaves what is known of the other columns."""
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"f": [1.5, None, 3.0], "n": [1, 2, 3], "m": [4, 5, 6], "s": ["a", None, "c"]})
    .reset_index(names="_row")
)
for column in ("f", "n"):
    df = df.withColumn(column, F.coalesce(F.col(column), F.lit(0)))
df = df.withColumn("m", F.col("m").cast("string"))
print(to_pandas(df.orderBy("_row"), index=["_row"], none=["s"]))
for column in ["s"]:
    df = df.withColumn(column, F.coalesce(F.col(column), F.lit("none")))
print(
    to_pandas(
        df.select("_row", F.concat(F.col("m"), F.col("s")).alias("value")).orderBy("_row"),
        index=["_row"],
    )["value"]
    .rename(None)
)
print(to_pandas(df.filter(F.col("n") > 1).orderBy("_row"), index=["_row"]))
