import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "b"],
    "t": pd.to_datetime(["2024-02-29 10:00", None, "2023-12-31 00:00", "2024-01-01 12:30"]),
    "v": [1.5, None, 0.0, 4.0],
    "w": [2, 4, 0, 1],
})
# pandas sets the columns, Spark goes on
df["path"] = df["v"].infer_objects()
df["turned"] = df["w"].iloc[::-1].infer_objects()
df["double"] = df["path"] * 2
print(df.sort_values("double").head(2))

# a bridge whose result nobody uses in Spark stays where it is
wide = df.pivot_table(index="k", columns="w", values="v", margins=True)
print(wide.shape)

# a bridge whose columns depend on the data stays, too
stacked = df.set_index("k")[["v", "w"]].T
print(stacked["a"].count())

filled = df.infer_objects()
filled = filled[filled["v"] > 0]
totals = filled.groupby("k")["v"].sum()
for n in [1, 2]:
    filled[f"past_{n}"] = filled["v"].shift(n)


# the one label at hand is 0 by chance
least = pd.DataFrame({"k": ["a", "b", None], "v": [1, 3, 2]}).sort_values("v").head(1)
chosen = least.sort_values("k").loc[0:]
again = chosen.sort_values("v")
print(again)
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import from_pandas, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "b"],
    "t": pd.to_datetime(["2024-02-29 10:00", None, "2023-12-31 00:00", "2024-01-01 12:30"]),
    "v": [1.5, None, 0.0, 4.0],
    "w": [2, 4, 0, 1],
}).reset_index(names="_row"))
# pandas sets the columns, Spark goes on
df = to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])
df["path"] = df["v"].infer_objects()
df["turned"] = df["w"].iloc[::-1].infer_objects()
df = from_pandas(
    df.reset_index(names="_row"),
    {
        "_row": "BIGINT",
        "k": "STRING",
        "t": "TIMESTAMP_NTZ",
        "v": "DOUBLE",
        "w": "BIGINT",
        "path": "DOUBLE",
        "turned": "BIGINT",
    },
)
df = df.withColumn("double", F.col("path") * 2)
print(
    to_pandas(
        df.orderBy(F.col("double").asc_nulls_last(), "_row").limit(2),
        index=["_row"],
        none=["k"],
    )
)

# a bridge whose result nobody uses in Spark stays where it is
wide = (
    to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])
    .pivot_table(index="k", columns="w", values="v", margins=True)
)
print(wide.shape)

# a bridge whose columns depend on the data stays, too
stacked = to_pandas(
    df.select("k", "_row", "t", "v", "w", "path", "turned", "double")
    .select("k", "_row", "v", "w")
    .orderBy("_row")
    .drop("_row"),
    index=["k"],
    none=["k"],
).T
print(stacked["a"].count())

filled = from_pandas(
    to_pandas(df.orderBy("_row"), index=["_row"], none=["k"])
    .infer_objects()
    .reset_index(names="_row"),
    {
        "_row": "BIGINT",
        "k": "STRING",
        "t": "TIMESTAMP_NTZ",
        "v": "DOUBLE",
        "w": "BIGINT",
        "path": "DOUBLE",
        "turned": "BIGINT",
        "double": "DOUBLE",
    },
)
filled = filled.filter(F.col("v") > 0)
totals = (
    filled.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
for n in [1, 2]:
    filled = filled.withColumn(f"past_{n}", F.lag("v", n).over(Window.orderBy("_row")))


# the one label at hand is 0 by chance
least = (
    spark.createDataFrame(
        pd.DataFrame({"k": ["a", "b", None], "v": [1, 3, 2]}).reset_index(names="_row")
    )
    .orderBy("v", "_row")
    .limit(1)
)
chosen = from_pandas(
    to_pandas(
        least.orderBy(F.col("k").asc_nulls_last(), "v", "_row"), index=["_row"], none=["k"]
    ).loc[0:]
    .reset_index()
    .reset_index(names="_row"),
    {"_row": "BIGINT", "index": "BIGINT", "k": "STRING", "v": "BIGINT"},
)
again = chosen.orderBy("v", "_row")
print(to_pandas(again.drop("_row"), index=["index"], names=[None], none=["k"]))
