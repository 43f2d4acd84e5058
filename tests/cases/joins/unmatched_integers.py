import pandas as pd

left = pd.DataFrame({"k": [1, 2, 3], "s": ["x", "y", "z"]})
right = pd.DataFrame({"k": [1, 2], "n": [10, 20]})

both = left.merge(right, on="k", how="left")
matched = both[both["n"].notna()]
texts = both[["k", "s"]].head(1)
beside = pd.concat([left["s"], right["n"]], axis=1)
print(matched)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

left = spark.createDataFrame(
    pd.DataFrame({"k": [1, 2, 3], "s": ["x", "y", "z"]}).reset_index(names="_row")
)
right = spark.createDataFrame(
    pd.DataFrame({"k": [1, 2], "n": [10, 20]}).reset_index(names="_row")
)

both = left.join(right.withColumnRenamed("_row", "_row_right"), "k", "left")
matched = to_pandas(both.orderBy("_row", F.col("_row_right").asc_nulls_last()).drop("_row", "_row_right"))[to_pandas(both.select("_row", "_row_right", F.col("n").isNotNull().alias("n")).orderBy("_row", F.col("_row_right").asc_nulls_last()).drop("_row", "_row_right"))["n"]]
texts = (
    both.select("_row", "_row_right", "k", "s")
    .orderBy("_row", F.col("_row_right").asc_nulls_last())
    .limit(1)
)
beside = left.select("_row", "s").join(right.select("_row", "n"), "_row", "outer")
print(matched)
