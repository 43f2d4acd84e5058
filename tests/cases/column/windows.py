import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b", "b"],
    "v": [None, 1.5, None, None, -2.0, 0.0, None],
    "n": [1, 1, 2, 2, 0, -4, -4],
    "s": ["x", "y", None, "x", "z", "y", "x"],
    "b": [True, False, True, True, False, False, True],
})
df["run"] = (df["n"] != df["n"].shift()).cumsum()
df["again"] = df["n"].shift().rolling(2).mean()
df["change"] = df["n"].diff() - df["n"].diff().shift()
df["before"] = df["n"].shift(1, fill_value=0)
df["after"] = df["s"].shift(-1, fill_value="none")
df["flag"] = df["b"].shift(1, fill_value=False)
was = df["b"].shift(1)
df["growth"] = df["v"].pct_change()
df["product"] = df["v"].cumprod()
df["trues"] = df["b"].cumsum()
df["share"] = df["v"].rank(pct=True)
df["last_rank"] = df["v"].rank(na_option="bottom", ascending=False)
df["first_rank"] = df["v"].rank(na_option="top")
df["near"] = df["v"].ffill(limit=1)
df["next"] = df["v"].bfill(limit=2)
df["old"] = df["v"].fillna(method="ffill").fillna(method="bfill")
both = df["n"].rolling(2).agg(["mean", "max"])
each = df.rolling(2).agg({"n": "sum", "v": "max"})
empty = df["v"].rolling(2, min_periods=0).sum()
df["place"] = df.groupby("k").cumcount()
df["group_before"] = df.groupby("k")["n"].shift(1, fill_value=-1)
df["group_growth"] = df.groupby("k")["v"].pct_change(fill_method=None)
df["group_share"] = df.groupby("k")["n"].rank(pct=True)
df["group_line"] = df.groupby("b")["v"].transform(lambda x: x.ffill(limit=1))

