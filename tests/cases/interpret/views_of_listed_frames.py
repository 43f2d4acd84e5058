import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "a"], "n": [1, 2, 7]})
apart = df.copy()
same = df
taken = df["n"]
df = df[df["n"] > 1]
for frame in [apart, same]:
    frame.loc[frame["n"] > 4, "n"] = 4
print(taken, same, df, apart)
# output
import pandas as pd

df = pd.DataFrame({"k": ["a", "b", "a"], "n": [1, 2, 7]})
apart = df.copy()
same = df
taken = df["n"]
df = df[df["n"] > 1]
for frame in [apart, same]:
    frame.loc[frame["n"] > 4, "n"] = 4
print(taken, same, df, apart)
