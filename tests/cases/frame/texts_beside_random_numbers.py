import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", None, "b"], "x": np.random.standard_normal(3)})
print(df[["k"]], df.groupby("k", dropna=False).size())
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", None, "b"], "x": np.random.standard_normal(3)})
    .reset_index(names="_row")
)
print(
    to_pandas(df.select("_row", "k").orderBy("_row"), index=["_row"], none=["k"]),
    to_pandas(
        df.groupBy("k").agg(F.count("*").alias("size")).orderBy(F.col("k").asc_nulls_last()),
        index=["k"],
    )["size"]
    .rename(None),
)
