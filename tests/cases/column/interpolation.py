import pandas as pd

df = pd.DataFrame({
    "v": [None, 1.5, None, None, 3.0, None, -2.0, None],
    "n": [1, 2, 0, 4, 5, -1, 7, 8],
    "s": ["a", None, "b", "c", None, "d", "e", "f"],
    "w": [1.0, None, None, 4.0, 4.0, None, None, None],
})
forward = df["v"].interpolate()
both = df["v"].interpolate(limit_direction="both")
inside = df["v"].interpolate(limit_area="inside")
chosen = df[df["n"] > 0]["w"].interpolate()
whole = df.interpolate()
df["z"] = df["v"].interpolate()
df["y"] = df["z"] * 2
print(df)

dates = pd.to_datetime(["2020-01-01", "2020-01-02", "2020-01-10", "2020-01-11", "2020-02-01"])
times = pd.Series([1.0, None, None, 4.0, None], index=dates)
by_time = times.interpolate(method="time")
by_row = times.interpolate()
numbers = pd.Series([1.0, None, 4.0], index=[1, 5, 6], name="q").interpolate(method="index")
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import interpolate, to_epoch, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "v": [None, 1.5, None, None, 3.0, None, -2.0, None],
    "n": [1, 2, 0, 4, 5, -1, 7, 8],
    "s": ["a", None, "b", "c", None, "d", "e", "f"],
    "w": [1.0, None, None, 4.0, 4.0, None, None, None],
}).reset_index(names="_row"))
forward = (
    df.withColumn("_place", F.row_number().over(Window.orderBy("_row")))
    .select("_row", interpolate(F.col("v"), F.col("_place"), Window.orderBy("_row")).alias("v"))
)
both = (
    df.withColumn("_place", F.row_number().over(Window.orderBy("_row")))
    .select(
        "_row",
        interpolate(F.col("v"), F.col("_place"), Window.orderBy("_row"), both=True).alias("v"),
    )
)
inside = (
    df.withColumn("_place", F.row_number().over(Window.orderBy("_row")))
    .select(
        "_row",
        interpolate(F.col("v"), F.col("_place"), Window.orderBy("_row"), inside=True)
        .alias("v"),
    )
)
chosen = (
    df.filter(F.col("n") > 0)
    .withColumn("_place", F.row_number().over(Window.orderBy("_row")))
    .select("_row", interpolate(F.col("w"), F.col("_place"), Window.orderBy("_row")).alias("w"))
)
whole = (
    df.withColumn("_place", F.row_number().over(Window.orderBy("_row")))
    .withColumns({
        "v": interpolate(F.col("v"), F.col("_place"), Window.orderBy("_row")),
        "w": interpolate(F.col("w"), F.col("_place"), Window.orderBy("_row")),
    })
    .drop("_place")
)
df = (
    df.withColumn("_place", F.row_number().over(Window.orderBy("_row")))
    .withColumn("z", interpolate(F.col("v"), F.col("_place"), Window.orderBy("_row")))
    .drop("_place")
)
df = df.withColumn("y", F.col("z") * 2)
print(to_pandas(df.orderBy("_row"), index=["_row"], none=["s"]))

dates = pd.to_datetime(["2020-01-01", "2020-01-02", "2020-01-10", "2020-01-11", "2020-02-01"])
times = spark.createDataFrame(
    pd.Series([1.0, None, None, 4.0, None], index=dates).to_frame("value").reset_index()
)
by_time = interpolate(
    F.col("value"), to_epoch(F.col("index")), Window.orderBy("index")
)
by_row = (
    times.withColumn("_place", F.row_number().over(Window.orderBy("index")))
    .select(
        "index",
        interpolate(F.col("value"), F.col("_place"), Window.orderBy("index")).alias("value"),
    )
)
numbers = (
    spark.createDataFrame(
        pd.Series([1.0, None, 4.0], index=[1, 5, 6], name="q").to_frame().reset_index()
    )
    .select(
        "index", interpolate(F.col("q"), F.col("index"), Window.orderBy("index")).alias("q")
    )
)
