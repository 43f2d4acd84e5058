import pandas as pd

df = pd.DataFrame({"k": ["b", "a", None, "a"], "g": [2, 1, 2, 1], "n": [5, -3, 5, 0], "s": ["x", None, "y", None]})
print(df.set_index(["k", "g"]).reset_index(), df.set_index(["k", "g"]).reset_index(level=0))
print(df.set_index("k", append=True).reset_index(), df.set_index("k").set_index("g", append=True).reset_index())
print(df.set_index(["k", "s"])["n"].reset_index(), df.set_index(["k", "g"]).index.get_level_values(0))
print(df.set_index("k").reset_index(), df.set_index("k").index)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "a", None, "a"], "g": [2, 1, 2, 1], "n": [5, -3, 5, 0], "s": ["x", None, "y", None]})
    .reset_index(names="_row")
)
print(
    to_pandas(df.select("k", "g", "_row", "n", "s").orderBy("_row").drop("_row"), none=["s"]),
    to_pandas(
        df.select("k", "g", "_row", "n", "s")
        .select("g", "_row", "k", "n", "s")
        .orderBy("_row")
        .drop("_row"),
        index=["g"],
        none=["s"],
    ),
)
print(
    to_pandas(
        df.select(F.col("_row").alias("level_0"), "k", "g", "n", "s").orderBy("level_0"),
        none=["s"],
    ),
    to_pandas(df.select("k", "_row", "g", "n", "s").orderBy("_row").drop("_row"), none=["s"]),
)
print(
    to_pandas(
        df.select("k", "s", "_row", "g", "n")
        .select("k", "s", "_row", "n")
        .orderBy("_row")
        .drop("_row")
    ),
    pd.Index(
        to_pandas(df.select("k", "g", "_row", "n", "s").orderBy("_row").select("k"))["k"],
        name="k",
    ),
)
print(
    to_pandas(
        df.select("k", "_row", "g", "n", "s").orderBy("_row").drop("_row"), none=["k", "s"]
    ),
    to_pandas(
        df.select("k", "_row", "g", "n", "s").select("k", "_row").orderBy("_row").drop("_row"),
        index=["k"],
        none=["k"],
    ).index,
)
