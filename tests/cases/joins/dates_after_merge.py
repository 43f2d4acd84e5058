import pandas as pd

orders = pd.DataFrame({"id": [1, 2, 2, 3], "day": ["2024-01-05", "2023-12-31", "2024-02-29", "2024-03-01"]})
people = pd.DataFrame({"id": [1, 2, 4], "since": ["2021-05-01", "2020-02-29", "2019-01-01"]})
merged = orders.merge(people, on="id", how="left")
merged["since"] = pd.to_datetime(merged["since"])
merged["days"] = (pd.to_datetime(merged["day"]) - merged["since"]).dt.days
first = merged.groupby("id")["day"].min().rename("first").reset_index()
again = merged.merge(first, on="id")
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import whole_days

spark = SparkSession.builder.getOrCreate()

orders = spark.createDataFrame(
    pd.DataFrame({"id": [1, 2, 2, 3], "day": ["2024-01-05", "2023-12-31", "2024-02-29", "2024-03-01"]})
)
people = spark.createDataFrame(
    pd.DataFrame({"id": [1, 2, 4], "since": ["2021-05-01", "2020-02-29", "2019-01-01"]})
)
merged = orders.join(people, "id", "left")
merged = merged.withColumn("since", F.col("since").cast("timestamp_ntz"))
merged = merged.withColumn(
    "days", whole_days(F.col("day").cast("timestamp_ntz") - F.col("since"))
)
first = (
    merged.groupBy("id")
    .agg(F.min("day").alias("day"))
    .withColumnRenamed("day", "first")
)
again = (
    merged.withColumn("days", F.col("days").cast("double"))
    .join(first, "id", "inner")
)
