import pandas as pd

df = pd.DataFrame({
    "n": [0, 1234567, -1234, 999, 5],
    "v": [0.125, -1234567.875, 2.675, None, 1e9],
    "s": [0.5, 0.125, 1.0, -0.0615, 0.0005],
})
df["money"] = df["n"].map("{:,.2f}".format)
df["plain"] = df["v"].map("{:.1f}".format)
df["grouped"] = df["v"].apply("{:,.0f}".format)
df["share"] = df["s"].map("{:.1%}".format)
df["whole"] = df["s"].apply(lambda x: f"{x:.0%}")
df["cost"] = df["n"].apply(lambda x: f"${x:,.0f}")
df["parts"] = df["n"].map("no. {}".format)
missing = df["v"].map("{:.1%}".format)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import python_round

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "n": [0, 1234567, -1234, 999, 5],
    "v": [0.125, -1234567.875, 2.675, None, 1e9],
    "s": [0.5, 0.125, 1.0, -0.0615, 0.0005],
}))
df = df.withColumn(
    "money", F.format_string("%,.2f", python_round(F.col("n").cast("double"), 2))
)
df = df.withColumn(
    "plain",
    F.when(F.col("v").isNull(), "nan").otherwise(
        F.format_string("%.1f", python_round(F.col("v"), 1))
    ),
)
df = df.withColumn(
    "grouped",
    F.when(F.col("v").isNull(), "nan").otherwise(
        F.format_string("%,.0f", python_round(F.col("v"), 0))
    ),
)
df = df.withColumn(
    "share",
    F.when(F.col("s").isNull(), "nan%").otherwise(
        F.concat(F.format_string("%.1f", python_round(F.col("s") * 100, 1)), F.lit("%"))
    ),
)
df = df.withColumn(
    "whole",
    F.when(F.col("s").isNull(), "nan%").otherwise(
        F.concat(F.format_string("%.0f", python_round(F.col("s") * 100, 0)), F.lit("%"))
    ),
)
df = df.withColumn(
    "cost",
    F.concat(F.lit("$"), F.format_string("%,.0f", python_round(F.col("n").cast("double"), 0))),
)
df = df.withColumn("parts", F.concat(F.lit("no. "), F.col("n").cast("string")))
missing = F.when(F.col("v").isNull(), "nan%").otherwise(
    F.concat(F.format_string("%.1f", python_round(F.col("v") * 100, 1)), F.lit("%"))
)
