"""Questions, each a function of the tables that it is about."""

import pandas as pd


def q01(lines):
    kept = lines[lines["quantity"] > 5].copy()
    kept["charge"] = kept.revenue * 1.1
    total = kept.groupby(["mode"], as_index=False).agg(
        {"quantity": "sum", "revenue": "sum", "charge": "mean", "order_id": "count"}
    )
    return total.sort_values("mode")


def q02(lines, orders, customers, segment="A"):
    chosen = customers[customers.segment == segment]
    joined = chosen.merge(orders, on="customer").merge(lines, on="order_id")
    total = joined.groupby(["order_id", "ordered"], as_index=False)["revenue"].sum()
    return total.sort_values(["revenue", "order_id"], ascending=[False, True]).head(5)[["order_id", "revenue"]]


def q03(lines, orders):
    late = orders[orders.ordered >= pd.Timestamp("2024-01-01")]
    return lines[lines.order_id.isin(late.order_id)]["revenue"].sum()


def q04(lines, *, least=20):
    amounts = lines.groupby("part")["quantity"].sum()
    return amounts[amounts > least].reset_index()
