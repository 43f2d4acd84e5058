import pandas as pd


class Base:
    def __init__(self):
        self.df = pd.DataFrame({"v": [1, 2, 3]})

    def tag(self):
        self.df["tag"] = "base"


class Other:
    pass


class Child(Base, Other):
    def tag(self):
        super().tag()
        self.df["child"] = 1


class Escapes:
    def __init__(self, df):
        self.df = df

    def __len__(self):
        return len(self.df)

    def double(self):
        self.df["v"] = self.df["v"] * 2


class Two:
    def __init__(self, df):
        self.df = df

    def double(self):
        self.df["v"] = self.df["v"] * 2


class Listed:
    def __init__(self, df):
        self.df = df

    def double(self):
        self.df["v"] = self.df["v"] * 2


class Callback:
    def __init__(self, df, factor):
        self.df = df
        self.factor = factor

    def _one(self, value):
        return value * self.factor

    def run(self):
        self.df["v"] = self.df["v"].apply(self._one)
        self.df["u"] = self.df["v"].apply(lambda v: v + self.factor)


def describe(thing):
    thing.double()
    return thing.df["v"].sum()


child = Child()
child.tag()
tagged = child.df

e = Escapes(pd.DataFrame({"v": [1, 2]}))
n = len(e)
last = e.df

f = Two(pd.DataFrame({"v": [5, 2]}))
g = f
g.double()
seen = f.df
total = describe(f)

things = [Listed(pd.DataFrame({"v": [5, 2]})), Listed(pd.DataFrame({"v": [1, 2]}))]
for thing in things:
    thing.double()
firsts = things[0].df

cb = Callback(pd.DataFrame({"v": [5, 2]}), 3)
cb.run()
called = cb.df
# output
import pandas as pd


class Base:
    def __init__(self):
        self.df = pd.DataFrame({"v": [1, 2, 3]})

    def tag(self):
        self.df["tag"] = "base"


class Other:
    pass


class Child(Base, Other):
    def tag(self):
        super().tag()
        self.df["child"] = 1


class Escapes:
    def __init__(self, df):
        self.df = df

    def __len__(self):
        return len(self.df)

    def double(self):
        self.df["v"] = self.df["v"] * 2


class Two:
    def __init__(self, df):
        self.df = df

    def double(self):
        self.df["v"] = self.df["v"] * 2


class Listed:
    def __init__(self, df):
        self.df = df

    def double(self):
        self.df["v"] = self.df["v"] * 2


class Callback:
    def __init__(self, df, factor):
        self.df = df
        self.factor = factor

    def _one(self, value):
        return value * self.factor

    def run(self):
        self.df["v"] = self.df["v"].apply(self._one)
        self.df["u"] = self.df["v"].apply(lambda v: v + self.factor)


def describe(thing):
    thing.double()
    return thing.df["v"].sum()


child = Child()
child.tag()
tagged = child.df

e = Escapes(pd.DataFrame({"v": [1, 2]}))
n = len(e)
last = e.df

f = Two(pd.DataFrame({"v": [5, 2]}))
g = f
g.double()
seen = f.df
total = describe(f)

things = [Listed(pd.DataFrame({"v": [5, 2]})), Listed(pd.DataFrame({"v": [1, 2]}))]
for thing in things:
    thing.double()
firsts = things[0].df

cb = Callback(pd.DataFrame({"v": [5, 2]}), 3)
cb.run()
called = cb.df
