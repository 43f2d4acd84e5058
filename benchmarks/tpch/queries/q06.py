"""Q6: revenue that dropping small discounts would have brought."""

import pandas as pd

lineitem = pd.read_parquet("lineitem.parquet")

selected = lineitem[
    (lineitem["l_shipdate"] >= "1994-01-01")
    & (lineitem["l_shipdate"] < "1995-01-01")
    & lineitem["l_discount"].between(0.05, 0.07)
    & (lineitem["l_quantity"] < 24)
]
result = (selected["l_extendedprice"] * selected["l_discount"]).sum()
print(round(result, 2))
