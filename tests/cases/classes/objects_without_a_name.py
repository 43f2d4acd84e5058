"""An object that no variable holds changes the frame that it was given, which has a name."""

import pandas as pd


class Cleaner:
    def __init__(self, table):
        self.table = table

    def clean(self, column):
        self.table[column] = self.table[column].fillna(0)
        return self

    def total(self, column):
        return self.table[column].sum()


df = pd.DataFrame({"v": [1.0, None], "w": [None, 2.0]})
total = Cleaner(df).clean("v").total("v")
print(df, total)
# output
"""An object that no variable holds changes the frame that it was given, which has a name."""

import pandas as pd


class Cleaner:
    def __init__(self, table):
        self.table = table

    def clean(self, column):
        self.table[column] = self.table[column].fillna(0)
        return self

    def total(self, column):
        return self.table[column].sum()


df = pd.DataFrame({"v": [1.0, None], "w": [None, 2.0]})
total = Cleaner(df).clean("v").total("v")
print(df, total)
