"""Cleaning shared by the jobs."""
import pandas as pd
from config import COUNTRIES

from .names import tidy


def clean(orders):
    orders = orders.dropna(subset=["customer"])
    orders["customer"] = orders["customer"].map(tidy)
    orders["country"] = orders["code"].map(COUNTRIES)
    return orders


def load(path):
    return clean(pd.read_csv(path))


def unused(frame):
    return frame.head(3)


if __name__ == "__main__":
    print(len(load("data/orders.csv")))
