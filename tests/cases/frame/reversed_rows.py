import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", "b", "a", "c"], "v": [1.5, 2.0, 3.0, None, 5.0], "n": [1, 2, 2, 3, 1],
})

# what comes first is the last of before
turned = df.iloc[::-1]
first = turned.groupby("k").first()
names = turned["k"].unique().tolist()
kept = turned.drop_duplicates("n")
ends = df.sort_index(ascending=False).groupby("k").agg(x=("v", "last"), y=("n", "first"))
table = turned.pivot_table(index="k", values="v", aggfunc="first")
seen = turned.groupby("k", sort=False)["v"].sum()
least = turned.groupby("k")["n"].idxmin()
counts = turned["n"].value_counts()

# a new column of what is missing everywhere is one of floats
blank = df.copy()
blank.loc[blank["n"] > 1, "x"] = float("nan")

# a frame without rows takes those of a column that is set, and without groups there is nothing to fill
none = df[df["n"] > 5].copy()
none["v"] = df["v"]
alone = df[df["v"].isna()].assign(k=None)
filled = alone.groupby("k")["v"].transform(lambda s: s.fillna(0))

# rows by labels, twice over
again = df.set_index("v").loc[[1.5, 3.0]].reset_index()
best = again.loc[again.groupby("k")["n"].idxmin()].reset_index(drop=True)

# of other labels, those that one Series lacks are added
by_n = df.groupby("n")["v"].sum()
joined = by_n.combine_first(by_n.rename(lambda n: n + 2))

# where labels repeat, rows in another order are matched by position if the labels come out alike
twins = pd.DataFrame({"y": [10.0, 5.0, 7.0], "v": [1.0, 2.0, 4.0]}, index=["a", "a", "b"])
twins["run"] = twins.sort_values("y").sort_index(kind="stable")["v"].cumsum()

# labels are called by their key again once the values of its name are columns
by_both = df.groupby(["n", "k"])["n"].sum().unstack(fill_value=0)
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import pivot, rows_at, rows_labelled, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", "b", "a", "c"], "v": [1.5, 2.0, 3.0, None, 5.0], "n": [1, 2, 2, 3, 1],
}).reset_index(names="_row"))

# what comes first is the last of before
turned = df.orderBy(F.col("_row").desc())
first = (
    turned.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.min_by("v", F.when(F.col("v").isNotNull(), -F.col("_row"))).alias("v"),
        F.min_by("n", -F.col("_row")).alias("n"),
    )
)
names = (
    to_pandas(
        turned.groupBy("k").agg(F.min(-F.col("_row")).alias("_row")).orderBy("_row").select("k")
    )["k"]
    .to_numpy()
    .tolist()
)
kept = (
    turned.withColumn(
        "_copy", F.row_number().over(Window.partitionBy("n").orderBy(F.col("_row").desc()))
    )
    .filter(F.col("_copy") == 1)
    .drop("_copy")
)
ends = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.max_by("v", F.when(F.col("v").isNotNull(), -F.col("_row"))).alias("x"),
        F.min_by("n", -F.col("_row")).alias("y"),
    )
)
table = (
    to_pandas(
        turned.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.min_by("v", F.when(F.col("v").isNotNull(), -F.col("_row"))).alias("v"))
    )
    .pivot_table(values="v", index="k", aggfunc="first")
)
seen = (
    turned.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
)
least = (
    turned.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.min_by("_row", F.struct("n", -F.col("_row"))).alias("n"))
)
counts = turned.groupBy("n").agg(F.count("*").alias("count"))

# a new column of what is missing everywhere is one of floats
blank = df
blank = blank.withColumn("x", F.when(F.col("n") > 1, F.lit(None).cast("double")))

# a frame without rows takes those of a column that is set, and without groups there is nothing to fill
none = df.filter(F.col("n") > 5)
none = to_pandas(none.orderBy("_row"), index=["_row"])
none["v"] = to_pandas(df.select("_row", "v").orderBy("_row"), index=["_row"])["v"]
alone = df.filter(F.col("v").isNull()).withColumn("k", F.lit(None).cast("string"))
filled = (
    to_pandas(alone.orderBy("_row"), index=["_row"], none=["k"]).groupby("k")["v"]
    .transform(lambda s: s.fillna(0))
)

# rows by labels, twice over
again = (
    rows_labelled(df.select("v", "_row", "k", "n"), "v", [1.5, 3.0])
    .withColumn(
        "_row", F.row_number().over(Window.orderBy("_place", "_row")).cast("bigint") - 1
    )
)
best = (
    rows_at(
        again.drop("_place"),
        "_row",
        again.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.min_by("_row", F.struct("n", "_row")).alias("n"))
        .select(F.col("n").alias("_row"), F.col("k").alias("_place")),
    )
    .drop("_row")
)

# of other labels, those that one Series lacks are added
by_n = df.groupBy("n").agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
joined = to_pandas(by_n.orderBy("n"), index=["n"])["v"].combine_first(
    to_pandas(by_n.orderBy("n"), index=["n"])["v"].rename(lambda n: n + 2)
)

# where labels repeat, rows in another order are matched by position if the labels come out alike
twins = spark.createDataFrame(
    pd.DataFrame({"y": [10.0, 5.0, 7.0], "v": [1.0, 2.0, 4.0]}, index=["a", "a", "b"])
    .reset_index()
    .reset_index(names="_row")
)
twins = to_pandas(twins.orderBy("_row").drop("_row"), index=["index"], names=[None])
twins["run"] = twins.sort_values("y").sort_index(kind="stable")["v"].cumsum()

# labels are called by their key again once the values of its name are columns
by_both = (
    pivot(
        df.dropna(subset=["k"])
        .groupBy(F.col("n").alias("n_key"), "k")
        .agg(F.sum("n").alias("n")),
        ["n_key"],
        "k",
        "n",
        ["a", "b", "c"],
    )
    .withColumnRenamed("n_key", "n")
    .fillna(0, subset=["a", "b", "c"])
)
