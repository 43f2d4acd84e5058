"""Questions of joining a large table to small, medium and large ones, between ``# --- name`` lines."""

import pandas as pd

x = pd.read_parquet("x.parquet")
small = pd.read_parquet("small.parquet")
medium = pd.read_parquet("medium.parquet")
big = pd.read_parquet("big.parquet")

# --- j01 small, inner, on a number
result = x.merge(small, on="id1")

# --- j02 medium, inner, on a number
result = x.merge(medium, on="id2")

# --- j03 medium, left, on a number
result = x.merge(medium, how="left", on="id2")

# --- j04 medium, inner, on text
result = x.merge(medium, on="id5")

# --- j05 big, inner, on a number
result = x.merge(big, on="id3")

# --- j06 medium and small, then a sum
result = x.merge(medium, on="id2").merge(small, left_on="id1_x", right_on="id1").groupby("id5_x")[["v1", "v2_y"]].sum()
