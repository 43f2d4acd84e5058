import numpy as np
import pandas as pd

sales = pd.DataFrame({"day": pd.to_datetime(["2022-01-01", "2022-01-02", "2022-01-04"]), "y": [1.0, 2.0, np.nan], "n": [1, 2, 3]})
days = pd.date_range("2021-12-31", "2022-01-05")
full = sales.set_index("day")["y"].reindex(days, fill_value=0)
print(full)
frame = sales.set_index("day").reindex(pd.date_range("2022-01-01", periods=3, freq="D", name="t"))
print(frame["n"])
print(frame.index)
listed = sales.set_index("day")["y"].reindex(list(days[:2]))
print(listed)
print(full[full > 0])
print(full.tail(2))
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import reindexed, require_unique, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

sales = spark.createDataFrame(
    pd.DataFrame({"day": pd.to_datetime(["2022-01-01", "2022-01-02", "2022-01-04"]), "y": [1.0, 2.0, np.nan], "n": [1, 2, 3]})
)
days = pd.date_range("2021-12-31", "2022-01-05")
full = reindexed(
    require_unique(sales.select("day", "y"), ["day"], "index", "one_to_one"),
    "day",
    days,
    "TIMESTAMP_NTZ",
    fill=0,
).cache()
print(
    to_pandas(full.orderBy("_place").drop("_place"), index=["day"], names=[None], freq="D")["y"]
)
frame = reindexed(
    require_unique(sales, ["day"], "index", "one_to_one"),
    "day",
    pd.date_range("2022-01-01", periods=3, freq="D", name="t"),
    "TIMESTAMP_NTZ",
).cache()
print(
    to_pandas(
        frame.select("day", "_place", "n").orderBy("_place").drop("_place"),
        index=["day"],
        names=["t"],
        freq="D",
    )["n"]
)
print(
    to_pandas(
        frame.select("day", "_place").orderBy("_place").drop("_place"),
        index=["day"],
        names=["t"],
        freq="D",
    ).index
)
listed = reindexed(
    require_unique(sales.select("day", "y"), ["day"], "index", "one_to_one"),
    "day",
    list(days[:2]),
    "TIMESTAMP_NTZ",
)
print(to_pandas(listed.orderBy("_place").drop("_place"), index=["day"])["y"])
print(
    to_pandas(
        full.filter(F.col("y") > 0).orderBy("_place").drop("_place"),
        index=["day"],
        names=[None],
        freq="D",
    )["y"]
)
print(
    to_pandas(
        full.orderBy(F.col("_place").desc()).limit(2).orderBy("_place").drop("_place"),
        index=["day"],
        names=[None],
        freq="D",
    )["y"]
)
