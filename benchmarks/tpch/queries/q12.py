"""Q12: whether cheaper shipping delays urgent orders."""

import pandas as pd

orders = pd.read_parquet("orders.parquet")
lineitem = pd.read_parquet("lineitem.parquet")

mask = (
    lineitem["l_shipmode"].isin(["MAIL", "SHIP"])
    & (lineitem["l_commitdate"] < lineitem["l_receiptdate"])
    & (lineitem["l_shipdate"] < lineitem["l_commitdate"])
    & (lineitem["l_receiptdate"].dt.year == 1994)
)
df = orders.merge(lineitem[mask], left_on="o_orderkey", right_on="l_orderkey")
df["high_line_count"] = df["o_orderpriority"].isin(["1-URGENT", "2-HIGH"]).astype(int)
df["low_line_count"] = 1 - df["high_line_count"]
result = df.groupby("l_shipmode")[["high_line_count", "low_line_count"]].sum().reset_index()
print(result)
