import pandas as pd

ones = pd.DataFrame({"k": ["a", "b", None], "v": [1.0, None, 2.0]})
named = {"c": ones[ones["v"] > 0], "d": ones}
for key, last in named.items():
    pass
ones["more"] = 1
print(last, named["d"])

twos = pd.DataFrame({"k": ["c", "b"], "v": [1.0, None]})
valued = {"d": twos}
for other in valued.values():
    print(len(other))
twos["v"] = 0.0
print(other["v"].tolist())

threes = pd.DataFrame({"k": ["c", "b"], "v": [1.0, None]})
listed = [threes]
for place, numbered in enumerate(listed):
    print(place, len(numbered))
threes["v"] = 3.0
print(numbered["v"].tolist())

fours = pd.DataFrame({"k": ["c", "b"], "v": [1.0, None]})
keyed = {"x": fours}
for key in keyed:
    taken = keyed[key]
    print(len(taken))
fours["v"] = 4.0
print(taken["v"].tolist())

fives = pd.DataFrame({"k": ["c", "b"], "v": [1.0, None]})
pairs = [("x", fives)]
for key, paired in pairs:
    print(len(paired))
fives["v"] = 5.0
print(paired["v"].tolist(), pairs[0][1]["v"].tolist())
# output
import pandas as pd

ones = pd.DataFrame({"k": ["a", "b", None], "v": [1.0, None, 2.0]})
named = {"c": ones[ones["v"] > 0], "d": ones}
for key, last in named.items():
    pass
ones["more"] = 1
print(last, named["d"])

twos = pd.DataFrame({"k": ["c", "b"], "v": [1.0, None]})
valued = {"d": twos}
for other in valued.values():
    print(len(other))
twos["v"] = 0.0
print(other["v"].tolist())

threes = pd.DataFrame({"k": ["c", "b"], "v": [1.0, None]})
listed = [threes]
for place, numbered in enumerate(listed):
    print(place, len(numbered))
threes["v"] = 3.0
print(numbered["v"].tolist())

fours = pd.DataFrame({"k": ["c", "b"], "v": [1.0, None]})
keyed = {"x": fours}
for key in keyed:
    taken = keyed[key]
    print(len(taken))
fours["v"] = 4.0
print(taken["v"].tolist())

fives = pd.DataFrame({"k": ["c", "b"], "v": [1.0, None]})
pairs = [("x", fives)]
for key, paired in pairs:
    print(len(paired))
fives["v"] = 5.0
print(paired["v"].tolist(), pairs[0][1]["v"].tolist())
