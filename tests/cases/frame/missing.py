import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, np.nan, 0.0, -2.0], "w": [np.nan, np.nan, 0.0, 1.0]})
complete = df.dropna()
known = df.dropna(subset=["v"])
some = df.dropna(how="all", subset=["v", "w"])
many = df.dropna(thresh=2)
filled = df.fillna({"v": 0, "k": "?"})
df[["v", "w"]] = df[["v", "w"]].fillna(-1)
present = df.notna()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, np.nan, 0.0, -2.0], "w": [np.nan, np.nan, 0.0, 1.0]})
)
complete = df.dropna()
known = df.dropna(subset=["v"])
some = df.dropna(how="all", subset=["v", "w"])
many = df.dropna(thresh=2)
filled = df.withColumns({
    "v": F.coalesce(F.col("v"), F.lit(0)),
    "k": F.coalesce(F.col("k"), F.lit("?")),
})
df = df.withColumns({
    "v": F.coalesce(F.col("v"), F.lit(-1)),
    "w": F.coalesce(F.col("w"), F.lit(-1)),
})
present = df.withColumns({
    "k": F.col("k").isNotNull(),
    "v": F.col("v").isNotNull(),
    "w": F.col("w").isNotNull(),
})
