import pandas as pd


def boxed(frame):
    return {"a": frame}


whole = pd.DataFrame({"x": [1.5, -2.0, None], "k": ["a", "b", None]})
first, second = whole[whole["x"] > 0], whole[whole["x"] < 0]
box = boxed(first)
for part in [first, second]:
    part["last"] = 1
print(box["a"].columns.tolist(), first["last"].sum(), second["last"].sum())
tables = {"x": whole[whole["k"] == "a"], "y": whole[whole["k"] == "b"]}
taken = tables["x"]
for part in [taken, second]:
    part["more"] = 2
print(tables["x"].columns.tolist(), taken["more"].sum())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()


def boxed(frame):
    return {"a": frame}


whole = spark.createDataFrame(
    pd.DataFrame({"x": [1.5, -2.0, None], "k": ["a", "b", None]}).reset_index(names="_row")
)
first, second = (
    to_pandas(whole.filter(F.col("x") > 0).orderBy("_row"), index=["_row"], none=["k"]),
    to_pandas(whole.filter(F.col("x") < 0).orderBy("_row"), index=["_row"], none=["k"]),
)
box = boxed(first)
for part in [first, second]:
    part["last"] = 1
print(box["a"].columns.tolist(), first["last"].sum(), second["last"].sum())
tables = {
    "x": to_pandas(whole.filter(F.col("k") == "a").orderBy("_row"), index=["_row"], none=["k"]),
    "y": to_pandas(whole.filter(F.col("k") == "b").orderBy("_row"), index=["_row"], none=["k"]),
}
taken = tables["x"]
for part in [taken, second]:
    part["more"] = 2
print(tables["x"].columns.tolist(), taken["more"].sum())
