import numpy as np
import pandas as pd

rows = pd.DataFrame({"k": ["b", "a", "b", "c"], "v": [1.0, np.nan, 3.0, 4.0], "n": [4, 3, 2, 1]})
df = rows.assign(w=rows["k"].str.split("|")).explode("w", ignore_index=True)
kept = df.set_index("k", drop=False)
chosen = kept[kept["n"] > 1]
same = kept.loc["b"]
ordered = kept.sort_index()
numbered = df.set_index("n", drop=False).sort_index()
by_number = numbered.loc[2:3, "v"]
changed = df.set_index("k", drop=False)
changed["k"] = changed["k"].str.upper()
plain = changed.reset_index(drop=True)
counts = kept.groupby(level=0)["n"].sum()
nothing = df[df["n"] > 9].set_index("k", drop=False)
small = rows.set_index("k", drop=False)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

rows = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "a", "b", "c"], "v": [1.0, np.nan, 3.0, 4.0], "n": [4, 3, 2, 1]})
    .reset_index(names="_row")
)
df = (
    rows.withColumn("w", F.split(F.col("k"), r"\|", -1))
    .select("_row", "k", "v", "n", F.posexplode_outer("w").alias("_part", "w"))
)
kept = df.select(F.col("k").alias("_k"), "_row", "_part", "k", "v", "n", "w")
chosen = kept.filter(F.col("n") > 1)
same = to_pandas(
    kept.filter(F.col("_k") == "b")
    .orderBy("_row", F.col("_part").asc_nulls_last())
    .drop("_row", "_part"),
    index=["_k"],
    names=["k"],
).loc["b"]
ordered = kept.orderBy(
    F.col("_k").asc_nulls_last(), "_row", F.col("_part").asc_nulls_last()
)
numbered = (
    df.select(F.col("n").alias("_n"), "_row", "_part", "k", "v", "n", "w")
    .orderBy("_n", "_row", F.col("_part").asc_nulls_last())
)
by_number = (
    numbered.filter(F.col("_n").between(2, 3))
    .select("_row", "_part", "_n", "v")
)
changed = df.select(F.col("k").alias("_k"), "_row", "_part", "k", "v", "n", "w")
changed = changed.withColumn("k", F.upper(F.col("k")))
plain = changed.drop("_k", "_row")
counts = (
    kept.dropna(subset=["_k"])
    .groupBy(F.col("_k").alias("k"))
    .agg(F.sum("n").alias("n"))
)
nothing = (
    df.filter(F.col("n") > 9)
    .select(F.col("k").alias("_k"), "_row", "_part", "k", "v", "n", "w")
)
small = to_pandas(
    rows.select(F.col("k").alias("_k"), "_row", "k", "v", "n").orderBy("_row").drop("_row"),
    index=["_k"],
    names=["k"],
)
