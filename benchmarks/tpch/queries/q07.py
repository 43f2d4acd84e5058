"""Q7: goods shipped between two nations, by year."""

import pandas as pd

nation = pd.read_parquet("nation.parquet")
supplier = pd.read_parquet("supplier.parquet")
customer = pd.read_parquet("customer.parquet")
orders = pd.read_parquet("orders.parquet")
lineitem = pd.read_parquet("lineitem.parquet")

pair = ["FRANCE", "GERMANY"]
names = nation.loc[nation["n_name"].isin(pair), ["n_nationkey", "n_name"]]

suppliers = supplier.merge(names.rename(columns={"n_name": "supp_nation"}), left_on="s_nationkey", right_on="n_nationkey")
customers = customer.merge(names.rename(columns={"n_name": "cust_nation"}), left_on="c_nationkey", right_on="n_nationkey")

lines = lineitem[lineitem["l_shipdate"].between("1995-01-01", "1996-12-31")]
df = (
    lines.merge(suppliers[["s_suppkey", "supp_nation"]], left_on="l_suppkey", right_on="s_suppkey")
    .merge(orders[["o_orderkey", "o_custkey"]], left_on="l_orderkey", right_on="o_orderkey")
    .merge(customers[["c_custkey", "cust_nation"]], left_on="o_custkey", right_on="c_custkey")
)
df = df[df["supp_nation"] != df["cust_nation"]]
df["l_year"] = df["l_shipdate"].dt.year
df["volume"] = df["l_extendedprice"] * (1 - df["l_discount"])
result = df.groupby(["supp_nation", "cust_nation", "l_year"]).agg(revenue=("volume", "sum")).reset_index()
print(result)
