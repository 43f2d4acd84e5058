import argparse

import pandas as pd


def parse_args():
    parser = argparse.ArgumentParser()
    parser.add_argument("--least", type=int, default=2)
    parser.add_argument("--factor", type=float, default=1.5)
    parser.add_argument("--whole-or-float", type=float, default=2)
    parser.add_argument("--absent", type=int)
    parser.add_argument("--many", type=int, nargs="*", default=3)
    parser.add_argument("--changed", type=int, default=1)
    return parser.parse_args([])


def main():
    args = parse_args()
    args.changed = None
    df = pd.DataFrame({"n": [1, 2, 3], "v": [0.5, None, -1.0]})
    kept = df[df["n"] >= args.least]
    df["scaled"] = df["v"] * args.factor
    df["whole"] = df["n"] * args.whole_or_float
    later = df[df["n"] > args.whole_or_float]
    return kept, df, later


if __name__ == "__main__":
    kept, scaled, later = main()
# output
import argparse

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, to_pandas

spark = SparkSession.builder.getOrCreate()


def parse_args():
    parser = argparse.ArgumentParser()
    parser.add_argument("--least", type=int, default=2)
    parser.add_argument("--factor", type=float, default=1.5)
    parser.add_argument("--whole-or-float", type=float, default=2)
    parser.add_argument("--absent", type=int)
    parser.add_argument("--many", type=int, nargs="*", default=3)
    parser.add_argument("--changed", type=int, default=1)
    return parser.parse_args([])


def main():
    args = parse_args()
    args.changed = None
    df = spark.createDataFrame(
        pd.DataFrame({"n": [1, 2, 3], "v": [0.5, None, -1.0]}).reset_index(names="_row")
    )
    kept = df.filter(F.col("n") >= lit(args.least))
    df = df.withColumn("scaled", F.col("v") * lit(args.factor))
    df = to_pandas(df.orderBy("_row"), index=["_row"])
    df["whole"] = df["n"] * args.whole_or_float
    later = df[df["n"] > args.whole_or_float]
    return (kept, df, later)


if __name__ == "__main__":
    kept, scaled, later = main()
