"""Tells whether pandas' own result turns on the last digits of floats that it computes.

Engines add floats up in other orders, so the last digits of a sum or mean differ. Two sums that are
equal, or a value on the edge of a bin, may then fall apart, in Spark as in pandas of another version.
"""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.fuzz import draw, program
from translator.harness import digits as harness
from translator.harness.compare import compare_values
from translator.harness.wording import same_text

TRIALS = 4
HELD = (pd.DataFrame, pd.Series, int, float, str, list, dict, np.bool_)
"""What is compared of the values that a program leaves behind."""


def decide(of: program.Program) -> bool:
    """Whether the program gives something else once the last digits of its computed floats differ."""
    try:
        text, names = _run(of, None)
        for trial in range(TRIALS):
            other, found = _run(of, random.Random(trial))
            held = {n: v for n, v in names.items() if isinstance(v, HELD)}
            if not same_text(text, other) or any(compare_values(v, found.get(n)) for n, v in held.items()):
                return True
    except Exception:
        return False
    return False


def _run(of: program.Program, rng: random.Random | None) -> tuple[str, dict[str, Any]]:
    """What a program prints and leaves behind, with other last digits after every statement if there is a generator."""
    names: dict[str, Any] = {}
    printed = program.run(program.IMPORTS, names)
    before = [] if rng is None else harness.disturb(rng.randrange(1000))
    try:
        for statement in of.statements:
            printed += program.run(statement, names)
            for value in names.values() if rng is not None else ():
                _disturb(value, rng)
    finally:
        for holder, name, function in before:
            setattr(holder, name, function)
    return printed, names


def _disturb(value: Any, rng: random.Random | None) -> None:
    """Change the last digits of computed floats where they stand, so that what shares them sees it."""
    assert rng is not None
    columns = [value] if isinstance(value, pd.Series) else []
    if isinstance(value, pd.DataFrame):
        columns = [value.iloc[:, place] for place in range(value.shape[1])]
    for column in columns:
        cells = column.to_numpy() if column.dtype == "float64" else np.array([])
        for place in np.flatnonzero([draw.is_computed(v) for v in cells.tolist()]) if cells.flags.writeable else ():
            cells[place] *= 1 + rng.choice((-1, 1, 2)) * 2.3e-16
