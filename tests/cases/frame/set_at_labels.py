import numpy as np
import pandas as pd

df = pd.DataFrame({"x": [1.5, np.nan, 0.0, -2.0, 7.0], "k": ["a", "b", None, "a", "é"], "n": [5, 4, 3, 2, 1]})
df.loc[df[df["x"] > 1].index, "k"] = "large"
df.loc[df[df["k"] != "a"].index, "flag"] = 1
kept = df[df["n"] > 1].copy()
kept.loc[kept[kept["x"].isna() | (kept["n"] == 2)].index, "n"] = 0
kept.loc[kept[kept["n"] > 100].index, "x"] = -1.0
kept.loc[kept[~(kept["x"] > 0)].index, ["x", "n"]] = 9
by_name = df.set_index("k")
by_name.loc[by_name[by_name["n"] > 2].index, "x"] = 0.5
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"x": [1.5, np.nan, 0.0, -2.0, 7.0], "k": ["a", "b", None, "a", "é"], "n": [5, 4, 3, 2, 1]})
    .reset_index(names="_row")
)
df = df.withColumn("k", F.when(F.col("x") > 1, "large").otherwise(F.col("k")))
df = df.withColumn("flag", F.when(~F.col("k").eqNullSafe("a"), 1).cast("double"))
kept = df.filter(F.col("n") > 1)
kept = kept.withColumn(
    "n", F.when(F.col("x").isNull() | (F.col("n") == 2), 0).otherwise(F.col("n"))
)
kept = kept.withColumn("x", F.when(F.col("n") > 100, -1.0).otherwise(F.col("x")))
kept = kept.withColumns({
    "x": F.when((F.col("x") <= 0) | F.col("x").isNull(), 9.0).otherwise(F.col("x")),
    "n": F.when((F.col("x") <= 0) | F.col("x").isNull(), 9).otherwise(F.col("n")),
})
by_name = df.select("k", "_row", "x", "n", "flag")
by_name = to_pandas(by_name.orderBy("_row").drop("_row"), index=["k"], none=["k"])
by_name.loc[by_name[by_name["n"] > 2].index, "x"] = 0.5
