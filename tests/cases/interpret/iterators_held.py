import pandas as pd

df = pd.DataFrame({"A": [1, None, 3], "B": ["x", None, "y"]})
pairs = zip(["A", "B"], [1, 2])
for column, number in pairs:
    df[column + "_n"] = df[column].isna()
for column, number in pairs:
    df[column + "_m"] = df[column].isna()
names = map(str.lower, df.columns)
first = list(names)
second = list(names)
once = map(str.lower, df.columns)
df.columns = once
total = df["a"].sum()
# output
import pandas as pd

df = pd.DataFrame({"A": [1, None, 3], "B": ["x", None, "y"]})
pairs = zip(["A", "B"], [1, 2])
for column, number in pairs:
    df[column + "_n"] = df[column].isna()
for column, number in pairs:
    df[column + "_m"] = df[column].isna()
names = map(str.lower, df.columns)
first = list(names)
second = list(names)
once = map(str.lower, df.columns)
df.columns = once
total = df["a"].sum()
