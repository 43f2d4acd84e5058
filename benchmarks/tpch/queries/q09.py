"""Q9: profit on green parts, by nation and year."""

import pandas as pd

part = pd.read_parquet("part.parquet")
supplier = pd.read_parquet("supplier.parquet")
lineitem = pd.read_parquet("lineitem.parquet")
partsupp = pd.read_parquet("partsupp.parquet")
orders = pd.read_parquet("orders.parquet")
nation = pd.read_parquet("nation.parquet")

green = part[part.p_name.str.contains("green")]
df = (
    lineitem.merge(green[["p_partkey"]], left_on="l_partkey", right_on="p_partkey")
    .merge(partsupp, left_on=["l_partkey", "l_suppkey"], right_on=["ps_partkey", "ps_suppkey"])
    .merge(orders, left_on="l_orderkey", right_on="o_orderkey")
    .merge(supplier, left_on="l_suppkey", right_on="s_suppkey")
    .merge(nation, left_on="s_nationkey", right_on="n_nationkey")
    .assign(
        nation=lambda x: x.n_name,
        o_year=lambda x: x.o_orderdate.dt.year,
        amount=lambda x: x.l_extendedprice * (1 - x.l_discount) - x.ps_supplycost * x.l_quantity,
    )
)
result = (
    df.groupby(["nation", "o_year"])["amount"]
    .sum()
    .reset_index(name="sum_profit")
    .sort_values(["nation", "o_year"], ascending=[True, False])
)
print(result)
