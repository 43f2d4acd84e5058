"""Lists of rows that loops over constants and comprehensions make are known, row by row, and become tables."""
import pandas as pd

EASTER = {2023: "2023-04-09", 2024: "2024-03-31"}
AROUND = {"good friday": -2, "easter monday": 1}
FIXED = {(1, 1): "new year", (5, 1): "labour day"}
LOCAL = {"north": ["2024-02-06"], "west": ["2024-01-19", "2024-03-29"], "east": []}


def holidays(years):
    rows = []
    for year in years:
        for (month, day), name in FIXED.items():
            rows.append({"day": pd.Timestamp(year, month, day), "holiday": name})
        easter = pd.Timestamp(EASTER[year])
        for name, offset in AROUND.items():
            rows.append({"day": easter + pd.Timedelta(days=offset), "holiday": name})
    return pd.DataFrame(rows)


def local_days():
    rows = [(region, day) for region, days in LOCAL.items() for day in days]
    table = pd.DataFrame(rows, columns=["region", "day"])
    table["day"] = pd.to_datetime(table["day"])
    table["is_local"] = True
    return table


df = pd.DataFrame({
    "region": ["north", "west", "east", None, "west"],
    "day": pd.to_datetime(["2024-01-01", "2024-03-29", "2024-04-01", "2024-02-06", None]),
    "v": [1.5, None, 3.0, 4.0, 5.0],
})
df = df.merge(holidays((2023, 2024)), on="day", how="left")
df = df.merge(local_days(), on=["region", "day"], how="left")
df["is_free"] = df["holiday"].notna() | df["is_local"].notna()
print(df)
print(df[df["is_free"]]["v"].sum())

# an object that changes after it was appended shows the change
row, kept = {"v": 1.5}, []
for text in ("a", "b"):
    kept.append(row)
row["v"] = 4.0
print(df.merge(pd.DataFrame(kept), on="v"))

# what a condition decides about is not known beforehand
some = []
for limit in (2.0, 10.0):
    if df["v"].max() > limit:
        some.append({"v": 3.0, "over": limit})
print(df.merge(pd.DataFrame(some), on="v")[["region", "over"]])
# output
"""Lists of rows that loops over constants and comprehensions make are known, row by row, and become tables."""
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

EASTER = {2023: "2023-04-09", 2024: "2024-03-31"}
AROUND = {"good friday": -2, "easter monday": 1}
FIXED = {(1, 1): "new year", (5, 1): "labour day"}
LOCAL = {"north": ["2024-02-06"], "west": ["2024-01-19", "2024-03-29"], "east": []}


def holidays(years):
    rows = []
    for year in years:
        for (month, day), name in FIXED.items():
            rows.append({"day": pd.Timestamp(year, month, day), "holiday": name})
        easter = pd.Timestamp(EASTER[year])
        for name, offset in AROUND.items():
            rows.append({"day": easter + pd.Timedelta(days=offset), "holiday": name})
    return spark.createDataFrame(pd.DataFrame(rows).reset_index(names="_row"))


def local_days():
    rows = [(region, day) for region, days in LOCAL.items() for day in days]
    table = spark.createDataFrame(
        pd.DataFrame(rows, columns=["region", "day"]).reset_index(names="_row")
    )
    table = table.withColumn("day", F.col("day").cast("timestamp_ntz"))
    table = table.withColumn("is_local", F.lit(True))
    return table


df = spark.createDataFrame(pd.DataFrame({
    "region": ["north", "west", "east", None, "west"],
    "day": pd.to_datetime(["2024-01-01", "2024-03-29", "2024-04-01", "2024-02-06", None]),
    "v": [1.5, None, 3.0, 4.0, 5.0],
}).reset_index(names="_row"))
df = (
    df.join(
        holidays((2023, 2024)).withColumnsRenamed({"_row": "_row_right", "day": "day_right"}),
        F.col("day").eqNullSafe(F.col("day_right")),
        "left",
    )
    .drop("day_right")
)
df = (
    df.join(
        local_days().withColumnsRenamed({
            "_row": "_row_right2",
            "region": "region_right",
            "day": "day_right",
        }),
        F.col("region").eqNullSafe(F.col("region_right"))
        & F.col("day").eqNullSafe(F.col("day_right")),
        "left",
    )
    .drop("region_right", "day_right")
)
df = df.withColumn("is_free", F.col("holiday").isNotNull() | F.col("is_local").isNotNull())
print(
    to_pandas(
        df.orderBy(
            "_row", F.col("_row_right").asc_nulls_last(), F.col("_row_right2").asc_nulls_last()
        )
        .drop("_row", "_row_right", "_row_right2"),
        none=["region"],
    )
)
print(scalar(df.filter(F.col("is_free")).agg(F.coalesce(F.sum("v"), F.lit(0.0)))))

# an object that changes after it was appended shows the change
row, kept = {"v": 1.5}, []
for text in ("a", "b"):
    kept.append(row)
row["v"] = 4.0
print(
    to_pandas(
        df.orderBy(
            "_row", F.col("_row_right").asc_nulls_last(), F.col("_row_right2").asc_nulls_last()
        )
        .drop("_row", "_row_right", "_row_right2"),
        none=["region"],
    )
    .merge(pd.DataFrame(kept), on="v")
)

# what a condition decides about is not known beforehand
some = []
for limit in (2.0, 10.0):
    if scalar(df.agg(F.max("v"))) > limit:
        some.append({"v": 3.0, "over": limit})
print(
    to_pandas(
        df.orderBy(
            "_row", F.col("_row_right").asc_nulls_last(), F.col("_row_right2").asc_nulls_last()
        )
        .drop("_row", "_row_right", "_row_right2"),
        none=["region"],
    )
    .merge(pd.DataFrame(some), on="v")[["region", "over"]]
)
