import pandas as pd

df = pd.DataFrame({"n": [1, 2, 3]})
print(df.head(0).index.max(), df.head(0).index.min(), [df.index.max() + 1, df.index.min()])
new_label = df.index.max() + 1
nothing = df.head(0).index.max()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalars, unwrapped

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({"n": [1, 2, 3]}).reset_index(names="_row"))
row_max_2, row_min_2 = scalars(df.agg(F.max("_row"), F.min("_row")))
row_max, row_min = scalars(df.orderBy("_row").limit(0).agg(F.max("_row"), F.min("_row")))
print(unwrapped(row_max), unwrapped(row_min), [unwrapped(row_max_2) + 1, unwrapped(row_min_2)])
new_label = unwrapped(row_max_2) + 1
nothing = unwrapped(row_max)
