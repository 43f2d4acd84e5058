import time

import pandas as pd

df = pd.DataFrame({"k": ["x", "y", None, "x"], "a": [1, 2, 3, 4], "b": [1.5, None, 2.5, 0.0]})
names = pd.DataFrame({"k": ["x", "y"], "name": ["Zoë", None]})
RESULTS = {}


def q1():
    total = df.groupby("k", as_index=False).agg(a=("a", "sum"), b=("b", "mean"))
    return total.sort_values("a", ascending=False)


def q2():
    return df[df["b"] > 1].merge(names, on="k", how="left")[["k", "name"]]


def q3():
    return df["a"].sum()


def q4(least):
    return df[df.a >= least]


def run_query(number, query, *args):
    start = time.time()
    result = query(*args)
    print(f"Q{number}", time.time() - start >= 0)
    print(result)
    return result


def main():
    first = run_query(1, q1)
    run_query(2, q2)
    run_query(3, q3)
    run_query(4, q4, 2)
    for name, query in {"q1": q1, "q2": q2}.items():
        RESULTS[name] = query()
    sums = [query() for query in [q1, q3]]
    return first, sums[1]


if __name__ == "__main__":
    TOP, TOTAL = main()
    SMALL = RESULTS["q2"]
# output
import time

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["x", "y", None, "x"], "a": [1, 2, 3, 4], "b": [1.5, None, 2.5, 0.0]})
    .reset_index(names="_row")
)
names = spark.createDataFrame(
    pd.DataFrame({"k": ["x", "y"], "name": ["Zoë", None]}).reset_index(names="_row")
)
RESULTS = {}


def q1():
    total = (
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.sum("a").alias("a"), F.avg("b").alias("b"))
    )
    return to_pandas(total.orderBy(F.col("a").desc(), "k"), places=["k"])


def q2():
    return (
        to_pandas(df.filter(F.col("b") > 1).orderBy("_row"), index=["_row"], none=["k"])
        .merge(
            to_pandas(names.orderBy("_row"), index=["_row"], none=["name"]), on="k", how="left"
        )
    )[["k", "name"]]


def q3():
    return scalar(df.agg(F.coalesce(F.sum("a"), F.lit(0))))


def q4(least):
    return to_pandas(df.filter(F.col("a") >= least).orderBy("_row"), index=["_row"], none=["k"])


def run_query(number, query, *args):
    start = time.time()
    result = query(*args)
    print(f"Q{number}", time.time() - start >= 0)
    print(result)
    return result


def main():
    first = run_query(1, q1)
    run_query(2, q2)
    run_query(3, q3)
    run_query(4, q4, 2)
    for name, query in {"q1": q1, "q2": q2}.items():
        RESULTS[name] = query()
    sums = [query() for query in [q1, q3]]
    return first, sums[1]


if __name__ == "__main__":
    TOP, TOTAL = main()
    SMALL = RESULTS["q2"]
