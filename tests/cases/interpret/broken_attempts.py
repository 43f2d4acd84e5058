import pandas as pd

# what a handler goes on with is the same kind of object as what the attempt gives
new = pd.DataFrame({"k": ["b", "a", None], "v": [1.5, None, 0.0]})
try:
    old = pd.read_pickle("none.pkl")
    new = pd.concat([old, new], ignore_index=True)
except FileNotFoundError:
    pass
print(new.dropna().to_dict("list"))

# so is what it reads before it gives the name another value
best = pd.DataFrame({"k": ["b", "a"], "v": [1.5, 2.0]})
try:
    best = best[best["v"] > float("none")]
except ValueError:
    best = best[best["v"] > 1.75]
print(len(best))
# output
import pandas as pd

# what a handler goes on with is the same kind of object as what the attempt gives
new = pd.DataFrame({"k": ["b", "a", None], "v": [1.5, None, 0.0]})
try:
    old = pd.read_pickle("none.pkl")
    new = pd.concat([old, new], ignore_index=True)
except FileNotFoundError:
    pass
print(new.dropna().to_dict("list"))

# so is what it reads before it gives the name another value
best = pd.DataFrame({"k": ["b", "a"], "v": [1.5, 2.0]})
try:
    best = best[best["v"] > float("none")]
except ValueError:
    best = best[best["v"] > 1.75]
print(len(best))
