import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0]})
df["n"] = [4, 3, 2, 1]
df["text"] = ["x", None, "y", "é"]
df["drawn"] = np.arange(4) * 0.5
df["day"] = pd.date_range("2024-02-27", periods=len(df))
df["row"] = range(len(df))
df["v"] = [None, 2.5, np.nan, 4.0]
turned = df.sort_values(["n", "k"])
turned["place"] = range(1, len(turned) + 1)
kept = df[df["n"] > 1].copy()
kept["flag"] = [True, False, True]
more = df.assign(twice=lambda d: d["n"] * 2, given=["p", "q", "r", "s"])
df.insert(1, "second", [0.25, 0.5, 0.75, 1.0])
made = pd.DataFrame({"a": pd.Series([1, 2, None], dtype="Int64"), "b": pd.Series(["x", "y", "z"])})
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import with_values

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0]})
    .reset_index(names="_row")
)
df = with_values(df, "n", [4, 3, 2, 1], "BIGINT", "_row")
df = with_values(df, "text", ["x", None, "y", "é"], "STRING", "_row")
df = with_values(df, "drawn", np.arange(4) * 0.5, "DOUBLE", "_row").cache()
df = with_values(
    df, "day", pd.date_range("2024-02-27", periods=df.count()), "TIMESTAMP_NTZ", "_row"
).cache()
df = with_values(df, "row", range(df.count()), "BIGINT", "_row")
df = with_values(df, "v", [None, 2.5, np.nan, 4.0], "DOUBLE", "_row")
turned = df.orderBy("n", F.col("k").asc_nulls_last(), "_row")
turned = (
    with_values(
        turned.withColumn(
            "_position",
            F.row_number().over(Window.orderBy("n", F.col("k").asc_nulls_last(), "_row")) - 1,
        ),
        "place",
        range(1, turned.count() + 1),
        "BIGINT",
        "_position",
    )
    .drop("_position")
)
kept = df.filter(F.col("n") > 1)
kept = (
    with_values(
        kept.withColumn("_position", F.row_number().over(Window.orderBy("_row")) - 1),
        "flag",
        [True, False, True],
        "BOOLEAN",
        "_position",
    )
    .drop("_position")
)
more = with_values(
    df.withColumn("twice", F.col("n") * 2), "given", ["p", "q", "r", "s"], "STRING", "_row"
)
df = (
    with_values(df, "second", [0.25, 0.5, 0.75, 1.0], "DOUBLE", "_row")
    .select("_row", "k", "second", "v", "n", "text", "drawn", "day", "row")
)
made = spark.createDataFrame(
    pd.DataFrame({"a": pd.Series([1, 2, None], dtype="Int64"), "b": pd.Series(["x", "y", "z"])})
)
