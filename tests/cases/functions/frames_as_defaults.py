import pandas as pd

df = pd.DataFrame({"n": [1.0, 4.0, None], "k": ["a", None, "b"]})


def beside(t, other=df):
    return t.merge(other, on="k")


print(beside(df), beside(df, df.head(1)))

changing = pd.DataFrame({"n": [1.0, 4.0, None]})


def total(t=changing):
    return t["n"].sum()


first = total()
changing["n"] = 0
second = total()
# output
import pandas as pd

df = pd.DataFrame({"n": [1.0, 4.0, None], "k": ["a", None, "b"]})


def beside(t, other=df):
    return t.merge(other, on="k")


print(beside(df), beside(df, df.head(1)))

changing = pd.DataFrame({"n": [1.0, 4.0, None]})


def total(t=changing):
    return t["n"].sum()


first = total()
changing["n"] = 0
second = total()
