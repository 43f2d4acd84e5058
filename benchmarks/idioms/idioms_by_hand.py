"""The idioms of ``idioms.py`` as an expert of Spark writes them."""

import pandas as pd
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()
sales = spark.read.parquet("sales.parquet")
stores = spark.read.parquet("stores.parquet")


def total(name):
    """A sum that is 0, as in pandas, where every value is missing."""
    return F.coalesce(F.sum(name), F.lit(0.0)).alias(name)


def known(frame, *names):
    """The rows of groups that pandas knows: those whose keys are there."""
    return frame.dropna(subset=list(names))


# --- read_csv
schema = "sale BIGINT, day STRING, store STRING, product BIGINT, price DOUBLE, quantity BIGINT, note STRING, code BIGINT"
read = spark.read.csv("sales.csv", header=True, schema=f"{schema}, online BOOLEAN")
result = read.agg(F.sum("quantity")).first()[0]

# --- len
result = sales.count()

# --- several statistics
wanted = F.avg("price"), F.stddev("price"), F.min("price"), F.max("price"), F.count("*"), F.sum("quantity")
result = list(sales.agg(*wanted).first())

# --- describe
wanted = {
    "count": F.count, "mean": F.avg, "std": F.stddev, "min": F.min, "25%": lambda c: F.percentile(c, 0.25),
    "50%": F.median, "75%": lambda c: F.percentile(c, 0.75), "max": F.max,
}
names = ["price", "quantity"]
found = list(sales.agg(*(function(name) for name in names for function in wanted.values())).first())
result = pd.DataFrame({name: found[i * 8 : i * 8 + 8] for i, name in enumerate(names)}, index=list(wanted))

# --- sum of a column
result = sales.agg(F.sum("price")).first()[0]

# --- mean of columns
result = sales.agg(*(F.avg(c).alias(c) for c in ("price", "quantity", "product"))).toPandas().iloc[0]

# --- median
result = sales.agg(F.median("price")).first()[0]

# --- missing by column
result = sales.agg(*(F.count_if(F.col(c).isNull()).alias(c) for c in sales.columns)).toPandas().iloc[0]

# --- nunique
result = sales.agg(F.countDistinct("product")).first()[0]

# --- unique
result = [row[0] for row in sales.select("store").dropna().distinct().collect()]

# --- value_counts
result = known(sales, "store").groupBy("store").count().orderBy(F.col("count").desc())

# --- value_counts first
result = sales.groupBy("note").count().orderBy(F.col("count").desc()).limit(3)

# --- corr
names = ["price", "quantity", "product"]
found = sales.agg(*(F.corr(a, b) for a in names for b in names)).first()
result = pd.DataFrame([found[i * 3 : i * 3 + 3] for i in range(3)], index=names, columns=names)

# --- head
result = sales.limit(10)

# --- filter
result = sales.filter(F.col("price") > 50)

# --- two conditions
result = sales.filter((F.col("price") > 50) & (F.col("store") == "store 007") | (F.col("quantity") < 2))

# --- query
result = sales.filter("price > 50 and quantity < 5")

# --- isin
result = sales.filter(F.col("product").isin(1, 20, 300, 4000))

# --- filter then count
result = sales.filter(F.col("price").isNull()).count()

# --- filter by mean
result = sales.filter(F.col("price") > sales.agg(F.avg("price")).first()[0])

# --- arithmetic
result = sales.withColumn("total", F.col("price") * F.col("quantity"))

# --- loc with mask
result = sales.withColumn("price", F.when(F.col("quantity") > 10, 0.0).otherwise(F.col("price")))

# --- fillna
result = sales.fillna({"price": sales.agg(F.avg("price")).first()[0]})

# --- dropna
result = sales.dropna()

# --- astype
result = sales.withColumn("code", F.col("code").cast("bigint"))

# --- to_numeric
result = sales.withColumn("code", F.col("code").try_cast("bigint"))

# --- apply lambda
result = sales.withColumn("level", F.when(F.col("price") > 100, "high").otherwise("low"))

# --- where
result = sales.withColumn("level", F.when(F.col("quantity") > 10, "many").otherwise("few"))

# --- map with dict
result = sales.withColumn("kind", F.when(F.col("note") == "gift", "free").when(F.col("note") == "RETURNED", "back"))

