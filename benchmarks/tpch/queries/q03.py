"""Q3: the ten unshipped orders of one market segment with the largest revenue."""

import pandas as pd

day = pd.Timestamp("1995-03-15")

customer = pd.read_parquet("customer.parquet", columns=["c_custkey", "c_mktsegment"])
orders = pd.read_parquet("orders.parquet", columns=["o_orderkey", "o_custkey", "o_orderdate", "o_shippriority"])
lineitem = pd.read_parquet("lineitem.parquet", columns=["l_orderkey", "l_extendedprice", "l_discount", "l_shipdate"])

customer = customer[customer["c_mktsegment"] == "BUILDING"]
orders = orders[orders["o_orderdate"] < day]
lineitem = lineitem[lineitem["l_shipdate"] > day]

df = customer.merge(orders, left_on="c_custkey", right_on="o_custkey")
df = df.merge(lineitem, left_on="o_orderkey", right_on="l_orderkey")
df["revenue"] = df["l_extendedprice"] * (1 - df["l_discount"])

result = df.groupby(["l_orderkey", "o_orderdate", "o_shippriority"])["revenue"].sum().reset_index()
result = result[["l_orderkey", "revenue", "o_orderdate", "o_shippriority"]]
result = result.sort_values(by=["revenue", "o_orderdate"], ascending=[False, True]).head(10)
print(result)
