import pandas as pd

df = pd.DataFrame({"v": [None, None, 3.0], "k": ["a", "a", "b"]})
df["whole"] = df["v"].round().astype("Int64")
none = df[df["k"] == "a"]
print(none["whole"].max(), none["whole"].min(), none["whole"].sum(), df["whole"].max())
df["less"] = df["v"] - df["whole"].max()
print(df["whole"].unique())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, scalar, to_pandas, whole

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"v": [None, None, 3.0], "k": ["a", "a", "b"]}).reset_index(names="_row")
)
df = df.withColumn("whole", whole(F.bround(F.col("v"))))
none = df.filter(F.col("k") == "a")
print(
    scalar(none.agg(F.max("whole")), missing=pd.NA),
    scalar(none.agg(F.min("whole")), missing=pd.NA),
    scalar(none.agg(F.coalesce(F.sum("whole"), F.lit(0)))),
    scalar(df.agg(F.max("whole")), missing=pd.NA),
)
df = df.withColumn("less", F.col("v") - lit(scalar(df.agg(F.max("whole")), missing=pd.NA)))
print(
    to_pandas(
        df.select("_row", "whole").orderBy("_row"), index=["_row"], dtypes={"whole": "Int64"}
    )["whole"]
    .unique()
)
