"""Tables, each read once."""

import functools

import pandas as pd


@functools.lru_cache
def load_lines(folder: str):
    lines = pd.read_csv(folder + "/lines.csv")
    lines["revenue"] = lines["price"] * (1 - lines["discount"])
    return lines


@functools.cache
def load_orders(folder: str):
    return pd.read_csv(f"{folder}/orders.csv", parse_dates=["ordered"])


@functools.cache
def load_customers(folder):
    return pd.read_csv(folder + "/customers.csv")
