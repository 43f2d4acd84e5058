import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", "a", "a", "b", None, "b", "a"],
    "v": [1.0, 2.0, 0.0, 5.0, -1.0, 3.0, 4.0, 0.0],
    "b": [True, None, False, True, None, False, True, True],
})
df["wet"] = df["v"] > 1
df["spell"] = (df["wet"] != df["wet"].shift()).cumsum()
df["same"] = df["wet"] == df["wet"].shift()
df["other"] = df["b"] == df["wet"]
df["unlike"] = ~(df["b"] == df["b"].shift(1))
starts = df[df["wet"] != df["wet"].shift(1)]
df["ret"] = df.groupby("k")["v"].pct_change()
df["grown"] = df.groupby("k")["ret"].transform(lambda r: (1 + r).cumprod())
df["added"] = df.groupby("k")["ret"].transform(lambda r: r.cumsum())
df["made"] = df.groupby("k")["ret"].cumprod()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import divide

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", "a", "a", "b", None, "b", "a"],
    "v": [1.0, 2.0, 0.0, 5.0, -1.0, 3.0, 4.0, 0.0],
    "b": [True, None, False, True, None, False, True, True],
}).reset_index(names="_row"))
df = df.withColumn("wet", F.coalesce(F.col("v") > 1, F.lit(False)))
df = (
    df.withColumn(
        "_value",
        (F.col("wet") != F.lag("wet", 1).over(Window.orderBy("_row")))
        | F.lag("wet", 1).over(Window.orderBy("_row")).isNull(),
    )
    .withColumn(
        "spell",
        F.sum(F.col("_value").cast("bigint")).over(
            Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
        ),
    )
    .drop("_value")
)
df = df.withColumn(
    "same",
    F.coalesce(F.col("wet") == F.lag("wet", 1).over(Window.orderBy("_row")), F.lit(False)),
)
df = df.withColumn("other", F.coalesce(F.col("b") == F.col("wet"), F.lit(False)))
df = df.withColumn(
    "unlike",
    (F.col("b") != F.lag("b", 1).over(Window.orderBy("_row")))
    | F.col("b").isNull()
    | F.lag("b", 1).over(Window.orderBy("_row")).isNull(),
)
starts = (
    df.withColumn(
        "_keep",
        (F.col("wet") != F.lag("wet", 1).over(Window.orderBy("_row")))
        | F.lag("wet", 1).over(Window.orderBy("_row")).isNull(),
    )
    .filter(F.col("_keep"))
    .drop("_keep")
)
df = df.withColumn(
    "ret",
    F.when(
        F.col("k").isNotNull(),
        divide(
            F.last("v", ignorenulls=True).over(
                Window.partitionBy("k")
                .orderBy("_row")
                .rowsBetween(Window.unboundedPreceding, Window.currentRow)
            ),
            F.last("v", ignorenulls=True).over(
                Window.partitionBy("k")
                .orderBy("_row")
                .rowsBetween(Window.unboundedPreceding, -1)
            ),
        )
        - 1,
    ),
)
df = df.withColumn(
    "grown",
    F.when(
        F.col("k").isNotNull(),
        F.when(
            F.nanvl(1 + F.col("ret"), F.lit(None)).isNotNull(),
            F.nanvl(
                F.product(F.nanvl(1 + F.col("ret"), F.lit(None)))
                .over(
                    Window.partitionBy("k")
                    .orderBy("_row")
                    .rowsBetween(Window.unboundedPreceding, Window.currentRow)
                ),
                F.lit(None),
            ),
        ),
    ),
)
df = df.withColumn(
    "added",
    F.when(
        F.col("k").isNotNull(),
        F.when(
            F.col("ret").isNotNull(),
            F.nanvl(
                F.sum("ret").over(
                    Window.partitionBy("k")
                    .orderBy("_row")
                    .rowsBetween(Window.unboundedPreceding, Window.currentRow)
                ),
                F.lit(None),
            ),
        ),
    ),
)
df = df.withColumn(
    "made",
    F.when(
        F.col("k").isNotNull(),
        F.when(
            F.col("ret").isNotNull(),
            F.nanvl(
                F.product("ret").over(
                    Window.partitionBy("k")
                    .orderBy("_row")
                    .rowsBetween(Window.unboundedPreceding, Window.currentRow)
                ),
                F.lit(None),
            ),
        ),
    ),
)
