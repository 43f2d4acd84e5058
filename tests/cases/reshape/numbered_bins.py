import pandas as pd

df = pd.DataFrame({
    "k": ["a", "b", "a", "b", "a", "c", "c", "a"],
    "age": [0, 12, 13, 80, 35, 18, 64, 19],
    "fare": [7.25, 71.3, None, 8.05, 53.1, 0.0, 30.0, 11.1],
})

# bins that are called by numbers
df["band"] = pd.cut(df["age"], bins=[-1, 12, 18, 60, 100], labels=[0, 1, 2, 3])
df["fared"] = pd.qcut(df["fare"], 3, labels=[3, 2, 1])
df["ranked"] = pd.qcut(df["age"].rank(method="first"), 4, labels=range(1, 5))
print(df)
print(df["band"].value_counts(), df["fared"].value_counts(sort=False))
print(df.groupby("fared", observed=False)["age"].mean())
print(df.sort_values("ranked")[["age", "ranked"]])
df["score"] = df["band"].astype(str) + df["ranked"].astype(str)
df["points"] = df["band"].astype(int) * 10 + df["ranked"].astype(int)
df["share"] = df["fared"].astype(float) / 3
print(df[["score", "points", "share"]], df["fared"].astype(str))
df["total"] = df[["band", "ranked"]].astype(int).sum(axis=1)
print(df.groupby("k")["total"].max())
print(pd.get_dummies(df[["k", "band"]]), df["fared"].isna().sum(), df["ranked"].unique())

# what such categories answer is left to pandas
print((df["fared"] == 3).sum(), df["band"].isin([1, 2]).sum(), df["band"].map({0: "x", 1: "y"}).tolist())
print(df["fared"].max(), df["ranked"].nunique(), df[df["ranked"] == 4]["age"].tolist())
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import (
    binned,
    every_category,
    present,
    quantile_edges,
    require_values,
    scalar,
    scalars,
    to_pandas,
)

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["a", "b", "a", "b", "a", "c", "c", "a"],
    "age": [0, 12, 13, 80, 35, 18, 64, 19],
    "fare": [7.25, 71.3, None, 8.05, 53.1, 0.0, 30.0, 11.1],
}).reset_index(names="_row"))

# bins that are called by numbers
df = df.withColumn(
    "band",
    F.when(F.col("age") <= -1, None)
    .when(F.col("age") <= 12, 0)
    .when(F.col("age") <= 18, 1)
    .when(F.col("age") <= 60, 2)
    .when(F.col("age") <= 100, 3)
    .cast("bigint"),
)
df = df.withColumn(
    "fared", binned(F.col("fare"), quantile_edges(df, "fare", 3), [3, 2, 1], lowest=True)
)
df = df.withColumn(
    "ranked",
    binned(
        F.row_number().over(Window.orderBy("age", "_row")).cast("double"),
        quantile_edges(
            df.select(
                "_row",
                F.row_number().over(Window.orderBy("age", "_row")).cast("double").alias("age"),
            ),
            "age",
            4,
        ),
        range(1, 5),
        lowest=True,
    ),
).cache()
print(
    to_pandas(
        df.orderBy("_row"),
        index=["_row"],
        dtypes={"band": (0, 1, 2, 3), "fared": (3, 2, 1), "ranked": (1, 2, 3, 4)},
    )
)
print(
    to_pandas(
        every_category(
            df.dropna(subset=["band"]).groupBy("band").agg(F.count("*").alias("count")),
            {"band": [0, 1, 2, 3]},
            fill={"count": 0},
        )
        .orderBy(F.col("count").desc(), "band"),
        index=["band"],
        dtypes={"band": (0, 1, 2, 3)},
    )["count"],
    to_pandas(
        every_category(
            df.dropna(subset=["fared"]).groupBy("fared").agg(F.count("*").alias("count")),
            {"fared": [3, 2, 1]},
            fill={"count": 0},
        )
        .orderBy(F.array_position(F.lit([3, 2, 1]), F.col("fared"))),
        index=["fared"],
        dtypes={"fared": (3, 2, 1)},
    )["count"],
)
print(
    to_pandas(
        every_category(
            df.dropna(subset=["fared"]).groupBy("fared").agg(F.avg("age").alias("age")),
            {"fared": [3, 2, 1]},
        )
        .orderBy(F.array_position(F.lit([3, 2, 1]), F.col("fared"))),
        index=["fared"],
        dtypes={"fared": (3, 2, 1)},
    )["age"]
)
print(
    to_pandas(
        df.orderBy("ranked", "_row").select("_row", "age", "ranked"),
        index=["_row"],
        dtypes={"ranked": (1, 2, 3, 4)},
    )
)
df = df.withColumn(
    "score",
    F.concat(
        F.coalesce(F.col("band").cast("string"), F.lit("nan")), F.col("ranked").cast("string")
    ),
)
df = df.withColumn("points", present(F.col("band")) * 10 + F.col("ranked"))
df = df.withColumn("share", F.col("fared").cast("double") / 3)
print(
    to_pandas(df.select("_row", "score", "points", "share").orderBy("_row"), index=["_row"]),
    to_pandas(
        df.select(
            "_row", F.coalesce(F.col("fared").cast("string"), F.lit("nan")).alias("fared")
        )
        .orderBy("_row"),
        index=["_row"],
    )["fared"],
)
df = df.withColumn("total", present(F.col("band")) + F.col("ranked"))
print(
    to_pandas(
        df.dropna(subset=["k"]).groupBy("k").agg(F.max("total").alias("total")).orderBy("k"),
        index=["k"],
    )["total"]
)
print(
    to_pandas(
        require_values(df.select("_row", "k", "band"), {"k": ["a", "b", "c"]})
        .select(
            "_row",
            F.col("k").eqNullSafe("a").alias("k_a"),
            F.col("k").eqNullSafe("b").alias("k_b"),
            F.col("k").eqNullSafe("c").alias("k_c"),
            F.col("band").eqNullSafe(0).alias("band_0"),
            F.col("band").eqNullSafe(1).alias("band_1"),
            F.col("band").eqNullSafe(2).alias("band_2"),
            F.col("band").eqNullSafe(3).alias("band_3"),
        )
        .orderBy("_row"),
        index=["_row"],
    ),
    scalar(df.agg(F.count_if(F.col("fared").isNull()))),
    to_pandas(
        df.select("_row", "ranked").orderBy("_row"),
        index=["_row"],
        dtypes={"ranked": (1, 2, 3, 4)},
    )["ranked"]
    .unique(),
)

# what such categories answer is left to pandas
print(
    *scalars(df.agg(F.count_if(F.col("fared") == 3), F.count_if(F.col("band").isin([1, 2])))),
    to_pandas(
        df.select("_row", "band").orderBy("_row"), index=["_row"], dtypes={"band": (0, 1, 2, 3)}
    )["band"]
    .map({0: "x", 1: "y"})
    .tolist(),
)
print(
    to_pandas(
        df.select("_row", "fared").orderBy("_row"), index=["_row"], dtypes={"fared": (3, 2, 1)}
    )["fared"]
    .max(),
    df.agg(F.countDistinct("ranked")).first()[0],
    to_pandas(df.filter(F.col("ranked") == 4).orderBy("_row").select("age"))["age"].tolist(),
)
