import pandas as pd

train = pd.DataFrame({"k": ["a", "b"], "v": [1.0, 2.0]})
test = pd.DataFrame({"k": ["b"], "v": [None]})
for part in [train, test]:
    part["w"] = 1
kept = pd.DataFrame({"v": [1.0, 2.0]})
tables = []
tables.append(kept)
kept["later"] = 0
print(tables[0].shape, train.shape)
first = pd.DataFrame({"v": [1.0, 2.0]})
second, number = first, 2
second["x"] = number
print(first.shape)
big = pd.DataFrame({"k": ["a", "b", None], "n": [3, 1, 2]})
for table in [big, first]:
    print(table.shape)


def numbered(table):
    table["place"] = list(range(len(table)))
    return table


same = numbered(big)
print(big.shape)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import with_values

spark = SparkSession.builder.getOrCreate()

train = pd.DataFrame({"k": ["a", "b"], "v": [1.0, 2.0]})
test = pd.DataFrame({"k": ["b"], "v": [None]})
for part in [train, test]:
    part["w"] = 1
kept = pd.DataFrame({"v": [1.0, 2.0]})
tables = []
tables.append(kept)
kept["later"] = 0
print(tables[0].shape, train.shape)
first = spark.createDataFrame(pd.DataFrame({"v": [1.0, 2.0]}))
second, number = first, 2
second = second.withColumn("x", F.lit(number).cast("bigint"))
first = second
print((first.count(), 2))
big = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None], "n": [3, 1, 2]}).reset_index(names="_row")
)
for table in [big, first]:
    print((table.count(), 2))


def numbered(table):
    table = with_values(table, "place", list(range(table.count())), "BIGINT", "_row")
    return table


same = numbered(big)
big = same
print((big.count(), 3))
