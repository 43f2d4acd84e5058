import pandas as pd

df = pd.DataFrame({"k": ["x", "y", None, "x"], "a": [1, 2, 3, 4], "b": [1.5, None, 2.5, 0.0]})
other = pd.DataFrame({"k": ["x", "y", "y"], "c": [1, 2, 3]})


def get_df():
    return df


def get_other():
    return other


def run_query(number, query):
    result = query()
    print("Q", number)
    print(result)


def q1():
    frame = get_df
    frame()

    def query():
        nonlocal frame
        frame = frame()
        return frame.groupby("k", as_index=False).agg(n=pd.NamedAgg(column="a", aggfunc="count")).sort_values("k")

    run_query(1, query)


def q2():
    frame = get_df()
    names = get_other()

    def query():
        joined = frame.merge(names, on="k")
        return joined.groupby("k")["c"].sum().reset_index()

    run_query(2, query)


if __name__ == "__main__":
    q1()
    q2()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["x", "y", None, "x"], "a": [1, 2, 3, 4], "b": [1.5, None, 2.5, 0.0]})
)
other = spark.createDataFrame(pd.DataFrame({"k": ["x", "y", "y"], "c": [1, 2, 3]}))


def get_df():
    return df


def get_other():
    return other


def run_query(number, query):
    result = query()
    print("Q", number)
    print(result)


def q1():
    frame = get_df
    frame()

    def query():
        nonlocal frame
        frame = frame()
        return to_pandas(
            frame.dropna(subset=["k"]).groupBy("k").agg(F.count("*").alias("n")).orderBy("k")
        )

    run_query(1, query)


def q2():
    frame = get_df()
    names = get_other()

    def query():
        joined = (
            frame.join(
                names.withColumnRenamed("k", "k_right"),
                F.col("k").eqNullSafe(F.col("k_right")),
                "inner",
            )
            .drop("k_right")
        )
        return to_pandas(
            joined.dropna(subset=["k"]).groupBy("k").agg(F.sum("c").alias("c")).orderBy("k")
        )

    run_query(2, query)


if __name__ == "__main__":
    q1()
    q2()
