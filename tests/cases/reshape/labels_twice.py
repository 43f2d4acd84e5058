import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "a"], "g": [1, 1, 1], "n": [1, 2, 7]})
df["k"] = df["k"].fillna("x")
df["g"] = df["g"].fillna(0)
print(df.set_index(["k", "g"])["n"].unstack() if not df.duplicated(["k", "g"]).any() else "twice")
try:
    print(df.pivot(index="k", columns="g", values="n"))
except ValueError as error:
    print("refused:", error)
print(df.drop_duplicates(["k", "g"]).pivot(index="k", columns="g", values="n"))
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import pivot, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "a"], "g": [1, 1, 1], "n": [1, 2, 7]})
    .reset_index(names="_row")
)
df = df.withColumn("k", F.coalesce(F.col("k"), F.lit("x")))
df = df.withColumn("g", F.col("g"))
print(
    to_pandas(df.select("k", "g", "_row", "n").orderBy("_row").drop("_row"), index=["k", "g"])["n"].unstack() if not scalar(df.withColumn("_value", F.row_number().over(Window.partitionBy("k", "g").orderBy("_row")) > 1).agg(F.coalesce(F.bool_or(F.col("_value")), F.lit(False)))) else "twice"
)
try:
    print(
        to_pandas(df.orderBy("_row"), index=["_row"]).pivot(index="k", columns="g", values="n")
    )
except ValueError as error:
    print("refused:", error)
print(
    to_pandas(
        pivot(
            df.withColumn(
                "_copy", F.row_number().over(Window.partitionBy("k", "g").orderBy("_row"))
            )
            .filter(F.col("_copy") == 1)
            .drop("_copy"),
            ["k"],
            "g",
            "n",
            [1],
        )
        .orderBy("k"),
        index=["k"],
    )
    .set_axis(pd.Index([1], name="g"), axis=1)
)
