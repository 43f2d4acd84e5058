import pandas as pd

df = pd.DataFrame({"v": [1.5, None, 3.0, -2.0, None, 1.5, 4.0], "n": [1, 2, 0, 4, 5, -1, 7]})
median = df["n"].rolling(3).median()
centered = df["n"].rolling(4, center=True, min_periods=1).max()
left = df["n"].rolling(2, closed="left").sum()
both = df["v"].rolling(3, closed="both", min_periods=1).mean()
counts = df["v"].rolling(3).count()
population = df["n"].rolling(3).std(ddof=0)
quartile = df["n"].rolling(3).quantile(0.25)
frame = df.rolling(2).mean()
so_far = df["v"].expanding(2).var()
one = df.rolling(2)["n"].agg("sum")

# beside numbers this large pandas loses the digits of the others: it is asked itself
vast = pd.DataFrame({"v": [9007199254740993, 3, 1, 7]})
spread = vast["v"].rolling(3).std()
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"v": [1.5, None, 3.0, -2.0, None, 1.5, 4.0], "n": [1, 2, 0, 4, 5, -1, 7]})
    .reset_index(names="_row")
)
median = F.when(
    F.count("n").over(Window.orderBy("_row").rowsBetween(-2, 0)) >= 3,
    F.percentile("n", 0.5).over(Window.orderBy("_row").rowsBetween(-2, 0)),
)
centered = F.when(
    F.count("n").over(Window.orderBy("_row").rowsBetween(-2, 1)) >= 1,
    F.max("n").over(Window.orderBy("_row").rowsBetween(-2, 1)).cast("double"),
)
left = F.when(
    F.count("n").over(Window.orderBy("_row").rowsBetween(-2, -1)) >= 2,
    F.sum("n").over(Window.orderBy("_row").rowsBetween(-2, -1)).cast("double"),
)
both = F.when(
    F.count("v").over(Window.orderBy("_row").rowsBetween(-3, 0)) >= 1,
    F.avg("v").over(Window.orderBy("_row").rowsBetween(-3, 0)),
)
counts = F.when(
    F.count("*").over(Window.orderBy("_row").rowsBetween(-2, 0)) >= 3,
    F.count("v").over(Window.orderBy("_row").rowsBetween(-2, 0)).cast("double"),
)
population = F.when(
    F.count("n").over(Window.orderBy("_row").rowsBetween(-2, 0)) >= 3,
    F.stddev_pop("n").over(Window.orderBy("_row").rowsBetween(-2, 0)),
)
quartile = F.when(
    F.count("n").over(Window.orderBy("_row").rowsBetween(-2, 0)) >= 3,
    F.percentile("n", 0.25).over(Window.orderBy("_row").rowsBetween(-2, 0)),
)
frame = df.withColumns({
    "v": F.when(
        F.count("v").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
        F.avg("v").over(Window.orderBy("_row").rowsBetween(-1, 0)),
    ),
    "n": F.when(
        F.count("n").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
        F.avg("n").over(Window.orderBy("_row").rowsBetween(-1, 0)),
    ),
})
so_far = F.when(
    F.count("v").over(
        Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
    )
    >= 2,
    F.var_samp("v").over(
        Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
    ),
)
one = F.when(
    F.count("n").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
    F.sum("n").over(Window.orderBy("_row").rowsBetween(-1, 0)).cast("double"),
)

# beside numbers this large pandas loses the digits of the others: it is asked itself
vast = spark.createDataFrame(
    pd.DataFrame({"v": [9007199254740993, 3, 1, 7]}).reset_index(names="_row")
)
spread = to_pandas(vast.orderBy("_row"), index=["_row"])["v"].rolling(3).std()
