import pandas as pd

df = pd.DataFrame({"k": ["a", "b", None, "a"], "St. Name": [1.5, None, -2.0, 1.5], "no.": [3, 1, 2, 3]})
by_name = df.groupby("St. Name")["no."].sum()
present = df.dropna(subset=["St. Name"])
whole = df.dropna()
chosen = df[["k", "no."]]
top = df.sort_values(["no.", "St. Name"]).head(2)
counts = df["no."].value_counts()
once = df.drop_duplicates(["no."])
long = df.melt(id_vars="no.", value_vars=["St. Name"])
print(f"mean {df['St. Name'].mean():.2f}")
for c in ["no.", "St. Name"]:
    print(c, df[c].max())
joined = df.merge(once[["no."]], on="no.")
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "a"], "St. Name": [1.5, None, -2.0, 1.5], "no.": [3, 1, 2, 3]})
    .reset_index(names="_row")
)
by_name = (
    df.filter(F.col("`St. Name`").isNotNull())
    .groupBy("`St. Name`")
    .agg(F.sum("`no.`").alias("no."))
)
present = df.filter(F.col("`St. Name`").isNotNull())
whole = df.filter(
    F.col("k").isNotNull() & F.col("`St. Name`").isNotNull() & F.col("`no.`").isNotNull()
)
chosen = df.select("_row", "k", "`no.`")
top = df.orderBy(F.col("`no.`"), F.col("`St. Name`").asc_nulls_last(), "_row").limit(2)
counts = df.groupBy("`no.`").agg(F.count("*").alias("count"))
once = (
    df.withColumn(
        "_copy", F.row_number().over(Window.partitionBy(F.col("`no.`")).orderBy("_row"))
    )
    .filter(F.col("_copy") == 1)
    .drop("_copy")
)
long = df.unpivot("`no.`", ["`St. Name`"], "variable", "value")
print(f"mean {scalar(df.agg(F.avg(F.col('`St. Name`')))):.2f}")
for c in ["no.", "St. Name"]:
    print(c, to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])[c].max())
joined = (
    df.drop("_row")
    .join(once.select("_row", "`no.`").drop("_row"), "no.", "inner")
    .select("k", "`St. Name`", "`no.`")
)
