"""Q13: how many customers have how many orders."""

import pandas as pd

customer = pd.read_parquet("customer.parquet")
orders = pd.read_parquet("orders.parquet")

ordinary = orders[~orders["o_comment"].str.contains("special.*requests")]
counts = (
    customer.merge(ordinary, how="left", left_on="c_custkey", right_on="o_custkey")
    .groupby("c_custkey")
    .agg(c_count=("o_orderkey", "count"))
    .reset_index()
)
result = (
    counts.groupby("c_count")
    .size()
    .reset_index(name="custdist")
    .sort_values(["custdist", "c_count"], ascending=[False, False])
)
print(result)
