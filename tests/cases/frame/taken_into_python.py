import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", np.nan, "a"], "n": [3, 1, 2, 1], "v": [1.5, np.nan, -2.0, 6.0],
                   "t": pd.to_datetime(["2024-01-31", None, "2023-12-31", "2024-01-31"]), "b": [True, False, True, True]})
df["w"] = df["v"] * 2
numbers = df[["n", "v"]].values
print(numbers.shape, numbers[:2])
whole = df[["n"]].to_numpy()
print(whole.dtype, df.values)
some = df[df["n"] > 1].sort_values("v").to_numpy()
print(some)
records = df[["k", "n", "t"]].to_dict("records")
print(records)
print(df[["k", "b"]].to_dict(orient="list"))
print(df.set_index("n")[["v"]].head(2).to_dict())
print(df[["n", "w"]].to_dict("index"))
print(df[df["n"] > 9][["n", "k"]].to_dict("records"), df[df["n"] > 9].values.shape)
print(pd.unique(df["k"]), pd.unique(df["n"]))
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({"k": ["a", "b", np.nan, "a"], "n": [3, 1, 2, 1], "v": [1.5, np.nan, -2.0, 6.0],
                   "t": pd.to_datetime(["2024-01-31", None, "2023-12-31", "2024-01-31"]), "b": [True, False, True, True]}).reset_index(names="_row"))
df = df.withColumn("w", F.col("v") * 2)
numbers = (
    to_pandas(df.select("_row", "n", "v").orderBy("_row").drop("_row"))
    .to_numpy()
)
print(numbers.shape, numbers[:2])
whole = to_pandas(df.select("_row", "n").orderBy("_row").drop("_row")).to_numpy()
print(whole.dtype, to_pandas(df.orderBy("_row").drop("_row")).to_numpy())
some = (
    to_pandas(
        df.filter(F.col("n") > 1).orderBy(F.col("v").asc_nulls_last(), "_row").drop("_row")
    )
    .to_numpy()
)
print(some)
records = (
    to_pandas(df.select("_row", "k", "n", "t").orderBy("_row").drop("_row"))
    .to_dict("records")
)
print(records)
print(to_pandas(df.select("_row", "k", "b").orderBy("_row").drop("_row")).to_dict("list"))
print(
    to_pandas(
        df.select("n", "_row", "k", "v", "t", "b", "w")
        .select("n", "_row", "v")
        .orderBy("_row")
        .limit(2)
        .drop("_row"),
        index=["n"],
    )
    .to_dict()
)
print(to_pandas(df.select("_row", "n", "w").orderBy("_row"), index=["_row"]).to_dict("index"))
print(
    to_pandas(df.filter(F.col("n") > 9).select("_row", "n", "k").orderBy("_row").drop("_row"))
    .to_dict("records"),
    to_pandas(df.filter(F.col("n") > 9).orderBy("_row").drop("_row")).to_numpy().shape,
)
print(
    to_pandas(
        df.groupBy("k").agg(F.min("_row").alias("_row")).orderBy("_row").select("k")
    )["k"]
    .to_numpy(),
    to_pandas(
        df.groupBy("n").agg(F.min("_row").alias("_row")).orderBy("_row").select("n")
    )["n"]
    .to_numpy(),
)
