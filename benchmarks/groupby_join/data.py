"""Makes the tables of the grouping and joining questions: keys of few and of many values, some missing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

GROUPS = 100
MISSING = 0.02
SEED = 7


def make(folder: Path, rows: int) -> Path:
    """The folder with the tables for so many rows, made unless it is there."""
    made = folder / f"rows-{rows}"
    if not (made / "groupby" / "x.parquet").exists():
        random = np.random.default_rng(SEED)
        _write(made / "groupby", x=_grouped(random, rows))
        _write(made / "join", **_joined(random, rows))
    return made


def _write(folder: Path, **tables: pd.DataFrame) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        table.to_parquet(folder / f"{name}.parquet", index=False)


def _texts(random: np.random.Generator, values: int, rows: int) -> pd.Series:
    width = max(3, len(str(values)))
    names = np.array([f"id{i:0{width}d}" for i in range(1, values + 1)], dtype=object)
    found = names[random.integers(0, values, rows)]
    found[random.random(rows) < MISSING] = None
    return pd.Series(found)


def _grouped(random: np.random.Generator, rows: int) -> pd.DataFrame:
    many = max(rows // GROUPS, 1)
    measured = random.uniform(0, 100, rows).round(6)
    measured[random.random(rows) < MISSING] = np.nan
    return pd.DataFrame({
        "id1": _texts(random, GROUPS, rows), "id2": _texts(random, GROUPS, rows), "id3": _texts(random, many, rows),
        "id4": random.integers(1, GROUPS + 1, rows), "id5": random.integers(1, GROUPS + 1, rows),
        "id6": random.integers(1, many + 1, rows), "v1": random.integers(1, 6, rows),
        "v2": random.integers(1, 16, rows), "v3": measured,
    })  # fmt: skip


def _joined(random: np.random.Generator, rows: int) -> dict[str, pd.DataFrame]:
    """A table, and three to be joined with it; a tenth of each side's keys finds no partner."""
    few, some = max(rows // 1_000_000, 10), max(rows // 1_000, 10)
    sizes = {"id1": few, "id2": some, "id3": rows}
    keys = {name: random.permutation(int(size * 1.1)) + 1 for name, size in sizes.items()}

    def text(numbers: np.ndarray) -> list[str]:
        return [f"id{i}" for i in numbers]

    x = pd.DataFrame({name: random.choice(keys[name][:size], rows) for name, size in sizes.items()})
    for key, source in (("id4", "id1"), ("id5", "id2"), ("id6", "id3")):
        x[key] = text(x[source])
    x["v1"] = random.uniform(0, 100, rows).round(6)
    tables = {"x": x}
    for name, columns in (("small", ("id1",)), ("medium", ("id1", "id2")), ("big", ("id1", "id2", "id3"))):
        size = sizes[columns[-1]]
        table = pd.DataFrame({c: random.choice(keys[c][-sizes[c] :], size) for c in columns[:-1]})
        table[columns[-1]] = random.permutation(keys[columns[-1]][-size:])
        for column in columns:
            table[f"id{int(column[-1]) + 3}"] = text(table[column])
        table["v2"] = random.uniform(0, 100, size).round(6)
        tables[name] = table
    return tables
