import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", "c", "a"],
    "s": ["x", "y", "z", "y"],
    "v": [1.0, np.nan, 3.0, 4.0],
    "n": [1, 2, 3, 4],
})
df.loc[df["n"] > 2, ["k", "s"]] = ["big", "large"]
df.loc[df["v"].isna(), ["v", "n"]] = [0.5, 7]
df.loc[df["n"] == 1, ["s"]] = ["one"]
other = df.copy()
other.loc[other["k"] == "big", ["v", "k"]] = [np.nan, "none"]
nothing = df[df["n"] > 99].copy()
nothing.loc[nothing["n"] > 1, ["k", "n"]] = ["q", 0]
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", "c", "a"],
    "s": ["x", "y", "z", "y"],
    "v": [1.0, np.nan, 3.0, 4.0],
    "n": [1, 2, 3, 4],
}))
df = df.withColumns({
    "k": F.when(F.col("n") > 2, "big").otherwise(F.col("k")),
    "s": F.when(F.col("n") > 2, "large").otherwise(F.col("s")),
})
df = df.withColumns({
    "v": F.when(F.col("v").isNull(), 0.5).otherwise(F.col("v")),
    "n": F.when(F.col("v").isNull(), 7).otherwise(F.col("n")),
})
df = df.withColumn("s", F.when(F.col("n") == 1, "one").otherwise(F.col("s")))
other = df
other = other.withColumns({
    "v": F.when(F.col("k") == "big", F.lit(None)).otherwise(F.col("v")),
    "k": F.when(F.col("k") == "big", "none").otherwise(F.col("k")),
})
nothing = df.filter(F.col("n") > 99)
nothing = nothing.withColumns({
    "k": F.when(F.col("n") > 1, "q").otherwise(F.col("k")),
    "n": F.when(F.col("n") > 1, 0).otherwise(F.col("n")),
})
