import datetime

import numpy as np
import pandas as pd

df = pd.DataFrame(
    {
        "k": ["b", "a", None, "b", "ä", "a"],
        "v": [1.5, None, -2.0, 6.0, 2.5, 0.0],
        "n": [3, 1, 2, 5, 4, 4],
        "flag": [True, False, True, False, True, False],
        "day": [datetime.date(2024, 2, 29), None, datetime.date(2023, 1, 1), None, None, datetime.date(2023, 1, 1)],
        "all_different": ["f", "e", "d", "c", "b", "a"],
    }
)
df["short"] = df["n"].astype("int32")
print(df.describe())
print(df.describe(include="all"))
print(df.describe(include="object"))
print(df.describe(include=["O", "bool"]))
print(df.describe(include=[object]))
print(df.describe(include=[np.number], percentiles=[0.05, 0.333, 0.95]).T)
print(df.describe(exclude=[np.number, "object"]))
print(df.describe(percentiles=[0.9]).T.round(2))
print(df[["k", "flag"]].describe())
print(df["k"].describe(), df["flag"].describe(), df["day"].describe())
print(df["v"].describe(percentiles=[0.1, 0.5]), (df["v"] * 2).describe(), df["k"].str.upper().describe())
print(df[df["n"] > 9].describe(include="all"))
by_size = df.sort_values("n").describe(include="object")
counts = df.groupby("k")["n"].count().describe()
named = df[["v", "n"]].rename_axis(columns="statistic").describe()
print(named, df.select_dtypes("int").columns, df.select_dtypes(exclude=["number", "object"]).columns)

# counts are NumPy's numbers beside Python's own, which only lists show
print(list(df[df["k"] == "none of them"].describe(include=["object"]).itertuples(name=None))[:2])
print(list(df.describe(include=["object"]).itertuples(name=None)))
# output
import datetime

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import describe

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame(
    {
        "k": ["b", "a", None, "b", "ä", "a"],
        "v": [1.5, None, -2.0, 6.0, 2.5, 0.0],
        "n": [3, 1, 2, 5, 4, 4],
        "flag": [True, False, True, False, True, False],
        "day": [datetime.date(2024, 2, 29), None, datetime.date(2023, 1, 1), None, None, datetime.date(2023, 1, 1)],
        "all_different": ["f", "e", "d", "c", "b", "a"],
    }
).reset_index(names="_row"))
df = df.withColumn("short", F.col("n").cast("int"))
print(describe(df, ["v", "n", "short"]))
print(describe(df, ["k", "v", "n", "flag", "day", "all_different", "short"]))
print(describe(df, ["k", "day", "all_different"]))
print(describe(df, ["k", "flag", "day", "all_different"]))
print(describe(df, ["k", "day", "all_different"]))
print(describe(df, ["v", "n", "short"], percentiles=[0.05, 0.333, 0.95]).T)
print(describe(df, ["flag"]))
print(describe(df, ["v", "n", "short"], percentiles=[0.9]).T.round(2))
print(describe(df.select("_row", "k", "flag"), ["k", "flag"]))
print(
    describe(df.select("_row", "k"), ["k"])["k"],
    describe(df.select("_row", "flag"), ["flag"])["flag"],
    describe(df.select("_row", "day"), ["day"])["day"],
)
print(
    describe(df.select("v"), ["v"], percentiles=[0.1, 0.5])["v"],
    describe(df.select((F.col("v") * 2).alias("v")), ["v"])["v"],
    describe(df.select("_row", F.upper(F.col("k")).alias("k")), ["k"])["k"],
)
print(
    describe(
        df.filter(F.col("n") > 9), ["k", "v", "n", "flag", "day", "all_different", "short"]
    )
)
by_size = describe(
    df.orderBy("n", "_row"),
    ["k", "day", "all_different"],
    place=F.struct(F.col("n"), F.col("_row")),
)
counts = describe(
    df.dropna(subset=["k"]).groupBy("k").agg(F.count("*").alias("n")).select("n"), ["n"]
)["n"]
named = (
    describe(df.select("_row", "v", "n"), ["v", "n"])
    .rename_axis(columns="statistic")
)
print(named, pd.Index(["n", "short"]), pd.Index(["flag"]))

# counts are NumPy's numbers beside Python's own, which only lists show
print(
    list(
        describe(df.filter(F.col("k") == "none of them"), ["k", "day", "all_different"])
        .itertuples(name=None)
    )[:2]
)
print(list(describe(df, ["k", "day", "all_different"]).itertuples(name=None)))
