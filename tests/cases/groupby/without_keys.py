import pandas as pd

df = pd.DataFrame({"k": ["b", "a", "b", None], "n": [1, 2, 3, 4], "v": [1.5, 2.5, None, 0.0]})
print(df.groupby("k").apply(lambda g: g.nlargest(1, "n"), include_groups=False))
print(df.groupby("k").apply(lambda g: g.head(1)))
print(df.groupby("k").apply(lambda g: g["n"].sum(), include_groups=False))
print(df.groupby("k").apply(lambda g: len(g.columns), include_groups=False), df.groupby("k").apply(lambda g: len(g.columns)))
try:
    print(df.groupby("k").apply(lambda g: g["k"].iloc[0], include_groups=False))
except KeyError as error:
    print("no column", error)
# output
import pandas as pd

df = pd.DataFrame({"k": ["b", "a", "b", None], "n": [1, 2, 3, 4], "v": [1.5, 2.5, None, 0.0]})
print(df.groupby("k").apply(lambda g: g.nlargest(1, "n"), include_groups=False))
print(df.groupby("k").apply(lambda g: g.head(1)))
print(df.groupby("k").apply(lambda g: g["n"].sum(), include_groups=False))
print(df.groupby("k").apply(lambda g: len(g.columns), include_groups=False), df.groupby("k").apply(lambda g: len(g.columns)))
try:
    print(df.groupby("k").apply(lambda g: g["k"].iloc[0], include_groups=False))
except KeyError as error:
    print("no column", error)
