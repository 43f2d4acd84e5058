import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", None, "c"], "v": [1.5, np.nan, -2.0], "n": [3, 1, 2], "none": [np.nan] * 3, "a.b": [1.0, 2.0, 2.0]})
whole = df.dropna(axis=1)
print(whole)
some = df.dropna(axis="columns", how="all")
few = df.dropna(axis=1, thresh=2)
rows = df[df["n"] > 1].dropna(axis=1, how="any")
print(rows)
total = whole["n"].sum()
nothing = df[df["n"] > 9].dropna(axis=1)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import require_filled, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", None, "c"], "v": [1.5, np.nan, -2.0], "n": [3, 1, 2], "none": [np.nan] * 3, "a.b": [1.0, 2.0, 2.0]})
    .reset_index(names="_row")
)
whole = (
    require_filled(df, ["k", "v", "n", "none", "a.b"], ["n", "a.b"])
    .select("_row", "n", "`a.b`")
    .cache()
)
print(to_pandas(whole.orderBy("_row"), index=["_row"]))
some = (
    require_filled(df, ["k", "v", "n", "none", "a.b"], ["k", "v", "n", "a.b"], how="all")
    .select("_row", "k", "v", "n", "`a.b`")
)
few = (
    require_filled(df, ["k", "v", "n", "none", "a.b"], ["k", "v", "n", "a.b"], thresh=2)
    .select("_row", "k", "v", "n", "`a.b`")
)
rows = (
    require_filled(
        df.filter(F.col("n") > 1), ["k", "v", "n", "none", "a.b"], ["k", "v", "n", "a.b"]
    )
    .select("_row", "k", "v", "n", "`a.b`")
)
print(to_pandas(rows.orderBy("_row"), index=["_row"], none=["k"]))
total = scalar(whole.agg(F.coalesce(F.sum("n"), F.lit(0))))
nothing = (
    require_filled(
        df.filter(F.col("n") > 9),
        ["k", "v", "n", "none", "a.b"],
        ["k", "v", "n", "none", "a.b"],
    )
    .select("_row", "k", "v", "n", "none", "`a.b`")
)
