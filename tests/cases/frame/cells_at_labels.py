import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", None, "b"], "n": [3, 1, 2, 2], "v": [1.5, np.nan, 0.0, -1.0]})
df.at[1, "v"] = 7
df.loc[0, "k"] = "z"
df.loc[[0, 3], "v"] = np.nan
df.loc[2, ["n", "k"]] = [9, "q"]
df.loc[1:2, "n"] = 5
df.loc[3, "new"] = 1.5
few = df[df["n"] > 2].copy()
few.at[2, "v"] = 11.5
print(df)
print(few)
named = df.set_index("k")
named.at["b", "n"] = 100
named.loc["z", "v"] = named["v"].sum()
print(named)
more = df.copy()
more.loc[9, "v"] = 4.0
print(more)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, require_labels, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "b"], "n": [3, 1, 2, 2], "v": [1.5, np.nan, 0.0, -1.0]})
    .reset_index(names="_row")
)
df = require_labels(df, "_row", [1]).withColumn(
    "v", F.when(F.col("_row") == 1, 7.0).otherwise(F.col("v"))
)
df = require_labels(df, "_row", [0]).withColumn(
    "k", F.when(F.col("_row") == 0, "z").otherwise(F.col("k"))
)
df = require_labels(df, "_row", [0, 3]).withColumn(
    "v", F.when(F.col("_row").isin([0, 3]), F.lit(None)).otherwise(F.col("v"))
)
df = require_labels(df, "_row", [2]).withColumns({
    "n": F.when(F.col("_row") == 2, 9).otherwise(F.col("n")),
    "k": F.when(F.col("_row") == 2, "q").otherwise(F.col("k")),
})
df = df.withColumn("n", F.when(F.col("_row").between(1, 2), 5).otherwise(F.col("n")))
df = require_labels(df, "_row", [3]).withColumn("new", F.when(F.col("_row") == 3, 1.5)).cache()
few = df.filter(F.col("n") > 2)
few = require_labels(few, "_row", [2]).withColumn(
    "v", F.when(F.col("_row") == 2, 11.5).otherwise(F.col("v"))
)
print(to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]))
print(to_pandas(few.orderBy("_row"), index=["_row"], none=["k"]))
named = df.select("k", "_row", "n", "v", "new")
named = require_labels(named, "k", ["b"]).withColumn(
    "n", F.when(F.col("k") == "b", 100).otherwise(F.col("n"))
).cache()
named = require_labels(named, "k", ["z"]).withColumn(
    "v",
    F.when(F.col("k") == "z", lit(scalar(named.agg(F.coalesce(F.sum("v"), F.lit(0.0))))))
    .otherwise(F.col("v")),
)
print(to_pandas(named.orderBy("_row").drop("_row"), index=["k"], none=["k"]))
more = df
more = to_pandas(more.orderBy("_row"), index=["_row"], none=["k"])
more.loc[9, "v"] = 4.0
print(more)
