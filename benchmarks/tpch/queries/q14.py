"""Q14: the share of promoted parts in the revenue of a month."""

import pandas as pd

part = pd.read_parquet("part.parquet")
lineitem = pd.read_parquet("lineitem.parquet")

month = lineitem[(lineitem.l_shipdate >= pd.Timestamp("1995-09-01")) & (lineitem.l_shipdate < pd.Timestamp("1995-10-01"))]
sold = month.merge(part, left_on="l_partkey", right_on="p_partkey")
revenue = sold.l_extendedprice * (1 - sold.l_discount)
promo = revenue[sold.p_type.str.startswith("PROMO")]

result = 100 * promo.sum() / revenue.sum()
print(f"promo_revenue {result:.4f}")
