import pandas as pd

df = pd.DataFrame({
    "k": ["b", "a", "b", "a", "c", "b"],
    "s": ["x", "y", "y", "x", "x", "z"],
    "n": [3, 1, 2, 3, 1, 3],
    "v": [1.5, -2.0, None, 4.0, 0.0, 2.5],
    "w": [1, 2, 3, 4, 5, 6],
    "c": ["é", "", "a b", "d", "e", "f"],
})

# several columns of values
wide = df.pivot(index="k", columns="s", values=["v", "w"])
print(wide, wide.columns, wide.shape)
print(wide["v"], wide["w"]["x"], wide[("v", "y")])
print(wide.fillna(0).head(2))
wide.columns = [f"{a}_{b}" for a, b in wide.columns]
print(wide.reset_index())
rest = df[["k", "s", "v"]].pivot(index="k", columns="s")
rest.columns = rest.columns.droplevel(0)
print(rest)

# all columns of a frame with two index levels
both = df.groupby(["k", "n"])[["v", "w"]].agg("sum").unstack()
print(both, both["w"])
stats = df.groupby(["k", "s"]).agg(low=("v", "min"), rows=("w", "size")).unstack(fill_value=0)
stats.columns = ["_".join(c) for c in stats.columns]
print(stats)
texts = df.set_index(["k", "s"])[["c"]].unstack("k")
print(texts, texts.droplevel(0, axis=1))
print(both.sum(), both.stack())

# numbers for names
few = df[["v", "w"]].head(3)
few.columns = [0, 1]
few[2] = few[0] * few[1]
print(few, few[0].max())
few[1] = few[1] + 1
few["text"] = "é"
print(few, few.columns)

# values that become columns are those at hand
some = df[df["s"] != "z"]
print(pd.get_dummies(some["s"]), pd.get_dummies(some[["v", "s"]], drop_first=True))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import pivot, require_values, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(pd.DataFrame({
    "k": ["b", "a", "b", "a", "c", "b"],
    "s": ["x", "y", "y", "x", "x", "z"],
    "n": [3, 1, 2, 3, 1, 3],
    "v": [1.5, -2.0, None, 4.0, 0.0, 2.5],
    "w": [1, 2, 3, 4, 5, 6],
    "c": ["é", "", "a b", "d", "e", "f"],
}).reset_index(names="_row"))

# several columns of values
wide = pivot(
    df.withColumn("w", F.col("w").cast("double")), ["k"], "s", ["v", "w"], ["x", "y", "z"]
).cache()
print(
    to_pandas(wide.orderBy("k"), index=["k"]).set_axis(
        pd.MultiIndex.from_product([["v", "w"], ["x", "y", "z"]], names=[None, "s"]), axis=1
    ),
    pd.MultiIndex.from_product([["v", "w"], ["x", "y", "z"]], names=[None, "s"]),
    (wide.count(), 6),
)
print(
    to_pandas(
        wide.select("k", "v_x", "v_y", "v_z")
        .withColumnsRenamed({"v_x": "x", "v_y": "y", "v_z": "z"})
        .orderBy("k"),
        index=["k"],
    )
    .rename_axis(columns="s"),
    to_pandas(
        wide.select("k", "w_x", "w_y", "w_z")
        .withColumnsRenamed({"w_x": "x", "w_y": "y", "w_z": "z"})
        .select("k", "x")
        .orderBy("k"),
        index=["k"],
    )["x"],
    to_pandas(wide.select("k", "v_y").orderBy("k"), index=["k"])["v_y"].rename(("v", "y")),
)
print(
    to_pandas(
        wide.withColumns({
            "v_x": F.coalesce(F.col("v_x"), F.lit(0)),
            "v_y": F.coalesce(F.col("v_y"), F.lit(0)),
            "v_z": F.coalesce(F.col("v_z"), F.lit(0)),
            "w_x": F.coalesce(F.col("w_x"), F.lit(0)),
            "w_y": F.coalesce(F.col("w_y"), F.lit(0)),
            "w_z": F.coalesce(F.col("w_z"), F.lit(0)),
        })
        .orderBy("k")
        .limit(2),
        index=["k"],
    )
    .set_axis(
        pd.MultiIndex.from_product([["v", "w"], ["x", "y", "z"]], names=[None, "s"]), axis=1
    )
)
print(to_pandas(wide.orderBy("k")))
rest = pivot(df.select("_row", "k", "s", "v"), ["k"], "s", ["v"], ["x", "y", "z"])
rest = rest.withColumnsRenamed({"v_x": "x", "v_y": "y", "v_z": "z"})
print(to_pandas(rest.orderBy("k"), index=["k"]).rename_axis(columns="s"))

