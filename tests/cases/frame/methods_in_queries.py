import pandas as pd

df = pd.DataFrame({
    "k": ["ab", "b", "Ab", "c"],
    "s": ["x", None, "y", None],
    "v": [1.0, None, 3.0, 4.0],
    "n": [4, 3, 2, 1],
    "t": pd.to_datetime(["2024-01-01", "2023-02-01", None, "2024-03-15"]),
})
wanted = ["ab", "c"]
texts = df.query("k.str.contains('b')", engine="python")
upper = df.query("k.str.upper() == 'AB'")
starts = df.query("k.str.startswith('a') or n == 1")
missing = df.query("s.isnull()")
there = df.query("s.notna() and v > 0")
among = df.query("k.isin(@wanted)")
years = df.query("t.dt.year == 2024", engine="python")
months = df.query("t.dt.month in [1, 3] and not s.isna()")
between = df.query("n.between(2, 3)")
insensitive = df.query("k.str.contains('AB', case=False)")
length = df.query("k.str.len() > 1")
flagged = df.eval("long = k.str.len() > 1")
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()
spark.conf.set("spark.sql.session.timeZone", "UTC")

df = spark.createDataFrame(pd.DataFrame({
    "k": ["ab", "b", "Ab", "c"],
    "s": ["x", None, "y", None],
    "v": [1.0, None, 3.0, 4.0],
    "n": [4, 3, 2, 1],
    "t": pd.to_datetime(["2024-01-01", "2023-02-01", None, "2024-03-15"]),
}))
wanted = ["ab", "c"]
texts = df.filter(F.col("k").contains("b"))
upper = df.filter(F.upper(F.col("k")) == "AB")
starts = df.filter(F.col("k").startswith("a") | (F.col("n") == 1))
missing = df.filter(F.col("s").isNull())
there = df.filter(F.col("s").isNotNull() & (F.col("v") > 0))
among = df.filter(F.col("k").isin(wanted))
years = df.filter(F.year(F.col("t")).cast("double") == 2024)
months = df.filter(
    F.month(F.col("t")).cast("double").isin([1, 3]) & ~F.col("s").isNull()
)
between = df.filter((F.col("n") >= 2) & (F.col("n") <= 3))
insensitive = df.filter(F.col("k").rlike("(?iu)AB"))
length = df.filter(F.char_length(F.col("k")).cast("bigint") > 1)
flagged = df.withColumn(
    "long", F.coalesce(F.char_length(F.col("k")).cast("bigint") > 1, F.lit(False))
)
