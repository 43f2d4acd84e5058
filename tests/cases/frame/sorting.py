import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "b", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
by_value = df.sort_values("v")
by_two = df.sort_values(["k", "v"], ascending=[False, True], na_position="first")
numbered = df.sort_values("v", ascending=False).reset_index(drop=True)
kept = df.sort_values("n").reset_index()
print(numbered)
print(kept)
top = df.nlargest(2, "n")
low = df.nsmallest(3, "v")
print(df.sort_values("v").head(2))

# a window leaves its own order behind
ranked = pd.DataFrame({"k": ["b", "a", "b", "a"], "v": [4, 3, 2, 1], "w": [1, 2, 2, 1]}).sort_values("v")
print(ranked["v"] > ranked.groupby("w")["v"].transform("mean"))
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "b", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
    .reset_index(names="_row")
)
by_value = df.orderBy(F.col("v").asc_nulls_last(), "_row")
by_two = df.orderBy(
    F.col("k").desc_nulls_first(), F.col("v").asc_nulls_first(), "_row"
)
numbered = df.orderBy(F.col("v").desc_nulls_last(), "_row")
kept = df.orderBy("n", "_row").select(F.col("_row").alias("index"), "k", "v", "n")
print(to_pandas(numbered.drop("_row")))
print(to_pandas(kept))
top = df.orderBy(F.col("n").desc(), "_row").limit(2)
low = df.orderBy(F.col("v").asc_nulls_last(), "_row").limit(3)
print(to_pandas(df.orderBy(F.col("v").asc_nulls_last(), "_row").limit(2), index=["_row"]))

# a window leaves its own order behind
ranked = (
    spark.createDataFrame(
        pd.DataFrame({"k": ["b", "a", "b", "a"], "v": [4, 3, 2, 1], "w": [1, 2, 2, 1]})
        .reset_index(names="_row")
    )
    .orderBy("v", "_row")
)
print(
    to_pandas(
        ranked.select(
            "_row",
            F.col("v").alias("_sort_v"),
            (F.col("v") > F.avg("v").over(Window.partitionBy("w"))).alias("v"),
        )
        .orderBy("_sort_v", "_row")
        .drop("_sort_v"),
        index=["_row"],
    )["v"]
)
