import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1], "b c": [1, 2, 3, 4]})
lim = 1
more = df.assign(x=df["v"] * 2, y=lambda d: d["x"] + 1)
piped = df.pipe(lambda d: d[d["n"] > 0])
both = df.query("v > 1 and k == 'a'")
either = df.query("n > @lim or v < 0")
negated = df.query("not (v > 0)")
inside = df.query("k in ['a', 'z'] and 0 <= n < 3")
quoted = df.query("`b c` > 2 and k != 'a'")
outside = df.query("k not in ['a']")
df["u"] = df.eval("v * 2 + n")
df["sum"] = df.apply(lambda r: r["v"] + r["n"], axis=1)
df["sign"] = df.apply(lambda r: "up" if r["v"] > 0 else "down", axis=1)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1], "b c": [1, 2, 3, 4]})
)
lim = 1
more = df.withColumn("x", F.col("v") * 2).withColumn("y", F.col("x") + 1)
piped = df.filter(F.col("n") > 0)
both = df.filter((F.col("v") > 1) & (F.col("k") == "a"))
either = df.filter((F.col("n") > lim) | (F.col("v") < 0))
negated = df.filter((F.col("v") <= 0) | F.col("v").isNull())
inside = df.filter(
    F.col("k").isin(["a", "z"]) & ((F.col("n") >= 0) & (F.col("n") < 3))
)
quoted = df.filter((F.col("b c") > 2) & ~F.col("k").eqNullSafe("a"))
outside = df.filter(~F.col("k").isin(["a"]) | F.col("k").isNull())
df = df.withColumn("u", F.col("v") * 2 + F.col("n"))
df = df.withColumn("sum", F.col("v") + F.col("n"))
df = df.withColumn("sign", F.when(F.col("v") > 0, "up").otherwise("down"))
