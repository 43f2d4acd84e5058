import pandas as pd

df = pd.DataFrame({"A b": ["a", "b"], " V": [1.5, 2.5], "n": [3, 0]})
df.columns = df.columns.str.strip().str.lower().str.replace(" ", "_")
renamed = df.rename(columns={"a_b": "k", "zz": "q"})
upper = df.rename(columns=str.upper)
turned = df.rename(columns={"v": "w", "a_b": "k", "n": "m"})
swapped = df.rename(columns={"v": "n", "n": "v"})
by_lambda = df.rename(columns=lambda c: c + "_x")
prefixed = df.add_prefix("x_").add_suffix("_y")
renamed.columns = ["p", "q", "r"]
wanted = [c for c in df.columns if c != "n"]
part = df[wanted]
without = df.drop(columns=["n"]).drop("v", axis=1)
as_is = df.drop("zz", axis=1, errors="ignore")
reordered = df.reindex(columns=["n", "zz", "v"])
for name in df.columns:
    print(name)
print("v" in df.columns, list(df.columns), len(df.columns))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"A b": ["a", "b"], " V": [1.5, 2.5], "n": [3, 0]})
)
df = df.toDF(*[c.strip().lower().replace(" ", "_") for c in df.columns])
renamed = df.withColumnRenamed("a_b", "k")
upper = df.toDF("A_B", "V", "N")
turned = df.toDF("k", "w", "m")
swapped = df.select("a_b", F.col("v").alias("n"), F.col("n").alias("v"))
by_lambda = df.toDF("a_b_x", "v_x", "n_x")
prefixed = df.toDF("x_a_b", "x_v", "x_n").toDF("x_a_b_y", "x_v_y", "x_n_y")
renamed = renamed.toDF("p", "q", "r")
wanted = [c for c in df.columns if c != "n"]
part = df.select("a_b", "v")
without = df.drop("n").drop("v")
as_is = df
reordered = df.withColumn("zz", F.lit(None).cast("double")).select("n", "zz", "v")
for name in df.columns:
    print(name)
print("v" in df.columns, df.columns, 3)
