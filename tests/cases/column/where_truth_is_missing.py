import numpy as np
import pandas as pd

df = pd.DataFrame({"t": ["a (x)", np.nan, "b", "c (y)", np.nan], "n": [1, 2, 3, 4, 5], "v": [1.5, np.nan, 0.0, -2.0, 4.0]})
ends = df["t"].str.endswith(")")
df["kept"] = df["t"].where(ends)
df["other"] = df["t"].where(ends, "-")
df["last"] = df["t"].where(df["t"].str.endswith(")")).str.split().str[-1].str.strip("()")
df["value"] = df["v"].where(ends, 0.0)
df["filled"] = df["last"].fillna("?")
none = df[df["n"] > 9]["t"].where(df["t"].str.startswith("a"))
print(df)
print(df["v"].where(df["t"].str.contains("b"), -1.0).tolist())

# numpy's function is no operator of nullable truth values
marks = pd.DataFrame({"n": [1, -1, 0], "s": pd.array(["a", None, None], dtype="string")})
marks["both"] = np.logical_and(marks["n"] > 0, marks["s"] == "a")
marks["some"] = np.logical_or(marks["n"] > 0, marks["n"] < 0)
print(marks)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import from_pandas, split_words, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"t": ["a (x)", np.nan, "b", "c (y)", np.nan], "n": [1, 2, 3, 4, 5], "v": [1.5, np.nan, 0.0, -2.0, 4.0]})
    .reset_index(names="_row")
)
ends = F.col("t").endswith(")")
df = df.withColumn("kept", F.when(ends, F.col("t")))
df = df.withColumn("other", F.when(ends, F.col("t")).otherwise("-"))
df = df.withColumn(
    "last",
    F.btrim(
        F.try_element_at(split_words(F.when(F.col("t").endswith(")"), F.col("t"))), F.lit(-1)),
        F.lit("()"),
    ),
)
df = df.withColumn("value", F.when(ends, F.col("v")).otherwise(0.0))
df = df.withColumn("filled", F.coalesce(F.col("last"), F.lit("?")))
none = (
    df.filter(F.col("n") > 9)
    .select("_row", F.when(F.col("t").startswith("a"), F.col("t")).alias("t"))
)
print(to_pandas(df.orderBy("_row"), index=["_row"]))
print(
    to_pandas(
        df.select(
            "_row", F.when(F.col("t").contains("b"), F.col("v")).otherwise(-1.0).alias("v")
        )
        .orderBy("_row")
        .select("v")
    )["v"]
    .tolist()
)

# numpy's function is no operator of nullable truth values
marks = spark.createDataFrame(
    pd.DataFrame({"n": [1, -1, 0], "s": pd.array(["a", None, None], dtype="string")})
    .reset_index(names="_row")
)
marks = to_pandas(marks.orderBy("_row"), index=["_row"], dtypes={"s": "string"})
marks["both"] = np.logical_and(marks["n"] > 0, marks["s"] == "a")
marks = from_pandas(
    marks.reset_index(names="_row"),
    {"_row": "BIGINT", "n": "BIGINT", "s": "STRING", "both": "BOOLEAN"},
)
marks = marks.withColumn("some", (F.col("n") > 0) | (F.col("n") < 0))
print(
    to_pandas(marks.orderBy("_row"), index=["_row"], dtypes={"s": "string", "both": "boolean"})
)
