import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", None, "a", None], "v": [1.5, np.nan, 0.0, 1.5, 0.0]})
first = df.drop_duplicates("k").sort_values("k")
last = df.drop_duplicates(subset=["k"], keep="last").sort_values("k")
single = df.drop_duplicates("k", keep=False)
repeated = df[df.duplicated("k")].sort_values("k")
print(len(df.drop_duplicates()), len(repeated))

# rows in random order: the last ones are not the last of the file
many = pd.DataFrame({"n": range(200)})
shuffled = many.sample(frac=1, random_state=1).reset_index(drop=True)
print(sorted(shuffled["n"]) == list(range(200)), len(shuffled.iloc[150:]))
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "a", None], "v": [1.5, np.nan, 0.0, 1.5, 0.0]})
    .reset_index(names="_row")
)
first = (
    df.withColumn("_copy", F.row_number().over(Window.partitionBy("k").orderBy("_row")))
    .filter(F.col("_copy") == 1)
    .drop("_copy")
    .orderBy(F.col("k").asc_nulls_last())
)
last = (
    df.withColumn(
        "_copy", F.row_number().over(Window.partitionBy("k").orderBy(F.col("_row").desc()))
    )
    .filter(F.col("_copy") == 1)
    .drop("_copy")
    .orderBy(F.col("k").asc_nulls_last())
)
single = (
    df.withColumn("_copy", F.count("*").over(Window.partitionBy("k")))
    .filter(F.col("_copy") == 1)
    .drop("_copy")
)
repeated = (
    df.withColumn("_keep", F.row_number().over(Window.partitionBy("k").orderBy("_row")) > 1)
    .filter(F.col("_keep"))
    .drop("_keep")
    .orderBy(F.col("k").asc_nulls_last(), "_row")
)
print(
    df.withColumn("_copy", F.row_number().over(Window.partitionBy("k", "v").orderBy("_row")))
    .filter(F.col("_copy") == 1)
    .drop("_copy")
    .count(),
    repeated.count(),
)

# rows in random order: the last ones are not the last of the file
many = spark.createDataFrame(pd.DataFrame({"n": range(200)}).reset_index(names="_row"))
shuffled = many.withColumn("_shuffled", F.rand(1)).orderBy("_shuffled")
print(
    sorted(to_pandas(shuffled.drop("_row", "_shuffled"))["n"]) == list(range(200)),
    shuffled.orderBy("_shuffled").offset(150).count(),
)
