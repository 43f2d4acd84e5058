import pandas as pd

first = pd.DataFrame({"k": ["a", "b", None]})
second = pd.DataFrame({"k": ["c"]}).T
tables = {"a": first, "b": second}
for name, table in tables.items():
    print(name, table.shape)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

first = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None]}).reset_index(names="_row")
)
second = pd.DataFrame({"k": ["c"]}).T
tables = {"a": first, "b": second}
for name, table in [
    ("a", to_pandas(tables["a"].orderBy("_row"), index=["_row"], none=["k"])),
    ("b", tables["b"]),
]:
    print(name, table.shape)
