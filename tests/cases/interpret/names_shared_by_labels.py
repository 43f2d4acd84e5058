import pandas as pd

df = pd.DataFrame({"a": [1, 2, 2], "b": [1.0, None, 3.0]})
pairs = df.reset_index().merge(df.reset_index(), on="index", suffixes=("", "_o"))
named = pairs["index"]
pairs.index.name = "nm"
numbers = named.to_frame()  # its labels are those of the pairs, and so is their name
numbers["twice"] = numbers["index"] * 2
print(numbers)

first = pd.DataFrame({"a": [1, 2, 2], "b": [1.0, None, 3.0]})
large = first["a"] > 1
first.index.rename("row", inplace=True)
print(large)

second = pd.DataFrame({"a": [1, 2, 2], "b": [1.0, None, 3.0]})
gaps = second.isna()
second.index.set_names(["row"], inplace=True)
print(gaps)

third = pd.DataFrame({"a": [1, 2, 2], "b": [1.0, None, 3.0]})
same = third.map(lambda x: x)
holes = same.isna()
labels = same.index
labels.name = "row"
counts = holes.sum(axis=1).to_frame("n")
counts["twice"] = counts["n"] * 2
print(counts, third)
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a": [1, 2, 2], "b": [1.0, None, 3.0]}).reset_index(names="_row")
)
pairs = to_pandas(
    df.select(F.col("_row").alias("index"), "a", "b")
    .join(
        df.select(F.col("_row").alias("index"), "a", "b")
        .withColumnsRenamed({"a": "a_o", "b": "b_o"}),
        "index",
        "inner",
    )
    .withColumn("_row", F.row_number().over(Window.orderBy("index")).cast("bigint") - 1)
    .orderBy("_row"),
    index=["_row"],
)
named = pairs["index"]
pairs.index.name = "nm"
numbers = named.to_frame()  # its labels are those of the pairs, and so is their name
numbers["twice"] = numbers["index"] * 2
print(numbers)

first = pd.DataFrame({"a": [1, 2, 2], "b": [1.0, None, 3.0]})
large = first["a"] > 1
first.index.rename("row", inplace=True)
print(large)

second = pd.DataFrame({"a": [1, 2, 2], "b": [1.0, None, 3.0]})
gaps = second.isna()
second.index.set_names(["row"], inplace=True)
print(gaps)

third = pd.DataFrame({"a": [1, 2, 2], "b": [1.0, None, 3.0]})
same = third.map(lambda x: x)
holes = same.isna()
labels = same.index
labels.name = "row"
counts = holes.sum(axis=1).to_frame("n")
counts["twice"] = counts["n"] * 2
print(counts, third)
