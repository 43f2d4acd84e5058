"""Reads, checks and parks the readings."""

import glob
import os

import pandas as pd
from lib import rules, scales, store
from lib.conf import QUALITY


def files(folder=None):
    return sorted(glob.glob(os.path.join(folder or "data", "*.csv")))


def read(path):
    df = pd.read_csv(path, parse_dates=["ended"])
    df["source"] = os.path.basename(path)
    return df


def read_all():
    frames = []
    for path in files():
        frames.append(read(path))
    return pd.concat(frames, ignore_index=True)


def main():
    os.makedirs("work", exist_ok=True)
    df = rules.checked(read_all())
    print(len(rules.doubtful(df)))
    for lag in QUALITY.lags:
        df[f"lag_{lag}"] = df["v"].shift(lag)
    df["centred"] = scales.centred(df["v"])
    store.save(df, "readings")
    store.save(df.groupby("k", as_index=False)["v"].sum(), "sums")


if __name__ == "__main__":
    main()
