import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["yes", "no", None, "yes"], "g": ["a", "b", "a", None], "s": ["y", "n", "y", "y"], "n": [1, 2, 2, 3]})
df["k"] = df["k"].replace({"yes": True, "no": False})
df["s"] = df["s"].replace({"y": True, "n": False})
print(df["k"].value_counts(dropna=False))
print(df["s"].mean(), df["s"].dtype)
print(df)
df["has"] = df["g"].str.contains("a").fillna(False)
df["whole"] = df["k"].fillna(True)
print(df["has"].sum(), (~df["has"]).sum(), df["whole"].dtype)
print(df[df["g"].str.startswith("b").fillna(False)])
print(df.groupby("s").agg({"n": [np.size, np.mean]}))
print(df.groupby("g")["n"].agg([np.size, np.sum]))
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import in_turn, recoded, scalar, scalars, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["yes", "no", None, "yes"], "g": ["a", "b", "a", None], "s": ["y", "n", "y", "y"], "n": [1, 2, 2, 3]})
    .reset_index(names="_row")
)
df = df.withColumn("k", recoded(F.col("k"), {"yes": True, "no": False}))
df = df.withColumn("s", recoded(F.col("s"), {"y": True, "n": False}))
print(
    to_pandas(
        df.groupBy("k")
        .agg(F.count("*").alias("count"), F.min("_row").alias("_row"))
        .orderBy(F.col("count").desc(), "_row")
        .drop("_row"),
        index=["k"],
        dtypes={"k": "object"},
        none=["k"],
    )["count"]
)
print(scalar(df.agg(F.avg(F.col("s").cast("int")))), np.dtype("bool"))
print(to_pandas(df.orderBy("_row"), index=["_row"], dtypes={"k": "object"}, none=["k", "g"]))
df = df.withColumn("has", F.coalesce(F.col("g").contains("a"), F.lit(False)))
df = df.withColumn("whole", F.coalesce(F.col("k"), F.lit(True)))
print(*scalars(df.agg(F.count_if(F.col("has")), F.count_if(~F.col("has")))), np.dtype("bool"))
print(
    to_pandas(
        df.filter(F.coalesce(F.col("g").startswith("b"), F.lit(False))).orderBy("_row"),
        index=["_row"],
        dtypes={"k": "object"},
        none=["k", "g"],
    )
)
print(
    to_pandas(
        df.dropna(subset=["s"])
        .groupBy("s")
        .agg(F.count("*").alias("n_size"), F.avg("n").alias("n_mean"))
        .orderBy("s"),
        index=["s"],
    )
    .set_axis(in_turn([("n", "size"), ("n", "mean")]), axis=1)
)
print(
    to_pandas(
        df.dropna(subset=["g"])
        .groupBy("g")
        .agg(F.count("*").alias("size"), F.sum("n").alias("sum"))
        .orderBy("g"),
        index=["g"],
    )
)
