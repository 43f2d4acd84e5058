"""Q17: what small orders of one kind of part bring in a year."""

import pandas as pd

part = pd.read_parquet("part.parquet")
lineitem = pd.read_parquet("lineitem.parquet")

boxes = part[(part["p_brand"] == "Brand#23") & (part["p_container"] == "MED BOX")]
lines = boxes.merge(lineitem, left_on="p_partkey", right_on="l_partkey")

mean = lines.groupby("p_partkey")["l_quantity"].mean().rename("avg_quantity").reset_index()
lines = lines.merge(mean, on="p_partkey")
small = lines[lines["l_quantity"] < 0.2 * lines["avg_quantity"]]
result = small["l_extendedprice"].sum() / 7.0
print("avg_yearly", round(result, 2))
