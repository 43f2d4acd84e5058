"""Q8: the market share of Brazil in America for one type of part."""

import numpy as np
import pandas as pd

part = pd.read_parquet("part.parquet")
supplier = pd.read_parquet("supplier.parquet")
lineitem = pd.read_parquet("lineitem.parquet")
orders = pd.read_parquet("orders.parquet")
customer = pd.read_parquet("customer.parquet")
nation = pd.read_parquet("nation.parquet")
region = pd.read_parquet("region.parquet")

american = nation.merge(region[region["r_name"] == "AMERICA"], left_on="n_regionkey", right_on="r_regionkey")
steel = part[part["p_type"] == "ECONOMY ANODIZED STEEL"]
recent = orders[(orders["o_orderdate"] >= pd.Timestamp(1995, 1, 1)) & (orders["o_orderdate"] <= pd.Timestamp(1996, 12, 31))]

df = pd.merge(lineitem, steel[["p_partkey"]], left_on="l_partkey", right_on="p_partkey")
df = pd.merge(df, recent[["o_orderkey", "o_custkey", "o_orderdate"]], left_on="l_orderkey", right_on="o_orderkey")
df = pd.merge(df, customer[["c_custkey", "c_nationkey"]], left_on="o_custkey", right_on="c_custkey")
df = pd.merge(df, american[["n_nationkey"]], left_on="c_nationkey", right_on="n_nationkey")
df = pd.merge(df, supplier[["s_suppkey", "s_nationkey"]], left_on="l_suppkey", right_on="s_suppkey")
df = df.drop(columns="n_nationkey")
df = pd.merge(df, nation[["n_nationkey", "n_name"]], left_on="s_nationkey", right_on="n_nationkey")

df["o_year"] = df["o_orderdate"].dt.year
df["volume"] = df["l_extendedprice"] * (1 - df["l_discount"])
df["brazil"] = np.where(df["n_name"] == "BRAZIL", df["volume"], 0.0)

sums = df.groupby("o_year")[["brazil", "volume"]].sum()
sums["mkt_share"] = (sums["brazil"] / sums["volume"]).round(4)
result = sums[["mkt_share"]].reset_index()
print(result)
