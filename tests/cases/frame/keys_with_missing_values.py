"""Whole numbers among keys of another table, which are floats there as some are missing."""

import numpy as np
import pandas as pd

customers = pd.DataFrame({"id": [1, 2, 3, 2**53, 2**53 + 1], "key": [1, 1, 4, 5, 6]})
sales = pd.DataFrame({"customer": [2.0, np.nan, 2.0, 3.5, float(2**53)], "id": [1.5, 3.0, np.nan, 3.0, 9.0]})
nothing = sales[sales["customer"] > 1e300]

bought = customers[customers["id"].isin(sales["customer"])]
idle = customers[~customers["id"].isin(sales["customer"])]
same_name = customers[customers["id"].isin(sales["id"])]
known = sales[sales["customer"].isin(customers["id"])]
strange = sales[~sales["id"].isin(customers["id"])]
nobody = customers[customers["id"].isin(nothing["customer"])]
both = customers[customers.id.isin(sales.customer) & ~customers.key.isin(sales.id)]
print(bought, idle, known, strange)
print(len(nobody), len(both))
# output
"""Whole numbers among keys of another table, which are floats there as some are missing."""

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

customers = spark.createDataFrame(
    pd.DataFrame({"id": [1, 2, 3, 2**53, 2**53 + 1], "key": [1, 1, 4, 5, 6]})
    .reset_index(names="_row")
)
sales = spark.createDataFrame(
    pd.DataFrame({"customer": [2.0, np.nan, 2.0, 3.5, float(2**53)], "id": [1.5, 3.0, np.nan, 3.0, 9.0]})
    .reset_index(names="_row")
)
nothing = sales.filter(F.col("customer") > 1e300)

bought = customers.join(
    sales.select("customer"), F.col("id") == F.col("customer"), "left_semi"
)
idle = customers.join(
    sales.select("customer"), F.col("id") == F.col("customer"), "left_anti"
)
same_name = customers.join(
    sales.select(F.col("id").alias("id_right")), F.col("id") == F.col("id_right"), "left_semi"
)
known = sales.join(
    customers.select(F.col("id").alias("id_right")),
    F.col("customer") == F.col("id_right"),
    "left_semi",
)
strange = sales.join(
    customers.select(F.col("id").alias("id_right")),
    F.col("id") == F.col("id_right"),
    "left_anti",
)
nobody = customers.join(
    nothing.select("customer"), F.col("id") == F.col("customer"), "left_semi"
)
both = (
    customers.join(sales.select("customer"), F.col("id") == F.col("customer"), "left_semi")
    .join(
        sales.select(F.col("id").alias("id_right")),
        F.col("key") == F.col("id_right"),
        "left_anti",
    )
)
print(
    to_pandas(bought.orderBy("_row"), index=["_row"]),
    to_pandas(idle.orderBy("_row"), index=["_row"]),
    to_pandas(known.orderBy("_row"), index=["_row"]),
    to_pandas(strange.orderBy("_row"), index=["_row"]),
)
print(nobody.count(), both.count())
