"""Makes the tables that the idioms read: sales with missing values and untidy texts, and the stores they were made in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

STORES = 200
PRODUCTS = 5_000
MISSING = 0.03
DAYS = 3 * 365
SEED = 11
ROWS_OF_CSV = 5
"""One row of so many is in the CSV file, which takes longer to read."""


def make(folder: Path, rows: int) -> Path:
    """The folder with the tables for so many rows, made unless it is there."""
    made = folder / f"rows-{rows}"
    if not (made / "stores.parquet").exists():
        made.mkdir(parents=True, exist_ok=True)
        sales = _sales(np.random.default_rng(SEED), rows)
        sales.to_parquet(made / "sales.parquet", index=False)
        sales.head(rows // ROWS_OF_CSV).to_csv(made / "sales.csv", index=False)
        _stores(np.random.default_rng(SEED)).to_parquet(made / "stores.parquet", index=False)
    return made


def _sales(random: np.random.Generator, rows: int) -> pd.DataFrame:
    stores = np.array([f"store {i:03d}" for i in range(STORES)], dtype=object)[random.integers(0, STORES, rows)]
    stores[random.random(rows) < MISSING] = None
    price = random.gamma(2.0, 20.0, rows).round(2)
    price[random.random(rows) < MISSING] = np.nan
    notes = np.array([" Paid ", "RETURNED", "paid in cash", "on account  ", "gift"], dtype=object)
    days = pd.Timestamp("2021-01-01") + pd.to_timedelta(random.integers(0, DAYS, rows), "D")
    return pd.DataFrame({
        "sale": random.permutation(rows), "day": days,
        "store": stores, "product": random.integers(0, PRODUCTS, rows), "price": price,
        "quantity": random.integers(1, 20, rows), "note": notes[random.integers(0, len(notes), rows)],
        "code": random.integers(0, 10_000, rows).astype(str), "online": random.random(rows) < 0.3,
    }).astype({"day": "datetime64[us]"})  # fmt: skip


def _stores(random: np.random.Generator) -> pd.DataFrame:
    regions = np.array(["north", "east", "south", "west"], dtype=object)
    return pd.DataFrame({
        "store": [f"store {i:03d}" for i in range(STORES)], "region": regions[random.integers(0, 4, STORES)],
        "area": random.uniform(50, 500, STORES).round(1),
    })  # fmt: skip
