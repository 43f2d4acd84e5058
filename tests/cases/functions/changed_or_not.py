import pandas as pd

df = pd.DataFrame({"a": [1, 2, 3], "b": [1.5, None, 2.5], "k": ["x", "y", None]})
small = pd.DataFrame({"a": [1, 2], "b": [0.5, 1.5]})
third = pd.DataFrame({"a": [4, 5], "b": [0.5, None]})


def add_flag(frame, limit):
    if limit > 5:
        return
    frame["flag"] = frame["a"] > limit


def add_ratio(frame):
    frame["ratio"] = frame["b"] / frame["a"]
    return frame


def either(frame, copy):
    if copy:
        frame = frame.copy()
    return frame


add_flag(df, 1)
n = len(add_ratio(small))
part = either(third, copy=False)
part["new"] = 1
if n > 5:
    cut = small
else:
    cut = third
cut["late"] = 2
print(list(third.columns), list(small.columns))
# output
import pandas as pd

df = pd.DataFrame({"a": [1, 2, 3], "b": [1.5, None, 2.5], "k": ["x", "y", None]})
small = pd.DataFrame({"a": [1, 2], "b": [0.5, 1.5]})
third = pd.DataFrame({"a": [4, 5], "b": [0.5, None]})


def add_flag(frame, limit):
    if limit > 5:
        return
    frame["flag"] = frame["a"] > limit


def add_ratio(frame):
    frame["ratio"] = frame["b"] / frame["a"]
    return frame


def either(frame, copy):
    if copy:
        frame = frame.copy()
    return frame


add_flag(df, 1)
n = len(add_ratio(small))
part = either(third, copy=False)
part["new"] = 1
if n > 5:
    cut = small
else:
    cut = third
cut["late"] = 2
print(list(third.columns), list(small.columns))
