import pandas as pd

df = pd.DataFrame({
    "t": pd.date_range("2020-01-01", periods=6, freq="D"),
    "v": [1.0, None, 5.5, 6.0, 6.0, -2.0],
    "n": [1, 2, 3, 4, 5, 6],
}).set_index("t")
quartiles = df["v"].quantile([0.25, 0.75])
low, high = df["v"].quantile([0.1, 0.9])
usual = df[(df["v"] > low) & (df["v"] < high)]
median = df["n"].quantile([0.5, 0.75])[0.5]
doubled = (df["n"] * 2).quantile([0.1])

print(df.index[0], df.index[-1])
high_days = df.index[df["v"] > 5]
first_days = df.index[:3]
middle = df.loc[df.index[1]:df.index[3]]
rows = len(df.index[df["n"] > 3])
plain = df.reset_index()
places = plain.index[plain["n"] > 2].tolist()
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import lit, quantiles, require_increasing, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "t": pd.date_range("2020-01-01", periods=6, freq="D"),
    "v": [1.0, None, 5.5, 6.0, 6.0, -2.0],
    "n": [1, 2, 3, 4, 5, 6],
}).reset_index(names="_row")).select("t", "_row", "v", "n")
quartiles = quantiles(df, ["v"], [0.25, 0.75])["v"]
low, high = quantiles(df, ["v"], [0.1, 0.9])["v"]
usual = df.filter((F.col("v") > lit(low)) & (F.col("v") < lit(high)))
median = quantiles(df, ["n"], [0.5, 0.75])["n"][0.5]
doubled = quantiles(
    df.select("t", "_row", (F.col("n") * 2).alias("n")), ["n"], [0.1]
)["n"]

print(
    scalar(df.orderBy("_row").limit(1).select("t")),
    scalar(df.orderBy(F.col("_row").desc()).limit(1).select("t")),
)
high_days = to_pandas(
    df.filter(F.col("v") > 5).select("t", "_row").orderBy("_row").drop("_row"), index=["t"]
).index
first_days = to_pandas(
    df.orderBy("_row").limit(3).select("t", "_row").drop("_row"), index=["t"]
).index
middle = require_increasing(df, "t", "_row").filter(
    F.col("t").between(
        lit(scalar(df.orderBy("_row").limit(2).offset(1).select("t"))),
        lit(scalar(df.orderBy("_row").limit(4).offset(3).select("t"))),
    )
)
rows = df.filter(F.col("n") > 3).count()
plain = df.withColumn(
    "_row", F.row_number().over(Window.orderBy("_row")).cast("bigint") - 1
)
places = (
    to_pandas(plain.filter(F.col("n") > 2).select("_row").orderBy("_row"), index=["_row"]).index
    .tolist()
)
