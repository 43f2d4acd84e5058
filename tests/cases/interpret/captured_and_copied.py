import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", None], "v": [1.5, None, -2.0], "n": [1, 2, 3]})
names = df["k"]
df.loc[df["v"] < 0, "k"] = "z"
print(names.tolist())
other = pd.DataFrame({"v": [1.5, None], "n": [1, 2]})
values = other["v"]
other["v"].fillna(7.0, inplace=True)
print(values.tolist())
third = pd.DataFrame({"v": [1.5, None], "n": [1, 2]})
numbers = third["n"]
third.loc[third["n"] > 1, "v"] = 0.5


def with_total(frame):
    frame["total"] = frame["v"] + frame["n"]
    return frame


whole = with_total(third.copy())
print(third.shape, whole.shape)
fourth = pd.DataFrame({"v": [1.5, None], "n": [1, 2]})
try:
    fourth["w"] = fourth["v"].astype(int)
except ValueError:
    fourth["w"] = 0
print(fourth)
middle = pd.DataFrame({"s": ["x", "y"], "a": [5, 4], "b": [1.0, -0.5]}).median(numeric_only=True)
twice = whole.melt(id_vars="n", value_vars=["n", "v"])
pair = np.maximum(whole["v"], whole["total"]) * 2
last = (whole.duplicated("n", keep="last") | (whole["v"] == 1.5)).all()
near = whole.merge(whole, left_on="n", right_index=True, how="left")
fifth = pd.DataFrame({"v": [100.0, 1.0], "year": [5, 6]})
fifth.loc[fifth["v"] >= 100.0, ["v", "year"]] = -1
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import column_values, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = pd.DataFrame({"k": ["a", "b", None], "v": [1.5, None, -2.0], "n": [1, 2, 3]})
names = df["k"]
df.loc[df["v"] < 0, "k"] = "z"
print(names.tolist())
other = pd.DataFrame({"v": [1.5, None], "n": [1, 2]})
values = other["v"]
other["v"].fillna(7.0, inplace=True)
print(values.tolist())
third = spark.createDataFrame(
    pd.DataFrame({"v": [1.5, None], "n": [1, 2]}).reset_index(names="_row")
)
numbers = F.col("n")
third = third.withColumn("v", F.when(F.col("n") > 1, 0.5).otherwise(F.col("v")))


def with_total(frame):
    frame = frame.withColumn("total", F.col("v") + F.col("n"))
    return frame


whole = with_total(third)
print((third.count(), 2), (whole.count(), 3))
fourth = pd.DataFrame({"v": [1.5, None], "n": [1, 2]})
try:
    fourth["w"] = fourth["v"].astype(int)
except ValueError:
    fourth["w"] = 0
print(fourth)
middle = column_values(
    spark.createDataFrame(pd.DataFrame({"s": ["x", "y"], "a": [5, 4], "b": [1.0, -0.5]}))
    .agg(F.median("a").alias("a"), F.median("b").alias("b"))
)
twice = to_pandas(whole.orderBy("_row"), index=["_row"]).melt(
    id_vars="n", value_vars=["n", "v"]
)
pair = (
    F.when(
        F.col("total").isNotNull(),
        F.when(F.col("v").isNotNull(), F.greatest(F.col("v"), F.col("total"))),
    )
    * 2
)
last = scalar(
    whole.withColumn(
        "_value",
        F.coalesce(
            (F.row_number().over(Window.partitionBy("n").orderBy(F.col("_row").desc())) > 1)
            | (F.col("v") == 1.5),
            F.lit(False),
        ),
    )
    .agg(F.coalesce(F.bool_and(F.col("_value")), F.lit(True)))
)
near = to_pandas(whole.orderBy("_row"), index=["_row"]).merge(
    to_pandas(whole.orderBy("_row"), index=["_row"]), left_on="n", right_index=True, how="left"
)
fifth = spark.createDataFrame(pd.DataFrame({"v": [100.0, 1.0], "year": [5, 6]}))
fifth = fifth.withColumns({
    "v": F.when(F.col("v") >= 100.0, -1.0).otherwise(F.col("v")),
    "year": F.when(F.col("v") >= 100.0, -1).otherwise(F.col("year")),
})
