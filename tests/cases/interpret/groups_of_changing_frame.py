"""Groups in a variable whose single columns are taken while the frame gets new columns."""

import numpy as np
import pandas as pd

px = pd.DataFrame({"t": ["a", "a", "b", None, "b"], "c": [1.0, 2.0, np.nan, 4.0, 0.0], "n": [3, 1, 2, 2, 5]})
g = px.groupby("t")
px["before"] = g["c"].shift(1)
px["c"] = px["c"].fillna(9.0)
px["high"] = g["c"].cummax()
px["mean"] = g["n"].transform("mean")
totals = g["c"].sum()
print(px)
# the keys change: pandas keeps the groups that it has seen
other = pd.DataFrame({"n": [1, 2, 1], "c": [1.0, 2.0, 3.0]})
k = other.groupby("n")
first = k["c"].first()
other["n"] = other["n"] * 0
last = k["c"].last()
# all columns at once: what pandas has seen of the frame may be older
more = pd.DataFrame({"n": [1, 2, 1], "c": [1.0, 2.0, 3.0]})
h = more.groupby("n")
sums = h.sum()
more["d"] = more["c"] * 2
again = h.sum()
# output
"""Groups in a variable whose single columns are taken while the frame gets new columns."""

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

px = spark.createDataFrame(
    pd.DataFrame({"t": ["a", "a", "b", None, "b"], "c": [1.0, 2.0, np.nan, 4.0, 0.0], "n": [3, 1, 2, 2, 5]})
    .reset_index(names="_row")
)
g = px.dropna(subset=["t"]).groupBy("t")
px = px.withColumn(
    "before",
    F.when(F.col("t").isNotNull(), F.lag("c", 1).over(Window.partitionBy("t").orderBy("_row"))),
)
px = px.withColumn("c", F.coalesce(F.col("c"), F.lit(9.0)))
px = px.withColumn(
    "high",
    F.when(
        F.col("t").isNotNull(),
        F.max("c").over(
            Window.partitionBy("t")
            .orderBy("_row")
            .rowsBetween(Window.unboundedPreceding, Window.currentRow)
        ),
    ),
)
px = px.withColumn(
    "mean", F.when(F.col("t").isNotNull(), F.avg("n").over(Window.partitionBy("t")))
)
totals = px.dropna(subset=["t"]).groupBy("t").agg(F.sum("c").alias("c"))
print(to_pandas(px.orderBy("_row"), index=["_row"], none=["t"]))
# the keys change: pandas keeps the groups that it has seen
other = pd.DataFrame({"n": [1, 2, 1], "c": [1.0, 2.0, 3.0]})
k = other.groupby("n")
first = k["c"].first()
other["n"] = other["n"] * 0
last = k["c"].last()
# all columns at once: what pandas has seen of the frame may be older
more = pd.DataFrame({"n": [1, 2, 1], "c": [1.0, 2.0, 3.0]})
h = more.groupby("n")
sums = h.sum()
more["d"] = more["c"] * 2
again = h.sum()
