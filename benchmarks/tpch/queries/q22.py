"""Q22: customers with money who have not ordered, by country code."""

import pandas as pd

customer = pd.read_parquet("customer.parquet")
orders = pd.read_parquet("orders.parquet")

customer["cntrycode"] = customer["c_phone"].str[:2]
customer = customer[customer["cntrycode"].isin(["13", "31", "23", "29", "30", "18", "17"])]
average = customer.loc[customer["c_acctbal"] > 0.0, "c_acctbal"].mean()

rich = customer[customer["c_acctbal"] > average]
idle = rich[~rich["c_custkey"].isin(orders["o_custkey"])]
result = idle.groupby("cntrycode", as_index=False).agg(
    numcust=("c_acctbal", "size"),
    totacctbal=("c_acctbal", "sum"),
)
print(result)
