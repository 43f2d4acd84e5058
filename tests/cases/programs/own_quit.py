"""A function of the program that is called ``quit`` ends nothing; the one of Python, and that of ``sys``, end the program."""
import sys

import pandas as pd

df = pd.DataFrame({"k": ["a", "b", None], "v": [1.0, None, 3.0]})


def quit(text):
    print(text)


quit("going on")
print(df["v"].sum())
if df["v"].isna().all():
    sys.exit(1)
print(df[df["v"] > 1])
# output
"""A function of the program that is called ``quit`` ends nothing; the one of Python, and that of ``sys``, end the program."""
import sys

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalars, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None], "v": [1.0, None, 3.0]}).reset_index(names="_row")
)


def quit(text):
    print(text)


quit("going on")
v_sum, v_all = scalars(
    df.agg(
        F.coalesce(F.sum("v"), F.lit(0.0)),
        F.coalesce(F.bool_and(F.col("v").isNull()), F.lit(True)),
    )
)
print(v_sum)
if v_all:
    sys.exit(1)
print(to_pandas(df.filter(F.col("v") > 1).orderBy("_row"), index=["_row"], none=["k"]))
