import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "a", "c"],
    "t": pd.to_datetime(["2024-02-29", "2024-01-01", "2024-01-01", None, "2024-02-29"]),
    "v": [1.5, None, 3.0, -2.0, 4.0],
    "s": ["x", "y", None, "z", None],
})
flags = pd.DataFrame({"k": ["a", "b"], "flag": [True, False], "n": [1, 2]})

df["month"] = df["t"].dt.month
by_month = df.groupby("month").agg(v=("v", "sum")).reset_index()
both = df.groupby(["k", "month"])["v"].mean().reset_index()
months = df["month"].value_counts()

joined = df.merge(flags, on="k", how="left")
known = joined[joined["flag"].notna()]
inverted = ~known["flag"]
by_flag = joined.groupby("flag")["v"].sum()
by_both = joined.groupby(["n", "flag"]).size().reset_index(name="rows")
filled = joined["flag"].fillna(False)

weeks = df[df["t"].notna()]["t"].dt.isocalendar().week.astype(int)
last_texts = df.groupby("k")["s"].max()
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import present, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "a", "c"],
    "t": pd.to_datetime(["2024-02-29", "2024-01-01", "2024-01-01", None, "2024-02-29"]),
    "v": [1.5, None, 3.0, -2.0, 4.0],
    "s": ["x", "y", None, "z", None],
}).reset_index(names="_row"))
flags = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b"], "flag": [True, False], "n": [1, 2]})
    .reset_index(names="_row")
)

df = df.withColumn("month", F.month(F.col("t")).cast("double"))
by_month = (
    df.dropna(subset=["month"])
    .groupBy("month")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
both = df.dropna(subset=["k", "month"]).groupBy("k", "month").agg(F.avg("v").alias("v"))
months = df.dropna(subset=["month"]).groupBy("month").agg(F.count("*").alias("count"))

joined = (
    df.join(
        flags.withColumnsRenamed({"_row": "_row_right", "k": "k_right"}),
        F.col("k").eqNullSafe(F.col("k_right")),
        "left",
    )
    .drop("k_right")
    .withColumn(
        "_row",
        F.row_number()
        .over(Window.orderBy("_row", F.col("_row_right").asc_nulls_last()))
        .cast("bigint")
        - 1,
    )
    .drop("_row_right")
)
known = (
    joined.withColumn("n", F.col("n").cast("double"))
    .filter(F.col("flag").isNotNull())
)
inverted = ~to_pandas(known.select("_row", "flag").orderBy("_row"), index=["_row"], dtypes={"flag": "object"})["flag"]
by_flag = (
    joined.withColumn("n", F.col("n").cast("double"))
    .dropna(subset=["flag"])
    .groupBy("flag")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
by_both = (
    to_pandas(
        joined.withColumn("n", F.col("n").cast("double"))
        .dropna(subset=["n", "flag"])
        .groupBy("n", "flag")
        .agg(F.count("*").alias("size"))
        .orderBy("n", "flag"),
        index=["n", "flag"],
        dtypes={"flag": "object"},
    )["size"]
    .rename(None)
    .reset_index(name="rows")
)
filled = F.coalesce(F.col("flag"), F.lit(False))

weeks = (
    df.filter(F.col("t").isNotNull())
    .select("_row", present(F.weekofyear(F.col("t")).cast("bigint")).alias("week"))
)
last_texts = (
    to_pandas(df.orderBy("_row"), index=["_row"], none=["k", "s"]).groupby("k")["s"]
    .max()
)
