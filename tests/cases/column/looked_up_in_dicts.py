import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", np.nan, "a", "c"],
    "n": [1, 2, 3, 2, 9],
    "v": [1.0, np.nan, 3.0, 4.0, np.nan],
})
means = df.groupby("k")["v"].mean().to_dict()
df["mean"] = df["k"].map(means)
df["rows"] = df["k"].map(df["k"].value_counts().to_dict())
sums = df[df["n"] < 9].groupby("n")["v"].sum().to_dict()
df["sum"] = df["n"].map(sums)
means["a"] = 100.0
df["changed"] = df["k"].map(means)
few = pd.DataFrame({"k": ["a"], "v": [1.0]})
none = few[few["v"] > 9].groupby("k")["v"].mean().to_dict()
df["none"] = df["k"].map(none)
names = few.assign(s="x").set_index("k")["s"].to_dict()
few["name"] = few["k"].map(names)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lookup, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", np.nan, "a", "c"],
    "n": [1, 2, 3, 2, 9],
    "v": [1.0, np.nan, 3.0, 4.0, np.nan],
}).reset_index(names="_row"))
means = (
    to_pandas(
        df.dropna(subset=["k"]).groupBy("k").agg(F.avg("v").alias("v")).orderBy("k"),
        index=["k"],
    )["v"]
    .to_dict()
)
df = df.withColumn("mean", lookup(F.col("k"), means, "DOUBLE"))
df = df.withColumn(
    "rows",
    lookup(
        F.col("k"),
        to_pandas(
            df.dropna(subset=["k"])
            .groupBy("k")
            .agg(F.count("*").alias("count"), F.min("_row").alias("_row"))
            .orderBy(F.col("count").desc(), "_row")
            .drop("_row"),
            index=["k"],
        )["count"]
        .to_dict(),
        "BIGINT",
    ),
)
sums = (
    to_pandas(
        df.withColumn("rows", F.col("rows").cast("double"))
        .filter(F.col("n") < 9)
        .groupBy("n")
        .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
        .orderBy("n"),
        index=["n"],
    )["v"]
    .to_dict()
)
df = df.withColumn("sum", lookup(F.col("n"), sums, "DOUBLE"))
means["a"] = 100.0
df = to_pandas(df.orderBy("_row"), index=["_row"])
df["changed"] = df["k"].map(means)
few = spark.createDataFrame(
    pd.DataFrame({"k": ["a"], "v": [1.0]}).reset_index(names="_row")
)
none = (
    to_pandas(
        few.filter(F.col("v") > 9)
        .dropna(subset=["k"])
        .groupBy("k")
        .agg(F.avg("v").alias("v"))
        .orderBy("k"),
        index=["k"],
    )["v"]
    .to_dict()
)
df["none"] = df["k"].map(none)
names = (
    to_pandas(
        few.withColumn("s", F.lit("x"))
        .select("k", "_row", "v", "s")
        .select("k", "_row", "s")
        .orderBy("_row")
        .drop("_row"),
        index=["k"],
    )["s"]
    .to_dict()
)
few = to_pandas(few.orderBy("_row"), index=["_row"])
few["name"] = few["k"].map(names)
