import pandas as pd

df = pd.DataFrame({"k": ["b", "a", None, "b"], "x": [1.5, None, -0.0, 2.5], "n": [1, 2, 3, 4]})
chosen = df[df["n"] > 1]["x"]
whole = df["x"]
df.loc[df.index[0], ["x", "n"]] = [7.0, 9]
df.iloc[1, 1] = 5.0
print(chosen.sum(), whole.sum(), df)
# output
import pandas as pd

df = pd.DataFrame({"k": ["b", "a", None, "b"], "x": [1.5, None, -0.0, 2.5], "n": [1, 2, 3, 4]})
chosen = df[df["n"] > 1]["x"]
whole = df["x"]
df.loc[df.index[0], ["x", "n"]] = [7.0, 9]
df.iloc[1, 1] = 5.0
print(chosen.sum(), whole.sum(), df)
