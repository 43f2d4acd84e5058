import pandas as pd

df = pd.DataFrame({"n": [1, 2, 3], "v": [0.5, 1.5, 2.5], "w": [9.0, 8.0, 7.0]})
few = df[df["n"] > 1].reset_index(drop=True)
few.loc[few["n"] > 1, ["v", "w"]] = [few["w"], few["v"]]
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"n": [1, 2, 3], "v": [0.5, 1.5, 2.5], "w": [9.0, 8.0, 7.0]})
    .reset_index(names="_row")
)
few = df.filter(F.col("n") > 1)
few = to_pandas(few.orderBy("_row").drop("_row"))
few.loc[few["n"] > 1, ["v", "w"]] = [few["w"], few["v"]]