# --- replace
result = sales.replace({"gift": "free", "RETURNED": "back"}, subset=["note"])

# --- strip and lower
result = sales.withColumn("note", F.lower(F.trim("note")))

# --- contains
result = sales.filter(F.lower("note").contains("paid"))

# --- year and month
result = sales.withColumns({"year": F.year("day"), "month": F.month("day")})

# --- cut
price = F.col("price")
band = F.when((price > 0) & (price <= 20), "low").when((price > 20) & (price <= 50), "middle")
banded = sales.withColumn("band", band.when((price > 50) & (price <= 100), "high"))
result = known(banded, "band").groupBy("band").agg(F.sum("quantity").alias("quantity"))

# --- rename and drop
result = sales.withColumnRenamed("price", "unit_price").drop("note", "code")

# --- get_dummies
kinds = sorted(row[0] for row in sales.select("note").distinct().collect())
result = sales.select(*(c for c in sales.columns if c != "note"), *((F.col("note") == k).alias(f"note_{k}") for k in kinds))

# --- sort_values
result = sales.orderBy("store", "price")

# --- sort_values head
result = sales.orderBy(F.col("price").desc_nulls_last()).limit(10)

# --- nlargest
result = sales.orderBy(F.col("price").desc_nulls_last()).limit(10)

# --- drop_duplicates
result = sales.select("store", "product").distinct()

# --- drop_duplicates subset
place = F.row_number().over(Window.partitionBy("store").orderBy(F.monotonically_increasing_id()))
result = sales.withColumn("place", place).filter("place = 1").drop("place")

# --- groupby sum
result = known(sales, "store").groupBy("store").agg(total("price"))

# --- groupby agg
wanted = total("price").alias("total"), F.avg("price").alias("mean"), F.count("sale").alias("rows")
result = known(sales, "store").groupBy("store").agg(*wanted)

# --- groupby two keys
result = known(sales, "store").groupBy("store", "product").agg(F.sum("quantity").alias("quantity"))

# --- groupby size sorted
result = sales.groupBy("product").agg(F.count("*").alias("rows")).orderBy(F.col("rows").desc())

# --- groupby apply
earned = F.sum(F.col("price") * F.col("quantity"))
result = known(sales, "store").groupBy("store").agg(F.coalesce(earned, F.lit(0.0)).alias("earned"))

# --- groupby transform
result = sales.withColumn("share", F.col("price") / F.sum("price").over(Window.partitionBy("product")))

# --- groupby nunique
result = known(sales, "store").groupBy("store").agg(F.countDistinct("product").alias("product"))

# --- pivot_table
result = known(sales, "store", "note").groupBy("store").pivot("note").agg(F.avg("price"))

# --- crosstab
result = known(sales, "store").groupBy("store").pivot("online", [False, True]).count().fillna(0)

# --- resample
result = sales.groupBy(F.last_day("day").cast("timestamp_ntz").alias("day")).agg(total("price")).orderBy("day")

# --- merge
result = sales.join(stores, "store").select(*sales.columns, "region", "area")

# --- merge left
result = sales.join(stores, "store", "left").select(*sales.columns, "region", "area")

# --- merge then groupby
result = sales.join(stores, "store").groupBy("region").agg(F.avg("price").alias("price"))

# --- concat
result = sales.unionAll(sales)

# --- melt
narrow = sales.select("sale", "price", F.col("quantity").cast("double").alias("quantity"))
result = narrow.unpivot("sale", ["price", "quantity"], "variable", "value")

# --- cumsum
result = sales.withColumn("running", F.sum("quantity").over(Window.orderBy(F.monotonically_increasing_id())))

# --- shift by group
before = F.lag("price").over(Window.partitionBy("store").orderBy("day", "sale"))
result = sales.withColumn("before", F.when(F.col("store").isNotNull(), before))

# --- rolling mean by day
daily = sales.groupBy("day").agg(total("price"))
window = Window.orderBy("day").rowsBetween(-6, 0)
result = daily.select("day", F.when(F.count("price").over(window) == 7, F.avg("price").over(window)).alias("price"))

# --- to_dict of groups
summed = known(sales, "store").groupBy("store").agg(F.sum("quantity").alias("quantity")).orderBy("store")
result = [row["quantity"] for row in summed.collect()]
