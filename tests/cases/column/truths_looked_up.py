import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["yes", "no", None, "maybe", "yes"], "n": [1, 2, 2, 3, 1], "b": [True, False, True, True, False]})
known = df[df["k"].isin(["yes", "no"])].copy()
known["flag"] = known["k"].map({"yes": True, "no": False})
known["good"] = (known["n"] > 0) & known["flag"]
share = known["flag"].mean()
agreed = known[known["flag"]]
by_flag = known.groupby("flag")["n"].sum()
df["some"] = df["k"].map({"yes": True, "no": False})
df["both"] = df["some"] & (df["n"] < 3)
count = df["some"].sum()
filled = df["some"].fillna(False)
kinds = df["some"].value_counts(dropna=False)
df["nan"] = df["k"].map({"yes": 1, "no": np.nan})
df["number"] = df["n"].map({1: 10, 2: None})
df["text"] = df["n"].map({1: "one", 2: np.nan, 3: "three"})
df["whole"] = df["n"].map({1: True, 2: False, 3: False})
df["turned"] = df["b"].map({True: "on", False: np.nan})
empty = df[df["n"] > 9]["k"].map({"yes": True, "no": False})
print(df)
print(df["whole"].dtype, df["some"].dtype)
mixed = df[["n"]].copy()
mixed["name"] = mixed["n"].map({1: "one", 2: None})
mixed["object"] = mixed["n"].map({1: True, 2: None, 3: False})
print(mixed)
print(known)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["yes", "no", None, "maybe", "yes"], "n": [1, 2, 2, 3, 1], "b": [True, False, True, True, False]})
    .reset_index(names="_row")
)
known = df.filter(F.col("k").isin(["yes", "no"]))
known = known.withColumn(
    "flag", F.when(F.col("k") == "yes", True).when(F.col("k") == "no", False)
)
known = known.withColumn("good", F.coalesce((F.col("n") > 0) & F.col("flag"), F.lit(False)))
share = scalar(known.agg(F.avg(F.col("flag").cast("int"))))
agreed = known.filter(F.col("flag"))
by_flag = known.dropna(subset=["flag"]).groupBy("flag").agg(F.sum("n").alias("n"))
df = df.withColumn("some", F.when(F.col("k") == "yes", True).when(F.col("k") == "no", False))
df = df.withColumn("both", F.coalesce(F.col("some") & (F.col("n") < 3), F.lit(False)))
count = scalar(df.agg(F.coalesce(F.sum(F.col("some").cast("int")), F.lit(0))))
filled = F.coalesce(F.col("some"), F.lit(False))
kinds = df.groupBy("some").agg(F.count("*").alias("count"))
df = df.withColumn("nan", F.when(F.col("k") == "yes", 1.0))
df = df.withColumn("number", F.when(F.col("n") == 1, 10.0))
df = df.withColumn("text", F.when(F.col("n") == 1, "one").when(F.col("n") == 3, "three"))
df = df.withColumn(
    "whole",
    F.when(F.col("n") == 1, True).when(F.col("n") == 2, False).when(F.col("n") == 3, False),
)
df = df.withColumn("turned", F.when(F.col("b"), "on"))
empty = (
    df.filter(F.col("n") > 9)
    .select(
        "_row", F.when(F.col("k") == "yes", True).when(F.col("k") == "no", False).alias("k")
    )
)
print(to_pandas(df.orderBy("_row"), index=["_row"], none=["k"]))
print(
    to_pandas(df.select("_row", "whole").orderBy("_row"), index=["_row"])["whole"].dtype,
    to_pandas(df.select("_row", "some").orderBy("_row"), index=["_row"])["some"].dtype,
)
mixed = df.select("_row", "n")
mixed = to_pandas(mixed.orderBy("_row"), index=["_row"])
mixed["name"] = mixed["n"].map({1: "one", 2: None})
mixed["object"] = mixed["n"].map({1: True, 2: None, 3: False})
print(mixed)
print(to_pandas(known.orderBy("_row"), index=["_row"], none=["k"]))
