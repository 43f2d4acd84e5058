import pandas as pd

df = pd.DataFrame({"a.b": [1, 2, 2, None], "b": [2, 3, 2, 1]})
other = pd.DataFrame({"a.b": [2.0, 5.0]})
some = df[df["a.b"].isin(other["a.b"].unique())]
rest = df[~df["a.b"].isin(other["a.b"])]
own = df[df["b"].isin(df["b"].unique())]
print(some, rest, own)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a.b": [1, 2, 2, None], "b": [2, 3, 2, 1]}).reset_index(names="_row")
)
other = spark.createDataFrame(pd.DataFrame({"a.b": [2.0, 5.0]}))
some = df.join(
    other.select(F.col("`a.b`").alias("a.b_right")),
    F.col("`a.b`").eqNullSafe(F.col("`a.b_right`")),
    "left_semi",
)
rest = df.join(
    other.select(F.col("`a.b`").alias("a.b_right")),
    F.col("`a.b`").eqNullSafe(F.col("`a.b_right`")),
    "left_anti",
)
own = df.join(df.select("b"), "b", "left_semi").select("_row", "`a.b`", "b")
print(
    to_pandas(some.orderBy("_row"), index=["_row"]),
    to_pandas(rest.orderBy("_row"), index=["_row"]),
    to_pandas(own.orderBy("_row"), index=["_row"]),
)
