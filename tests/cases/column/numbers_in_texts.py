import pandas as pd

df = pd.DataFrame({"s": ["1,2", "3,4"], "t": ["a7", "b8"]})
both = df["s"].str.split(",", expand=True).astype(int)
df["sum"] = both[0] + both[1]
df["number"] = df["t"].str.extract(r"(\d+)").astype(int)
df[["x", "y"]] = df["s"].str.split(",", expand=True).astype(float)
print(both)
print(df)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import present, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"s": ["1,2", "3,4"], "t": ["a7", "b8"]}).reset_index(names="_row")
)
both = F.split(F.col("s"), ",", -1)
df = df.withColumn(
    "sum",
    present(F.get(F.split(F.col("s"), ",", -1), 0)).cast("bigint")
    + present(F.get(F.split(F.col("s"), ",", -1), 1)).cast("bigint"),
)
df = df.withColumn(
    "number",
    present(F.nullif(F.regexp_extract(F.col("t"), r"(\p{Nd}+)", 1), F.lit(""))).cast("bigint"),
)
df = df.withColumns({
    "x": F.nanvl(F.get(F.split(F.col("s"), ",", -1), 0).cast("double"), F.lit(None)),
    "y": F.nanvl(F.get(F.split(F.col("s"), ",", -1), 1).cast("double"), F.lit(None)),
})
print(
    to_pandas(df.select("_row", "s").orderBy("_row"), index=["_row"])["s"].str
    .split(",", expand=True)
    .astype(int)
)
print(to_pandas(df.orderBy("_row"), index=["_row"]))
