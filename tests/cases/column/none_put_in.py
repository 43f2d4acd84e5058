import pandas as pd

df = pd.DataFrame({"v": [1.0, None, 3.0], "k": ["a", "b", float("nan")], "n": ["x", None, "z"], "s": ["p", "q", "r"]})
whole = df["s"].where(df["v"] > 1, None)
print(whole)
print(df["s"].mask(df["v"] > 1, None).tolist())
print(df["s"].where(df["v"] > 1))
print(df["n"].where(df["v"] > 1, None))
print(df["v"].where(df["v"] > 1, None))

# NaN beside None, and None beside NaN
print(df["k"].where(df["v"] > 1, None))
print(df["n"].where(df["v"] > 1))

frame = df[["v", "s"]].where(df["v"] > 1, None)
print(frame)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"v": [1.0, None, 3.0], "k": ["a", "b", float("nan")], "n": ["x", None, "z"], "s": ["p", "q", "r"]})
    .reset_index(names="_row")
)
whole = F.when(F.col("v") > 1, F.col("s"))
print(
    to_pandas(
        df.select("_row", whole.alias("s")).orderBy("_row"), index=["_row"], none=["s"]
    )["s"]
)
print(
    to_pandas(
        df.select(
            "_row", F.when((F.col("v") <= 1) | F.col("v").isNull(), F.col("s")).alias("s")
        )
        .orderBy("_row")
        .select("s"),
        none=["s"],
    )["s"]
    .tolist()
)
print(
    to_pandas(
        df.select("_row", F.when(F.col("v") > 1, F.col("s")).alias("s")).orderBy("_row"),
        index=["_row"],
    )["s"]
)
print(
    to_pandas(
        df.select("_row", F.when(F.col("v") > 1, F.col("n")).alias("n")).orderBy("_row"),
        index=["_row"],
        none=["n"],
    )["n"]
)
print(
    to_pandas(
        df.select("_row", F.when(F.col("v") > 1, F.col("v")).alias("v")).orderBy("_row"),
        index=["_row"],
    )["v"]
)

# NaN beside None, and None beside NaN
print(
    to_pandas(df.select("_row", "k").orderBy("_row"), index=["_row"])["k"]
    .where(
        to_pandas(
            df.select("_row", F.coalesce(F.col("v") > 1, F.lit(False)).alias("v"))
            .orderBy("_row"),
            index=["_row"],
        )["v"],
        None,
    )
)
print(
    to_pandas(df.select("_row", "n").orderBy("_row"), index=["_row"], none=["n"])["n"]
    .where(
        to_pandas(
            df.select("_row", F.coalesce(F.col("v") > 1, F.lit(False)).alias("v"))
            .orderBy("_row"),
            index=["_row"],
        )["v"]
    )
)

frame = (
    df.select("_row", "v", "s")
    .withColumns({
        "v": F.when(F.col("v") > 1, F.col("v")),
        "s": F.when(F.col("v") > 1, F.col("s")),
    })
)
print(to_pandas(frame.orderBy("_row"), index=["_row"], none=["s"]))
