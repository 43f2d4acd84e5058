import pandas as pd

df = pd.DataFrame(
    {"k": ["apple", None, "avocado", "berry", None, "", "äpple"], "v": [1.0, 2.0, None, 4.0, None, 6.0, 7.0], "b": [True, False] * 3 + [True]}
)
starts = df["k"].str.startswith("a")
print(df[df["k"].notnull() & df["k"].str.startswith("a")])
print(df[df["k"].str.startswith("a") & (df["v"] > 0)])
print(df[(df["v"] > 3) | df["k"].str.contains("pp")])
print(df[df["b"] | df["k"].str.endswith("o")])
print((~(df["b"] & df["k"].str.contains("e"))).sum())
print(df[~(df["b"] | df["k"].str.contains("e"))])
print(df[df["k"].str.contains("e") | df["b"]])
short = df["k"].str[5].str.contains("e") | df["k"].str.contains("p")
print(short.sum(), (~short).sum(), df[~(df["k"].str.contains("e") | df["b"])])
print(df[df["k"].str.contains("rr") | df["k"].str.contains("vo") | (df["v"] > 6)])
both = df["k"].str.startswith("a") & df["k"].str.endswith("e")
df["both"] = both
print(df.loc[df["k"].str.len().gt(4) & df["k"].str.isalpha() & df["b"], ["k", "v"]])
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, scalars, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame(
    {"k": ["apple", None, "avocado", "berry", None, "", "äpple"], "v": [1.0, 2.0, None, 4.0, None, 6.0, 7.0], "b": [True, False] * 3 + [True]}
).reset_index(names="_row"))
starts = F.col("k").startswith("a")
print(
    to_pandas(
        df.filter(F.col("k").isNotNull() & F.col("k").startswith("a")).orderBy("_row"),
        index=["_row"],
        none=["k"],
    )
)
print(
    to_pandas(
        df.filter(F.col("k").startswith("a") & (F.col("v") > 0)).orderBy("_row"),
        index=["_row"],
        none=["k"],
    )
)
print(
    to_pandas(
        df.filter((F.col("v") > 3) | F.col("k").contains("pp")).orderBy("_row"),
        index=["_row"],
        none=["k"],
    )
)
print(
    to_pandas(
        df.filter(F.col("b") | F.col("k").endswith("o")).orderBy("_row"),
        index=["_row"],
        none=["k"],
    )
)
print(
    scalar(
        df.agg(F.count_if(~F.col("b") | ~F.coalesce(F.col("k").contains("e"), F.lit(False))))
    )
)
print(
    to_pandas(
        df.filter(~F.col("b") & ~F.coalesce(F.col("k").contains("e"), F.lit(False)))
        .orderBy("_row"),
        index=["_row"],
        none=["k"],
    )
)
print(
    to_pandas(
        df.filter(
            F.when(F.col("k").contains("e").isNotNull(), F.col("k").contains("e") | F.col("b"))
        )
        .orderBy("_row"),
        index=["_row"],
        none=["k"],
    )
)
short = F.coalesce(
    F.when(
        F.nullif(F.substring(F.col("k"), 6, 1), F.lit("")).contains("e").isNotNull(),
        F.nullif(F.substring(F.col("k"), 6, 1), F.lit("")).contains("e")
        | F.col("k").contains("p"),
    ),
    F.lit(False),
)
print(
    *scalars(df.agg(F.count_if(short), F.count_if(~short))),
    to_pandas(
        df.filter(
            ~F.coalesce(
                F.when(
                    F.col("k").contains("e").isNotNull(), F.col("k").contains("e") | F.col("b")
                ),
                F.lit(False),
            )
        )
        .orderBy("_row"),
        index=["_row"],
        none=["k"],
    ),
)
print(
    to_pandas(
        df.filter(
            F.when(
                F.col("k").contains("rr").isNotNull(),
                F.col("k").contains("rr") | F.col("k").contains("vo"),
            )
            | (F.col("v") > 6)
        )
        .orderBy("_row"),
        index=["_row"],
        none=["k"],
    )
)
both = F.coalesce(F.col("k").startswith("a") & F.col("k").endswith("e"), F.lit(False))
df = df.withColumn("both", both)
print(
    to_pandas(
        df.filter(
            (F.char_length(F.col("k")).cast("double") > 4)
            & F.col("k").rlike(r"\A\p{L}+\z")
            & F.col("b")
        )
        .select("_row", "k", "v")
        .orderBy("_row"),
        index=["_row"],
        none=["k"],
    )
)
