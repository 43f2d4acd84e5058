"""Rows chosen by the values of another frame."""

import numpy as np
import pandas as pd

people = pd.DataFrame({
    "id": [1, 2, 3, 4, 5, 6],
    "name": ["ann", None, "cy", "ann", "ünal", ""],
    "score": [1.0, np.nan, 3.0, 0.0, -1.5, np.nan],
    "born": pd.to_datetime(["2000-01-01", "2001-02-28", None, "2000-02-29", "2000-01-01", "1999-12-31"]),
})
orders = pd.DataFrame({
    "person": [2, 2, 9, 4],
    "name": ["cy", "zoe", None, "cy"],
    "score": [3.0, np.nan, 7.0, 3.0],
    "day": pd.to_datetime(["2000-01-01", "2024-05-05", None, "2000-01-01"]),
})

bought = people[people["id"].isin(orders["person"])]
idle = people[~people["id"].isin(orders["person"].unique())]
named = people[people["name"].isin(orders["name"])]
unnamed = people.loc[~people.name.isin(orders.name), ["id", "name"]]
scored = people[people["score"].isin(orders["score"])]
unscored = people[~people["score"].isin(orders["score"])]
twice = people[people["id"].isin(orders["person"]) & (people["score"] != 0) & ~people["name"].isin(orders["name"])]
by_day = people[people["born"].isin(orders.loc[orders["score"] > 1, "day"])]
dearest = people[people["id"].isin(list(orders[orders["score"] > 5]["person"]))]
nobody = people[people["id"].isin(orders[orders["score"] > 100]["person"])]
everybody = people[~people["id"].isin(orders[orders["score"] > 100]["person"])]
itself = people[people["name"].isin(people[people["id"] > 2]["name"])]

is_buyer = people["id"].isin(orders["person"])
buyers = people[is_buyer]
others = people[~is_buyer]
people = people[is_buyer & (people["id"] > 2)]

until = pd.Timestamp("1999-12-01") + pd.DateOffset(months=2)
young = others[others["born"] < until]
old = others[others["born"] >= pd.Timestamp(2000, 1, 1) - pd.Timedelta(days=1)]
counts = buyers.groupby("name").size().reset_index(name="n")
print(bought)
print(len(idle), len(unscored))
# output
"""Rows chosen by the values of another frame."""

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

people = spark.createDataFrame(pd.DataFrame({
    "id": [1, 2, 3, 4, 5, 6],
    "name": ["ann", None, "cy", "ann", "ünal", ""],
    "score": [1.0, np.nan, 3.0, 0.0, -1.5, np.nan],
    "born": pd.to_datetime(["2000-01-01", "2001-02-28", None, "2000-02-29", "2000-01-01", "1999-12-31"]),
}).reset_index(names="_row"))
orders = spark.createDataFrame(pd.DataFrame({
    "person": [2, 2, 9, 4],
    "name": ["cy", "zoe", None, "cy"],
    "score": [3.0, np.nan, 7.0, 3.0],
    "day": pd.to_datetime(["2000-01-01", "2024-05-05", None, "2000-01-01"]),
}))

bought = people.join(
    orders.select("person"), F.col("id") == F.col("person"), "left_semi"
)
idle = people.join(orders.select("person"), F.col("id") == F.col("person"), "left_anti")
named = people.join(
    orders.select(F.col("name").alias("name_right")),
    F.col("name").eqNullSafe(F.col("name_right")),
    "left_semi",
)
unnamed = (
    people.join(
        orders.select(F.col("name").alias("name_right")),
        F.col("name").eqNullSafe(F.col("name_right")),
        "left_anti",
    )
    .select("_row", "id", "name")
)
scored = people.join(
    orders.select(F.col("score").alias("score_right")),
    F.col("score").eqNullSafe(F.col("score_right")),
    "left_semi",
)
unscored = people.join(
    orders.select(F.col("score").alias("score_right")),
    F.col("score").eqNullSafe(F.col("score_right")),
    "left_anti",
)
twice = (
    people.filter(~F.col("score").eqNullSafe(0))
    .join(orders.select("person"), F.col("id") == F.col("person"), "left_semi")
    .join(
        orders.select(F.col("name").alias("name_right")),
        F.col("name").eqNullSafe(F.col("name_right")),
        "left_anti",
    )
)
by_day = people.join(
    orders.filter(F.col("score") > 1).select("day"),
    F.col("born").eqNullSafe(F.col("day")),
    "left_semi",
)
dearest = people.join(
    orders.filter(F.col("score") > 5).select("person"),
    F.col("id") == F.col("person"),
    "left_semi",
)
nobody = people.join(
    orders.filter(F.col("score") > 100).select("person"),
    F.col("id") == F.col("person"),
    "left_semi",
)
everybody = people.join(
    orders.filter(F.col("score") > 100).select("person"),
    F.col("id") == F.col("person"),
    "left_anti",
)
itself = people.join(
    people.filter(F.col("id") > 2).select(F.col("name").alias("name_right")),
    F.col("name").eqNullSafe(F.col("name_right")),
    "left_semi",
)

is_buyer = orders.select("person")
buyers = people.join(is_buyer, F.col("id") == F.col("person"), "left_semi")
others = people.join(is_buyer, F.col("id") == F.col("person"), "left_anti")
people = (
    people.filter(F.col("id") > 2)
    .join(is_buyer, F.col("id") == F.col("person"), "left_semi")
)

until = pd.Timestamp("1999-12-01") + pd.DateOffset(months=2)
young = others.filter(F.col("born") < F.lit(str(until)).cast("timestamp_ntz"))
old = others.filter(
    F.col("born")
    >= F.lit(str(pd.Timestamp(2000, 1, 1) - pd.Timedelta(days=1))).cast("timestamp_ntz")
)
counts = (
    buyers.dropna(subset=["name"])
    .groupBy("name")
    .agg(F.count("*").alias("size"))
    .withColumnRenamed("size", "n")
)
print(to_pandas(bought.orderBy("_row"), index=["_row"], none=["name"]))
print(idle.count(), unscored.count())
