import pandas as pd

df = pd.DataFrame({"x": [1.5, None, 0.0], "k": ["a", "b", None]})
other = df[df["x"] > 0]
shapes = df.shape, other.shape
print(shapes)
both = [df.shape, (len(other), other.shape[1])]
named = {"a": df.shape, "b": [other.shape]}
print(both, named)
print((df.shape, other.shape), [df.shape])
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({"x": [1.5, None, 0.0], "k": ["a", "b", None]}))
other = df.filter(F.col("x") > 0)
shapes = ((df.count(), 2), (other.count(), 2))
print(shapes)
both = [(df.count(), 2), (other.count(), 2)]
named = {"a": (df.count(), 2), "b": [(other.count(), 2)]}
print(both, named)
print(((df.count(), 2), (other.count(), 2)), [(df.count(), 2)])
