"""Ten questions of grouping over one table, each a piece of pandas between ``# --- name`` lines."""

import pandas as pd

x = pd.read_parquet("x.parquet")

# --- g01 sum by one key
result = x.groupby("id1", as_index=False, sort=False, observed=True, dropna=False).agg({"v1": "sum"})

# --- g02 sum by two keys
result = x.groupby(["id1", "id2"], as_index=False, sort=False, observed=True, dropna=False).agg({"v1": "sum"})

# --- g03 sum and mean by many groups
result = x.groupby("id3", as_index=False, sort=False, observed=True, dropna=False).agg({"v1": "sum", "v3": "mean"})

# --- g04 means by a number
result = x.groupby("id4", as_index=False, sort=False, observed=True, dropna=False).agg(
    {"v1": "mean", "v2": "mean", "v3": "mean"}
)

# --- g05 sums by a number with many groups
result = x.groupby("id6", as_index=False, sort=False, observed=True, dropna=False).agg({"v1": "sum", "v2": "sum", "v3": "sum"})

# --- g06 median and deviation by two keys
result = x.groupby(["id4", "id5"], as_index=False, sort=False, observed=True, dropna=False).agg(
    median=("v3", "median"), std=("v3", "std")
)

# --- g07 range by many groups
result = (
    x.groupby("id3", as_index=False, sort=False, observed=True, dropna=False)
    .agg({"v1": "max", "v2": "min"})
    .assign(range_v1_v2=lambda x: x["v1"] - x["v2"])[["id3", "range_v1_v2"]]
)

# --- g08 largest two of each group
result = (
    x[~x["v3"].isna()][["id6", "v3"]]
    .sort_values("v3", ascending=False)
    .groupby("id6", as_index=False, sort=False, observed=True, dropna=False)
    .head(2)
)

# --- g09 squared correlation by two keys
result = (
    x[["id2", "id4", "v1", "v2"]]
    .groupby(["id2", "id4"], as_index=False, sort=False, observed=True, dropna=False)
    .apply(lambda x: pd.Series({"r2": x.corr(numeric_only=True)["v1"]["v2"] ** 2}))
)

# --- g10 sum and count by six keys
result = x.groupby(
    ["id1", "id2", "id3", "id4", "id5", "id6"], as_index=False, sort=False, observed=True, dropna=False
).agg({"v3": "sum", "v1": "size"})
