import pandas as pd

def centred(s, d=1.0):
    return (s - s.mean()) / d

def clip_outliers(s, lower=0.05, upper=0.95):
    lo, hi = s.quantile(lower), s.quantile(upper)
    return s.clip(lo, hi)

def ratio(a, b):
    return (a / b.where(b != 0)).fillna(0.0)

def twice(s):
    return centred(s) * 2

def flags(s: pd.Series, *, limit: float = 1.0):
    big = s > limit
    print(big.sum(), len(s))
    return big

def work(sales):
    sales = sales.copy()
    sales["c"] = centred(sales["v"])
    sales["o"] = clip_outliers(sales["v"], upper=0.9)
    sales["r"] = ratio(sales["v"], sales["w"])
    sales["t"] = twice(sales["v"])
    sales["f"] = flags(sales["w"])
    big = sales[sales["v"] > 1]
    big = big.assign(z=centred(big["w"], 2.0))
    big["y"] = centred(sales[sales["v"] > 1]["w"])
    return sales, big

df = pd.DataFrame({"k": ["a", "b", "a", None], "v": [1.0, 2.0, 3.0, None], "w": [0, 1, 2, 3]})
a, b = work(df)
print(a)
print(b)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import clipped, divide, lit, scalar, scalars, to_pandas

spark = SparkSession.builder.getOrCreate()

def centred(s, d=1.0, *, s_rows):
    return (s - lit(scalar(s_rows.agg(F.avg(s))))) / d

def clip_outliers(s, lower=0.05, upper=0.95):
    lo, hi = scalars(df.agg(F.percentile(s, 0.05), F.percentile(s, 0.9)))
    return clipped(s, lo, hi)

def ratio(a, b):
    return F.coalesce(divide(F.lit(a), F.when(b != 0, b)), F.lit(0.0))

def twice(s):
    return centred(s, s_rows=df) * 2

def flags(s: pd.Series, *, limit: float = 1.0):
    big = s > limit
    print(*scalars(df.agg(F.count_if(big), F.count("*"))))
    return big

def work(sales):
    sales = sales.withColumn("c", centred(F.col("v"), s_rows=sales))
    sales = sales.withColumn("o", clip_outliers(F.col("v"), upper=0.9))
    sales = sales.withColumn("r", ratio(F.col("v"), F.col("w")))
    sales = sales.withColumn("t", twice(F.col("v")))
    sales = sales.withColumn("f", flags(F.col("w")))
    big = sales.filter(F.col("v") > 1)
    big = big.withColumn("z", centred(F.col("w"), 2.0, s_rows=big))
    big = big.withColumn(
        "y",
        F.when(
            F.coalesce(F.col("v") > 1, F.lit(False)),
            centred(F.col("w"), s_rows=sales.filter(F.col("v") > 1)),
        ),
    )
    return (sales, big)

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "a", None], "v": [1.0, 2.0, 3.0, None], "w": [0, 1, 2, 3]})
    .reset_index(names="_row")
)
a, b = work(df)
print(to_pandas(a.orderBy("_row"), index=["_row"], none=["k"]))
print(to_pandas(b.orderBy("_row"), index=["_row"], none=["k"]))
