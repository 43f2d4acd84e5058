import pandas as pd

quotes = pd.DataFrame({
    "time": pd.to_datetime(["2024-01-02 09:30:00", "2024-01-02 09:30:01", "2024-01-02 09:30:01", "2024-01-02 09:30:03", "2024-01-02 09:30:08"]),
    "ticker": ["A", "B", "A", "A", "B"],
    "bid": [1, 2, 3, 4, 5],
    "note": ["x", None, "z", "ä", "y"],
})
trades = pd.DataFrame({
    "time": pd.to_datetime(["2024-01-02 09:29:59", "2024-01-02 09:30:01", "2024-01-02 09:30:02", "2024-01-02 09:30:02", "2024-01-02 09:30:09"]),
    "ticker": ["A", "A", "B", "A", "C"],
    "price": [1.5, 2.5, -1.0, 4.0, 0.0],
    "note": ["p", "q", "r", "s", "t"],
})
a = pd.merge_asof(trades, quotes, on="time", by="ticker")
b = pd.merge_asof(trades, quotes[["time", "bid"]], on="time")
c = pd.merge_asof(trades, quotes[["time", "bid"]], on="time", direction="forward", allow_exact_matches=False)
d = pd.merge_asof(trades, quotes[["time", "bid"]], on="time", direction="nearest", tolerance=pd.Timedelta("1s"))
e = pd.merge_asof(trades, quotes[["time", "bid"]], on="time", allow_exact_matches=False, tolerance=pd.Timedelta("1s"))
f = pd.merge_asof(trades, quotes.drop(columns="ticker").rename(columns={"time": "at"}), left_on="time", right_on="at", suffixes=("_l", "_r"))
g = pd.merge_asof(trades.sort_values("time"), quotes.sort_values("time"), on="time", by="ticker", direction="nearest")
g["slip"] = g["price"] - g["bid"]
h = g.groupby("ticker")["slip"].mean()
n = pd.DataFrame({"at": [1, 5, 10], "v": [1.0, None, 3.0]})
m = pd.DataFrame({"at": [2, 5, 5, 7], "w": [True, False, True, False]})
i = pd.merge_asof(n, m, on="at")
j = pd.merge_asof(n, m, on="at", direction="nearest", tolerance=3)
k = pd.merge_asof(n, m[m["at"] > 100], on="at", direction="forward")
print(a[["time", "bid"]].head(2))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import join_nearest, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

quotes = spark.createDataFrame(pd.DataFrame({
    "time": pd.to_datetime(["2024-01-02 09:30:00", "2024-01-02 09:30:01", "2024-01-02 09:30:01", "2024-01-02 09:30:03", "2024-01-02 09:30:08"]),
    "ticker": ["A", "B", "A", "A", "B"],
    "bid": [1, 2, 3, 4, 5],
    "note": ["x", None, "z", "ä", "y"],
}).reset_index(names="_row"))
trades = spark.createDataFrame(pd.DataFrame({
    "time": pd.to_datetime(["2024-01-02 09:29:59", "2024-01-02 09:30:01", "2024-01-02 09:30:02", "2024-01-02 09:30:02", "2024-01-02 09:30:09"]),
    "ticker": ["A", "A", "B", "A", "C"],
    "price": [1.5, 2.5, -1.0, 4.0, 0.0],
    "note": ["p", "q", "r", "s", "t"],
}).reset_index(names="_row"))
a = join_nearest(
    trades.withColumnRenamed("note", "note_x"),
    quotes.withColumnRenamed("note", "note_y"),
    "time",
    ["bid", "note_y"],
    keys=["ticker"],
)
b = join_nearest(trades, quotes.select("_row", "time", "bid"), "time", ["bid"]).drop("_row")
c = (
    join_nearest(
        trades,
        quotes.select("_row", "time", "bid"),
        "time",
        ["bid"],
        direction="forward",
        exact=False,
    )
    .drop("_row")
)
d = (
    join_nearest(
        trades,
        quotes.select("_row", "time", "bid"),
        "time",
        ["bid"],
        direction="nearest",
        tolerance=1,
    )
    .drop("_row")
)
e = (
    join_nearest(
        trades, quotes.select("_row", "time", "bid"), "time", ["bid"], exact=False, tolerance=1
    )
    .drop("_row")
)
f = (
    join_nearest(
        trades.withColumnRenamed("note", "note_l"),
        quotes.drop("ticker")
        .withColumnRenamed("time", "at")
        .withColumnRenamed("note", "note_r"),
        "time",
        ["at", "bid", "note_r"],
        right_on="at",
    )
    .drop("_row")
)
g = (
    join_nearest(
        trades.withColumnRenamed("note", "note_x"),
        quotes.withColumnRenamed("note", "note_y"),
        "time",
        ["bid", "note_y"],
        keys=["ticker"],
        direction="nearest",
        place=F.struct(F.col("time").isNull(), F.col("time"), F.col("_row")),
    )
    .drop("_row")
)
g = g.withColumn("slip", F.col("price") - F.col("bid"))
h = g.dropna(subset=["ticker"]).groupBy("ticker").agg(F.avg("slip").alias("slip"))
n = spark.createDataFrame(pd.DataFrame({"at": [1, 5, 10], "v": [1.0, None, 3.0]}))
m = spark.createDataFrame(
    pd.DataFrame({"at": [2, 5, 5, 7], "w": [True, False, True, False]})
    .reset_index(names="_row")
)
i = join_nearest(n, m, "at", ["w"])
j = join_nearest(n, m, "at", ["w"], direction="nearest", tolerance=3)
k = join_nearest(n, m.filter(F.col("at") > 100), "at", ["w"], direction="forward")
print(
    to_pandas(
        a.select("_row", "time", "bid")
        .withColumn("bid", F.col("bid").cast("double"))
        .orderBy("_row")
        .limit(2)
        .drop("_row")
    )
)
