import argparse

import pandas as pd

CONFIG = {"limit": 1.5, "key": "k"}
ROWS = 2
TABLE = pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, None, -2.0, 4.0]})


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--limit", type=float, default=CONFIG["limit"])
    parser.add_argument("--rows", type=int, default=ROWS)
    return parser.parse_args([])


def main():
    args = options()
    high = TABLE[TABLE["v"] >= args.limit]
    return high.assign(rows=args.rows)


result = main()
# output
import argparse

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit

spark = SparkSession.builder.getOrCreate()

CONFIG = {"limit": 1.5, "key": "k"}
ROWS = 2
TABLE = spark.createDataFrame(
    pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, None, -2.0, 4.0]})
)


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--limit", type=float, default=CONFIG["limit"])
    parser.add_argument("--rows", type=int, default=ROWS)
    return parser.parse_args([])


def main():
    args = options()
    high = TABLE.filter(F.col("v") >= lit(args.limit))
    return high.withColumn("rows", lit(args.rows).cast("bigint"))


result = main()
