import pandas as pd

df = pd.DataFrame({"whole": ["9007199254740993", " 22", "-3"], "broken": ["1.5", "2", "7"], "junk": ["1", " ", "x"], "gaps": ["1", None, "3"]})
df["w"] = pd.to_numeric(df["whole"], errors="coerce")
df["b"] = pd.to_numeric(df["broken"], errors="coerce")
df["j"] = pd.to_numeric(df["junk"], errors="coerce")
df["g"] = pd.to_numeric(df["gaps"], errors="coerce")
df["lower"] = pd.to_numeric(df["gaps"].str.lower(), errors="coerce")
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import strip, to_number

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"whole": ["9007199254740993", " 22", "-3"], "broken": ["1.5", "2", "7"], "junk": ["1", " ", "x"], "gaps": ["1", None, "3"]})
)
df = df.withColumn("w", strip(F.col("whole")).try_cast("bigint"))
df = df.withColumn("b", to_number(F.col("broken")))
df = df.withColumn("j", to_number(F.col("junk")))
df = df.withColumn("g", to_number(F.col("gaps")))
df = df.withColumn("lower", to_number(F.lower(F.col("gaps"))))
