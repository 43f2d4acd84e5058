"""Q18: the hundred largest orders of more than 300 pieces."""

import pandas as pd

customer = pd.read_parquet("customer.parquet")
orders = pd.read_parquet("orders.parquet")
lineitem = pd.read_parquet("lineitem.parquet")

quantity = lineitem.groupby("l_orderkey", as_index=False)["l_quantity"].sum()
large = quantity.query("l_quantity > 300")

result = (
    orders.merge(large, left_on="o_orderkey", right_on="l_orderkey")
    .merge(customer, left_on="o_custkey", right_on="c_custkey")
    .rename(columns={"l_quantity": "sum_qty"})[
        ["c_name", "c_custkey", "o_orderkey", "o_orderdate", "o_totalprice", "sum_qty"]
    ]
    .sort_values(["o_totalprice", "o_orderdate"], ascending=[False, True])
    .head(100)
)
print(result)
