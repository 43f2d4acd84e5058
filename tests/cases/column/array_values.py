import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", None, "a", "c"], "v": [1.5, None, -2.0, 6.0, 2.5], "w": [0.5, 1.0, None, 3.0, 9.0],
    "n": [3, 1, 2, 5, 4],
})
first = df["v"].values[0]
last = df["n"].values[-1]
found = df.loc[df["k"] == "c", "v"].values[0]
gap = df["v"].to_numpy()[1]
middle = df["v"].values[1:3]
heavy = df["n"].to_numpy()[df["w"].to_numpy() > 0.7]
print(df["n"].values.mean(), df["n"].values.std(), df["n"].values.sum())
missing = df["v"].values.max()
steps = df["n"].values[1:] - df["n"].values[:-1]

low, high = df["v"].quantile(0.1), df["v"].quantile(0.9)
usual = df["v"].clip(low, high)
turned = df["v"].clip(high, low)
at_least = df["v"].clip(lower=df["w"].mean())
under_other = df["v"].clip(upper=df["w"])
over_other = df["v"].clip(df["w"], 3.0)
swapped = df["v"].clip(5, 0)
unbounded = df["v"].clip(lower=df["v"].where(df["v"] > 100).max())
df["n"] = df["n"].clip(2, 4)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import clipped, scalar, scalars, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a", "c"], "v": [1.5, None, -2.0, 6.0, 2.5], "w": [0.5, 1.0, None, 3.0, 9.0],
    "n": [3, 1, 2, 5, 4],
}).reset_index(names="_row"))
first = scalar(df.select("_row", "v").orderBy("_row").limit(1).select("v"))
last = scalar(df.select("_row", "n").orderBy(F.col("_row").desc()).limit(1).select("n"))
found = scalar(
    df.filter(F.col("k") == "c").select("_row", "v").orderBy("_row").limit(1).select("v")
)
gap = scalar(df.select("_row", "v").orderBy("_row").limit(2).offset(1).select("v"))
middle = df.select("_row", "v").orderBy("_row").limit(3).offset(1)
heavy = df.filter(F.col("w") > 0.7).select("_row", "n")
print(*scalars(df.agg(F.avg("n"), F.stddev_pop("n"), F.coalesce(F.sum("n"), F.lit(0)))))
missing = to_pandas(df.orderBy("_row").select("v"))["v"].to_numpy().max()
steps = (
    to_pandas(df.select("_row", "n").orderBy("_row").offset(1).select("n"))["n"].to_numpy()
    - to_pandas(
        df.select("_row", "n")
        .orderBy("_row")
        .limit(max(df.select("_row", "n").count() - 1, 0))
        .select("n")
    )["n"]
    .to_numpy()
)

low, high = scalars(df.agg(F.percentile("v", 0.1), F.percentile("v", 0.9)))
usual = clipped(F.col("v"), low, high)
turned = clipped(F.col("v"), high, low)
w_mean, v_max = scalars(df.agg(F.avg("w"), F.max(F.when(F.col("v") > 100, F.col("v")))))
at_least = clipped(F.col("v"), w_mean, None)
under_other = F.when(F.col("v") > F.col("w"), F.col("w")).otherwise(F.col("v"))
over_other = (
    F.when(
        F.when(F.col("v") < F.col("w"), F.col("w")).otherwise(F.col("v")) > F.lit(3.0),
        F.lit(3.0),
    )
    .otherwise(F.when(F.col("v") < F.col("w"), F.col("w")).otherwise(F.col("v")))
)
swapped = F.when(F.col("v") < 0, 0.0).when(F.col("v") > 5, 5.0).otherwise(F.col("v"))
unbounded = clipped(F.col("v"), v_max, None)
df = df.withColumn("n", F.when(F.col("n") < 2, 2).when(F.col("n") > 4, 4).otherwise(F.col("n")))
