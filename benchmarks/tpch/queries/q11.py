"""Q11: the most valuable stock that suppliers of one nation hold."""

import pandas as pd

FRACTION = 0.0001

partsupp = pd.read_parquet("partsupp.parquet")
supplier = pd.read_parquet("supplier.parquet")
nation = pd.read_parquet("nation.parquet")

german = nation[nation["n_name"] == "GERMANY"]
stock = partsupp.merge(supplier, left_on="ps_suppkey", right_on="s_suppkey").merge(
    german, left_on="s_nationkey", right_on="n_nationkey"
)
stock["value"] = stock["ps_supplycost"] * stock["ps_availqty"]
total = stock["value"].sum()

result = stock.groupby("ps_partkey")["value"].sum().reset_index()
result = result[result["value"] > total * FRACTION].sort_values("value", ascending=False)
print(result)
