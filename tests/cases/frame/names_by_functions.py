import re

import pandas as pd


def frames():
    return pd.DataFrame({" First Name": ["a", None, "b"], "Total (EUR)": [1.5, None, 0.0], "n": [1, 2, 2]})


lower = frames()
lower.columns = map(str.lower, lower.columns)
listed = frames()
listed.columns = list(map(str.strip, listed.columns))
listed["more"] = listed["First Name"].isna()
cleaned = frames()
cleaned.columns = [re.sub(r"\W+", "_", c).strip("_") for c in cleaned.columns]
total = cleaned.groupby("n")["Total_EUR"].sum()
called = frames()
called.columns = [str.upper(c) for c in called.columns]
mapped = frames()
mapped.columns = mapped.columns.map(str.title)
by_lambda = frames()
by_lambda.columns = list(map(lambda c: c.replace(" ", ""), by_lambda.columns))
renamed = frames().rename(columns=dict(zip(lower.columns, map(str.upper, lower.columns))))
# output
import re

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()


def frames():
    return spark.createDataFrame(
        pd.DataFrame({" First Name": ["a", None, "b"], "Total (EUR)": [1.5, None, 0.0], "n": [1, 2, 2]})
    )


lower = frames()
lower = lower.withColumnsRenamed({" First Name": " first name", "Total (EUR)": "total (eur)"})
listed = frames()
listed = listed.withColumnRenamed(" First Name", "First Name")
listed = listed.withColumn("more", F.col("First Name").isNull())
cleaned = frames()
cleaned = cleaned.withColumnsRenamed({" First Name": "First_Name", "Total (EUR)": "Total_EUR"})
total = (
    cleaned.groupBy("n")
    .agg(F.coalesce(F.sum("Total_EUR"), F.lit(0.0)).alias("Total_EUR"))
)
called = frames()
called = called.toDF(" FIRST NAME", "TOTAL (EUR)", "N")
mapped = frames()
mapped = mapped.withColumnsRenamed({"Total (EUR)": "Total (Eur)", "n": "N"})
by_lambda = frames()
by_lambda = by_lambda.withColumnsRenamed({
    " First Name": "FirstName",
    "Total (EUR)": "Total(EUR)",
})
renamed = frames().withColumnRenamed("n", "N")
