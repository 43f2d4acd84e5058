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
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

left = spark.createDataFrame(
    pd.DataFrame({"k": [1, 2, 3], "s": ["x", "y", "z"]}).reset_index(names="_row")
)
right = spark.createDataFrame(
    pd.DataFrame({"k": [1, 2], "n": [10, 20]}).reset_index(names="_row")
)

both = (
    left.join(right.withColumnRenamed("_row", "_row_right"), "k", "left")
    .withColumn(
        "_row",
        F.row_number()
        .over(Window.orderBy("_row", F.col("_row_right").asc_nulls_last()))
        .cast("bigint")
        - 1,
    )
    .drop("_row_right")
)
matched = (
    both.withColumn("n", F.col("n").cast("double"))
    .filter(F.col("n").isNotNull())
)
texts = both.select("_row", "k", "s").orderBy("_row").limit(1)
beside = left.select("_row", "s").join(right.select("_row", "n"), "_row", "outer")
print(to_pandas(matched.orderBy("_row"), index=["_row"]))
