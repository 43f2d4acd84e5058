import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["b", "a", None, "b", "a"], "n": [30, 1, 2, 2, 30], "v": [1.5, np.nan, 0.0, 1.0, np.nan]})


def total(df, key, column):
    return df.groupby(key)[column].sum()


def report(df, key="k", column="v", least=1.0):
    few = df[df["n"] > least]
    print(total(few, key, column))


report(df)
report(df, column="n", least=2)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "a", None, "b", "a"], "n": [30, 1, 2, 2, 30], "v": [1.5, np.nan, 0.0, 1.0, np.nan]})
)


def total(df, key, column):
    return (
        df.dropna(subset=[key])
        .groupBy(key)
        .agg(F.coalesce(F.sum(column), F.lit(0.0)).alias(column))
    )


def total_2(df, key, column):
    return df.dropna(subset=[key]).groupBy(key).agg(F.sum(column).alias(column))


def report(df, key="k", column="v", least=1.0):
    few = df.filter(F.col("n") > least)
    print(to_pandas(total(few, key, column).orderBy("k"), index=["k"])[column])


def report_2(df, key="k", column="v", least=1.0):
    few = df.filter(F.col("n") > least)
    print(to_pandas(total_2(few, key, column).orderBy("k"), index=["k"])[column])


report(df)
report_2(df, column="n", least=2)
