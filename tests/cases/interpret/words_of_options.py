import argparse

import numpy as np
import pandas as pd

parser = argparse.ArgumentParser()
parser.add_argument("--region", default="a")
parser.add_argument("--first", default="2024-01-03")
parser.add_argument("--days", type=int, default=29)
options = parser.parse_args([])
df = pd.DataFrame(
    {
        "region": ["a", None, "b", "a", "a"],
        "day": pd.to_datetime(["2024-01-01", "2024-02-01", None, "2024-01-03", "2024-02-01"]),
        "load": [2.0, None, 1.0, -4.0, None],
    }
)
own = df[df["region"] == options.region]
print(len(own), len(df[df["region"] != options.region]))
cut = pd.Timestamp(options.first)
after = df[(df["day"] >= cut) & (df["day"] < cut + pd.Timedelta(days=options.days))]
more = ["load", "day"]
print(after[["region", *more]])
print(round(np.sqrt((own["load"] ** 2).mean()), 6))
print(np.sqrt(own[own["load"] > 100]["load"].sum()))
# output
import argparse

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

parser = argparse.ArgumentParser()
parser.add_argument("--region", default="a")
parser.add_argument("--first", default="2024-01-03")
parser.add_argument("--days", type=int, default=29)
options = parser.parse_args([])
df = spark.createDataFrame(pd.DataFrame(
    {
        "region": ["a", None, "b", "a", "a"],
        "day": pd.to_datetime(["2024-01-01", "2024-02-01", None, "2024-01-03", "2024-02-01"]),
        "load": [2.0, None, 1.0, -4.0, None],
    }
).reset_index(names="_row"))
own = df.filter(F.col("region") == lit(options.region))
print(
    own.count(),
    df.filter(
        (F.col("region") != lit(options.region))
        | F.col("region").isNull()
        | lit(options.region).isNull()
    )
    .count(),
)
cut = pd.Timestamp(options.first)
after = df.filter(
    (F.col("day") >= lit(cut)) & (F.col("day") < lit(cut + pd.Timedelta(days=options.days)))
)
more = ["load", "day"]
print(
    to_pandas(
        after.select("_row", "region", "load", "day").orderBy("_row"),
        index=["_row"],
        none=["region"],
    )
)
print(round(np.sqrt(scalar(own.agg(F.avg(F.pow(F.col("load"), 2))))), 6))
print(
    np.sqrt(scalar(own.filter(F.col("load") > 100).agg(F.coalesce(F.sum("load"), F.lit(0.0)))))
)
