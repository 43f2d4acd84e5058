"""Missing cells of objects are None or NaN, which print differently: what is not sure of it stays pandas."""

import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "b", "c"],
    "s": [" x", "Y-1", None, "y z", ""],
    "n": [2, 4, 0, 1, -7],
    "g": [1, 2, 1, 2, 3],
})
other = pd.DataFrame({"k": ["a", "b", "zz", None], "w": ["one", None, "three", "four"]})

# a missing text stays what it is
df["small"] = df["s"].str.lower()
df["long"] = df["s"].str.contains("y", case=False)
df["parts"] = df["s"].str.split("-").str.join("+")
df["filled"] = df["k"].ffill()
# what moves in from outside is None, and what no key of a dict means is NaN
df["before"] = df["k"].shift()
df["named"] = df["k"].map({"a": "one", "b": "two"})
print(df)

# here both come together
first = df.assign(first=df["s"].str[0])
print(first[["s", "first"]])
joined = df[["k", "n"]].merge(other, on="k", how="left")
print(joined)
firsts = df.groupby("g")["k"].first()
print(firsts)

# which nobody sees in a count
counted = df["s"].str[0].notna().sum()
chosen = df.assign(chosen=df["k"].where(df["n"] > 0))["chosen"].count()
# output
"""Missing cells of objects are None or NaN, which print differently: what is not sure of it stays pandas."""

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "b", "c"],
    "s": [" x", "Y-1", None, "y z", ""],
    "n": [2, 4, 0, 1, -7],
    "g": [1, 2, 1, 2, 3],
}).reset_index(names="_row"))
other = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "zz", None], "w": ["one", None, "three", "four"]})
    .reset_index(names="_row")
)

# a missing text stays what it is
df = df.withColumn("small", F.lower(F.col("s")))
df = df.withColumn("long", F.col("s").rlike("(?iu)y"))
df = df.withColumn("parts", F.array_join(F.split(F.col("s"), "-", -1), "+"))
df = df.withColumn(
    "filled",
    F.last("k", ignorenulls=True).over(
        Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
    ),
)
# what moves in from outside is None, and what no key of a dict means is NaN
df = df.withColumn("before", F.lag("k", 1).over(Window.orderBy("_row")))
df = df.withColumn("named", F.when(F.col("k") == "a", "one").when(F.col("k") == "b", "two"))
print(
    to_pandas(
        df.orderBy("_row"),
        index=["_row"],
        dtypes={"long": "object"},
        none=["k", "s", "small", "long", "parts", "filled", "before"],
    )
)

# here both come together
first = (
    to_pandas(
        df.orderBy("_row"),
        index=["_row"],
        dtypes={"long": "object"},
        none=["k", "s", "small", "long", "parts", "filled", "before"],
    )
    .assign(
        first=to_pandas(
            df.select("_row", "s").orderBy("_row"), index=["_row"], none=["s"]
        )["s"].str[0]
    )
)
print(first[["s", "first"]])
joined = (
    to_pandas(df.select("_row", "k", "n").orderBy("_row"), index=["_row"], none=["k"])
    .merge(
        to_pandas(other.orderBy("_row"), index=["_row"], none=["k", "w"]), on="k", how="left"
    )
)
print(joined)
firsts = (
    df.groupBy("g")
    .agg(F.min_by("k", F.when(F.col("k").isNotNull(), F.col("_row"))).alias("k"))
)
print(to_pandas(firsts.orderBy("g"), index=["g"], none=["k"])["k"])

# which nobody sees in a count
counted = scalar(
    df.agg(F.count_if(F.nullif(F.substring(F.col("s"), 1, 1), F.lit("")).isNotNull()))
)
chosen = scalar(
    df.withColumn("chosen", F.when(F.col("n") > 0, F.col("k"))).agg(F.count("chosen"))
)
