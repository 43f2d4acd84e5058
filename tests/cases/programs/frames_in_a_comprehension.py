import pandas as pd


def part(kind, start):
    df = pd.DataFrame({"day": ["2024-01-31", "2024-02-29", None], "v": [1.0, None, -2.0]})
    df["kind"] = kind
    df["v"] = df["v"] + start
    return df


every = pd.concat([part(kind, 1) for kind in ("b", "a", "b")])
every = every.reset_index(drop=True)
every["day"] = pd.to_datetime(every["day"])
by_kind = every.groupby("kind")["v"].sum()
print(every)
again = pd.concat([part(str(n), n) for n in range(2)], ignore_index=True)
print(again["v"].sum(), len(again))
alone = pd.concat([pd.DataFrame({"n": [n]}) for n in [3, 1]])
print(alone)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import concat_frames, scalars, to_pandas

spark = SparkSession.builder.getOrCreate()


def part(kind, start):
    df = spark.createDataFrame(
        pd.DataFrame({"day": ["2024-01-31", "2024-02-29", None], "v": [1.0, None, -2.0]})
        .reset_index(names="_row")
    )
    df = df.withColumn("kind", F.lit(kind))
    df = df.withColumn("v", F.col("v") + start)
    return df


every = concat_frames([part(kind, 1) for kind in ("b", "a", "b")], "_part")
every = every.withColumn("day", F.col("day").cast("timestamp_ntz"))
by_kind = every.groupBy("kind").agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
print(to_pandas(every.orderBy("_part", "_row").drop("_row", "_part")))
again = concat_frames([part(str(n), n) for n in range(2)]).drop("_row")
print(*scalars(again.agg(F.coalesce(F.sum("v"), F.lit(0.0)), F.count("*"))))
alone = concat_frames(
    [spark.createDataFrame(pd.DataFrame({"n": [n]}).reset_index(names="_row")) for n in [3, 1]],
    "_part",
)
print(to_pandas(alone.orderBy("_part", "_row").drop("_part"), index=["_row"]))
