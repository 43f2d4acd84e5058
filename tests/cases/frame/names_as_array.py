import numpy as np
import pandas as pd

df = pd.DataFrame({"a": [1.0, np.nan, 3.0], "b": [2, 5, 7], "c": ["x", "y", None]})
cols = df.columns.values
first = df[cols[0]].dropna()
second = df[cols[1]]
both = df[cols[:2]]
print(cols, len(cols), cols[-1], "b" in cols)
means = [df[c].mean() for c in cols if c != "c"]
for c in df.columns.values:
    print(c, df[c].count())
others = df[df.columns.values[1:]]
listed = cols.tolist() + ["d"]
longer = cols + "_x"
print(listed, longer, cols == "a", type(cols).__name__)
wide = df[cols[cols != "b"]]
print(first.mean(), second.sum(), np.append(cols, "z"))
ordered = df.columns.values
ordered.sort()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a": [1.0, np.nan, 3.0], "b": [2, 5, 7], "c": ["x", "y", None]})
    .reset_index(names="_row")
)
cols = np.array(["a", "b", "c"], dtype=object)
first = df.select("_row", cols[0]).dropna(subset=["a"])
second = F.col(cols[1])
both = df.select("_row", "a", "b")
print(cols, 3, cols[-1], "b" in cols)
means = [to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])[c].mean() for c in cols if c != "c"]
for c in ["a", "b", "c"]:
    print(c, scalar(df.agg(F.count(c))))
others = df.select("_row", "b", "c")
listed = cols.tolist() + ["d"]
longer = cols + "_x"
print(listed, longer, cols == "a", type(cols).__name__)
wide = to_pandas(df.orderBy("_row"), index=["_row"], none=["c"])[cols[cols != "b"]]
print(
    scalar(first.agg(F.avg(cols[0]))),
    scalar(df.agg(F.coalesce(F.sum(cols[1]), F.lit(0)))),
    np.append(cols, "z"),
)
ordered = np.array(["a", "b", "c"], dtype=object)
ordered.sort()
