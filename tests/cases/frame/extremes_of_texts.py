"""The first and last of texts in a column that may have missing values, of which this one has none."""

import pandas as pd

films = pd.DataFrame({"kind": ["b", "a", "b", None], "title": ["Zoo", "äh", "", None], "n": [1, 2, 3, 4]})
named = films[films["n"] < 4]
first, last = named["title"].min(), named["title"].max()
print(first, last, named.kind.max())
print(named[["title", "kind"]].min())
none_there = films[films["n"] == 4]["title"].max()
nothing = films[films["n"] > 4]["title"].min()
total = named.agg({"title": "min", "n": "sum"})
print(none_there, nothing)
# output
"""The first and last of texts in a column that may have missing values, of which this one has none."""

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import column_values, extreme_text, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

films = spark.createDataFrame(
    pd.DataFrame({"kind": ["b", "a", "b", None], "title": ["Zoo", "äh", "", None], "n": [1, 2, 3, 4]})
    .reset_index(names="_row")
)
named = films.filter(F.col("n") < 4)
first, last = scalar(named.agg(extreme_text(F.col("title"), F.min))), scalar(named.agg(extreme_text(F.col("title"), F.max)))
print(first, last, scalar(named.agg(extreme_text(F.col("kind"), F.max))))
print(
    column_values(
        named.select("_row", "title", "kind")
        .agg(
            extreme_text(F.col("title"), F.min).alias("title"),
            extreme_text(F.col("kind"), F.min).alias("kind"),
        )
    )
)
none_there = scalar(
    films.filter(F.col("n") == 4).agg(extreme_text(F.col("title"), F.max))
)
nothing = scalar(
    films.filter(F.col("n") > 4).agg(extreme_text(F.col("title"), F.min))
)
total = (
    to_pandas(named.orderBy("_row"), index=["_row"], none=["kind", "title"])
    .agg({"title": "min", "n": "sum"})
)
print(none_there, nothing)
