"""Q20: suppliers in Canada with too much stock of forest parts."""

import pandas as pd

supplier = pd.read_parquet("supplier.parquet")
nation = pd.read_parquet("nation.parquet")
part = pd.read_parquet("part.parquet")
partsupp = pd.read_parquet("partsupp.parquet")
lineitem = pd.read_parquet("lineitem.parquet")

forest = part[part["p_name"].str.startswith("forest")]["p_partkey"].drop_duplicates()
in_1994 = lineitem[lineitem["l_shipdate"].dt.year == 1994]
sold = in_1994.groupby(["l_partkey", "l_suppkey"])["l_quantity"].sum().reset_index()

stock = partsupp[partsupp["ps_partkey"].isin(forest)]
stock = stock.merge(sold, left_on=["ps_partkey", "ps_suppkey"], right_on=["l_partkey", "l_suppkey"])
excess = stock[stock["ps_availqty"] > 0.5 * stock["l_quantity"]]

canadian = supplier.merge(nation[nation["n_name"] == "CANADA"], left_on="s_nationkey", right_on="n_nationkey")
result = canadian[canadian["s_suppkey"].isin(excess["ps_suppkey"].unique())]
result = result[["s_name", "s_address"]].sort_values("s_name").reset_index(drop=True)
print(result)
