import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1], "m": [1, 2, 3, 4]})
numbered = pd.DataFrame({"v": [1.5, np.nan, 0.0], 3: [1, 2, 3]})
either = df.query("v > 1 & k == 'a|b' | n > 2")
quotient = pd.eval("(df.v + df.n) / (df.m - 9)")
numbers = pd.DataFrame({"v": [1.5, np.nan, 0.0], "n": [1, 2.5, 1]})
some = pd.eval("numbers[(numbers.v < 0.5) & (numbers.n < 2)]")
double = df["n"] * 2
total = pd.eval("double + df.m")
kept = df["n"]
found = numbered.query("v in @kept")
local = pd.DataFrame({"v": [1.0, np.nan], "n": [1, 2]})
power = pd.eval("local.v ** local.n + local.sum(axis=1)")
whole = pd.DataFrame({"v": [1, 5, 0], "n": [1, 2, 1]})
same = pd.eval("whole[whole.v > whole.n]")
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import divide, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1], "m": [1, 2, 3, 4]})
    .reset_index(names="_row")
)
numbered = pd.DataFrame({"v": [1.5, np.nan, 0.0], 3: [1, 2, 3]})
either = df.filter((F.col("v") > 1) & (F.col("k") == "a|b") | (F.col("n") > 2))
quotient = divide(F.col("v") + F.col("n"), F.col("m") - 9)
numbers = spark.createDataFrame(
    pd.DataFrame({"v": [1.5, np.nan, 0.0], "n": [1, 2.5, 1]})
)
some = numbers.filter((F.col("v") < 0.5) & (F.col("n") < 2))
double = F.col("n") * 2
total = double + F.col("m")
kept = to_pandas(df.select("_row", "n").orderBy("_row"), index=["_row"])["n"]
found = numbered.query("v in @kept")
local = pd.DataFrame({"v": [1.0, np.nan], "n": [1, 2]})
power = pd.eval("local.v ** local.n + local.sum(axis=1)")
whole = spark.createDataFrame(pd.DataFrame({"v": [1, 5, 0], "n": [1, 2, 1]}))
same = whole.filter(F.col("v") > F.col("n"))
