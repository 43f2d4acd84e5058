"""Q15: the supplier with the largest revenue of a quarter."""

import pandas as pd

lineitem = pd.read_parquet("lineitem.parquet")
supplier = pd.read_parquet("supplier.parquet")

start = pd.Timestamp("1996-01-01")
end = start + pd.DateOffset(months=3)
quarter = lineitem[(lineitem["l_shipdate"] >= start) & (lineitem["l_shipdate"] < end)].copy()
quarter["total_revenue"] = quarter["l_extendedprice"] * (1 - quarter["l_discount"])

revenue = quarter.groupby("l_suppkey", as_index=False)["total_revenue"].sum()
best = revenue[revenue["total_revenue"] == revenue["total_revenue"].max()]
result = supplier.merge(best, left_on="s_suppkey", right_on="l_suppkey")
result = result[["s_suppkey", "s_name", "s_address", "s_phone", "total_revenue"]].sort_values("s_suppkey")
print(result)
