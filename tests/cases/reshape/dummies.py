import pandas as pd

orders = pd.DataFrame({"size": ["m", "s", None, "m"], "n": [1, 2, 3, 1], "paid": [True, False, True, True]})

coded = pd.get_dummies(orders, columns=["size", "n"], drop_first=True)
wide = pd.concat([orders, pd.get_dummies(orders["size"], prefix="size", dtype=int)], axis=1)
rest = pd.concat([orders.drop("size", axis=1), pd.get_dummies(orders["size"])], axis=1)
held = pd.get_dummies(orders["size"], prefix="is")
joined = pd.concat([orders, held], axis=1)
few = orders[orders["n"] > 1]
print(pd.get_dummies(few["size"]))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import require_values, to_pandas

spark = SparkSession.builder.getOrCreate()

orders = spark.createDataFrame(
    pd.DataFrame({"size": ["m", "s", None, "m"], "n": [1, 2, 3, 1], "paid": [True, False, True, True]})
    .reset_index(names="_row")
)

coded = (
    require_values(orders, {"size": ["m", "s"], "n": [1, 2, 3]})
    .withColumns({
        "size_s": F.col("size").eqNullSafe("s"),
        "n_2": F.col("n") == 2,
        "n_3": F.col("n") == 3,
    })
    .drop("size", "n")
)
wide = require_values(orders, {"size": ["m", "s"]}).select(
    "_row",
    "size",
    "n",
    "paid",
    F.col("size").eqNullSafe("m").cast("bigint").alias("size_m"),
    F.col("size").eqNullSafe("s").cast("bigint").alias("size_s"),
)
rest = require_values(orders, {"size": ["m", "s"]}).select(
    "_row",
    "n",
    "paid",
    F.col("size").eqNullSafe("m").alias("m"),
    F.col("size").eqNullSafe("s").alias("s"),
)
held = require_values(orders, {"size": ["m", "s"]}).select(
    "_row",
    F.col("size").eqNullSafe("m").alias("is_m"),
    F.col("size").eqNullSafe("s").alias("is_s"),
)
joined = require_values(orders, {"size": ["m", "s"]}).select(
    "_row",
    "size",
    "n",
    "paid",
    F.col("size").eqNullSafe("m").alias("is_m"),
    F.col("size").eqNullSafe("s").alias("is_s"),
)
few = orders.filter(F.col("n") > 1)
print(
    to_pandas(
        require_values(few, {"size": ["s"]})
        .select("_row", F.col("size").eqNullSafe("s").alias("s"))
        .orderBy("_row"),
        index=["_row"],
    )
)
