import pandas as pd

orders = pd.DataFrame({"id": [3, 1, 3, 9], "city": ["Rome", None, "Oslo", "Rome"], "v": [1, 2, 3, 4]})
cities = pd.DataFrame({"city": ["Rome", None, "Bonn"], "v": [10, 20, 30]})
prices = pd.DataFrame({"id": [1, 3, 3, 7], "price": [2.5, 1.0, 4.0, 8.0]})

by_id = orders.merge(prices, on="id", how="left")
by_city = orders.merge(cities, on="city", suffixes=("", "_city"))
both = orders.merge(cities, how="outer", on="city", indicator=True)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

orders = spark.createDataFrame(
    pd.DataFrame({"id": [3, 1, 3, 9], "city": ["Rome", None, "Oslo", "Rome"], "v": [1, 2, 3, 4]})
)
cities = spark.createDataFrame(
    pd.DataFrame({"city": ["Rome", None, "Bonn"], "v": [10, 20, 30]})
)
prices = spark.createDataFrame(
    pd.DataFrame({"id": [1, 3, 3, 7], "price": [2.5, 1.0, 4.0, 8.0]})
)

by_id = orders.join(prices, "id", "left")
by_city = (
    orders.join(
        cities.withColumnsRenamed({"v": "v_city", "city": "city_right"}),
        F.col("city").eqNullSafe(F.col("city_right")),
        "inner",
    )
    .drop("city_right")
)
both = (
    orders.withColumnRenamed("v", "v_x")
    .withColumn("_in_left", F.lit(True))
    .join(
        cities.withColumnsRenamed({"v": "v_y", "city": "city_right"})
        .withColumn("_in_right", F.lit(True)),
        F.col("city").eqNullSafe(F.col("city_right")),
        "outer",
    )
    .withColumn("city", F.coalesce(F.col("city"), F.col("city_right")))
    .drop("city_right")
    .withColumn(
        "_merge",
        F.when(F.col("_in_right").isNull(), "left_only")
        .when(F.col("_in_left").isNull(), "right_only")
        .otherwise("both"),
    )
    .drop("_in_left", "_in_right")
)
