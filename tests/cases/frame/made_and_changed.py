import pandas as pd

labelled = [pd.DataFrame({"k": ["x", "y"], "v": [1, 2]}).set_index("k")]
print(labelled)
table = pd.DataFrame({"k": ["x", "y"], "v": [1, 2]}).set_index("k")["v"].to_dict()
rows = pd.DataFrame({"k": ["x", "y"], "v": [1, 2]}).set_index("k").to_dict("index")
pairs = [pd.DataFrame({"a": [1, 2], "b": [3, 4], "c": ["p", "q"]}).set_index(["a", "b"])["c"]]
print(pairs)
named = [pd.Series([1, 2], name="old").rename("new"), pd.Series([1, 2]).rename("x")]
print(named)
parts = {"frame": pd.Series([1, 2], name="k").to_frame(), "column": pd.Series([1, 2], name="k")}
print(parts)
# output
import pandas as pd
from pyspark.sql import SparkSession
from pandas_parity import to_pandas

spark = SparkSession.builder.getOrCreate()

labelled = [
    spark.createDataFrame(
        pd.DataFrame({"k": ["x", "y"], "v": [1, 2]}).reset_index(names="_row")
    )
    .select("k", "_row", "v")
]
print([to_pandas(labelled[0].orderBy("_row").drop("_row"), index=["k"])])
table = (
    to_pandas(
        spark.createDataFrame(
            pd.DataFrame({"k": ["x", "y"], "v": [1, 2]}).reset_index(names="_row")
        )
        .select("k", "_row", "v")
        .orderBy("_row")
        .drop("_row"),
        index=["k"],
    )["v"]
    .to_dict()
)
rows = (
    to_pandas(
        spark.createDataFrame(
            pd.DataFrame({"k": ["x", "y"], "v": [1, 2]}).reset_index(names="_row")
        )
        .select("k", "_row", "v")
        .orderBy("_row")
        .drop("_row"),
        index=["k"],
    )
    .to_dict("index")
)
pairs = [
    to_pandas(
        spark.createDataFrame(
            pd.DataFrame({"a": [1, 2], "b": [3, 4], "c": ["p", "q"]}).reset_index(names="_row")
        )
        .select("a", "b", "_row", "c")
        .orderBy("_row")
        .drop("_row"),
        index=["a", "b"],
    )["c"]
]
print(pairs)
named = [
    to_pandas(
        spark.createDataFrame(
            pd.Series([1, 2], name="old").to_frame().reset_index(names="_row")
        )
        .orderBy("_row"),
        index=["_row"],
    )["old"]
    .rename("new"),
    to_pandas(
        spark.createDataFrame(pd.Series([1, 2]).to_frame("value").reset_index(names="_row"))
        .orderBy("_row"),
        index=["_row"],
    )["value"]
    .rename("x"),
]
print(named)
parts = {
    "frame": spark.createDataFrame(
        pd.Series([1, 2], name="k").to_frame().reset_index(names="_row")
    ),
    "column": pd.Series([1, 2], name="k"),
}
print({
    "frame": to_pandas(parts["frame"].orderBy("_row"), index=["_row"]),
    "column": parts["column"],
})
