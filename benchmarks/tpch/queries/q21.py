"""Q21: Saudi suppliers who alone kept orders waiting."""

import pandas as pd

supplier = pd.read_parquet("supplier.parquet")
lineitem = pd.read_parquet("lineitem.parquet")
orders = pd.read_parquet("orders.parquet")
nation = pd.read_parquet("nation.parquet")

late = lineitem[lineitem["l_receiptdate"] > lineitem["l_commitdate"]]

suppliers = lineitem.groupby("l_orderkey")["l_suppkey"].nunique()
late_suppliers = late.groupby("l_orderkey")["l_suppkey"].nunique()
several = suppliers[suppliers > 1].reset_index(name="suppliers")
alone = late_suppliers[late_suppliers == 1].reset_index(name="late_suppliers")

waiting = (
    late.merge(orders[orders["o_orderstatus"] == "F"], left_on="l_orderkey", right_on="o_orderkey")
    .merge(several, on="l_orderkey")
    .merge(alone, on="l_orderkey")
    .merge(supplier, left_on="l_suppkey", right_on="s_suppkey")
    .merge(nation[nation["n_name"] == "SAUDI ARABIA"], left_on="s_nationkey", right_on="n_nationkey")
)
result = waiting.groupby("s_name").size().reset_index(name="numwait")
result = result.sort_values(["numwait", "s_name"], ascending=[False, True])[:100]
print(result)
