import numpy as np
import pandas as pd

df = pd.DataFrame({
    "s": ["11", "35", "x11", None, "51", "4x5", "ab"], "v": [1.5, np.nan, 2.0, -2.0, np.nan, 1.0, 0.0],
    "n": [3, 1, 4, 1, 5, 9, 2], "p": ["low", "high", None, "mid", "mid", "low", "other"],
})
print(df["s"].replace({r"[1-2][1-2]": "few", r"3[1-5]": "some", r"5\d": "many"}, regex=True))
print(df["s"].replace({"a": "b", "b": "c", "x": "ab"}, regex=True))
print(df["s"].replace([r"\d", "x"], ["#", "y"], regex=True))
print(df["s"].replace([r"\d", "x"], "-", regex=True))
print(df["s"].replace(r"^(\d)(\d)$", r"\2\1", regex=True))
df["f"] = df["v"].fillna(df["n"])
print(df["f"])
df["p"] = pd.Categorical(df["p"], categories=["low", "mid", "high"], ordered=True)
print(df[df["p"] >= "mid"])
print((df["p"] > "low").sum(), (df["p"] < "high").mean(), (df["p"] <= "mid").sum())
print(~(df["p"] > "mid"))
df["top"] = df["p"] > "mid"
print(df)
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalars, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "s": ["11", "35", "x11", None, "51", "4x5", "ab"], "v": [1.5, np.nan, 2.0, -2.0, np.nan, 1.0, 0.0],
    "n": [3, 1, 4, 1, 5, 9, 2], "p": ["low", "high", None, "mid", "mid", "low", "other"],
}).reset_index(names="_row"))
print(
    to_pandas(
        df.select(
            "_row",
            F.when(
                F.col("s").rlike(r"5\p{Nd}"),
                F.regexp_replace(
                    F.when(
                        F.col("s").rlike("3[1-5]"),
                        F.regexp_replace(
                            F.regexp_replace(F.col("s"), "[1-2][1-2]", "few"), "3[1-5]", "some"
                        ),
                    )
                    .otherwise(F.regexp_replace(F.col("s"), "[1-2][1-2]", "few")),
                    r"5\p{Nd}",
                    "many",
                ),
            )
            .otherwise(
                F.when(
                    F.col("s").rlike("3[1-5]"),
                    F.regexp_replace(
                        F.regexp_replace(F.col("s"), "[1-2][1-2]", "few"), "3[1-5]", "some"
                    ),
                )
                .otherwise(F.regexp_replace(F.col("s"), "[1-2][1-2]", "few"))
            )
            .alias("s"),
        )
        .orderBy("_row"),
        index=["_row"],
        none=["s"],
    )["s"]
)
print(
    to_pandas(
        df.select(
            "_row",
            F.when(
                F.col("s").contains("x"),
                F.replace(
                    F.when(
                        F.col("s").contains("b"),
                        F.replace(
                            F.replace(F.col("s"), F.lit("a"), F.lit("b")),
                            F.lit("b"),
                            F.lit("c"),
                        ),
                    )
                    .otherwise(F.replace(F.col("s"), F.lit("a"), F.lit("b"))),
                    F.lit("x"),
                    F.lit("ab"),
                ),
            )
            .otherwise(
                F.when(
                    F.col("s").contains("b"),
                    F.replace(
                        F.replace(F.col("s"), F.lit("a"), F.lit("b")), F.lit("b"), F.lit("c")
                    ),
                )
                .otherwise(F.replace(F.col("s"), F.lit("a"), F.lit("b")))
            )
            .alias("s"),
        )
        .orderBy("_row"),
        index=["_row"],
        none=["s"],
    )["s"]
)
print(
    to_pandas(
        df.select(
            "_row",
            F.when(
                F.col("s").contains("x"),
                F.replace(F.regexp_replace(F.col("s"), r"\p{Nd}", "#"), F.lit("x"), F.lit("y")),
            )
            .otherwise(F.regexp_replace(F.col("s"), r"\p{Nd}", "#"))
            .alias("s"),
        )
        .orderBy("_row"),
        index=["_row"],
        none=["s"],
    )["s"]
)
print(
    to_pandas(
        df.select(
            "_row",
            F.when(
                F.col("s").contains("x"),
                F.replace(F.regexp_replace(F.col("s"), r"\p{Nd}", "-"), F.lit("x"), F.lit("-")),
            )
            .otherwise(F.regexp_replace(F.col("s"), r"\p{Nd}", "-"))
            .alias("s"),
        )
        .orderBy("_row"),
        index=["_row"],
        none=["s"],
    )["s"]
)
print(
    to_pandas(
        df.select(
            "_row",
            F.regexp_replace(F.col("s"), r"\A(\p{Nd})(\p{Nd})(\n?)\z", "$2$1$3").alias("s"),
        )
        .orderBy("_row"),
        index=["_row"],
        none=["s"],
    )["s"]
)
df = df.withColumn("f", F.coalesce(F.col("v"), F.col("n").cast("double")))
print(to_pandas(df.select("_row", "f").orderBy("_row"), index=["_row"])["f"])
df = df.withColumn("p", F.when(F.col("p").isin(["low", "mid", "high"]), F.col("p")))
print(
    to_pandas(
        df.filter(F.col("p").isin(["mid", "high"])).orderBy("_row"),
        index=["_row"],
        dtypes={"p": ("low", "mid", "high")},
        none=["s"],
    )
)
print(
    *scalars(df.agg(F.count_if(F.col("p").isin(["mid", "high"])), F.avg(F.coalesce(F.col("p").isin(["low", "mid"]), F.lit(False)).cast("int")), F.count_if(F.col("p").isin(["low", "mid"])))),
)
print(
    to_pandas(
        df.select("_row", (~F.col("p").isin(["high"]) | F.col("p").isNull()).alias("p"))
        .orderBy("_row"),
        index=["_row"],
    )["p"]
)
df = df.withColumn("top", F.coalesce(F.col("p").isin(["high"]), F.lit(False)))
print(
    to_pandas(
        df.orderBy("_row"), index=["_row"], dtypes={"p": ("low", "mid", "high")}, none=["s"]
    )
)
