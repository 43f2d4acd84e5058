import pandas as pd

df = pd.DataFrame({
    "t": pd.to_datetime(["2024-01-31", "2024-02-29", None, "2023-12-31", "2024-01-31"]),
    "n": [5, -3, 5, 0, 7],
})
by_time = df.dropna(subset=["t"]).set_index("t").sort_index()
print(by_time["n"].rolling("60D").sum())
alone = by_time[by_time["n"] != 7]
print(alone["n"].rolling("60D").sum())
# output
import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import over_time, to_pandas

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "t": pd.to_datetime(["2024-01-31", "2024-02-29", None, "2023-12-31", "2024-01-31"]),
    "n": [5, -3, 5, 0, 7],
}).reset_index(names="_row"))
by_time = df.dropna(subset=["t"]).select("t", "_row", "n").orderBy("t", "_row").cache()
print(to_pandas(by_time.drop("_row"), index=["t"])["n"].rolling("60D").sum())
alone = by_time.filter(F.col("n") != 7)
print(
    to_pandas(
        alone.select(
            "t",
            "_row",
            over_time(F.sum, "n", "t", Window.orderBy("t", "_row"), 5184000)
            .cast("double")
            .alias("n"),
        )
        .orderBy("t", "_row")
        .drop("_row"),
        index=["t"],
    )["n"]
)
