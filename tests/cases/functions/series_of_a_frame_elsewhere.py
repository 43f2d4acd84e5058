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
from pyspark.sql import functions as F
from pandas_parity import divide, lit, scalar, scalars, to_pandas

spark = SparkSession.builder.getOrCreate()


def standardized(s, *, s_rows):
    s_mean, s_std = scalars(s_rows.agg(F.avg(s), F.stddev_samp(s)))
    return divide(s - lit(s_mean), lit(s_std))


def large(s, times=1.5, *, s_rows):
    mean = scalar(s_rows.agg(F.avg(s)))
    return s_rows.filter(s > lit(mean * times)).select("_row", s.alias("w"))


def main():
    other = spark.createDataFrame(
        pd.DataFrame({"w": [5.0, 6.0, 70.0]}).reset_index(names="_row")
    )
    print(
        scalar(large(F.col("w"), s_rows=other).agg(F.max("w"))),
        large(F.col("w"), s_rows=other).count(),
    )
    other = other.withColumn("z", standardized(F.col("w"), s_rows=other))
    print(to_pandas(other.orderBy("_row"), index=["_row"]))


main()
