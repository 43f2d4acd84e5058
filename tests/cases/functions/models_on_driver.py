import pandas as pd
from sklearn.cluster import KMeans
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer

df = pd.DataFrame({"a": [0.0, 1.5, 3.0, 4.5], "b": [4, 1, 2, 9]})
df["y"] = df["a"] * 2 - df["b"]

# a step whose answer depends on the other rows
model = make_pipeline(FunctionTransformer(lambda x: x - x.mean()), LinearRegression()).fit(df[["a", "b"]], df["y"])
df["centred"] = model.predict(df[["a", "b"]])

# groups have whole numbers of 32 bits
other = df[df["a"] > 1].copy()
clusters = KMeans(n_clusters=2, n_init=1, random_state=0)
clusters.fit(other[["a"]])
other["cluster"] = clusters.predict(other[["a"]])
# output
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"a": [0.0, 1.5, 3.0, 4.5], "b": [4, 1, 2, 9]}).reset_index(names="_row")
)
df = df.withColumn("y", F.col("a") * 2 - F.col("b"))

# a step whose answer depends on the other rows
model = (
    make_pipeline(FunctionTransformer(lambda x: x - x.mean()), LinearRegression())
    .fit(
        to_pandas(df.select("_row", "a", "b").orderBy("_row"), index=["_row"]),
        to_pandas(df.select("_row", "y").orderBy("_row"), index=["_row"])["y"],
    )
)
df = to_pandas(df.orderBy("_row"), index=["_row"])
df["centred"] = model.predict(df[["a", "b"]])

# groups have whole numbers of 32 bits
other = df[df["a"] > 1].copy()
clusters = KMeans(n_clusters=2, n_init=1, random_state=0)
clusters.fit(other[["a"]])
other["cluster"] = clusters.predict(other[["a"]])
