import pandas as pd

df = pd.DataFrame({
    "k": ["good", "bad", "so so", "bad", None, "good", "odd"],
    "n": [3, 1, 2, 3, 1, 3, 2],
    "v": [1.5, -2.0, 0.0, 4.0, 2.5, None, 1.0],
})
order = ["bad", "so so", "good"]

# given categories: what is none of them is missing
df["answer"] = pd.Categorical(df["k"], categories=order, ordered=True)
print(df["answer"].value_counts().sort_index(), df["answer"].isna().sum())
print(df.sort_values("answer")[["answer", "n"]])
print(df.groupby("answer", observed=False)["v"].mean())
df["score"] = df["answer"].cat.codes
df["typed"] = df["k"].astype(pd.CategoricalDtype(["odd", "good", "never"], ordered=True))
print(df, df["typed"].value_counts())
print(df[df["answer"] == "bad"])

# the values themselves
df["kind"] = df["k"].astype("category")
df["level"] = df["n"].astype("category")
print(df["kind"].cat.codes, df["level"].cat.codes.max())
print(df.groupby("kind", observed=True)["v"].sum(), df["level"].value_counts(sort=False))
print(pd.Categorical(df["n"]), pd.Categorical(df["k"], categories=["good", "bad"]))
print(df.dtypes)
print(df["k"].str.contains("oo").map({True: "Yes", False: "No"}), (df["n"] > 1).map({True: 1, False: 0}).sum())
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import categorised, every_category, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["good", "bad", "so so", "bad", None, "good", "odd"],
    "n": [3, 1, 2, 3, 1, 3, 2],
    "v": [1.5, -2.0, 0.0, 4.0, 2.5, None, 1.0],
}).reset_index(names="_row"))
order = ["bad", "so so", "good"]

# given categories: what is none of them is missing
df = df.withColumn("answer", F.when(F.col("k").isin(order), F.col("k")))
print(
    to_pandas(
        every_category(
            df.dropna(subset=["answer"]).groupBy("answer").agg(F.count("*").alias("count")),
            {"answer": ["bad", "so so", "good"]},
            fill={"count": 0},
        )
        .orderBy(F.array_position(F.lit(["bad", "so so", "good"]), F.col("answer"))),
        index=["answer"],
        dtypes={"answer": ("bad", "so so", "good")},
    )["count"],
    scalar(df.agg(F.count_if(F.col("answer").isNull()))),
)
print(
    to_pandas(
        df.orderBy(
            F.array_position(F.lit(["bad", "so so", "good"]), F.col("answer")).asc_nulls_last(),
            "_row",
        )
        .select("_row", "answer", "n"),
        index=["_row"],
        dtypes={"answer": ("bad", "so so", "good")},
    )
)
print(
    to_pandas(
        every_category(
            df.dropna(subset=["answer"]).groupBy("answer").agg(F.avg("v").alias("v")),
            {"answer": ["bad", "so so", "good"]},
        )
        .orderBy(F.array_position(F.lit(["bad", "so so", "good"]), F.col("answer"))),
        index=["answer"],
        dtypes={"answer": ("bad", "so so", "good")},
    )["v"]
)
df = df.withColumn(
    "score",
    (
        F.coalesce(
            F.array_position(F.lit(["bad", "so so", "good"]), F.col("answer")), F.lit(0)
        )
        - 1
    )
    .cast("tinyint"),
)
df = df.withColumn("typed", F.when(F.col("k").isin(["odd", "good", "never"]), F.col("k")))
print(
    to_pandas(
        df.orderBy("_row"),
        index=["_row"],
        dtypes={"answer": ("bad", "so so", "good"), "typed": ("odd", "good", "never")},
        none=["k"],
    ),
    to_pandas(
        every_category(
            df.dropna(subset=["typed"]).groupBy("typed").agg(F.count("*").alias("count")),
            {"typed": ["odd", "good", "never"]},
            fill={"count": 0},
        )
        .orderBy(
            F.col("count").desc(),
            F.array_position(F.lit(["odd", "good", "never"]), F.col("typed")),
        ),
        index=["typed"],
        dtypes={"typed": ("odd", "good", "never")},
    )["count"],
)
print(
    to_pandas(
        df.filter(F.col("answer") == "bad").orderBy("_row"),
        index=["_row"],
        dtypes={"answer": ("bad", "so so", "good"), "typed": ("odd", "good", "never")},
        none=["k"],
    )
)

# the values themselves
df = df.withColumn(
    "kind", categorised(F.col("k"), df.select("k"), ["bad", "good", "odd", "so so"])
)
df = df.withColumn("level", categorised(F.col("n"), df.select("n"), [1, 2, 3]))
print(
    to_pandas(
        df.select(
            "_row",
            (
                F.coalesce(
                    F.array_position(F.lit(["bad", "good", "odd", "so so"]), F.col("kind")),
                    F.lit(0),
                )
                - 1
            )
            .cast("tinyint")
            .alias("value"),
        )
        .orderBy("_row"),
        index=["_row"],
    )["value"]
    .rename(None),
    scalar(
        df.agg(F.max((F.array_position(F.lit([1, 2, 3]), F.col("level")) - 1).cast("tinyint")))
    ),
)
print(
    to_pandas(
        df.dropna(subset=["kind"])
        .groupBy("kind")
        .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
        .orderBy("kind"),
        index=["kind"],
        dtypes={"kind": ["bad", "good", "odd", "so so"]},
    )["v"],
    to_pandas(
        every_category(
            df.groupBy("level").agg(F.count("*").alias("count")),
            {"level": [1, 2, 3]},
            fill={"count": 0},
        )
        .orderBy("level"),
        index=["level"],
        dtypes={"level": [1, 2, 3]},
    )["count"],
)
print(
    pd.Categorical(to_pandas(df.select("_row", "n").orderBy("_row"), index=["_row"])["n"]),
    pd.Categorical(
        to_pandas(df.select("_row", "k").orderBy("_row"), index=["_row"], none=["k"])["k"],
        categories=["good", "bad"],
    ),
)
print(
    to_pandas(
        df.orderBy("_row"),
        index=["_row"],
        dtypes={
            "answer": ("bad", "so so", "good"),
            "typed": ("odd", "good", "never"),
            "kind": ["bad", "good", "odd", "so so"],
            "level": [1, 2, 3],
        },
        none=["k"],
    ).dtypes
)
print(
    to_pandas(
        df.select(
            "_row",
            F.when(F.col("k").contains("oo"), "Yes")
            .when(~F.col("k").contains("oo"), "No")
            .alias("k"),
        )
        .orderBy("_row"),
        index=["_row"],
    )["k"],
    scalar(
        df.agg(
            F.coalesce(
                F.sum(F.when(F.col("n") > 1, 1).when(~(F.col("n") > 1), 0).cast("bigint")),
                F.lit(0),
            )
        )
    ),
)
