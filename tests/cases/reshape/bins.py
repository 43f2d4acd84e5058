import numpy as np
import pandas as pd

people = pd.DataFrame({"age": [0, 1, 18, 19, 65, 66, -3], "pay": [0.5, None, 18.0, 64.9, 65.0, np.inf, -1.0]})

people["band"] = pd.cut(people["age"], bins=[0, 18, 65, np.inf], labels=["young", "adult", "old"])
people["class"] = pd.cut(people["pay"], [0, 18, 65], labels=["low", "high"], right=False)
people["code"] = pd.cut(people["age"], [-np.inf, 18, np.inf], labels=False)
adults = people[people["band"] == "adult"]
sums = people.groupby("band", observed=True)["age"].sum()
ages = pd.cut(people["age"], 3)
print(people)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import binned, equal_edges, intervals, to_pandas

spark = SparkSession.builder.getOrCreate()

people = spark.createDataFrame(
    pd.DataFrame({"age": [0, 1, 18, 19, 65, 66, -3], "pay": [0.5, None, 18.0, 64.9, 65.0, np.inf, -1.0]})
    .reset_index(names="_row")
)

people = people.withColumn(
    "band",
    F.when(F.col("age") <= 0, None)
    .when(F.col("age") <= 18, "young")
    .when(F.col("age") <= 65, "adult")
    .otherwise("old"),
)
people = people.withColumn(
    "class",
    F.when(F.col("pay") < 0, None)
    .when(F.col("pay") < 18, "low")
    .when(F.col("pay") < 65, "high"),
)
people = people.withColumn("code", F.when(F.col("age") <= 18, 0).otherwise(1).cast("bigint"))
adults = people.filter(F.col("band") == "adult")
sums = people.dropna(subset=["band"]).groupBy("band").agg(F.sum("age").alias("age"))
age_edges = equal_edges(people, "age", 3)
ages = binned(F.col("age"), age_edges, intervals(age_edges))
print(
    to_pandas(
        people.orderBy("_row"),
        index=["_row"],
        dtypes={"band": ("young", "adult", "old"), "class": ("low", "high")},
    )
)
