# everything on one line
import numpy as np
import pandas as pd; df = pd.DataFrame({"k": ["a", None, "a"], "v": [1, 2, 3]}); total = df.groupby("k")["v"].sum()
big = df[df["v"] > np.abs(-1)]; big = big.sort_values("v", ascending=False); df = None
# output
# everything on one line
import numpy as np
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import from_pandas, to_pandas

spark = SparkSession.builder.getOrCreate()

import pandas as pd; df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", None, "a"], "v": [1, 2, 3]}).reset_index(names="_row")
); total = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.sum("v").alias("v"))
)
big = from_pandas(
    to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])[to_pandas(df.select("_row", "v").orderBy("_row"), index=["_row"])["v"] > np.abs(-1)]
    .reset_index(),
    {"index": "BIGINT", "k": "STRING", "v": "BIGINT"},
); big = big.orderBy(F.col("v").desc()); df = None
