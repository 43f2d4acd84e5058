"""Tables that are parked for the next step."""

import os
from pathlib import Path

import pandas as pd

WORK = Path("work")


def work_file(name, suffix="pkl"):
    return os.path.join(WORK, f"{name}.{suffix}")


def save(df, name):
    df.to_pickle(work_file(name))


def load(name):
    return pd.read_pickle(work_file(name))
