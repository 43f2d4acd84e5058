import pandas as pd


def standardized(s):
    return (s - s.mean()) / s.std()


def large(s, times=1.5):
    mean = s.mean()
    return s[s > mean * times]


def main():
    other = pd.DataFrame({"w": [5.0, 6.0, 70.0]})
    print(large(other["w"]).max(), len(large(other["w"])))
    other["z"] = standardized(other["w"])
    print(other)


main()
# output
import pandas as pd
from pyspark.sql import SparkSession
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()


def standardized(s):
    return (s - s.mean()) / s.std()


def large(s, times=1.5):
    mean = s.mean()
    return s[s > mean * times]


def main():
    other = spark.createDataFrame(
        pd.DataFrame({"w": [5.0, 6.0, 70.0]}).reset_index(names="_row")
    )
    print(large(to_pandas(other.orderBy("_row"), index=["_row"])["w"]).max(), len(large(to_pandas(other.orderBy("_row"), index=["_row"])["w"])))
    other = to_pandas(other.orderBy("_row"), index=["_row"])
    other["z"] = standardized(other["w"])
    print(other)


main()
