"""What is added to a list or dict that began with other objects: numbers of frames, and frames beside pandas' own."""

import pandas as pd

df = pd.DataFrame({"v": [1.0, None, 3.0], "k": ["a", "b", "a"]})
means = [df["v"].sum()]
means.append(df["v"].mean())
means.extend([df["v"].max(), df["k"].nunique()])
named = {"rows": len(df)}
named.update({"most": df["v"].max()})
named.setdefault("keys", df["k"].nunique())
print(means, named)

odd = pd.DataFrame({"v": [1.0, 2.0, 3.0]}).iloc[::-2]
even = pd.DataFrame({"v": [2.0, None]})
boxes = [odd]
boxes.append(even)
print([len(box) for box in boxes])
# output
"""What is added to a list or dict that began with other objects: numbers of frames, and frames beside pandas' own."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalars

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({"v": [1.0, None, 3.0], "k": ["a", "b", "a"]}))
v_sum, v_mean = scalars(df.agg(F.coalesce(F.sum("v"), F.lit(0.0)), F.avg("v")))
means = [v_sum]
means.append(v_mean)
v_max, k_distinct = scalars(df.agg(F.max("v"), F.countDistinct("k")))
means.extend([v_max, int(k_distinct)])
rows, v_max = scalars(df.agg(F.count("*"), F.max("v")))
named = {"rows": int(rows)}
named.update({"most": v_max})
named.setdefault("keys", df.agg(F.countDistinct("k")).first()[0])
print(means, named)

odd = pd.DataFrame({"v": [1.0, 2.0, 3.0]}).iloc[::-2]
even = pd.DataFrame({"v": [2.0, None]})
boxes = [odd]
boxes.append(even)
print([len(box) for box in boxes])
