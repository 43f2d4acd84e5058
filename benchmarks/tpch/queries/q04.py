"""Q4: orders of a quarter in which a line came late, by priority."""

from datetime import datetime

import pandas as pd

start, end = datetime(1993, 7, 1), datetime(1993, 10, 1)

orders = pd.read_parquet("orders.parquet")
lineitem = pd.read_parquet("lineitem.parquet")

late = lineitem.loc[lineitem.l_commitdate < lineitem.l_receiptdate, "l_orderkey"]
quarter = orders[(orders.o_orderdate >= start) & (orders.o_orderdate < end)]

result = (
    quarter[quarter.o_orderkey.isin(late)]
    .groupby("o_orderpriority")
    .size()
    .reset_index(name="order_count")
    .sort_values("o_orderpriority")
)
print(result)
