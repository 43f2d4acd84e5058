import numpy as np
import pandas as pd

df = pd.DataFrame(
    {
        "k": ["b", "a", None, "b", "a", "b"],
        "s": ["y", "x", "q", "x", "x", "y"],
        "n": [3, 1, 2, 3, -1, 0],
        "v": [1.0, None, 2.0, 0.5, 4.0, None],
    }
)
sums = df.pivot_table(index="k", values="n", aggfunc=["sum", "mean", "count"])
both = df.pivot_table(index=["k"], columns="s", values=["v", "n"], aggfunc=["max", "min"])
one = pd.pivot_table(df, index="k", columns="s", values="v", aggfunc=[np.mean, np.sum], fill_value=0)
two_keys = df.pivot_table(index=["k", "s"], values=["v"], aggfunc=["median", "std"])
filled = df.pivot_table(index="s", columns="k", values="n", aggfunc=["sum", len], fill_value=-1)
print(sums, both, one, two_keys, filled)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import tables_of_functions, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame(
    {
        "k": ["b", "a", None, "b", "a", "b"],
        "s": ["y", "x", "q", "x", "x", "y"],
        "n": [3, 1, 2, 3, -1, 0],
        "v": [1.0, None, 2.0, 0.5, 4.0, None],
    }
))
sums = tables_of_functions(
    to_pandas(
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(
            F.sum("n").alias("n_sum"), F.avg("n").alias("n_mean"), F.count("*").alias("n_count")
        )
    ),
    ["sum", "mean", "count"],
    "n",
    index="k",
)
both = tables_of_functions(
    to_pandas(
        df.dropna(subset=["k", "s"])
        .groupBy("k", "s")
        .agg(
            F.max("v").alias("v_max"),
            F.max("n").alias("n_max"),
            F.min("v").alias("v_min"),
            F.min("n").alias("n_min"),
        )
    ),
    ["max", "min"],
    ["v", "n"],
    index="k",
    columns="s",
)
one = tables_of_functions(
    to_pandas(
        df.dropna(subset=["k", "s"])
        .groupBy("k", "s")
        .agg(F.avg("v").alias("v_mean"), F.coalesce(F.sum("v"), F.lit(0.0)).alias("v_sum"))
    ),
    ["mean", "sum"],
    "v",
    index="k",
    columns="s",
    fill_value=0,
)
two_keys = tables_of_functions(
    to_pandas(
        df.dropna(subset=["k", "s"])
        .groupBy("k", "s")
        .agg(F.median("v").alias("v_median"), F.stddev_samp("v").alias("v_std"))
    ),
    ["median", "std"],
    ["v"],
    index=["k", "s"],
)
filled = tables_of_functions(
    to_pandas(
        df.dropna(subset=["s", "k"])
        .groupBy("s", "k")
        .agg(F.sum("n").alias("n_sum"), F.count("*").alias("n_len"))
    ),
    ["sum", "len"],
    "n",
    index="s",
    columns="k",
    fill_value=-1,
)
print(sums, both, one, two_keys, filled)
