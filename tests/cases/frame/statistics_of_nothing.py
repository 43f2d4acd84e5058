import pandas as pd

df = pd.DataFrame(
    {"v": [1.5, None, 3.0], "when": pd.to_datetime(["2024-01-01", None, "2024-03-01"]), "t": pd.to_datetime([None, None, None])}
)
print(df.min(), df.max())
few = df[df["v"] > 9]
print(few.min(), few[["when", "t"]].max())
print(df.get("nope") is None, df.get("v") is None, df.get("nope", 3))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import column_values, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame(
    {"v": [1.5, None, 3.0], "when": pd.to_datetime(["2024-01-01", None, "2024-03-01"]), "t": pd.to_datetime([None, None, None])}
).reset_index(names="_row"))
print(
    column_values(
        df.agg(F.min("v").alias("v"), F.min("when").alias("when"), F.min("t").alias("t"))
    ),
    column_values(
        df.agg(F.max("v").alias("v"), F.max("when").alias("when"), F.max("t").alias("t"))
    ),
)
few = df.filter(F.col("v") > 9)
print(
    column_values(
        few.agg(F.min("v").alias("v"), F.min("when").alias("when"), F.min("t").alias("t"))
    ),
    column_values(
        few.select("_row", "when", "t").agg(F.max("when").alias("when"), F.max("t").alias("t"))
    ),
)
print(
    None is None,
    to_pandas(df.select("_row", "v").orderBy("_row"), index=["_row"])["v"] is None,
    3,
)
