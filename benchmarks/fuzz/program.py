"""Writes a random program, statement by statement, running each as it goes."""

from __future__ import annotations

import contextlib
import io
import random
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.fuzz import data
from benchmarks.fuzz.draw import Dead, Draw
from benchmarks.fuzz.statements import GRAMMAR, LEAVES

IMPORTS = "import numpy as np\nimport pandas as pd"
TRIES = 12
"""How many draws that come to nothing are allowed for each statement that is wanted."""


@dataclass(frozen=True)
class Program:
    """A program, statement by statement, and the tables that it reads, by file name."""

    seed: int
    statements: tuple[str, ...]
    tables: Mapping[str, pd.DataFrame]
    shapes: Mapping[str, list[data.Shape]]

    @property
    def text(self) -> str:
        return "\n".join((IMPORTS, *self.statements)) + "\n"

    def read(self, name: str) -> pd.DataFrame:
        """What the program reads from a file of the current folder."""
        names: dict[str, Any] = {"np": np, "pd": pd}
        reads = [s for s in self.statements if repr(name) in s]
        if not reads:  # a smaller program may do without
            return pd.read_csv(name) if name.endswith(".csv") else pd.read_parquet(name)
        run(reads[0], names)
        found: pd.DataFrame = names[reads[0].split(" = ")[0]]
        return found

    def other_tables(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """Other rows for the same files."""
        rng = random.Random(f"other {self.seed}")
        for name, shapes in self.shapes.items():
            yield name, data.table(rng, shapes, data.size(rng))


def program(seed: int, folder: Path, length: int | None = None) -> Program:
    """The program of a seed; its tables are written into `folder`, which is the current one."""
    rng = random.Random(seed)
    names: dict[str, Any] = {}
    draw = Draw(rng, names, GRAMMAR, LEAVES)
    run(IMPORTS, names)
    tables: dict[str, pd.DataFrame] = {}
    shapes: dict[str, list[data.Shape]] = {}
    statements = []
    for code in sources(rng, folder, tables, shapes):
        run(code, names)
        statements.append(code)
    wanted = length or rng.randint(2, 9)
    for _ in range(wanted * TRIES):
        if len(statements) >= wanted + len(tables):
            break
        try:
            code = draw.statement()
            run(code, names)
        except Dead:
            continue
        except Exception:  # whatever pandas says: not a program that anyone would keep
            continue
        statements.append(code)
    return Program(seed, tuple(statements), tables, shapes)


def sources(
    rng: random.Random, folder: Path, tables: dict[str, pd.DataFrame], shapes: dict[str, list[data.Shape]]
) -> Iterator[str]:
    """The statements that read or build the tables."""
    first = data.shapes(rng)
    for place, columns in enumerate([first, data.related(rng, first)][: rng.choice((1, 2, 2))]):
        variable = ("df", "other")[place]
        table = data.table(rng, columns, data.size(rng))
        form = rng.choice(("csv", "csv", "parquet", "literal", "literal"))
        if form == "literal":
            yield f"{variable} = {data.literal(table, rng)}"
            continue
        path = f"{variable}.{form}"
        tables[path], shapes[path] = table, columns
        data.write(table, folder / path)
        yield f"{variable} = {reading(rng, path, columns)}"


def reading(rng: random.Random, path: str, columns: list[data.Shape]) -> str:
    """The call that reads a file."""
    if path.endswith("parquet"):
        some = f", columns={[c.name for c in columns[:2]]!r}" if rng.random() < 0.1 else ""
        return f"pd.read_parquet({path!r}{some})"
    options = ""
    times = [c.name for c in columns if c.kind == "time"]
    if times and rng.random() < 0.85:
        options += f", parse_dates={times!r}"
    if rng.random() < 0.1:
        options += f", usecols={[c.name for c in columns if c.kind != 'time' or times][:3]!r}" if not times else ""
    if rng.random() < 0.08:
        options += f", index_col={columns[0].name!r}"
    if rng.random() < 0.08 and columns[0].kind != "time":
        options += f", dtype={{{columns[0].name!r}: {rng.choice(('str', 'object', 'category', 'string'))!r}}}"
    if rng.random() < 0.04:
        options += rng.choice((", na_values=['a']", ", skipinitialspace=True"))
    return f"pd.read_csv({path!r}{options})"


def run(code: str, names: dict[str, Any]) -> str:
    """Run code in a namespace; what it printed."""
    names.setdefault("__name__", "__main__")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(code, "<program>", "exec"), names)
    return printed.getvalue()
