import pandas as pd

df = pd.DataFrame({"a": [1, 2], "b": [1.0, None]})
other = pd.DataFrame({"a": [3]})
held = [df]
held.append(other)
lengths = [len(t) for t in held]
df["z"] = 1
print(held[0])

named = pd.DataFrame({"a": [1, 2], "b": [1.0, None]})
by_name = {"first": named}
by_name["second"] = other
named.index.name = "ix"
print(by_name["first"], len(by_name))

apart = pd.DataFrame({"a": [1, 2]})
missing = apart.map(lambda x: x).isna()
apart.loc[0, "a"] = pd.to_numeric("7")
copied = missing.copy()
missing.index.names = ["nm"]
print(apart, copied)
# output
import pandas as pd

df = pd.DataFrame({"a": [1, 2], "b": [1.0, None]})
other = pd.DataFrame({"a": [3]})
held = [df]
held.append(other)
lengths = [len(t) for t in held]
df["z"] = 1
print(held[0])

named = pd.DataFrame({"a": [1, 2], "b": [1.0, None]})
by_name = {"first": named}
by_name["second"] = other
named.index.name = "ix"
print(by_name["first"], len(by_name))

apart = pd.DataFrame({"a": [1, 2]})
missing = apart.map(lambda x: x).isna()
apart.loc[0, "a"] = pd.to_numeric("7")
copied = missing.copy()
missing.index.names = ["nm"]
print(apart, copied)
