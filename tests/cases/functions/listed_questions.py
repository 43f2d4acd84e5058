import pandas as pd

hits = pd.DataFrame({
    "url": ["a", None, "google", "b"], "title": ["x", "y", None, "x"], "n": [1, 2, 2, 0],
    "t": pd.to_datetime(["2020-01-01", "2020-01-01", "2020-01-03", "2020-01-02"]),
})
for col in hits.columns:
    if hits[col].dtype == "O":
        hits[col] = hits[col].astype(str)

questions = (
    ("rows", lambda x: x.shape[0]),
    ("found", lambda x: x[x["url"].str.contains("google")].shape[0]),
    ("days", lambda x: x[x["n"] > 0].groupby(pd.Grouper(key="t", freq="D")).size()),
    ("less", lambda x: x.assign(**{f"n_{i}": x["n"] - i for i in range(2)}).groupby(["n", "n_1"]).size()),
    ("most", lambda x: x[x["title"] != ""].groupby("title")["n"].sum().nlargest(1)),
)
for name, question in questions:
    print(name, question(hits))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import every_period, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

hits = spark.createDataFrame(pd.DataFrame({
    "url": ["a", None, "google", "b"], "title": ["x", "y", None, "x"], "n": [1, 2, 2, 0],
    "t": pd.to_datetime(["2020-01-01", "2020-01-01", "2020-01-03", "2020-01-02"]),
}).reset_index(names="_row"))
for col in ["url", "title", "n", "t"]:
    if col in ["url", "title"]:
        hits = hits.withColumn(col, F.coalesce(F.col(col), F.lit("None")))

questions = (
    ("rows", lambda x: x.count()),
    ("found", lambda x: x.filter(F.col("url").contains("google")).count()),
    ("days", lambda x: (
        to_pandas(
            every_period(
                x.filter(F.col("n") > 0)
                .dropna(subset=["t"])
                .groupBy(F.col("t").cast("date").alias("t"))
                .agg(F.count("*").alias("url")),
                "t",
                "1 day",
            )
            .fillna(0, subset=["url"])
            .withColumn("t", F.col("t").cast("timestamp_ntz"))
            .orderBy("t"),
            index=["t"],
            freq="D",
        )["url"]
        .rename(None)
    )),
    ("less", lambda x: (
        to_pandas(x.orderBy("_row"), index=["_row"])
        .assign(
            **{f"n_{i}": to_pandas(x.select("_row", "n").orderBy("_row"), index=["_row"])["n"] - i for i in range(2)}
        )
        .groupby(["n", "n_1"])
        .size()
    )),
    ("most", lambda x: to_pandas(
        x.filter(~F.col("title").eqNullSafe(""))
        .dropna(subset=["title"])
        .groupBy("title")
        .agg(F.coalesce(F.sum("n"), F.lit(0)).alias("n"))
        .orderBy(F.col("n").desc(), "title")
        .limit(1),
        index=["title"],
    )["n"]),
)
for name, question in questions:
    print(name, question(hits))
