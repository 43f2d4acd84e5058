from functools import reduce

import pandas as pd

a = pd.DataFrame({"k": [1, 2, 3, 3], "x": [1.0, None, 3.0, 4.0]})
b = pd.DataFrame({"k": [1, 2], "x": [5.0, 6.0]})


def same(df):
    return df


def marked(df):
    df["mark"] = df["x"] > 2
    return df


r = reduce(lambda d, step: step(d), [same, same], a)
r["new"] = 1
print(a)
s = reduce(lambda d, step: step(d), [marked], b)
print(b)
print(s)
# output
from functools import reduce

import pandas as pd

a = pd.DataFrame({"k": [1, 2, 3, 3], "x": [1.0, None, 3.0, 4.0]})
b = pd.DataFrame({"k": [1, 2], "x": [5.0, 6.0]})


def same(df):
    return df


def marked(df):
    df["mark"] = df["x"] > 2
    return df


r = reduce(lambda d, step: step(d), [same, same], a)
r["new"] = 1
print(a)
s = reduce(lambda d, step: step(d), [marked], b)
print(b)
print(s)
