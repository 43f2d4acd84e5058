import numpy as np
import pandas as pd

orders = pd.DataFrame({"id": [1, 2, 3, 4, 5], "who": ["b", "a", None, "c", "a"], "v": [10, 20, 30, 40, 50]})
people = pd.DataFrame({"who": ["a", "b", "d"], "city": ["X", np.nan, "Y"], "age": [30, 41, 22]})
orders["city"] = orders["who"].map(people.set_index("who")["city"])
orders["age"] = orders["who"].map(people.set_index("who")["age"])
total = orders.groupby("who")["v"].sum()
orders["share"] = orders["v"] / orders["who"].map(total)
first = orders.drop_duplicates("who").dropna(subset=["who"]).set_index("who")["id"]
orders["first"] = orders["who"].map(first)
later = orders[orders["id"] > orders["first"]]
print(orders)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import divide, require_unique, to_pandas

spark = SparkSession.builder.getOrCreate()

orders = spark.createDataFrame(
    pd.DataFrame({"id": [1, 2, 3, 4, 5], "who": ["b", "a", None, "c", "a"], "v": [10, 20, 30, 40, 50]})
    .reset_index(names="_row")
)
people = spark.createDataFrame(
    pd.DataFrame({"who": ["a", "b", "d"], "city": ["X", np.nan, "Y"], "age": [30, 41, 22]})
)
orders = (
    orders.join(
        require_unique(people.select("who", "city"), ["who"], "right", "many_to_one")
        .select(F.col("who").alias("_label"), F.col("city").alias("_found")),
        F.col("who").eqNullSafe(F.col("_label")),
        "left",
    )
    .drop("_label")
    .withColumn("city", F.col("_found"))
    .drop("_found")
)
orders = (
    orders.join(
        require_unique(people.select("who", "age"), ["who"], "right", "many_to_one")
        .select(F.col("who").alias("_label"), F.col("age").alias("_found")),
        F.col("who").eqNullSafe(F.col("_label")),
        "left",
    )
    .drop("_label")
    .withColumn("age", F.col("_found"))
    .drop("_found")
)
total = orders.dropna(subset=["who"]).groupBy("who").agg(F.sum("v").alias("v"))
orders = (
    orders.join(
        total.select(F.col("who").alias("_label"), F.col("v").alias("_found")),
        F.col("who") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .withColumn("share", divide(F.col("v"), F.col("_found")))
    .drop("_found")
)
first = (
    orders.withColumn("age", F.col("age").cast("double"))
    .withColumn("_copy", F.row_number().over(Window.partitionBy("who").orderBy("_row")))
    .filter(F.col("_copy") == 1)
    .drop("_copy")
    .dropna(subset=["who"])
    .select("who", "_row", "id", "v", "city", "age", "share")
    .select("who", "_row", "id")
)
orders = (
    orders.join(
        first.select(F.col("who").alias("_label"), F.col("id").alias("_found")),
        F.col("who") == F.col("_label"),
        "left",
    )
    .drop("_label")
    .withColumn("first", F.col("_found"))
    .drop("_found")
)
later = (
    orders.withColumns({
        "age": F.col("age").cast("double"),
        "first": F.col("first").cast("double"),
    })
    .filter(F.col("id") > F.col("first"))
)
print(to_pandas(orders.orderBy("_row"), index=["_row"], none=["who"]))
