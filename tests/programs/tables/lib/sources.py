"""Tables of several layouts, all read in one place."""

import pandas as pd


class Source:
    """A table in a file; what is done with it afterwards is up to its kind."""

    path = ""

    def read(self):
        df = pd.read_csv(self.path)
        print(self.path, df.shape)
        return df

    def table(self):
        return self.read()


class Meters(Source):
    path = "data/meters.csv"

    def table(self):
        df = self.read()
        df["opened"] = pd.to_datetime(df["opened"])
        return df[df["region"].notna()]


class Readings(Source):
    path = "data/readings.csv"

    def table(self):
        return self.read().drop_duplicates()


def load(path):
    return pd.read_csv(path)
