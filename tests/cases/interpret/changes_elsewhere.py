import pandas as pd


class Report:
    def __init__(self, frame):
        self.frame = frame

    def run(self):
        self.frame["p"] = self.frame["n"] * 3


class Reader:
    def __init__(self, frame):
        self.total = frame["n"].sum()


kept = pd.DataFrame({"k": ["b", "a", None], "n": [2, 4, 0]})
report = Report(kept)
report.run()  # changes the frame that it was given
names = kept.columns.tolist()

read = pd.DataFrame({"k": ["b", "a", None], "n": [2, 4, 0]})
reader = Reader(read)  # only looks at it
shape = read.shape

first = pd.DataFrame({"n": [1, 2]})
second = pd.DataFrame({"n": [3]})
for frame in [first, second]:
    frame["one"] = 1
shapes = first.shape, second.shape

grouped = pd.DataFrame({"k": ["b", "a", "b"], "v": [1.5, 2.0, 4.0]})
groups = grouped.groupby("k")
grouped["v"] = 0.0  # the groups see it
sums = groups["v"].sum()

# a column that is set beside another name is there when the frame goes back to Spark
coded = pd.DataFrame({"g": ["b", "a", "b"], "v": [1, 2, 3]}, index=["p", "q", "r"])
coded["code"], kinds = pd.factorize(coded["g"])
later = coded.set_index("g").loc["a":]
print(later.head(2))
# output
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import scalar, to_pandas

spark = SparkSession.builder.getOrCreate()


class Report:
    def __init__(self, frame):
        self.frame = frame

    def run(self):
        self.frame = self.frame.withColumn("p", F.col("n") * 3)


class Reader:
    def __init__(self, frame):
        self.total = scalar(frame.agg(F.coalesce(F.sum("n"), F.lit(0))))


kept = spark.createDataFrame(pd.DataFrame({"k": ["b", "a", None], "n": [2, 4, 0]}))
report = Report(kept)
report.run()  # changes the frame that it was given
kept = report.frame
names = kept.columns

read = spark.createDataFrame(pd.DataFrame({"k": ["b", "a", None], "n": [2, 4, 0]}))
reader = Reader(read)  # only looks at it
shape = (read.count(), 2)

first = spark.createDataFrame(pd.DataFrame({"n": [1, 2]}))
second = spark.createDataFrame(pd.DataFrame({"n": [3]}))
frames = [first, second]
for number, frame in enumerate(frames):
    frame = frame.withColumn("one", F.lit(1).cast("bigint"))
    frames[number] = frame
first, second = frames
shapes = ((first.count(), 2), (second.count(), 2))

grouped = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "a", "b"], "v": [1.5, 2.0, 4.0]})
)
groups = grouped.dropna(subset=["k"]).groupBy("k")
grouped = grouped.withColumn("v", F.lit(0.0))  # the groups see it
sums = grouped.dropna(subset=["k"]).groupBy("k").agg(F.sum("v").alias("v"))

# a column that is set beside another name is there when the frame goes back to Spark
coded = spark.createDataFrame(
    pd.DataFrame({"g": ["b", "a", "b"], "v": [1, 2, 3]}, index=["p", "q", "r"]).reset_index()
)
coded = to_pandas(coded.orderBy("index"), index=["index"], names=[None])
coded["code"], kinds = pd.factorize(coded["g"])
later = coded.set_index("g").loc["a":]
print(later.head(2))
