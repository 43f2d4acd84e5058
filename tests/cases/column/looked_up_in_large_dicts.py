import numpy as np
import pandas as pd

# more keys than a choice between them is written out for
many = pd.DataFrame({"n": np.arange(300)})
many["k"] = "é" + many["n"].astype(str)
many["v"] = many["n"] / 4
df = pd.DataFrame({"n": [299, -1, 5, 2**53 + 1], "k": ["é299", None, "é", "é7"]})
df["v"] = df["k"].map(many.groupby("k")["v"].sum().to_dict())
df["rows"] = df["n"].map(many.groupby("n")["k"].size().to_dict())
df["name"] = df["n"].map(many.set_index("n")["k"].to_dict())
print(df)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lookup, to_pandas

spark = SparkSession.builder.getOrCreate()

# more keys than a choice between them is written out for
many = spark.createDataFrame(
    pd.DataFrame({"n": np.arange(300)}).reset_index(names="_row")
)
many = many.withColumn("k", F.concat(F.lit("é"), F.col("n").cast("string")))
many = many.withColumn("v", F.col("n") / 4)
df = spark.createDataFrame(
    pd.DataFrame({"n": [299, -1, 5, 2**53 + 1], "k": ["é299", None, "é", "é7"]})
    .reset_index(names="_row")
)
df = df.withColumn(
    "v",
    lookup(
        F.col("k"),
        to_pandas(many.groupBy("k").agg(F.sum("v").alias("v")).orderBy("k"), index=["k"])["v"]
        .to_dict(),
        "DOUBLE",
    ),
)
df = df.withColumn(
    "rows",
    lookup(
        F.col("n"),
        to_pandas(
            many.groupBy("n").agg(F.count("*").alias("k")).orderBy("n"), index=["n"]
        )["k"]
        .to_dict(),
        "BIGINT",
    ),
)
df = to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])
df["name"] = df["n"].map(
    to_pandas(
        many.select("n", "_row", "k", "v")
        .select("n", "_row", "k")
        .orderBy("_row")
        .drop("_row"),
        index=["n"],
    )["k"]
    .to_dict()
)
print(df)
