"""A function changes the frame that it is given and returns it: a list or dict that holds the frame shows the change."""

import pandas as pd


def add_total(frame, a):
    frame["total"] = frame[a].interpolate()
    return frame


sales = pd.DataFrame({"y": [1, 2], "v": [1.5, None]})
kept = [sales]
sales = add_total(sales, "v")
print(kept[0].shape)

both = pd.concat([sales, sales])
named = {"a": both, "b": both}
for name, table in named.items():
    print(name, table.interpolate().isna().sum().sum())
both = add_total(both, "y")
print(named["a"].shape)
# output
"""A function changes the frame that it is given and returns it: a list or dict that holds the frame shows the change."""

import pandas as pd


def add_total(frame, a):
    frame["total"] = frame[a].interpolate()
    return frame


sales = pd.DataFrame({"y": [1, 2], "v": [1.5, None]})
kept = [sales]
sales = add_total(sales, "v")
print(kept[0].shape)

both = pd.concat([sales, sales])
named = {"a": both, "b": both}
for name, table in named.items():
    print(name, table.interpolate().isna().sum().sum())
both = add_total(both, "y")
print(named["a"].shape)
