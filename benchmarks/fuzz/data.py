"""Tables that break translations: ties, missing values, odd texts, empty and one-row frames."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

KEYS = ("k", "key", "g", "name", "id")
NAMES = {
    "int": ("n", "m", "count", "qty", "id", "year"),
    "float": ("v", "w", "x", "price", "value", "a.b"),
    "text": ("k", "g", "name", "s", "city", "Group"),
    "time": ("t", "when", "date", "day"),
    "bool": ("b", "flag", "ok"),
}
"""Likely column names of each kind; some mean something to pandas or are odd to Spark."""

ODD = ("x y", "é", "A", "index", "size", "sum", "K", "level_0", "values", "a-b", "2")

TEXTS = ("a", "b", "c", "ab", "B", "A", "a b", " a", "é", "Zoë", "x,y", "1", "10", "2.5", "a.b", "true", "b_1", "%a")
RARE_TEXTS = ("", " ", "nan", "None", 'q"q', "a\nb", "[x]", "ß", "NULL", "-1", "2024-01-31", "\\d", "a|b", "日本", "'")
FLOATS = (0.0, 0.5, 1.0, 1.5, 2.5, -0.5, -1.5, 3.25, 10.0, 100.0, -2.0, 7.75)
RARE_FLOATS = (1e308, -1e308, 5e-324, 2.675, 0.1, 1e16, -0.0, 1 / 3)
INTS = (0, 1, 2, 3, -1, -2, 5, 7, 10, 4)
RARE_INTS = (2**31, -(2**31) - 1, 2**53 + 1, 1000, 10**12, -(2**53) - 1)
TIMES = (
    "2024-01-01", "2024-01-31", "2024-02-29", "2023-12-31 23:59:59", "2024-03-31 02:30:00", "2024-01-01 12:00:00",
    "2023-02-28", "2024-12-30", "2021-01-03", "2024-06-15 08:05:03",
)  # fmt: skip
RARE_TIMES = ("1969-07-20 20:17:00", "1900-01-01", "2100-02-28", "2024-01-01 00:00:00.123456")


@dataclass(frozen=True)
class Shape:
    """How a column looks: its kind, whether cells may be missing, and how varied it is."""

    name: str
    kind: str
    missing: bool
    few: bool
    rare: bool


def shapes(rng: random.Random) -> list[Shape]:
    """The columns of a table: one or two keys, then values."""
    kinds = [rng.choice(("text", "text", "int")), rng.choice(("float", "float", "int"))]
    kinds += rng.choices(("int", "float", "text", "time", "bool"), (3, 4, 3, 2, 1), k=rng.randint(0, 4))
    taken: dict[str, Shape] = {}
    for place, kind in enumerate(kinds):
        pool = ODD if rng.random() < 0.06 else NAMES[kind]
        name = rng.choice(pool)
        if name not in taken:
            taken[name] = Shape(name, kind, rng.random() < 0.6, place == 0 or rng.random() < 0.4, rng.random() < 0.12)
    return list(taken.values())


def related(rng: random.Random, to: list[Shape]) -> list[Shape]:
    """The columns of a table that can be joined with another."""
    shared = rng.sample(to, min(len(to), rng.choice((1, 1, 2))))
    own = [shape for shape in shapes(rng) if shape.name not in {s.name for s in shared}]
    return [*shared, *own[: rng.randint(1, 3)]]


def size(rng: random.Random) -> int:
    """How many rows; at most 16, up to which NumPy's default sort keeps ties in order."""
    return rng.choices((0, 1, rng.randint(2, 5), rng.randint(6, 14)), (4, 8, 38, 50))[0]


def table(rng: random.Random, columns: list[Shape], rows: int) -> pd.DataFrame:
    """A table of these columns."""
    return pd.DataFrame({shape.name: column(rng, shape, rows) for shape in columns})


def column(rng: random.Random, shape: Shape, rows: int) -> pd.Series[Any]:
    """One column, with ties and, where it may, missing values."""
    usual, rare = {
        "int": (INTS, RARE_INTS), "float": (FLOATS, RARE_FLOATS), "text": (TEXTS, RARE_TEXTS),
        "time": (TIMES, RARE_TIMES), "bool": ((True, False), ()),
    }[shape.kind]  # fmt: skip
    pool = list(rng.sample(usual, min(len(usual), 3)) if shape.few else usual)
    if shape.rare:
        pool += rng.sample(rare, min(2, len(rare)))
    share = rng.choice((0.15, 0.4, 1.0 if rng.random() < 0.2 else 0.2)) if shape.missing else 0.0
    cells: list[Any] = [None if rng.random() < share else rng.choice(pool) for _ in range(rows)]
    if shape.kind == "time":
        return pd.Series(pd.to_datetime(pd.Series(cells, dtype=object), format="ISO8601").astype("datetime64[ns]"))
    if shape.kind == "float":
        return pd.Series([np.nan if c is None else c for c in cells], dtype="float64")
    if shape.kind == "int" and None not in cells:
        return pd.Series(cells, dtype="int64")
    if shape.kind == "int":
        return pd.Series([np.nan if c is None else float(c) for c in cells], dtype="float64")
    if shape.kind == "bool" and None not in cells:
        return pd.Series(cells, dtype="bool")
    return pd.Series(cells, dtype="object")


def write(frame: pd.DataFrame, path: Path) -> None:
    """Write a table as the file that its suffix says."""
    if path.suffix == ".parquet":
        frame.to_parquet(path, index=False)
    else:
        frame.to_csv(path, index=False)


def replace_alike(frame: pd.DataFrame, path: Path, read: Callable[[str], pd.DataFrame]) -> None:
    """Write other rows over a file, if pandas still reads the same types: those are what a translation rests on."""
    before, kinds = path.read_bytes(), kinds_of(read(path.name))
    write(frame, path)
    if kinds_of(read(path.name)) != kinds or not len(frame):
        path.write_bytes(before)


def kinds_of(frame: pd.DataFrame) -> list[str]:
    """What the columns and the labels of a frame hold."""
    held = [*(frame[c] for c in frame), frame.index.to_series()]
    return [pd.api.types.infer_dtype(column, skipna=True) + str(column.dtype) for column in held]


def literal(frame: pd.DataFrame, rng: random.Random) -> str:
    """The expression that builds a table."""
    columns = ", ".join(f"{name!r}: [{cells(frame[name])}]" for name in frame)
    index = ""
    if len(frame) and rng.random() < 0.12:
        labels = rng.choice((list("zyxwvutsrqponmlk"), list(range(10, 42, 2)), [*"aabbccddeeffgghh"]))
        index = f", index={labels[: len(frame)]!r}"
    return f"pd.DataFrame({{{columns}}}{index})"


def cells(values: pd.Series[Any]) -> str:
    """The cells of a column as they are written in a program."""
    return ", ".join(written(value) for value in values.tolist())


def written(value: Any) -> str:
    """One value as it is written in a program."""
    if value is None:
        return "None"
    if value is pd.NaT:
        return "pd.NaT"
    if isinstance(value, pd.Timestamp):
        return f'pd.Timestamp("{value}")'
    if isinstance(value, float) and value != value:
        return "np.nan"
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return "np.inf" if value > 0 else "-np.inf"
    return repr(value)
