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

# changed as an item of a list
sizes = pd.DataFrame({"k": ["a", "b", None], "n": [1, 2, 3]})
large, both = sizes[sizes["n"] > 1], sizes.groupby(["n", "k"], as_index=False).head(2)
pair = [large, both]
pair[0]["p"] = 1
large["q"] = large["n"].round().astype("Int64")
print(large["q"].mean(), large.columns.tolist())
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
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

# changed as an item of a list
sizes = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None], "n": [1, 2, 3]}).reset_index(names="_row")
)
large, both = (
    to_pandas(sizes.filter(F.col("n") > 1).orderBy("_row"), index=["_row"], none=["k"]),
    to_pandas(
        sizes.dropna(subset=["k"])
        .withColumn("_place", F.row_number().over(Window.partitionBy("n", "k").orderBy("_row")))
        .filter(F.col("_place") <= 2)
        .drop("_place")
        .orderBy("_row"),
        index=["_row"],
        none=["k"],
    ),
)
pair = [large, both]
pair[0]["p"] = 1
large["q"] = large["n"].round().astype("Int64")
print(large["q"].mean(), large.columns.tolist())
