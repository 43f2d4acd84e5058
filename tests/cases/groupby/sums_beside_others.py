import numpy as np
import pandas as pd

supplier = pd.DataFrame({"s": [1, 2, 3], "name": ["a", "b", "c"]})
line = pd.DataFrame({"sk": [1, 2, 1, 3], "rev": [0.1, 0.7, 0.6, 0.2]})

# the largest sum is compared with itself in rows of another frame: it is added up once
revenue = line.groupby("sk", as_index=False).agg(total=("rev", "sum"))
top = revenue["total"].max()
joined = supplier.merge(revenue, left_on="s", right_on="sk")
best = joined[joined["total"] == top]

# a mean beside the smallest one, whose groups are taken further
means = line.groupby("sk")["rev"].mean().reset_index()
wide = supplier.merge(means, left_on="s", right_on="sk", how="left")
wide["more"] = wide["rev"] > means["rev"].min()

# sums that are compared with nothing of theirs are not held
plain = line.groupby("sk", as_index=False)["rev"].sum()
large = plain[plain["rev"] > 0.5]

# keys that were missing somewhere are floats, also where groups leave those rows out
line["half"] = pd.qcut(line["rev"].where(line["sk"] < 3), 2, labels=False)
halves = line.groupby("half")["rev"].sum().reset_index()
pairs = line.groupby(["half", line["sk"] == 1])["rev"].sum()
# output
import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import binned, computed_once, lit, quantile_edges, scalar

spark = SparkSession.builder.getOrCreate()

supplier = spark.createDataFrame(
    pd.DataFrame({"s": [1, 2, 3], "name": ["a", "b", "c"]})
)
line = spark.createDataFrame(
    pd.DataFrame({"sk": [1, 2, 1, 3], "rev": [0.1, 0.7, 0.6, 0.2]})
)

# the largest sum is compared with itself in rows of another frame: it is added up once
revenue = computed_once(
    line.groupBy("sk").agg(F.coalesce(F.sum("rev"), F.lit(0.0)).alias("total"))
)
top = scalar(revenue.agg(F.max("total")))
joined = supplier.join(revenue, F.col("s") == F.col("sk"), "inner")
best = joined.filter(F.col("total") == lit(top))

# a mean beside the smallest one, whose groups are taken further
means = computed_once(line.groupBy("sk").agg(F.avg("rev").alias("rev")))
wide = supplier.join(means, F.col("s") == F.col("sk"), "left")
wide = wide.withColumn(
    "more", F.coalesce(F.col("rev") > lit(scalar(means.agg(F.min("rev")))), F.lit(False))
)

# sums that are compared with nothing of theirs are not held
plain = line.groupBy("sk").agg(F.coalesce(F.sum("rev"), F.lit(0.0)).alias("rev"))
large = plain.filter(F.col("rev") > 0.5)

# keys that were missing somewhere are floats, also where groups leave those rows out
line = line.withColumn(
    "half",
    binned(
        F.when(F.col("sk") < 3, F.col("rev")),
        quantile_edges(
            line.select(F.when(F.col("sk") < 3, F.col("rev")).alias("rev")), "rev", 2
        ),
        lowest=True,
    ),
)
halves = (
    line.withColumn("half", F.col("half").cast("double"))
    .dropna(subset=["half"])
    .groupBy("half")
    .agg(F.coalesce(F.sum("rev"), F.lit(0.0)).alias("rev"))
)
pairs = (
    line.withColumn("half", F.col("half").cast("double"))
    .withColumn("_key1", F.col("sk") == 1)
    .dropna(subset=["half"])
    .groupBy("half", F.col("_key1").alias("sk"))
    .agg(F.coalesce(F.sum("rev"), F.lit(0.0)).alias("rev"))
)
