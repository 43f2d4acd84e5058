import datetime

import numpy as np
import pandas as pd

df = pd.DataFrame({"t": [1577836800, 1609459200], "v": [1.5, None]})
df["nano"] = pd.to_datetime(df["t"], unit="s")
df["second"] = pd.Timestamp("2020-01-01 10:00")
df["array"] = np.datetime64("2020-01-01")
df["micro"] = datetime.datetime(2020, 1, 1)
df["span"] = df["second"] - df["array"]
df["later"] = df["nano"] - df["second"]
print(df.dtypes)
print(df["second"], df["micro"].dtype, df["nano"])
print(df["second"].values, df["second"].unique())
print(df["second"].where(df["v"] > 1))
print(df["second"].astype("int64") // 3600)
print(df["nano"].astype("int64") // 10**9)
indexed = df.set_index("second")
print(indexed.index)
print(indexed["micro"])

# a column put in between, and labels counted from one
numbered = pd.DataFrame({"v": [1, 2]})
numbered.insert(0, "k", "a")
numbered.index = range(1, len(numbered) + 1)
part = numbered.query("v > 1")
part["second"] = pd.Timestamp("2024-02-29")
print(part.dtypes, part["second"].values)
df["never"] = df["nano"].where(df["v"] > 1)
df["seconds"] = df["never"].astype("int64") // 10**9  # a missing time is the smallest number

# nobody knows what rows random numbers leave
chosen = df[["v"]].sample(frac=1, random_state=1).sort_index()
chosen["second"] = pd.Timestamp("2024-02-29")
chosen["array"] = np.datetime64("2024-01-01")
chosen["micro"] = datetime.datetime(2024, 1, 1)
print(chosen.head(2)["array"], chosen.dtypes)
# output
import datetime

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import floor_divide, from_epoch, to_epoch, to_pandas, with_values

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(
    pd.DataFrame({"t": [1577836800, 1609459200], "v": [1.5, None]}).reset_index(names="_row")
)
df = df.withColumn("nano", from_epoch(F.col("t"), 1))
df = df.withColumn("second", F.lit(str(pd.Timestamp("2020-01-01 10:00"))).cast("timestamp_ntz"))
df = df.withColumn("array", F.lit(str(np.datetime64("2020-01-01"))).cast("timestamp_ntz"))
df = df.withColumn("micro", F.lit(str(datetime.datetime(2020, 1, 1))).cast("timestamp_ntz"))
df = df.withColumn("span", F.col("second") - F.col("array"))
df = df.withColumn("later", F.col("nano") - F.col("second"))
print(
    pd.Series(
        {
            "t": np.dtype("int64"),
            "v": np.dtype("float64"),
            "nano": np.dtype("datetime64[ns]"),
            "second": np.dtype("datetime64[s]"),
            "array": np.dtype("datetime64[s]"),
            "micro": np.dtype("datetime64[us]"),
            "span": np.dtype("timedelta64[s]"),
            "later": np.dtype("timedelta64[ns]"),
        },
        dtype="object",
    )
)
print(
    to_pandas(
        df.select("_row", "second").orderBy("_row"),
        index=["_row"],
        dtypes={"second": "datetime64[s]"},
    )["second"],
    np.dtype("datetime64[us]"),
    to_pandas(df.select("_row", "nano").orderBy("_row"), index=["_row"])["nano"],
)
print(
    to_pandas(
        df.orderBy("_row").select("second"), dtypes={"second": "datetime64[s]"}
    )["second"]
    .to_numpy(),
    to_pandas(
        df.groupBy("second").agg(F.min("_row").alias("_row")).orderBy("_row").select("second"),
        dtypes={"second": "datetime64[s]"},
    )["second"].array,
)
print(
    to_pandas(
        df.select("_row", F.when(F.col("v") > 1, F.col("second")).alias("second"))
        .orderBy("_row"),
        index=["_row"],
        dtypes={"second": "datetime64[s]"},
    )["second"]
)
print(
    to_pandas(
        df.select("_row", "second").orderBy("_row"),
        index=["_row"],
        dtypes={"second": "datetime64[s]"},
    )["second"]
    .astype("int64")
    // 3600
)
print(
    to_pandas(
        df.select("_row", floor_divide(to_epoch(F.col("nano")), 10**9).alias("nano"))
        .orderBy("_row"),
        index=["_row"],
    )["nano"]
)
indexed = df.select(
    "second", "_row", "t", "v", "nano", "array", "micro", "span", "later"
)
print(
    to_pandas(
        indexed.select("second", "_row").orderBy("_row").drop("_row"),
        index=["second"],
        dtypes={"second": "datetime64[s]"},
    ).index
)
print(
    to_pandas(
        indexed.select("second", "_row", "micro").orderBy("_row").drop("_row"),
        index=["second"],
        dtypes={"second": "datetime64[s]", "micro": "datetime64[us]"},
    )["micro"]
)

# a column put in between, and labels counted from one
numbered = spark.createDataFrame(
    pd.DataFrame({"v": [1, 2]}).reset_index(names="_row")
)
numbered = numbered.withColumn("k", F.lit("a")).select("_row", "k", "v")
numbered = (
    with_values(numbered, "index", range(1, numbered.count() + 1), "BIGINT", "_row")
    .select("index", "_row", "k", "v")
)
part = numbered.filter(F.col("v") > 1)
part = part.withColumn("second", F.lit("2024-02-29").cast("timestamp_ntz"))
print(
    pd.Series(
        {"k": np.dtype("object"), "v": np.dtype("int64"), "second": np.dtype("datetime64[s]")},
        dtype="object",
    ),
    to_pandas(
        part.orderBy("_row").select("second"), dtypes={"second": "datetime64[s]"}
    )["second"]
    .to_numpy(),
)
df = df.withColumn("never", F.when(F.col("v") > 1, F.col("nano")))
df = df.withColumn(
    "seconds",
    floor_divide(F.coalesce(to_epoch(F.col("never")), F.lit(-9223372036854775808)), 10**9),
)  # a missing time is the smallest number

# nobody knows what rows random numbers leave
chosen = (
    df.select("_row", "v")
    .withColumn("_shuffled", F.rand(1))
    .orderBy("_shuffled")
    .orderBy("_row", "_shuffled")
)
chosen = chosen.withColumn("second", F.lit("2024-02-29").cast("timestamp_ntz"))
chosen = chosen.withColumn(
    "array", F.lit(str(np.datetime64("2024-01-01"))).cast("timestamp_ntz")
)
chosen = chosen.withColumn(
    "micro", F.lit(str(datetime.datetime(2024, 1, 1))).cast("timestamp_ntz")
)
print(
    to_pandas(
        chosen.orderBy("_row").limit(2).select("_row", "array"),
        index=["_row"],
        dtypes={"array": "datetime64[s]"},
    )["array"],
    pd.Series(
        {
            "v": np.dtype("float64"),
            "second": np.dtype("datetime64[s]"),
            "array": np.dtype("datetime64[s]"),
            "micro": np.dtype("datetime64[us]"),
        },
        dtype="object",
    ),
)
