"""Values that break translations, by the kind of column that they are for."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

DATE_FORMATS = (
    "%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%SZ",
    "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y/%m/%d", "%d-%m-%Y", "%Y-%m-%d %H:%M:%S.%f", "%Y-%m",
    "%m/%d/%Y %H:%M", "%d/%m/%Y %H:%M", "%d-%b-%Y", "%b %d, %Y",
)  # fmt: skip
MOMENTS = (
    dt.datetime(2024, 2, 29), dt.datetime(2024, 2, 29, 23, 59, 59), dt.datetime(2023, 12, 31),
    dt.datetime(2024, 1, 1), dt.datetime(2024, 12, 31, 23, 59, 59), dt.datetime(2021, 3, 28, 2, 30),
    dt.datetime(2024, 6, 30), dt.datetime(2024, 7, 7), dt.datetime(1999, 12, 31, 12),
    dt.datetime(2000, 2, 29), dt.datetime(1970, 1, 1), dt.datetime(2021, 1, 3),
)  # fmt: skip
TEXTS = (" a", "a ", "ÄÖ ß", "日本", "e\u0301", "A", "a", "Ab cD", "x-1", "0x1F", "_", "%", "a.b", "É")
AWKWARD = ("a,b", 'say "hi"', "two\nlines", "it's", "back\\slash", "tab\there", "$1", "[a]", "(x|y)*")
NUMERALS = ("007", "1e5", "1.50", "-3", "1_000", "12,5", "True", "2024-01-01", "٣")
FLOATS = (0.0, -0.0, 0.5, 1.5, 2.5, -0.5, -2.5, 0.125, 1.005, 2.675, -1.0, 1.0, 100.0, 1 / 3, 0.1)
BIG_FLOATS = (1e308, -1e308, 5e-324, 1e16, 2.0**53 + 2, 1e-9, 123456789.123456789)
INTS = (0, 1, -1, 2, -2, 3, 7, 10, -7, 100)
BIG_INTS = (2**31, 2**31 - 1, -(2**31) - 1, 2**53 + 1, 2**53, -(2**53) - 1)


@dataclass
class Profile:
    """What one generated data set is like."""

    rows: int
    missing: float = 0.15
    fresh: float = 0.3
    big: bool = False
    awkward: bool = False
    all_missing: float = 0.0
    duplicate: float = 0.2


@dataclass
class Drawn:
    """A column at hand: its kind and the values from which new ones are drawn."""

    name: str
    kind: str
    nullable: bool
    seen: Sequence[Any]
    key: bool = False
    format: str = ""
    extra: list[Any] = field(default_factory=list)


def profile(number: int, rows: int, dice: random.Random) -> Profile:
    """Return the profile of the nth data set: the extreme ones come first and again and again."""
    turn = number % 8
    if turn == 2:
        return Profile(rows=1)
    if turn == 3:
        return Profile(rows=rows, big=True, fresh=0.5)
    if turn == 4:
        return Profile(rows=rows, all_missing=0.4, missing=0.5)
    if turn == 5:
        return Profile(rows=rows, awkward=True, fresh=0.5)
    if turn == 6:
        return Profile(rows=0)
    if turn == 7:
        return Profile(rows=rows * 4, duplicate=0.5, fresh=0.1)
    return Profile(rows=dice.randint(max(2, rows // 2), rows * 2), missing=dice.choice((0.1, 0.3)))


def draw(column: Drawn, count: int, shape: Profile, dice: random.Random) -> list[Any]:
    """Return that many values for a column, None for missing ones."""
    if column.nullable and column.kind == "float" and dice.random() < shape.all_missing:
        return [None] * count
    return [_one(column, shape, dice) for _ in range(count)]


def _one(column: Drawn, shape: Profile, dice: random.Random) -> Any:
    """Return one value for a column."""
    if column.nullable and dice.random() < shape.missing:
        return None
    if column.seen and dice.random() >= (shape.fresh / 2 if column.key else shape.fresh):
        pool = column.extra if column.key and column.extra and dice.random() < 0.5 else column.seen
        return dice.choice(pool)
    return _fresh(column, shape, dice)


def _fresh(column: Drawn, shape: Profile, dice: random.Random) -> Any:
    """Return a value that is not taken from the data at hand."""
    if column.kind == "int":
        return dice.choice(BIG_INTS if shape.big and dice.random() < 0.5 else INTS)
    if column.kind == "float":
        return dice.choice(BIG_FLOATS if shape.big and dice.random() < 0.5 else FLOATS)
    if column.kind == "bool":
        return dice.choice(list(column.seen) or [True, False])
    if column.kind in ("date", "datetime"):
        moment = dice.choice(MOMENTS)
        if dice.random() < 0.3:
            moment += dt.timedelta(hours=dice.randint(0, 24 * 60), minutes=dice.choice((0, 30)))
        return moment.strftime(column.format) if column.kind == "date" else moment
    if column.kind == "string":
        pool = (*TEXTS, *((*AWKWARD, *NUMERALS) if shape.awkward else ()))
        fresh = dice.choice(pool)
        if column.seen and dice.random() < 0.4:
            known = str(dice.choice(column.seen))
            fresh = dice.choice((known.upper(), known.lower(), known + " ", " " + known, known[:1]))
        return fresh
    return dice.choice(column.seen) if column.seen else None


def date_format(texts: Sequence[str]) -> str:
    """Return the format in which all of some texts are dates, "" if there is none."""
    sample = list(texts[:200])
    for pattern in DATE_FORMATS if sample else ():
        if all(_parses(text, pattern) for text in sample):
            return pattern
    return ""


def _parses(text: str, pattern: str) -> bool:
    """Tell whether a text is a date of a format, spelled as the format would."""
    try:
        return dt.datetime.strptime(text, pattern).strftime(pattern) == text
    except ValueError:
        return False
