import numpy as np
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
by_key = df.set_index("k")
some = by_key.loc[["c", "a"]]
cells = by_key.loc[["b", "a"], "v"]
twice = by_key.loc["a"]
once = by_key.loc["b", "n"]
by_text = df.assign(z=df["k"]).set_index("k")
cell = by_text.loc["b", "n"]
best = df.loc[df["v"].idxmax()]
where = df.loc[df["n"].idxmin(), "v"]
few = df.loc[[2, 0], ["n", "k"]]
upto = df.loc[:2, "k":"v"]
shown = by_key.sort_index()
span = shown.loc["a":"b"]
days = pd.date_range("2020-01-30", periods=5, freq="D")
daily = pd.DataFrame({"x": [1.0, 2.0, np.nan, 4.0, 5.0], "g": list("ababa")}, index=days)
month = daily.loc["2020-02"]
later = daily["2020-01-31":"2020-02-01"]
values = daily.loc["2020-02-01":, "x"]
stamp = daily.loc[pd.Timestamp("2020-01-31"), "x"]
two = df.set_index(["k", "n"])
group = two.loc["a"]
exact = two.loc[("c", 2)]
whole = two.loc[("c", 2), :]
lists = two.sort_index().loc[["a", "c"]]
mixed = two.sort_index().loc[("a", [3, -1]), "v"]
first = df.loc[df["n"] > 0].iloc[0]
part = df.loc[1, ["n", "k"]]
span_of_row = by_key.loc["b", "v":"n"]
# Series
s = pd.Series([0.25, 0.5, 0.75, 1.0], index=["a", "b", "c", "d"])
print(s["b"], s.loc["d"], s.iloc[-1], s.iat[0], df["n"][2])
middle = s["b":"c"]
chosen = s[["d", "a"]]
high = s[s > 0.4]
tail = s[1:]
named = df["v"].loc[1:2]
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, rows_labelled, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", "c", "a"], "v": [1.5, np.nan, 0.0, -2.0], "n": [3, 0, 2, -1]})
    .reset_index(names="_row")
)
by_key = df.select("k", "_row", "v", "n")
some = rows_labelled(by_key, "k", ["c", "a"])
cells = rows_labelled(by_key, "k", ["b", "a"]).select("k", "_row", "_place", "v")
twice = to_pandas(
    by_key.filter(F.col("k") == "a").orderBy("_row").drop("_row"), index=["k"]
).loc["a"]
once = to_pandas(by_key.orderBy("_row").drop("_row"), index=["k"]).loc["b", "n"]
by_text = df.withColumn("z", F.col("k")).select("k", "_row", "v", "n", "z")
cell = to_pandas(
    by_text.filter(F.col("k") == "b").orderBy("_row").drop("_row"), index=["k"]
).loc["b", "n"]
best = to_pandas(
    df.filter(
        F.col("_row")
        == lit(
            scalar(
                df.select("_row", "v")
                .orderBy(F.col("v").desc_nulls_last(), "_row")
                .limit(1)
                .select(F.when(F.col("v").isNotNull(), F.col("_row")))
            )
            .item()
        )
    )
    .orderBy("_row"),
    index=["_row"],
).iloc[0]
where = scalar(
    df.filter(
        F.col("_row")
        == lit(
            scalar(df.select("_row", "n").orderBy("n", "_row").limit(1).select("_row")).item()
        )
    )
    .select("v")
)
few = rows_labelled(df, "_row", [2, 0]).select("_row", "_place", "n", "k")
upto = df.filter(F.col("_row") <= 2).select("_row", "k", "v")
shown = by_key.orderBy(F.col("k").asc_nulls_last(), "_row")
span = shown.filter(F.col("k").between("a", "b"))
days = pd.date_range("2020-01-30", periods=5, freq="D")
daily = spark.createDataFrame(
    pd.DataFrame({"x": [1.0, 2.0, np.nan, 4.0, 5.0], "g": list("ababa")}, index=days)
    .reset_index()
)
month = daily.filter(
    (F.col("index") >= F.lit("2020-02-01").cast("timestamp_ntz"))
    & (F.col("index") < F.lit("2020-03-01").cast("timestamp_ntz"))
)
later = daily.filter(
    (F.col("index") >= F.lit("2020-01-31").cast("timestamp_ntz"))
    & (F.col("index") < F.lit("2020-02-02").cast("timestamp_ntz"))
)
values = (
    daily.filter(F.col("index") >= F.lit("2020-02-01").cast("timestamp_ntz"))
    .select("index", "x")
)
stamp = scalar(
    daily.filter(F.col("index") == F.lit("2020-01-31 00:00:00").cast("timestamp_ntz"))
    .select("x")
)
two = df.select("k", "n", "_row", "v")
group = to_pandas(
    two.filter(F.col("k") == "a").orderBy("_row").drop("_row"), index=["k", "n"]
).loc["a"]
exact = to_pandas(
    two.filter(F.col("k") == "c").filter(F.col("n") == 2).orderBy("_row").drop("_row"),
    index=["k", "n"],
).loc["c", 2]
whole = to_pandas(
    two.filter(F.col("k") == "c").filter(F.col("n") == 2).orderBy("_row").drop("_row"),
    index=["k", "n"],
).loc[("c", 2), :]
lists = to_pandas(
    two.orderBy(F.col("k").asc_nulls_last(), "n", "_row")
    .filter(F.col("k").isin(["a", "c"]))
    .drop("_row"),
    index=["k", "n"],
).loc[["a", "c"]]
mixed = to_pandas(
    two.orderBy(F.col("k").asc_nulls_last(), "n", "_row")
    .filter(F.col("k") == "a")
    .filter(F.col("n").isin([3, -1]))
    .drop("_row"),
    index=["k", "n"],
).loc[("a", [3, -1]), "v"]
first = to_pandas(
    df.filter(F.col("n") > 0).orderBy("_row").limit(1), index=["_row"]
).iloc[0]
part = to_pandas(
    df.filter(F.col("_row") == 1).orderBy("_row"), index=["_row"]
).iloc[0].loc[["n", "k"]]
span_of_row = to_pandas(
    by_key.filter(F.col("k") == "b").orderBy("_row").drop("_row"), index=["k"]
).loc["b", ["v", "n"]]
# Series
s = spark.createDataFrame(
    pd.Series([0.25, 0.5, 0.75, 1.0], index=["a", "b", "c", "d"])
    .to_frame("value")
    .reset_index()
)
print(
    scalar(s.filter(F.col("index") == "b").select("value")),
    scalar(s.filter(F.col("index") == "d").select("value")),
    scalar(s.orderBy(F.col("index").desc()).limit(1).select("value")),
    scalar(s.orderBy("index").limit(1).select("value")),
    scalar(df.select("_row", "n").filter(F.col("_row") == 2).select("n")),
)
middle = s.filter(F.col("index").between("b", "c"))
chosen = rows_labelled(s, "index", ["d", "a"])
high = s.filter(F.col("value") > 0.4)
tail = s.orderBy("index").offset(1)
named = df.select("_row", "v").filter(F.col("_row").between(1, 2))
