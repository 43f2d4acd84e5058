import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "c"], "n": [3, 0, 2], "v": [1.0, 2.0, 3.0]})
indexed = df.set_index("n")
flat = indexed.reset_index()
pair = df.set_index(["k", "n"])
back = pair.reset_index()
dropped = df[df["v"] > 1].reset_index(drop=True)
print(indexed.sort_index())
print(dropped)
print(df.index, indexed.index)

# a column that takes the name of the index does not become its labels
named = pd.DataFrame({"k": ["a", "b"], "v": [1.0, 2.0]}).set_index("k").reindex(columns=["k", "v"])
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c"], "n": [3, 0, 2], "v": [1.0, 2.0, 3.0]})
    .reset_index(names="_row")
)
indexed = df.select("n", "_row", "k", "v")
flat = indexed.drop("_row")
pair = df.select("k", "n", "_row", "v")
back = pair.drop("_row")
dropped = df.filter(F.col("v") > 1)
print(to_pandas(indexed.orderBy("n", "_row").drop("_row"), index=["n"]))
print(to_pandas(dropped.orderBy("_row").drop("_row")))
print(
    pd.RangeIndex(df.count()),
    to_pandas(indexed.select("n", "_row").orderBy("_row").drop("_row"), index=["n"]).index,
)

# a column that takes the name of the index does not become its labels
named = (
    to_pandas(
        spark.createDataFrame(
            pd.DataFrame({"k": ["a", "b"], "v": [1.0, 2.0]}).reset_index(names="_row")
        )
        .select("k", "_row", "v")
        .orderBy("_row")
        .drop("_row"),
        index=["k"],
    )
    .reindex(columns=["k", "v"])
)
