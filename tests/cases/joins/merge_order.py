import pandas as pd

orders = pd.DataFrame({"id": [3, 1, 3, 9], "v": [1, 2, 3, 4]})
prices = pd.DataFrame({"id": [1, 3, 3, 7], "price": [2.5, 1.0, 4.0, 8.0]})

print(orders.merge(prices, on="id"))
print(orders.merge(prices, on="id", how="outer"))
print(orders.join(prices.set_index("id"), on="id"))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

orders = spark.createDataFrame(
    pd.DataFrame({"id": [3, 1, 3, 9], "v": [1, 2, 3, 4]}).reset_index(names="_row")
)
prices = spark.createDataFrame(
    pd.DataFrame({"id": [1, 3, 3, 7], "price": [2.5, 1.0, 4.0, 8.0]}).reset_index(names="_row")
)

print(
    to_pandas(
        orders.join(prices.withColumnRenamed("_row", "_row_right"), "id", "inner")
        .orderBy("_row", "_row_right")
        .drop("_row", "_row_right")
    )
)
print(
    to_pandas(
        orders.join(prices.withColumnRenamed("_row", "_row_right"), "id", "outer")
        .orderBy("id", F.col("_row").asc_nulls_last(), F.col("_row_right").asc_nulls_last())
        .drop("_row", "_row_right")
    )
)
print(
    to_pandas(
        orders.join(
            prices.select("id", "_row", "price").withColumnRenamed("_row", "_row_right"),
            "id",
            "left",
        )
        .orderBy("_row", F.col("_row_right").asc_nulls_last())
        .drop("_row_right"),
        index=["_row"],
    )
)