# all columns of a frame with two index levels
both = pivot(
    df.dropna(subset=["k"])
    .groupBy("k", "n")
    .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"), F.sum("w").alias("w"))
    .withColumn("w", F.col("w").cast("double")),
    ["k"],
    "n",
    ["v", "w"],
    [1, 2, 3],
).cache()
print(
    to_pandas(both.orderBy("k"), index=["k"]).set_axis(
        pd.MultiIndex.from_product([["v", "w"], [1, 2, 3]], names=[None, "n"]), axis=1
    ),
    to_pandas(
        both.select("k", "w_1", "w_2", "w_3")
        .withColumnsRenamed({"w_1": "1", "w_2": "2", "w_3": "3"})
        .orderBy("k"),
        index=["k"],
    )
    .set_axis(pd.Index([1, 2, 3], name="n"), axis=1),
)
stats = (
    to_pandas(
        df.dropna(subset=["k", "s"])
        .groupBy("k", "s")
        .agg(F.min("v").alias("low"), F.count("*").alias("rows"))
        .orderBy("k", "s"),
        index=["k", "s"],
    )
    .unstack(fill_value=0)
)
stats.columns = ["_".join(c) for c in stats.columns]
print(stats)
texts = (
    to_pandas(
        df.select("k", "s", "_row", "n", "v", "w", "c")
        .select("k", "s", "_row", "c")
        .orderBy("_row")
        .drop("_row"),
        index=["k", "s"],
    )
    .unstack("k")
)
print(texts, texts.droplevel(0, axis=1))
print(
    to_pandas(both.orderBy("k"), index=["k"])
    .set_axis(pd.MultiIndex.from_product([["v", "w"], [1, 2, 3]], names=[None, "n"]), axis=1)
    .sum(),
    to_pandas(both.orderBy("k"), index=["k"])
    .set_axis(pd.MultiIndex.from_product([["v", "w"], [1, 2, 3]], names=[None, "n"]), axis=1)
    .stack(),
)

# numbers for names
few = df.select("_row", "v", "w").orderBy("_row").limit(3)
few = few.withColumnsRenamed({"v": "0", "w": "1"})
few = few.withColumn("2", F.col("0") * F.col("1")).cache()
print(
    to_pandas(few, index=["_row"]).set_axis(pd.Index([0, 1, 2]), axis=1),
    scalar(few.agg(F.max("0"))),
)
few = few.withColumn("1", F.col("1") + 1)
few = few.withColumn("text", F.lit("é"))
print(
    to_pandas(few, index=["_row"]).set_axis(pd.Index([0, 1, 2, "text"]), axis=1),
    pd.Index([0, 1, 2, "text"]),
)

# values that become columns are those at hand
some = df.filter(~F.col("s").eqNullSafe("z"))
print(
    to_pandas(
        require_values(some, {"s": ["x", "y"]})
        .select(
            "_row", F.col("s").eqNullSafe("x").alias("x"), F.col("s").eqNullSafe("y").alias("y")
        )
        .orderBy("_row"),
        index=["_row"],
    ),
    to_pandas(
        require_values(some.select("_row", "v", "s"), {"s": ["x", "y"]})
        .withColumn("s_y", F.col("s").eqNullSafe("y"))
        .drop("s")
        .orderBy("_row"),
        index=["_row"],
    ),
)
