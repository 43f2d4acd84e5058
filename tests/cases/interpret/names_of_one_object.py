"""Two names of one object, attributes that columns are called by, and what is missing for masked types."""

import pandas as pd

turned = pd.DataFrame({"v": [1, 2]}).iloc[::-1]
other = pd.DataFrame({"k": ["a", "b"]})
first, second = other, turned
first["more"] = 1
print(other, second.shape)

people = pd.DataFrame({"name": ["q", "r"], "p": ["a", "b"]}).set_index("name")
known = people.isin(["a", 2])
known.index.name = "who"
print(people)

# the index is set, not the column of its name
rates = pd.DataFrame({"v": [3.0, 2.0], "k": ["a", "b"]}).reset_index()
rates.index = rates["v"]
print(rates.sort_index())

# a condition that is NA chooses no row, so none is dropped
texts = pd.DataFrame({"y": ["a", None, "b"], "n": [1, 0, 3], "m": [1, 0, 2]})
texts["y"] = texts["y"].astype("string")
texts.drop(texts[texts["y"] == "b"].index, inplace=True)
print(texts)

texts["share"] = texts["n"].astype("Int64") / texts["m"]
texts["half"] = texts["n"].astype("Int64") / 2
print(texts)
# output
"""Two names of one object, attributes that columns are called by, and what is missing for masked types."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import from_pandas, to_pandas

spark = SparkSession.builder.getOrCreate()

turned = (
    spark.createDataFrame(pd.DataFrame({"v": [1, 2]}).reset_index(names="_row"))
    .orderBy(F.col("_row").desc())
)
other = spark.createDataFrame(pd.DataFrame({"k": ["a", "b"]}).reset_index(names="_row"))
first, second = other, turned
first = first.withColumn("more", F.lit(1).cast("bigint"))
other = first
print(to_pandas(other.orderBy("_row"), index=["_row"]), (second.count(), 1))

people = pd.DataFrame({"name": ["q", "r"], "p": ["a", "b"]}).set_index("name")
known = people.isin(["a", 2])
known.index.name = "who"
print(people)

# the index is set, not the column of its name
rates = (
    spark.createDataFrame(
        pd.DataFrame({"v": [3.0, 2.0], "k": ["a", "b"]}).reset_index(names="_row")
    )
    .select(F.col("_row").alias("index"), "v", "k")
)
rates = to_pandas(rates.orderBy("index"))
rates.index = rates["v"]
print(rates.sort_index())

# a condition that is NA chooses no row, so none is dropped
texts = spark.createDataFrame(
    pd.DataFrame({"y": ["a", None, "b"], "n": [1, 0, 3], "m": [1, 0, 2]})
    .reset_index(names="_row")
)
texts = to_pandas(texts.orderBy("_row"), index=["_row"], none=["y"])
texts["y"] = texts["y"].astype("string")
texts = from_pandas(
    texts.reset_index(names="_row"),
    {"_row": "BIGINT", "y": "STRING", "n": "BIGINT", "m": "BIGINT"},
)
texts = texts.filter(~F.coalesce(F.col("y") == "b", F.lit(False)))
print(to_pandas(texts.orderBy("_row"), index=["_row"], dtypes={"y": "string"}))

texts = to_pandas(texts.orderBy("_row"), index=["_row"], dtypes={"y": "string"})
texts["share"] = texts["n"].astype("Int64") / texts["m"]
texts["half"] = texts["n"].astype("Int64") / 2
print(texts)
