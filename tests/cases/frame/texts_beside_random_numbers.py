import numpy as np
import pandas as pd

texts = pd.DataFrame({"k": ["a", None, "b"], "x": np.random.standard_normal(3)})[["k"]]
print(texts, texts.groupby("k", dropna=False).size())
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

texts = (
    spark.createDataFrame(
        pd.DataFrame({"k": ["a", None, "b"], "x": np.random.standard_normal(3)})
        .reset_index(names="_row")
    )
    .select("_row", "k")
)
print(
    to_pandas(texts.orderBy("_row"), index=["_row"], none=["k"]),
    to_pandas(
        texts.groupBy("k").agg(F.count("*").alias("size")).orderBy(F.col("k").asc_nulls_last()),
        index=["k"],
    )["size"]
    .rename(None),
)
