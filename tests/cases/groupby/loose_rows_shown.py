import numpy as np
import pandas as pd

tips = pd.DataFrame({
    "smoker": ["No", "Yes", "No", "Yes", "No", "No"],
    "day": ["Sat", "Sun", "Sun", "Sat", "Sat", "Sun"],
    "bill": [10.5, 20.0, 31.0, 8.0, 12.0, 15.0],
    "share": [0.1, 0.2, 0.15, 0.3, 0.05, 0.12],
})


def top(part, n=2, column="share"):
    return part.sort_values(column, ascending=False)[:n]


grouped = tips.groupby(["day", "smoker"])
means = grouped["share"].agg("mean")
first = tips.groupby("smoker").apply(top)
loose = tips.groupby("smoker", group_keys=False).apply(top)
print(loose)
apart = tips.groupby("smoker", group_keys=False).apply(top)
total = apart["bill"].sum()
table = tips.pivot_table(index="day", columns="smoker", values="bill")
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

tips = spark.createDataFrame(pd.DataFrame({
    "smoker": ["No", "Yes", "No", "Yes", "No", "No"],
    "day": ["Sat", "Sun", "Sun", "Sat", "Sat", "Sun"],
    "bill": [10.5, 20.0, 31.0, 8.0, 12.0, 15.0],
    "share": [0.1, 0.2, 0.15, 0.3, 0.05, 0.12],
}).reset_index(names="_row"))


def top(part, n=2, column="share"):
    return part.sort_values(column, ascending=False)[:n]


grouped = tips.dropna(subset=["day", "smoker"]).groupBy("day", "smoker")
means = grouped.agg(F.avg("share").alias("share"))
first = to_pandas(
    tips.dropna(subset=["smoker"])
    .withColumn(
        "_place",
        F.row_number().over(
            Window.partitionBy("smoker").orderBy(F.col("share").desc_nulls_last(), "_row")
        ),
    )
    .filter(F.col("_place") <= 2)
    .drop("_place")
    .withColumn("_smoker", F.col("smoker"))
    .orderBy("_smoker", F.col("share").desc_nulls_last(), "_row"),
    index=["_smoker", "_row"],
    names=["smoker", None],
)
loose = (
    to_pandas(tips.orderBy("_row"), index=["_row"])
    .groupby("smoker", group_keys=False)
    .apply(top)
)
print(loose)
apart = (
    tips.dropna(subset=["smoker"])
    .withColumn(
        "_place",
        F.row_number().over(
            Window.partitionBy("smoker").orderBy(F.col("share").desc_nulls_last(), "_row")
        ),
    )
    .filter(F.col("_place") <= 2)
    .drop("_place")
)
total = scalar(apart.agg(F.coalesce(F.sum("bill"), F.lit(0.0))))
table = (
    to_pandas(
        tips.dropna(subset=["day", "smoker"])
        .groupBy("day", "smoker")
        .agg(F.avg("bill").alias("bill"))
    )
    .pivot_table(values="bill", index="day", columns="smoker", aggfunc="first")
)
