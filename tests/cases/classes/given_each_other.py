import pandas as pd


class Part:
    def __init__(self, df, before):
        self.df = df
        self.before = before

    def __len__(self):
        return len(self.df)


first = Part(pd.DataFrame({"v": [1, 2]}), None)
second = Part(pd.DataFrame({"v": [3]}), first)
print(second.before.df["v"].sum(), first.__len__())
# output
import pandas as pd


class Part:
    def __init__(self, df, before):
        self.df = df
        self.before = before

    def __len__(self):
        return len(self.df)


first = Part(pd.DataFrame({"v": [1, 2]}), None)
second = Part(pd.DataFrame({"v": [3]}), first)
print(second.before.df["v"].sum(), first.__len__())
