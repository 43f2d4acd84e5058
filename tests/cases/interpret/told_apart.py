"""What pandas tells apart and Spark does not: the number as a name of a Series, None as a single value, tables of nothing."""

import numpy as np
import pandas as pd

df = pd.DataFrame({"s": ["a b c", "ab", None, ""], "g": ["x", "x", "y", None], "n": [1, 2, 3, 4]})
first = df["s"].str.partition(" ")[0]
print(first.name, first)
print(df["s"].str.split(" ", expand=True)[0].value_counts())
df["head"] = df["s"].str.split(" ", expand=True)[0].fillna("none")

# a single cell that is missing
people = pd.DataFrame({"name": [None, "Zoë"], "age": [None, 40.0]})
print(people.at[0, "name"], people["name"].iloc[0], people.loc[0, "age"], people["name"].iloc[0] is None)

# counts of nothing are whole numbers
nobody = df[df["n"] > 10]
print(pd.crosstab(nobody["g"], nobody["s"]).sum(axis=1))
print(pd.crosstab(df["g"], df["head"]).sum(axis=1))

# windows within groups take infinite numbers for missing
rates = pd.DataFrame({"k": ["a", "a", None, "b", "b"], "v": [1.0, np.inf, 2.0, -np.inf, 3.0]})
rates["sum"] = rates.groupby("k")["v"].rolling(2, min_periods=1).sum().reset_index(level=0, drop=True)
print(rates)

# cells of a column set from itself, labels that are missing, and masked numbers
rights = pd.DataFrame({"ok": [True, None, False], "n": [1, 5, -4]})
rights.loc[rights["ok"].isna(), "ok"] = rights["ok"]
print(rights.values.tolist())
marks = pd.DataFrame({"m": [1.0, None, 2.0], "q": ["a", "b", None]}).set_index("m")
print(marks.drop(marks[marks["q"] == "b"].index))
rights["root"] = rights["n"].astype("Int64") ** 0.5
rights["square"] = rights["n"].astype("Int64") ** 2
print(rights)
# output
"""What pandas tells apart and Spark does not: the number as a name of a Series, None as a single value, tables of nothing."""

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import finite, partition, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"s": ["a b c", "ab", None, ""], "g": ["x", "x", "y", None], "n": [1, 2, 3, 4]})
    .reset_index(names="_row")
)
first = (
    to_pandas(
        df.select("_row", F.get(partition(F.col("s"), " "), 0).alias("value")).orderBy("_row"),
        index=["_row"],
        none=["value"],
    )["value"]
    .rename(0)
)
print(first.name, first)
print(
    to_pandas(
        df.select("_row", F.get(F.split(F.col("s"), " ", -1), 0).alias("value"))
        .orderBy("_row"),
        index=["_row"],
        none=["value"],
    )["value"]
    .rename(0)
    .value_counts()
)
df = df.withColumn("head", F.coalesce(F.get(F.split(F.col("s"), " ", -1), 0), F.lit("none")))

# a single cell that is missing
people = spark.createDataFrame(
    pd.DataFrame({"name": [None, "Zoë"], "age": [None, 40.0]}).reset_index(names="_row")
)
print(
    people.filter(F.col("_row") == 0).select("name").first()[0],
    people.select("_row", "name").orderBy("_row").limit(1).select("name").first()[0],
    scalar(people.filter(F.col("_row") == 0).select("age")),
    people.select("_row", "name").orderBy("_row").limit(1).select("name").first()[0] is None,
)

# counts of nothing are whole numbers
nobody = df.filter(F.col("n") > 10)
print(
    pd.crosstab(
        to_pandas(nobody.select("_row", "g").orderBy("_row"), index=["_row"], none=["g"])["g"],
        to_pandas(nobody.select("_row", "s").orderBy("_row"), index=["_row"], none=["s"])["s"],
    )
    .sum(axis=1)
)
print(
    to_pandas(df.dropna(subset=["g"]).groupBy("g", "head").agg(F.count("*").alias("count")))
    .pivot_table(values="count", index="g", columns="head", aggfunc="sum", fill_value=0)
    .sum(axis=1)
)

# windows within groups take infinite numbers for missing
rates = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "a", None, "b", "b"], "v": [1.0, np.inf, 2.0, -np.inf, 3.0]})
    .reset_index(names="_row")
)
rates = rates.withColumn(
    "sum",
    F.when(
        F.col("k").isNotNull(),
        F.when(
            F.count(finite(F.col("v"))).over(
                Window.partitionBy("k").orderBy("_row").rowsBetween(-1, 0)
            )
            >= 1,
            F.sum(finite(F.col("v")))
            .over(Window.partitionBy("k").orderBy("_row").rowsBetween(-1, 0))
            .cast("double"),
        ),
    ),
)
print(to_pandas(rates.orderBy("_row"), index=["_row"], none=["k"]))

# cells of a column set from itself, labels that are missing, and masked numbers
rights = spark.createDataFrame(
    pd.DataFrame({"ok": [True, None, False], "n": [1, 5, -4]}).reset_index(names="_row")
)
rights = rights.withColumn(
    "ok", F.when(F.col("ok").isNull(), F.col("ok")).otherwise(F.col("ok"))
)
print(
    to_pandas(rights.orderBy("_row").drop("_row"), dtypes={"ok": "object"}, none=["ok"])
    .to_numpy()
    .tolist()
)
marks = (
    spark.createDataFrame(
        pd.DataFrame({"m": [1.0, None, 2.0], "q": ["a", "b", None]}).reset_index(names="_row")
    )
    .select("m", "_row", "q")
)
print(
    to_pandas(marks.orderBy("_row").drop("_row"), index=["m"], none=["q"])
    .drop(
        to_pandas(
            marks.filter(F.col("q") == "b").select("m", "_row").orderBy("_row").drop("_row"),
            index=["m"],
        ).index
    )
)
rights = to_pandas(rights.orderBy("_row"), index=["_row"], dtypes={"ok": "object"}, none=["ok"])
rights["root"] = rights["n"].astype("Int64") ** 0.5
rights["square"] = rights["n"].astype("Int64") ** 2
print(rights)
