import numpy as np
import pandas as pd

df = pd.DataFrame({"v": [1.5, np.nan, 0.0, -2.0, 2.5], "n": [3, 0, 2, -1, 3], "m": [3, 0, 2, -1, 4], "f": [1.0, 2.0, np.inf, 0.0, 5.0]})
mean, total, middle = np.nanmean(df["v"]), np.nansum(df["v"].values), np.nanmedian(df["v"])
low, high, spread = np.nanmin(df["v"]), np.nanmax(df["v"]), np.nanstd(df["v"])
sample = np.nanvar(df["v"], ddof=1)
p90, q25, skipped = np.percentile(df["n"], 90), np.quantile(df["n"].values, 0.25), np.nanpercentile(df["v"], 50)
some, every = np.any(df["n"] > 2), np.all(df["n"] >= -1)
product = np.prod(df["f"])
same, near, other = np.allclose(df["n"], df["n"] * 1.0000001), np.allclose(df["n"], df["m"]), np.allclose(df["v"], df["v"])
loose = np.allclose(df["n"], df["m"], atol=1)
infinite = np.allclose(df["f"], df["f"])
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import all_close, scalars

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"v": [1.5, np.nan, 0.0, -2.0, 2.5], "n": [3, 0, 2, -1, 3], "m": [3, 0, 2, -1, 4], "f": [1.0, 2.0, np.inf, 0.0, 5.0]})
)
mean, total, middle, low, high, spread, sample, p90, q25, skipped = scalars(
    df.agg(
        F.avg("v"),
        F.coalesce(F.sum("v"), F.lit(0.0)),
        F.median("v"),
        F.min("v"),
        F.max("v"),
        F.stddev_pop("v"),
        F.var_samp("v"),
        F.percentile("n", 0.9),
        F.percentile("n", 0.25),
        F.percentile("v", 0.5),
    )
)
some, every, product = scalars(
    df.agg(
        F.coalesce(F.bool_or(F.col("n") > 2), F.lit(False)),
        F.coalesce(F.bool_and(F.col("n") >= -1), F.lit(True)),
        F.coalesce(F.product(F.col("f")), F.lit(1.0)),
    )
)
same, near, other = all_close(df, F.col("n"), F.col("n") * 1.0000001), all_close(
    df, F.col("n"), F.col("m")
), all_close(
    df, F.col("v"), F.col("v")
)
loose = all_close(df, F.col("n"), F.col("m"), atol=1)
infinite = all_close(df, F.col("f"), F.col("f"))
