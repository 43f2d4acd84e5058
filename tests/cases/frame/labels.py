import numpy as np
import pandas as pd

days = pd.to_datetime(["2020-01-01", "2021-02-03", "2020-05-06", "2020-01-01"])
df = pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1], "t": days})
count = len(df.index)
df["id"] = df.index
df["next"] = df.index + 1
by_day = df.set_index("t")
by_day["year"] = by_day.index.year
by_day["name"] = by_day.index.day_name()
by_day["is_new"] = by_day.index >= "2020-03-01"
late = by_day[by_day.index > "2020-03-01"]
newest = by_day.index.max()
keys = df.set_index("k").index.unique().tolist()
months = list(by_day.index.month)
numbers = df.index.tolist()
plain = df.loc[:, ~df.columns.str.contains("^n")]
others = df[df.columns[1:3]]
two = df.set_index(["k", "n"])
two["upper"] = two.index.get_level_values("k").str.upper()
some = df[df["n"] > 0].index
chosen = df[df.index.isin([1, 3])]
print(by_day.index.name, two.index.names, df.columns.get_loc("n"))
for year in by_day.index.year.unique():
    print(year)
print(df.set_index("k").index)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

days = pd.to_datetime(["2020-01-01", "2021-02-03", "2020-05-06", "2020-01-01"])
df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1], "t": days})
    .reset_index(names="_row")
)
count = df.count()
df = df.withColumn("id", F.col("_row"))
df = df.withColumn("next", F.col("_row") + 1)
by_day = df.select("t", "_row", "k", "v", "n", "id", "next")
by_day = by_day.withColumn("year", F.year(F.col("t")))
by_day = by_day.withColumn("name", F.date_format(F.col("t"), "EEEE"))
by_day = by_day.withColumn(
    "is_new", F.coalesce(F.col("t") >= F.lit("2020-03-01").cast("timestamp_ntz"), F.lit(False))
)
late = by_day.filter(F.col("t") > F.lit("2020-03-01").cast("timestamp_ntz"))
newest = scalar(by_day.agg(F.max("t")))
keys = (
    pd.Index(
        to_pandas(
            df.select("k", "_row", "v", "n", "t", "id", "next")
            .groupBy("k")
            .agg(F.min("_row").alias("_row"))
            .orderBy("_row")
            .select("k")
        )["k"]
        .to_numpy(),
        name="k",
    )
    .tolist()
)
months = (
    pd.Index(
        to_pandas(
            by_day.select("t", "_row", F.month(F.col("t")).alias("t_value"))
            .orderBy("_row")
            .select("t_value")
        )["t_value"],
        name="t",
    )
    .tolist()
)
numbers = pd.RangeIndex(df.count()).tolist()
plain = df.select("_row", "k", "v", "t", "id")
others = df.select("_row", "v", "n")
two = df.select("k", "n", "_row", "v", "t", "id", "next")
two = two.withColumn("upper", F.upper(F.col("k")))
some = to_pandas(
    df.filter(F.col("n") > 0).select("_row").orderBy("_row"), index=["_row"]
).index
chosen = df.filter(F.col("_row").isin([1, 3]))
print("t", ["k", "n"], 2)
for year in pd.Index(
    to_pandas(
        by_day.withColumn("_value", F.year(F.col("t")))
        .groupBy("_value")
        .agg(F.min("_row").alias("_row"))
        .orderBy("_row")
        .select("_value")
    )["_value"]
    .to_numpy(),
    name="t",
):
    print(year)
print(
    to_pandas(
        df.select("k", "_row", "v", "n", "t", "id", "next")
        .select("k", "_row")
        .orderBy("_row")
        .drop("_row"),
        index=["k"],
    ).index
)
