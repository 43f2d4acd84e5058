"""Q10: the twenty customers who lost us most by returning goods."""

import pandas as pd

customer = pd.read_parquet("customer.parquet")
orders = pd.read_parquet("orders.parquet")
lineitem = pd.read_parquet("lineitem.parquet")
nation = pd.read_parquet("nation.parquet")

quarter = (orders["o_orderdate"] >= pd.to_datetime("1993-10-01")) & (orders["o_orderdate"] < pd.to_datetime("1994-01-01"))
returned = lineitem.loc[lineitem["l_returnflag"] == "R"]

joined = (
    customer.merge(orders.loc[quarter], left_on="c_custkey", right_on="o_custkey", how="inner")
    .merge(returned, left_on="o_orderkey", right_on="l_orderkey", how="inner")
    .merge(nation, left_on="c_nationkey", right_on="n_nationkey", how="inner")
)
joined["revenue"] = joined.l_extendedprice * (1 - joined.l_discount)

keys = ["c_custkey", "c_name", "c_acctbal", "c_phone", "n_name", "c_address", "c_comment"]
result = joined.groupby(keys, as_index=False).agg({"revenue": "sum"})
result = result.sort_values("revenue", ascending=False).head(20)
result = result[["c_custkey", "c_name", "revenue", "c_acctbal", "n_name", "c_address", "c_phone", "c_comment"]]
print(result)
