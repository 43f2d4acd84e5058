"""Q2: the cheapest supplier in Europe for parts of one size and type."""

import pandas as pd

SIZE = 15
TYPE = "BRASS"
REGION = "EUROPE"

region = pd.read_parquet("region.parquet")
nation = pd.read_parquet("nation.parquet")
supplier = pd.read_parquet("supplier.parquet")
part = pd.read_parquet("part.parquet")
partsupp = pd.read_parquet("partsupp.parquet")

offers = (
    partsupp.merge(part[(part.p_size == SIZE) & part.p_type.str.endswith(TYPE)], left_on="ps_partkey", right_on="p_partkey")
    .merge(supplier, left_on="ps_suppkey", right_on="s_suppkey")
    .merge(nation, left_on="s_nationkey", right_on="n_nationkey")
    .merge(region[region.r_name == REGION], left_on="n_regionkey", right_on="r_regionkey")
)
cheapest = offers[offers.ps_supplycost == offers.groupby("p_partkey")["ps_supplycost"].transform("min")]

columns = ["s_acctbal", "s_name", "n_name", "p_partkey", "p_mfgr", "s_address", "s_phone", "s_comment"]
result = (
    cheapest[columns]
    .sort_values(["s_acctbal", "n_name", "s_name", "p_partkey"], ascending=[False, True, True, True])
    .head(100)
)
print(result)
