"""Q16: how many suppliers can deliver which kinds of parts."""

import pandas as pd

part = pd.read_parquet("part.parquet")
partsupp = pd.read_parquet("partsupp.parquet")
supplier = pd.read_parquet("supplier.parquet")

complained = supplier[supplier.s_comment.str.contains("Customer.*Complaints", regex=True)]["s_suppkey"]
wanted = part[
    (part.p_brand != "Brand#45")
    & ~part.p_type.str.startswith("MEDIUM POLISHED")
    & part.p_size.isin([49, 14, 23, 45, 19, 3, 36, 9])
]
offered = wanted.merge(partsupp, left_on="p_partkey", right_on="ps_partkey")
offered = offered[~offered.ps_suppkey.isin(complained)]

result = (
    offered.groupby(["p_brand", "p_type", "p_size"], as_index=False)["ps_suppkey"]
    .nunique()
    .rename(columns={"ps_suppkey": "supplier_cnt"})
    .sort_values(["supplier_cnt", "p_brand", "p_type", "p_size"], ascending=[False, True, True, True])
)
print(result)
