"""Q19: the discounted revenue of hand-delivered parts of three kinds."""

import pandas as pd


def of_kind(df, brand, containers, least, most, size):
    return (
        (df["p_brand"] == brand)
        & df["p_container"].isin(containers)
        & (df["l_quantity"] >= least)
        & (df["l_quantity"] <= most)
        & df["p_size"].between(1, size)
    )


part = pd.read_parquet("part.parquet")
lineitem = pd.read_parquet("lineitem.parquet")

by_hand = lineitem[
    lineitem["l_shipmode"].isin(["AIR", "AIR REG"]) & (lineitem["l_shipinstruct"] == "DELIVER IN PERSON")
]
df = by_hand.merge(part, left_on="l_partkey", right_on="p_partkey")
small = of_kind(df, "Brand#12", ["SM CASE", "SM BOX", "SM PACK", "SM PKG"], 1, 11, 5)
medium = of_kind(df, "Brand#23", ["MED BAG", "MED BOX", "MED PKG", "MED PACK"], 10, 20, 10)
large = of_kind(df, "Brand#34", ["LG CASE", "LG BOX", "LG PACK", "LG PKG"], 20, 30, 15)
df = df[small | medium | large]
result = (df["l_extendedprice"] * (1 - df["l_discount"])).sum()
print("revenue", round(result, 2))
