import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "c", "d"], "n": [1, 2, 3, 4], "v": [1.5, None, 2.0, 0.0]})
big = df[df["n"] > 2]
print([df.index[0], df.index[-1], df.index.max(), df.index.min()], [big.index[0], big.index.max()])
print([df["n"].idxmax(), df["v"].idxmin(), big["n"].idxmin(), df.set_index("n")["v"].idxmax()])
print([df.tail(2).index[0], df.tail(2)["n"].idxmax(), df.sort_values("v").index[0]])
print(df.head(2).index, df.tail(2).index, df.iloc[1:3].index, df["n"].iloc[2:].index)
half = df.iloc[::2].index.tolist()
print(big.index, df.sort_values("v").index, pd.concat([df, big]).index, df.index)
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import in_range, scalar, scalars, to_pandas, unwrapped

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c", "d"], "n": [1, 2, 3, 4], "v": [1.5, None, 2.0, 0.0]})
    .reset_index(names="_row")
)
big = df.filter(F.col("n") > 2)
row_max, row_min = scalars(df.agg(F.max("_row"), F.min("_row")))
print(
    [scalar(df.orderBy("_row").limit(1).select("_row")).item(), scalar(df.orderBy(F.col("_row").desc()).limit(1).select("_row")).item(), unwrapped(row_max), unwrapped(row_min)],
    [scalar(big.orderBy("_row").limit(1).select("_row")), scalar(big.agg(F.max("_row")))],
)
print(
    [scalar(df.select("_row", "n").orderBy(F.col("n").desc(), "_row").limit(1).select("_row")).item(), scalar(df.select("_row", "v").orderBy(F.col("v").asc_nulls_last(), "_row").limit(1).select(F.when(F.col("v").isNotNull(), F.col("_row")))).item(), scalar(big.select("_row", "n").orderBy("n", "_row").limit(1).select("_row")), scalar(df.select("n", "_row", "k", "v").select("n", "_row", "v").orderBy(F.col("v").desc_nulls_last(), "_row").limit(1).select(F.when(F.col("v").isNotNull(), F.col("n"))))]
)
print(
    [scalar(df.orderBy(F.col("_row").desc()).limit(2).orderBy("_row").limit(1).select("_row")).item(), scalar(df.orderBy(F.col("_row").desc()).limit(2).orderBy("_row").select("_row", "n").orderBy(F.col("n").desc(), "_row").limit(1).select("_row")).item(), scalar(df.orderBy(F.col("v").asc_nulls_last(), "_row").limit(1).select("_row"))]
)
print(
    in_range(to_pandas(df.orderBy("_row").limit(2).select("_row"), index=["_row"]).index),
    in_range(
        to_pandas(
            df.orderBy(F.col("_row").desc()).limit(2).orderBy("_row").select("_row"),
            index=["_row"],
        ).index
    ),
    in_range(
        to_pandas(df.orderBy("_row").limit(3).offset(1).select("_row"), index=["_row"]).index
    ),
    in_range(
        to_pandas(
            df.select("_row", "n").orderBy("_row").offset(2).select("_row"), index=["_row"]
        ).index
    ),
)
half = (
    to_pandas(
        df.withColumn("_place", F.row_number().over(Window.orderBy("_row")))
        .filter(F.col("_place") % 2 == 1)
        .drop("_place")
        .select("_row")
        .orderBy("_row"),
        index=["_row"],
    ).index
    .tolist()
)
print(
    to_pandas(big.select("_row").orderBy("_row"), index=["_row"]).index,
    to_pandas(
        df.orderBy(F.col("v").asc_nulls_last(), "_row").select("_row", "v").drop("v"),
        index=["_row"],
    ).index,
    to_pandas(
        df.withColumn("_part", F.lit(0))
        .unionByName(big.withColumn("_part", F.lit(1)))
        .select("_row", "_part")
        .orderBy("_part", "_row")
        .drop("_part"),
        index=["_row"],
    ).index,
    pd.RangeIndex(df.count()),
)
