import numpy as np
import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b", "b", "d"],
    "g": [1, 2, 1, 2, 1, 1, 2, 3],
    "v": [1.5, None, 3.0, -2.0, None, 1.5, 0.0, None],
    "n": [1, 2, 0, 4, 5, -1, 7, 7],
    "s": ["x", "y", "x", "x", "z", None, "x", "y"],
    "t": pd.to_datetime(["2024-02-29", "2024-01-01", "2024-01-01", "2023-12-31", "2024-02-29", "2024-05-05", None, "2024-01-02"]),
})


def spread(x):
    return x.max() - x.min()


named = df.groupby("k")["n"].agg([("total", "sum"), ("average", "mean")])
tuples = df.groupby("k").agg(total=pd.NamedAgg("n", "sum"), top=pd.NamedAgg(column="v", aggfunc="max"))
mixed = df.groupby("k")["n"].agg(["min", spread, np.sum, len])
anonymous = df.groupby("k")["n"].agg(["min", lambda x: x.sum(), lambda x: x.max() * 2])
population = df.groupby("k")["v"].std(ddof=0)
variance = df.groupby("g")[["v", "n"]].var(ddof=0)
error = df.groupby("k")["v"].sem()
some = df.groupby("k")["v"].any()
every = df.groupby("k")["n"].all()
rows = df.groupby("k").apply(lambda d: pd.Series({"total": d["n"].sum(), "mean": d["v"].mean(), "rows": len(d)}))


def described(d):
    return pd.Series({"low": d["n"].min(), "high": d["n"].max()})


whole = df.groupby("g").apply(described)
latest = df.sort_values(["t", "n"], ascending=[True, False]).groupby("k").last()
smallest = df.sort_values("n").groupby("g")["s"].first()
second = df.groupby("k").nth(1)
last = df.groupby("g")["n"].nth(-1)
counts = df.groupby("g")["s"].value_counts()
shares = df.groupby("k")["s"].value_counts(normalize=True).reset_index(name="share")
groups = len(df.groupby("k"))
by_level = df.set_index("k").groupby("k")["n"].sum()

# the Series has its new name in Spark as well
renamed = df.groupby("k")["v"].sum().rename("total")

# a key that is missing everywhere leaves labels of floats
lost = pd.DataFrame({"k": ["a", "b"], "v": [1.0, 2.0]})
lost["k"] = lost["k"].where(lost["v"] > 5)
of_nothing = lost.groupby("k", dropna=False)["v"].sum()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", None, "a", "c", "b", "b", "d"],
    "g": [1, 2, 1, 2, 1, 1, 2, 3],
    "v": [1.5, None, 3.0, -2.0, None, 1.5, 0.0, None],
    "n": [1, 2, 0, 4, 5, -1, 7, 7],
    "s": ["x", "y", "x", "x", "z", None, "x", "y"],
    "t": pd.to_datetime(["2024-02-29", "2024-01-01", "2024-01-01", "2023-12-31", "2024-02-29", "2024-05-05", None, "2024-01-02"]),
}).reset_index(names="_row"))


def spread(x):
    return x.max() - x.min()


named = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.sum("n").alias("total"), F.avg("n").alias("average"))
)
tuples = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.sum("n").alias("total"), F.max("v").alias("top"))
)
mixed = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.min("n").alias("min"),
        (F.max("n") - F.min("n")).alias("spread"),
        F.sum("n").alias("sum"),
        F.count("*").alias("len"),
    )
)
anonymous = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.min("n").alias("min"),
        F.sum("n").alias("<lambda_0>"),
        (F.max("n") * 2).alias("<lambda_1>"),
    )
)
population = df.dropna(subset=["k"]).groupBy("k").agg(F.stddev_pop("v").alias("v"))
variance = df.groupBy("g").agg(F.var_pop("v").alias("v"), F.var_pop("n").alias("n"))
error = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg((F.stddev_samp("v") / F.sqrt(F.nullif(F.count("v"), F.lit(0)))).alias("v"))
)
some = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.bool_or(F.col("v") != 0), F.lit(False)).alias("v"))
)
every = df.dropna(subset=["k"]).groupBy("k").agg(F.bool_and(F.col("n") != 0).alias("n"))
rows = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.sum("n").cast("double").alias("total"),
        F.avg("v").alias("mean"),
        F.count("*").cast("double").alias("rows"),
    )
)


def described(d):
    return pd.Series({"low": d["n"].min(), "high": d["n"].max()})


whole = df.groupBy("g").agg(F.min("n").alias("low"), F.max("n").alias("high"))
latest = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(
        F.max_by("g", F.struct(F.col("t").isNull(), F.col("t"), -F.col("n"), F.col("_row")))
        .alias("g"),
        F.max_by(
            "v",
            F.when(
                F.col("v").isNotNull(),
                F.struct(F.col("t").isNull(), F.col("t"), -F.col("n"), F.col("_row")),
            ),
        )
        .alias("v"),
        F.max_by("n", F.struct(F.col("t").isNull(), F.col("t"), -F.col("n"), F.col("_row")))
        .alias("n"),
        F.max_by(
            "s",
            F.when(
                F.col("s").isNotNull(),
                F.struct(F.col("t").isNull(), F.col("t"), -F.col("n"), F.col("_row")),
            ),
        )
        .alias("s"),
        F.max_by(
            "t",
            F.when(
                F.col("t").isNotNull(),
                F.struct(F.col("t").isNull(), F.col("t"), -F.col("n"), F.col("_row")),
            ),
        )
        .alias("t"),
    )
)
smallest = (
    df.groupBy("g")
    .agg(
        F.min_by("s", F.when(F.col("s").isNotNull(), F.struct(F.col("n"), F.col("_row"))))
        .alias("s")
    )
)
second = (
    df.dropna(subset=["k"])
    .withColumn("_place", F.row_number().over(Window.partitionBy("k").orderBy("_row")))
    .filter(F.col("_place") == 2)
    .drop("_place")
)
last = (
    df.withColumn(
        "_place", F.row_number().over(Window.partitionBy("g").orderBy(F.col("_row").desc()))
    )
    .filter(F.col("_place") == 1)
    .drop("_place")
    .select("_row", "n")
)
counts = df.dropna(subset=["s"]).groupBy("g", "s").agg(F.count("*").alias("count"))
shares = (
    df.dropna(subset=["k", "s"])
    .groupBy("k", "s")
    .agg(F.count("*").alias("proportion"))
    .withColumn(
        "proportion", F.col("proportion") / F.sum("proportion").over(Window.partitionBy("k"))
    )
    .withColumnRenamed("proportion", "share")
)
groups = df.dropna(subset=["k"]).select("k").distinct().count()
by_level = df.dropna(subset=["k"]).groupBy("k").agg(F.sum("n").alias("n"))

# the Series has its new name in Spark as well
renamed = (
    df.dropna(subset=["k"])
    .groupBy("k")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
    .withColumnRenamed("v", "total")
)

# a key that is missing everywhere leaves labels of floats
lost = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b"], "v": [1.0, 2.0]}).reset_index(names="_row")
)
lost = lost.withColumn("k", F.when(F.col("v") > 5, F.col("k")))
of_nothing = (
    to_pandas(lost.orderBy("_row"), index=["_row"]).groupby("k", dropna=False)["v"]
    .sum()
)
