import pandas as pd

a = pd.DataFrame({"n": [3, 1], "v": [1, 2]})
b = pd.DataFrame({"v": [1.5, -2.0], "n": [7, 8]})

rows = pd.concat([a, b], ignore_index=True)
beside = pd.concat([a[["n"]], a["v"] * 2], axis=1)
print(pd.concat([a, b]))
long = a.melt(id_vars="n")

# what one frame lacks is a column of floats, also where that frame has no rows
none = pd.DataFrame({"w": [1.0], "flag": [True]}).query("w > 1")
wider = pd.concat([a, none], ignore_index=True)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

a = spark.createDataFrame(
    pd.DataFrame({"n": [3, 1], "v": [1, 2]}).reset_index(names="_row")
)
b = spark.createDataFrame(
    pd.DataFrame({"v": [1.5, -2.0], "n": [7, 8]}).reset_index(names="_row")
)

rows = (
    a.drop("_row")
    .withColumn("v", F.col("v").cast("double"))
    .unionByName(b.drop("_row"))
)
beside = a.select("_row", "n", (F.col("v") * 2).alias("v"))
print(
    to_pandas(
        a.withColumn("_part", F.lit(0))
        .withColumn("v", F.col("v").cast("double"))
        .unionByName(b.withColumn("_part", F.lit(1)))
        .orderBy("_part", "_row")
        .drop("_part"),
        index=["_row"],
    )
)
long = a.unpivot("n", ["v"], "variable", "value")

# what one frame lacks is a column of floats, also where that frame has no rows
none = (
    spark.createDataFrame(pd.DataFrame({"w": [1.0], "flag": [True]}))
    .filter(F.col("w") > 1)
)
wider = (
    a.drop("_row")
    .withColumns({"n": F.col("n").cast("double"), "v": F.col("v").cast("double")})
    .withColumns({"w": F.lit(None).cast("double"), "flag": F.lit(None).cast("boolean")})
    .unionByName(
        none.withColumns({"n": F.lit(None).cast("double"), "v": F.lit(None).cast("double")})
    )
)
