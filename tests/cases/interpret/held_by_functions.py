import functools
from functools import partial, lru_cache
import pandas as pd
df = pd.DataFrame({"a": [1, 2, 3], "b": [1.5, None, 2.5], "k": ["x", None, "y"]})
other = pd.DataFrame({"a": [3, 4], "b": [0.5, 1.0], "k": ["z", "y"]})
# partial holds the frame, later changed
def total(frame, col):
    return frame[col].sum()
p = partial(total, df)
df["c"] = df["a"] * 10
x1 = p("c")
# rebinding does not change what the partial holds
q = partial(total, other)
other = other[other.a > 3]
x2 = q("a")
# default is evaluated once
def first(frame=df, n=len(other)):
    return frame.head(n)
df = df.dropna()
x3 = first()
# functions that are redefined
def f(frame):
    return frame[frame.a > 1]
g = f
def f(frame):
    return frame[frame.a > 2]
x4 = g(df)
x5 = f(df)
# list of functions, changed afterwards
fs = [g, f]
fs.append(total)
x6 = fs[0](df)
fs[1] = g
x7 = fs[1](df)
d = {"one": f}
d["one"] = g
x8 = d["one"](df)
# dict of frames, rebound variable
frames = {"df": df, "other": other}
df = df[df.a > 1]
x9 = frames["df"].copy()
for name in ["df", "other"]:
    print(name, len(frames[name]))
# star with mutation and alias
def mutate(first, *rest, **named):
    rest[0]["m"] = 1
    named["z"]["n"] = 2
    return first
y1 = pd.DataFrame({"a": [1]})
y2 = pd.DataFrame({"a": [2]})
y3 = pd.DataFrame({"a": [3]})
y4 = mutate(y1, y2, z=y3)
y4["o"] = 3
print(list(y1.columns), list(y2.columns), list(y3.columns))
# cached with arguments that differ only in type or place
@lru_cache(maxsize=None)
def pick(cols):
    return other[list(cols)]
z1 = pick(("a", "b"))
z2 = pick(("a",))
# nonlocal
def counter():
    seen = df
    def inner():
        nonlocal seen
        seen = seen[seen.a > 1]
        return seen
    return inner
step = counter()
s1 = step()
s2 = step()
# output
import functools
from functools import partial, lru_cache
import pandas as pd
df = pd.DataFrame({"a": [1, 2, 3], "b": [1.5, None, 2.5], "k": ["x", None, "y"]})
other = pd.DataFrame({"a": [3, 4], "b": [0.5, 1.0], "k": ["z", "y"]})
# partial holds the frame, later changed
def total(frame, col):
    return frame[col].sum()
p = partial(total, df)
df["c"] = df["a"] * 10
x1 = p("c")
# rebinding does not change what the partial holds
q = partial(total, other)
other = other[other.a > 3]
x2 = q("a")
# default is evaluated once
def first(frame=df, n=len(other)):
    return frame.head(n)
df = df.dropna()
x3 = first()
# functions that are redefined
def f(frame):
    return frame[frame.a > 1]
g = f
def f(frame):
    return frame[frame.a > 2]
x4 = g(df)
x5 = f(df)
# list of functions, changed afterwards
fs = [g, f]
fs.append(total)
x6 = fs[0](df)
fs[1] = g
x7 = fs[1](df)
d = {"one": f}
d["one"] = g
x8 = d["one"](df)
# dict of frames, rebound variable
frames = {"df": df, "other": other}
df = df[df.a > 1]
x9 = frames["df"].copy()
for name in ["df", "other"]:
    print(name, len(frames[name]))
# star with mutation and alias
def mutate(first, *rest, **named):
    rest[0]["m"] = 1
    named["z"]["n"] = 2
    return first
y1 = pd.DataFrame({"a": [1]})
y2 = pd.DataFrame({"a": [2]})
y3 = pd.DataFrame({"a": [3]})
y4 = mutate(y1, y2, z=y3)
y4["o"] = 3
print(list(y1.columns), list(y2.columns), list(y3.columns))
# cached with arguments that differ only in type or place
@lru_cache(maxsize=None)
def pick(cols):
    return other[list(cols)]
z1 = pick(("a", "b"))
z2 = pick(("a",))
# nonlocal
def counter():
    seen = df
    def inner():
        nonlocal seen
        seen = seen[seen.a > 1]
        return seen
    return inner
step = counter()
s1 = step()
s2 = step()
