"""What is asked of a difference in brackets is asked of all of it, also where its lines are broken."""

import pandas as pd

df = pd.DataFrame({"t": pd.to_datetime(["2024-01-01", None, "2024-02-03"]), "w": [1, 2, 3]})
print(((df["t"] + pd.to_timedelta(df["w"], unit="h")).max() - df["t"].min()).days)
print(((df["t"] + pd.to_timedelta(df["w"], unit="h")).max() - df["t"].shift(1).dropna().min()).days)
span = (df.groupby("w")["t"].max() - df.groupby("w")["t"].min().fillna(pd.Timestamp("2020-01-01"))).dt.days
# output
"""What is asked of a difference in brackets is asked of all of it, also where its lines are broken."""

import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import scalar, scalars, whole_days

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(
    pd.DataFrame({"t": pd.to_datetime(["2024-01-01", None, "2024-02-03"]), "w": [1, 2, 3]})
    .reset_index(names="_row")
)
t_max, t_min = scalars(
    df.agg(F.max(F.col("t") + F.col("w") * F.expr("interval 1 hour")), F.min("t"))
)
print((t_max - t_min).days)
print(
    (
        t_max
        - scalar(
            df.select("_row", F.lag("t", 1).over(Window.orderBy("_row")).alias("t"))
            .dropna(subset=["t"])
            .agg(F.min("t"))
        )
    ).days
)
span = (
    df.groupBy("w")
    .agg(F.max("t").alias("t"))
    .select("w", F.col("t").alias("_left"))
    .join(
        df.groupBy("w")
        .agg(F.min("t").alias("t"))
        .select(
            "w",
            F.coalesce(F.col("t"), F.lit("2020-01-01").cast("timestamp_ntz")).alias("_right"),
        ),
        "w",
        "outer",
    )
    .select("w", whole_days(F.col("_left") - F.col("_right")).alias("t"))
)
