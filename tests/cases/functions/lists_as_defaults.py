import pandas as pd

df = pd.DataFrame({"k": ["b", "a", None, "b", "a"], "n": [30, 1, 2, 2, 30]})


def report(df, column, found=[]):
    few = df[df["n"] > 1]
    found.append(len(few))
    print(few.groupby(column)["n"].sum())
    print(found)


report(df, "k")
report(df, "n")
# output
import pandas as pd

df = pd.DataFrame({"k": ["b", "a", None, "b", "a"], "n": [30, 1, 2, 2, 30]})


def report(df, column, found=[]):
    few = df[df["n"] > 1]
    found.append(len(few))
    print(few.groupby(column)["n"].sum())
    print(found)


report(df, "k")
report(df, "n")
