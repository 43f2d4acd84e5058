import pandas as pd

df = pd.DataFrame({"c": [1.0, 2.0, 3.0], "k": [1.0, 3.0, 4.0]}, index=["x", "x", "y"])
rows = df.loc["x"]
rows.iloc[0, 0] = 44
row = df.loc["y"]
row["c"] = 33
print(df)

other = pd.DataFrame({"c": [1.0, 2.0, 3.0], "k": [1.0, 3.0, 4.0]}, index=["x", "x", "y"])
taken = other.loc["x"]
other.loc["x", "c"] = 50
print(taken)

wide = pd.DataFrame({"c": [1.0, 2.0, 3.0], "k": [1.0, 2.0, 3.0]})
cells = wide.values
turned = wide.T
wide.iloc[0, 0] = 9
print(cells, turned)

long = pd.DataFrame({"c": [1.0, 2.0, 3.0], "k": ["a", "b", None]})
part = long.iloc[:2]
column = part["c"]
column[0] = 8
print(part, long)

# copies, whose changes show nowhere else
table = pd.DataFrame({"c": [1.0, 2.0, 3.0], "k": ["a", "b", None]})
kept = table.loc[table["c"].map(lambda x: x > 1.5)]
kept.loc[1, "c"] = -1
mixed = table.values
mixed[0, 0] = None
print(kept, mixed, table["c"].sum())

# the frame itself is changed: what was cut out of it shows that
numbered = pd.DataFrame({"a": [1, 2, 3], "g": ["x", "y", "x"]})
numbered.index = range(10, 10 + len(numbered))
below = numbered.loc[numbered.index[0]:]
numbered[numbered["g"].isin(["x", None])] = 0
print(below)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import require_labels, scalar, to_pandas, with_values

spark = SparkSession.builder.getOrCreate()

df = pd.DataFrame({"c": [1.0, 2.0, 3.0], "k": [1.0, 3.0, 4.0]}, index=["x", "x", "y"])
rows = df.loc["x"]
rows.iloc[0, 0] = 44
row = df.loc["y"]
row["c"] = 33
print(df)

other = pd.DataFrame({"c": [1.0, 2.0, 3.0], "k": [1.0, 3.0, 4.0]}, index=["x", "x", "y"])
taken = other.loc["x"]
other.loc["x", "c"] = 50
print(taken)

wide = pd.DataFrame({"c": [1.0, 2.0, 3.0], "k": [1.0, 2.0, 3.0]})
cells = wide.values
turned = wide.T
wide.iloc[0, 0] = 9
print(cells, turned)

long = pd.DataFrame({"c": [1.0, 2.0, 3.0], "k": ["a", "b", None]})
part = long.iloc[:2]
column = part["c"]
column[0] = 8
print(part, long)

# copies, whose changes show nowhere else
table = spark.createDataFrame(
    pd.DataFrame({"c": [1.0, 2.0, 3.0], "k": ["a", "b", None]}).reset_index(names="_row")
)
kept = table.filter(F.coalesce(F.col("c") > 1.5, F.lit(False)))
kept = require_labels(kept, "_row", [1]).withColumn(
    "c", F.when(F.col("_row") == 1, -1.0).otherwise(F.col("c"))
)
mixed = to_pandas(table.orderBy("_row").drop("_row"), none=["k"]).to_numpy()
mixed[0, 0] = None
print(
    to_pandas(kept.orderBy("_row"), index=["_row"], none=["k"]),
    mixed,
    scalar(table.agg(F.coalesce(F.sum("c"), F.lit(0.0)))),
)

# the frame itself is changed: what was cut out of it shows that
numbered = spark.createDataFrame(
    pd.DataFrame({"a": [1, 2, 3], "g": ["x", "y", "x"]}).reset_index(names="_row")
)
numbered = (
    with_values(numbered, "index", range(10, 10 + numbered.count()), "BIGINT", "_row")
    .select("index", "_row", "a", "g")
)
numbered = to_pandas(numbered.orderBy("_row").drop("_row"), index=["index"], names=[None])
below = numbered.loc[numbered.index[0]:]
numbered[numbered["g"].isin(["x", None])] = 0
print(below)
