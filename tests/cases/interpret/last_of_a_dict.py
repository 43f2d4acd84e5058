import pandas as pd

first = pd.DataFrame({"price": ["a", "b", None], "value": [1.0, None, 2.0]})
second = pd.DataFrame({"price": ["c", "b"], "value": [1.0, None]})
tables = {"a": first, "b": second}
for name, table in tables.items():
    print(name, len(table))
print(table, name)
for _, row in table.iterrows():
    print(f"{row['price']}|{row['value']}")

again = {"c": first[first["value"] > 0], "d": second}
if len(first) > 2:
    for key, part in again.items():
        print(key, part["value"].sum())
    for key, part in again.items():
        print(key, part.shape)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

first = spark.createDataFrame(
    pd.DataFrame({"price": ["a", "b", None], "value": [1.0, None, 2.0]})
    .reset_index(names="_row")
)
second = spark.createDataFrame(
    pd.DataFrame({"price": ["c", "b"], "value": [1.0, None]}).reset_index(names="_row")
)
tables = {"a": first, "b": second}
for name, table in [
    ("a", to_pandas(tables["a"].orderBy("_row"), index=["_row"], none=["price"])),
    ("b", to_pandas(tables["b"].orderBy("_row"), index=["_row"])),
]:
    print(name, len(table))
print(table, name)
for _, row in table.iterrows():
    print(f"{row['price']}|{row['value']}")

again = {"c": first.filter(F.col("value") > 0), "d": second}
if first.count() > 2:
    for key, part in again.items():
        print(key, scalar(part.agg(F.coalesce(F.sum("value"), F.lit(0.0)))))
    for key, part in again.items():
        print(key, (part.count(), 2))
