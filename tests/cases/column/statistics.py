import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "b", "a", "c", "B", "b", "a"],
    "v": [1.5, np.nan, 0.0, -2.0, 2.5, 1.5, 1e9, 0.25, 1.5],
    "w": [0.0, 1.0, np.nan, 3.0, -1.0, 0.0, 7.5, 2.0, 1.0],
    "c": [2.5] * 9,
    "n": [3, 0, 2, -1, 3, 7, 7, 2, 3],
    "up": [1, 1, 2, 3, 3, 4, 5, 6, 6],
})
few = pd.DataFrame({"x": [1.0, np.nan], "y": [2.0, 1.0]})
ties = df["k"].mode()
numbers = df["n"].mode()
values = df["v"].dropna().mode()
skew, flat, short = df["v"].skew(), df["c"].skew(), few["x"].skew()
kurt, flat_kurt, short_kurt = df["n"].kurt(), df["c"].kurtosis(), few["y"].kurt()
error, no_error = df["v"].sem(), few["x"].sem()
product, nothing = df["w"].prod(), few["x"][few["x"] > 5].prod()
corr, constant, alone = df["v"].corr(df["w"]), df["v"].corr(df["c"]), few["x"].corr(few["y"])
cov, own = df["v"].cov(df["w"]), df["n"].corr(df["n"])
largest = df["v"].agg("max")
listed = df["n"].tolist()
texts = df["k"].to_list()
table = df["up"].to_dict()
pairs = list(df["v"].items())
described = df["v"].describe()
size = df["v"].shape
rows = df["v"].shape[0]
kind = df["v"].dtype
is_text = df["k"].dtype == object
rising, not_rising = df["up"].is_monotonic_increasing, df["n"].is_monotonic_increasing
missing_rises = df["v"].is_monotonic_increasing
falling = df["up"].is_monotonic_decreasing
df["again"] = df["k"].duplicated()
df["twice"] = (df["n"] % 2).duplicated(keep=False)
kept = df[~df["k"].duplicated(keep="last")]
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import (
    correlation,
    describe,
    is_monotonic,
    kurtosis,
    most_frequent,
    scalar,
    scalars,
    sem,
    skew as skew_,
    to_pandas,
)

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "b", "a", "c", "B", "b", "a"],
    "v": [1.5, np.nan, 0.0, -2.0, 2.5, 1.5, 1e9, 0.25, 1.5],
    "w": [0.0, 1.0, np.nan, 3.0, -1.0, 0.0, 7.5, 2.0, 1.0],
    "c": [2.5] * 9,
    "n": [3, 0, 2, -1, 3, 7, 7, 2, 3],
    "up": [1, 1, 2, 3, 3, 4, 5, 6, 6],
}).reset_index(names="_row"))
few = spark.createDataFrame(pd.DataFrame({"x": [1.0, np.nan], "y": [2.0, 1.0]}))
ties = most_frequent(df.select("k"), "k").orderBy("k")
numbers = most_frequent(df.select("n"), "n").orderBy("n")
values = (
    most_frequent(df.select("_row", "v").dropna(subset=["v"]).select("v"), "v")
    .orderBy("v")
)
x_skew, y_kurtosis, x_sem, x_correlation = scalars(
    few.agg(
        skew_(F.col("x")),
        kurtosis(F.col("y")),
        sem(F.col("x")),
        correlation(F.col("x"), F.col("y")),
    )
)
(
    v_skew,
    c_skew,
    n_kurtosis,
    c_kurtosis,
    v_sem,
    w_product,
    v_correlation,
    v_correlation_2,
    v_covar_samp,
    n_correlation,
) = scalars(
    df.agg(
        skew_(F.col("v")),
        skew_(F.col("c")),
        kurtosis(F.col("n")),
        kurtosis(F.col("c")),
        sem(F.col("v")),
        F.coalesce(F.product(F.col("w")), F.lit(1.0)),
        correlation(F.col("v"), F.col("w")),
        correlation(F.col("v"), F.col("c")),
        F.covar_samp("v", "w"),
        correlation(F.col("n"), F.col("n")),
    )
)
skew, flat, short = v_skew, c_skew, x_skew
kurt, flat_kurt, short_kurt = n_kurtosis, c_kurtosis, y_kurtosis
error, no_error = v_sem, x_sem
product, nothing = w_product, scalar(
    few.filter(F.col("x") > 5).agg(F.coalesce(F.product(F.col("x")), F.lit(1.0)))
)
corr, constant, alone = v_correlation, v_correlation_2, x_correlation
cov, own = v_covar_samp, n_correlation
largest = scalar(df.agg(F.max("v")))
listed = to_pandas(df.orderBy("_row").select("n"))["n"].tolist()
texts = to_pandas(df.orderBy("_row").select("k"), none=["k"])["k"].tolist()
table = (
    to_pandas(df.select("_row", "up").orderBy("_row"), index=["_row"])["up"]
    .to_dict()
)
pairs = list(
    to_pandas(df.select("_row", "v").orderBy("_row"), index=["_row"])["v"].items()
)
described = describe(df.select("v"), ["v"])["v"]
size = (df.count(),)
rows = df.count()
kind = np.dtype("float64")
is_text = np.dtype("object") == object
rising, not_rising = is_monotonic(df, F.col("up"), ["_row"]), is_monotonic(df, F.col("n"), ["_row"])
missing_rises = is_monotonic(df, F.col("v"), ["_row"])
falling = is_monotonic(df, F.col("up"), ["_row"], False)
df = df.withColumn("again", F.row_number().over(Window.partitionBy("k").orderBy("_row")) > 1)
df = df.withColumn(
    "twice", F.count("*").over(Window.partitionBy(F.pmod(F.col("n"), F.lit(2)))) > 1
)
kept = (
    df.withColumn(
        "_keep",
        ~(F.row_number().over(Window.partitionBy("k").orderBy(F.col("_row").desc())) > 1),
    )
    .filter(F.col("_keep"))
    .drop("_keep")
)
