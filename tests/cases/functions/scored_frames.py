import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import HistGradientBoostingRegressor, RandomForestClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

df = pd.DataFrame({
    "kind": ["home", "shop", "öl", "home", "shop"] * 8,
    "a": [0.0, 1.5, 3.0, 4.5, 6.0, 7.5, 9.0, 10.5] * 5,
    "b": [0, 1, 2, 3, 4] * 8,
    "gap": [None, 0.5, 1.5, -2.0, np.nan, 4.0, 8.0, 2.5] * 5,
})
df["y"] = df["a"] * 2 - df["b"] + 1
df["big"] = (df["y"] > 5).astype(int)

features = ["a", "b"]
linear = LinearRegression()
linear.fit(df[features], df["y"])
df["linear"] = linear.predict(df[features])

# columns in the order of the fit, not of the frame
again = LinearRegression().fit(df[["b", "a"]], df["y"])
df["again"] = again.predict(df[["b", "a"]])

forest = RandomForestClassifier(n_estimators=5, random_state=0).fit(df[features], df["big"])
df["label"] = forest.predict(df[features])
df["p"] = forest.predict_proba(df[features])[:, 1]

# missing values, which this model knows
trees = HistGradientBoostingRegressor(max_iter=5, random_state=0).fit(df[["gap", "b"]], df["y"])
df["trees"] = trees.predict(df[["gap", "b"]])

encoded = ColumnTransformer([("kind", OneHotEncoder(), ["kind"]), ("numbers", StandardScaler(), ["a", "b"])])
pipeline = Pipeline([("encode", encoded), ("model", LogisticRegression())])
pipeline.fit(df[["kind", "a", "b"]], df["big"])
df["q"] = pipeline.predict_proba(df[["kind", "a", "b"]])[:, 0]
some = df[df["a"] > 3].copy()
scaled = make_pipeline(StandardScaler(), LinearRegression())
scaled.fit(df[features], df["y"])
some["linear"] = scaled.predict(some[features])
mean = df["p"].mean()
by_kind = df.groupby("kind")["linear"].mean()
# a model that is fitted again later scored as it was
linear.fit(df[features], df["y"] * 10)
df["later"] = linear.predict(df[features])
# output
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import HistGradientBoostingRegressor, RandomForestClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import predicted, probability, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "kind": ["home", "shop", "öl", "home", "shop"] * 8,
    "a": [0.0, 1.5, 3.0, 4.5, 6.0, 7.5, 9.0, 10.5] * 5,
    "b": [0, 1, 2, 3, 4] * 8,
    "gap": [None, 0.5, 1.5, -2.0, np.nan, 4.0, 8.0, 2.5] * 5,
}).reset_index(names="_row"))
df = df.withColumn("y", F.col("a") * 2 - F.col("b") + 1)
df = df.withColumn("big", F.coalesce(F.col("y") > 5, F.lit(False)).cast("bigint"))

features = ["a", "b"]
linear = LinearRegression()
linear.fit(
    to_pandas(df.select("_row", "a", "b").orderBy("_row"), index=["_row"]),
    to_pandas(df.select("_row", "y").orderBy("_row"), index=["_row"])["y"],
)
df = df.withColumn("linear", predicted(linear, ["a", "b"]))

# columns in the order of the fit, not of the frame
again = LinearRegression().fit(
    to_pandas(df.select("_row", "b", "a").orderBy("_row"), index=["_row"]),
    to_pandas(df.select("_row", "y").orderBy("_row"), index=["_row"])["y"],
)
df = df.withColumn("again", predicted(again, ["b", "a"]))

forest = (
    RandomForestClassifier(n_estimators=5, random_state=0)
    .fit(
        to_pandas(df.select("_row", "a", "b").orderBy("_row"), index=["_row"]),
        to_pandas(df.select("_row", "big").orderBy("_row"), index=["_row"])["big"],
    )
)
df = df.withColumn("label", predicted(forest, ["a", "b"], result="bigint"))
df = df.withColumn("p", probability(forest, ["a", "b"], 1))

# missing values, which this model knows
trees = (
    HistGradientBoostingRegressor(max_iter=5, random_state=0)
    .fit(
        to_pandas(df.select("_row", "gap", "b").orderBy("_row"), index=["_row"]),
        to_pandas(df.select("_row", "y").orderBy("_row"), index=["_row"])["y"],
    )
)
df = df.withColumn("trees", predicted(trees, ["gap", "b"]))

encoded = ColumnTransformer([("kind", OneHotEncoder(), ["kind"]), ("numbers", StandardScaler(), ["a", "b"])])
pipeline = Pipeline([("encode", encoded), ("model", LogisticRegression())])
pipeline.fit(
    to_pandas(df.select("_row", "kind", "a", "b").orderBy("_row"), index=["_row"]),
    to_pandas(df.select("_row", "big").orderBy("_row"), index=["_row"])["big"],
)
df = df.withColumn("q", probability(pipeline, ["kind", "a", "b"], 0))
some = df.filter(F.col("a") > 3)
scaled = make_pipeline(StandardScaler(), LinearRegression())
scaled.fit(
    to_pandas(df.select("_row", "a", "b").orderBy("_row"), index=["_row"]),
    to_pandas(df.select("_row", "y").orderBy("_row"), index=["_row"])["y"],
)
some = some.withColumn("linear", predicted(scaled, ["a", "b"]))
mean = scalar(df.agg(F.avg("p")))
by_kind = (
    df.dropna(subset=["kind"])
    .groupBy("kind")
    .agg(F.avg("linear").alias("linear"))
)
# a model that is fitted again later scored as it was
linear.fit(
    to_pandas(df.select("_row", "a", "b").orderBy("_row"), index=["_row"]),
    to_pandas(
        df.select("_row", (F.col("y") * 10).alias("y")).orderBy("_row"), index=["_row"]
    )["y"],
)
df = df.withColumn("later", predicted(linear, ["a", "b"]))
