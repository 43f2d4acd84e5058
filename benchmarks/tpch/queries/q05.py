"""Q5: revenue from local suppliers in Asia in one year."""

import pandas as pd


def asian_suppliers(region, nation, supplier):
    asia = region.query("r_name == 'ASIA'")
    nations = nation.merge(asia, left_on="n_regionkey", right_on="r_regionkey")
    return supplier.merge(nations, left_on="s_nationkey", right_on="n_nationkey")


def orders_of_year(orders, year):
    return orders[(orders["o_orderdate"] >= f"{year}-01-01") & (orders["o_orderdate"] < f"{year + 1}-01-01")]


region = pd.read_parquet("region.parquet")
nation = pd.read_parquet("nation.parquet")
supplier = pd.read_parquet("supplier.parquet")
customer = pd.read_parquet("customer.parquet")
orders = pd.read_parquet("orders.parquet")
lineitem = pd.read_parquet("lineitem.parquet")

sales = customer.merge(orders_of_year(orders, 1994), left_on="c_custkey", right_on="o_custkey")
sales = sales.merge(lineitem, left_on="o_orderkey", right_on="l_orderkey")
sales = sales.merge(
    asian_suppliers(region, nation, supplier),
    left_on=["l_suppkey", "c_nationkey"],
    right_on=["s_suppkey", "s_nationkey"],
)
sales["revenue"] = sales["l_extendedprice"] * (1 - sales["l_discount"])
result = sales.groupby("n_name", as_index=False)["revenue"].sum().sort_values("revenue", ascending=False)
print(result)
