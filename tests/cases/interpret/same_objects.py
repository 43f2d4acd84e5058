import pandas as pd


def doubled(frame):
    frame["z"] = frame["a"] * 2
    return frame


def marked(frame):
    return frame.assign(q=1)


df = pd.DataFrame({"a": [1, None, 3], "k": ["x", "y", "x"]})
res, new, other = doubled(df), marked(df), df
c = df.copy()
print(res is df, new is df, other is df, c is not df)
total = res["z"].sum() if res is df else new["q"].sum()
apart = pd.DataFrame({"a": [1, 2]})
print(apart.dropna() is apart, apart["a"] is apart["a"], apart["a"].sum())
# output
import pandas as pd


def doubled(frame):
    frame["z"] = frame["a"] * 2
    return frame


def marked(frame):
    return frame.assign(q=1)


df = pd.DataFrame({"a": [1, None, 3], "k": ["x", "y", "x"]})
res, new, other = doubled(df), marked(df), df
c = df.copy()
print(res is df, new is df, other is df, c is not df)
total = res["z"].sum() if res is df else new["q"].sum()
apart = pd.DataFrame({"a": [1, 2]})
print(apart.dropna() is apart, apart["a"] is apart["a"], apart["a"].sum())
