import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", None, "a", "c"], "v": [1.5, np.nan, -2.0, 0.0, 3.0],
    "w": [0.0, 1.0, np.nan, 2.0, 2.0], "n": [3.0, 1.0, -2.0, 2.0, 0.0], "i": [1, 2, 3, 4, 5],
})
cols = ["v", "w", "n"]
num = df[cols]
means = num.mean()
centred = num - means
scaled = (num - num.mean()) / num.std()
stretched = (num - num.min()) / (num.max() - num.min())
filled = df.fillna(df.mean(numeric_only=True))
share = num.div(num["n"], axis=0)
twice = num.mul(2)
positive = num.gt(0)
totals = num.cumsum()
steps = num.diff()
before = num.shift(1)
ranks = num.rank()
high = df[df["v"] > means["v"]]
df[cols] = (df[cols] - df[cols].mean()) / df[cols].std()
df[cols] = df[cols].fillna(df[cols].median())
means["v"] = 100.0
shifted = num - means
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import column_values, divide, lit, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", None, "a", "c"], "v": [1.5, np.nan, -2.0, 0.0, 3.0],
    "w": [0.0, 1.0, np.nan, 2.0, 2.0], "n": [3.0, 1.0, -2.0, 2.0, 0.0], "i": [1, 2, 3, 4, 5],
}).reset_index(names="_row"))
cols = ["v", "w", "n"]
num = df.select("_row", "v", "w", "n")
means = column_values(
    num.agg(F.avg("v").alias("v"), F.avg("w").alias("w"), F.avg("n").alias("n"))
)
centred = num.withColumns({c: F.col(c) - lit(value) for c, value in means.items()})
scaled = (
    num.withColumns({
        c: F.col(c) - lit(value)
        for c, value in column_values(
            num.agg(F.avg("v").alias("v"), F.avg("w").alias("w"), F.avg("n").alias("n"))
        )
        .items()
    })
    .withColumns({
        c: divide(F.col(c), lit(value))
        for c, value in column_values(
            num.agg(
                F.stddev_samp("v").alias("v"),
                F.stddev_samp("w").alias("w"),
                F.stddev_samp("n").alias("n"),
            )
        )
        .items()
    })
)
stretched = (
    num.withColumns({
        c: F.col(c) - lit(value)
        for c, value in column_values(
            num.agg(F.min("v").alias("v"), F.min("w").alias("w"), F.min("n").alias("n"))
        )
        .items()
    })
    .withColumns({
        c: divide(F.col(c), lit(value))
        for c, value in (
            column_values(
                num.agg(F.max("v").alias("v"), F.max("w").alias("w"), F.max("n").alias("n"))
            )
            - column_values(
                num.agg(F.min("v").alias("v"), F.min("w").alias("w"), F.min("n").alias("n"))
            )
        )
        .items()
    })
)
filled = df.withColumns({
    c: F.coalesce(F.col(c), lit(value))
    for c, value in column_values(df.agg(*[F.avg(c).alias(c) for c in ["v", "w", "n", "i"]]))
    .items()
    if c in ["v", "w", "n"]
})
share = num.withColumns({
    "v": divide(F.col("v"), F.col("n")),
    "w": divide(F.col("w"), F.col("n")),
    "n": divide(F.col("n"), F.col("n")),
})
twice = num.withColumns({"v": F.col("v") * 2, "w": F.col("w") * 2, "n": F.col("n") * 2})
positive = num.withColumns({
    "v": F.coalesce(F.col("v") > 0, F.lit(False)),
    "w": F.coalesce(F.col("w") > 0, F.lit(False)),
    "n": F.coalesce(F.col("n") > 0, F.lit(False)),
})
totals = num.withColumns({
    "v": F.when(
        F.col("v").isNotNull(),
        F.sum("v").over(
            Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
        ),
    ),
    "w": F.when(
        F.col("w").isNotNull(),
        F.sum("w").over(
            Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
        ),
    ),
    "n": F.when(
        F.col("n").isNotNull(),
        F.sum("n").over(
            Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
        ),
    ),
})
steps = num.withColumns({
    "v": F.col("v") - F.lag("v", 1).over(Window.orderBy("_row")),
    "w": F.col("w") - F.lag("w", 1).over(Window.orderBy("_row")),
    "n": F.col("n") - F.lag("n", 1).over(Window.orderBy("_row")),
})
before = num.withColumns({
    "v": F.lag("v", 1).over(Window.orderBy("_row")),
    "w": F.lag("w", 1).over(Window.orderBy("_row")),
    "n": F.lag("n", 1).over(Window.orderBy("_row")),
})
ranks = num.withColumns({
    "v": F.when(
        F.col("v").isNotNull(),
        F.rank().over(Window.orderBy(F.col("v").asc_nulls_last()))
        + (F.count("*").over(Window.partitionBy(F.col("v"))) - 1) / 2,
    ),
    "w": F.when(
        F.col("w").isNotNull(),
        F.rank().over(Window.orderBy(F.col("w").asc_nulls_last()))
        + (F.count("*").over(Window.partitionBy(F.col("w"))) - 1) / 2,
    ),
    "n": F.when(
        F.col("n").isNotNull(),
        F.rank().over(Window.orderBy(F.col("n").asc_nulls_last()))
        + (F.count("*").over(Window.partitionBy(F.col("n"))) - 1) / 2,
    ),
})
high = df.filter(F.col("v") > lit(means["v"]))
df = (
    df.withColumns({
        c: F.col(c) - lit(value)
        for c, value in column_values(
            df.select("_row", "v", "w", "n")
            .agg(F.avg("v").alias("v"), F.avg("w").alias("w"), F.avg("n").alias("n"))
        )
        .items()
    })
    .withColumns({
        c: divide(F.col(c), lit(value))
        for c, value in column_values(
            df.select("_row", "v", "w", "n")
            .agg(
                F.stddev_samp("v").alias("v"),
                F.stddev_samp("w").alias("w"),
                F.stddev_samp("n").alias("n"),
            )
        )
        .items()
    })
)
df = df.withColumns({
    c: F.coalesce(F.col(c), lit(value))
    for c, value in column_values(
        df.select("_row", "v", "w", "n")
        .agg(F.median("v").alias("v"), F.median("w").alias("w"), F.median("n").alias("n"))
    )
    .items()
})
means["v"] = 100.0
shifted = to_pandas(num.orderBy("_row"), index=["_row"]) - means
