"""Goes on with what the first step has parked."""

from lib import store

df = store.load("readings")
sums = store.load("sums")
print(df.merge(sums, on="k", how="left", suffixes=("", "_all")))
print(df["source"].unique(), df["centred"].round(6).tolist())