# ties of ranks are in the order of the rows, whatever its direction
falling = pd.DataFrame({"v": [3.0, -3.0, 2.0, None]}).sort_values("v", ascending=False)
falling["v"] = falling["v"].abs()
falling["place"] = falling["v"].rank(method="first")
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import divide

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b", "b"],
    "v": [None, 1.5, None, None, -2.0, 0.0, None],
    "n": [1, 1, 2, 2, 0, -4, -4],
    "s": ["x", "y", None, "x", "z", "y", "x"],
    "b": [True, False, True, True, False, False, True],
}).reset_index(names="_row"))
df = (
    df.withColumn(
        "_value",
        (F.col("n") != F.lag("n", 1).over(Window.orderBy("_row")).cast("double"))
        | F.lag("n", 1).over(Window.orderBy("_row")).cast("double").isNull(),
    )
    .withColumn(
        "run",
        F.sum(F.col("_value").cast("bigint")).over(
            Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
        ),
    )
    .drop("_value")
)
df = (
    df.withColumn("_value", F.lag("n", 1).over(Window.orderBy("_row")).cast("double"))
    .withColumn(
        "again",
        F.when(
            F.count("_value").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
            F.avg("_value").over(Window.orderBy("_row").rowsBetween(-1, 0)),
        ),
    )
    .drop("_value")
)
df = (
    df.withColumn(
        "_value", (F.col("n") - F.lag("n", 1).over(Window.orderBy("_row"))).cast("double")
    )
    .withColumn(
        "change",
        (F.col("n") - F.lag("n", 1).over(Window.orderBy("_row"))).cast("double")
        - F.lag("_value", 1).over(Window.orderBy("_row")),
    )
    .drop("_value")
)
df = df.withColumn("before", F.lag("n", 1, 0).over(Window.orderBy("_row")))
df = df.withColumn("after", F.lead("s", 1, "none").over(Window.orderBy("_row")))
df = df.withColumn("flag", F.lag("b", 1, False).over(Window.orderBy("_row")))
was = F.lag("b", 1).over(Window.orderBy("_row"))
df = df.withColumn(
    "growth",
    divide(
        F.last("v", ignorenulls=True).over(
            Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
        ),
        F.last("v", ignorenulls=True).over(
            Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, -1)
        ),
    )
    - 1,
)
df = df.withColumn(
    "product",
    F.when(
        F.col("v").isNotNull(),
        F.product("v").over(
            Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
        ),
    ),
)
df = df.withColumn(
    "trues",
    F.sum(F.col("b").cast("bigint")).over(
        Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
    ),
)
df = df.withColumn(
    "share",
    F.when(
        F.col("v").isNotNull(),
        (
            F.rank().over(Window.orderBy(F.col("v").asc_nulls_last()))
            + (F.count("*").over(Window.partitionBy(F.col("v"))) - 1) / 2
        )
        / F.count("v").over(Window.partitionBy()),
    ),
)
df = df.withColumn(
    "last_rank",
    F.rank().over(Window.orderBy(F.col("v").desc_nulls_last()))
    + (F.count("*").over(Window.partitionBy(F.col("v"))) - 1) / 2,
)
df = df.withColumn(
    "first_rank",
    F.rank().over(Window.orderBy(F.col("v").asc_nulls_first()))
    + (F.count("*").over(Window.partitionBy(F.col("v"))) - 1) / 2,
)
df = df.withColumn(
    "near",
    F.last("v", ignorenulls=True).over(
        Window.orderBy("_row").rowsBetween(-1, Window.currentRow)
    ),
)
df = df.withColumn(
    "next",
    F.first("v", ignorenulls=True).over(
        Window.orderBy("_row").rowsBetween(Window.currentRow, 2)
    ),
)
df = (
    df.withColumn(
        "_value",
        F.last("v", ignorenulls=True).over(
            Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
        ),
    )
    .withColumn(
        "old",
        F.first("_value", ignorenulls=True).over(
            Window.orderBy("_row").rowsBetween(Window.currentRow, Window.unboundedFollowing)
        ),
    )
    .drop("_value")
)
both = (
    df.withColumns({
        "mean": F.when(
            F.count("n").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
            F.avg("n").over(Window.orderBy("_row").rowsBetween(-1, 0)),
        ),
        "max": F.when(
            F.count("n").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
            F.max("n").over(Window.orderBy("_row").rowsBetween(-1, 0)).cast("double"),
        ),
    })
    .select("_row", "mean", "max")
)
each = (
    df.withColumns({
        "n": F.when(
            F.count("n").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
            F.sum("n").over(Window.orderBy("_row").rowsBetween(-1, 0)).cast("double"),
        ),
        "v": F.when(
            F.count("v").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
            F.max("v").over(Window.orderBy("_row").rowsBetween(-1, 0)).cast("double"),
        ),
    })
    .select("_row", "n", "v")
)
empty = F.coalesce(
    F.sum("v").over(Window.orderBy("_row").rowsBetween(-1, 0)).cast("double"), F.lit(0.0)
)
df = df.withColumn(
    "place",
    F.when(
        F.col("k").isNotNull(),
        F.row_number().over(Window.partitionBy("k").orderBy("_row")).cast("bigint") - 1,
    ),
)
df = df.withColumn(
    "group_before",
    F.when(
        F.col("k").isNotNull(), F.lag("n", 1, -1).over(Window.partitionBy("k").orderBy("_row"))
    )
    .otherwise(-1),
)
df = df.withColumn(
    "group_growth",
    F.when(
        F.col("k").isNotNull(),
        divide(F.col("v"), F.lag("v", 1).over(Window.partitionBy("k").orderBy("_row"))) - 1,
    ),
)
df = df.withColumn(
    "group_share",
    F.when(
        F.col("k").isNotNull(),
        (
            F.rank().over(Window.partitionBy("k").orderBy("n"))
            + (F.count("*").over(Window.partitionBy("k", F.col("n"))) - 1) / 2
        )
        / F.count("n").over(Window.partitionBy("k")),
    ),
)
df = df.withColumn(
    "group_line",
    F.last("v", ignorenulls=True).over(
        Window.partitionBy("b").orderBy("_row").rowsBetween(-1, Window.currentRow)
    ),
)

# ties of ranks are in the order of the rows, whatever its direction
falling = (
    spark.createDataFrame(pd.DataFrame({"v": [3.0, -3.0, 2.0, None]}).reset_index(names="_row"))
    .orderBy(F.col("v").desc_nulls_last(), "_row")
)
falling = falling.withColumns({"_sort_v": F.col("v"), "v": F.abs(F.col("v"))})
falling = falling.withColumn(
    "place",
    F.when(
        F.col("v").isNotNull(),
        F.row_number()
        .over(
            Window.orderBy(
                F.col("v").asc_nulls_last(), F.col("_sort_v").desc_nulls_last(), "_row"
            )
        )
        .cast("double"),
    ),
)
