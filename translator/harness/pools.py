"""Values that break translations, by the kind of column that they are for.

Those that are known to break something are listed here; Hypothesis draws more of each kind.
"""

from __future__ import annotations

import datetime as dt
import functools
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
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
    dt.datetime(2000, 2, 29), dt.datetime(1970, 1, 1), dt.datetime(2021, 1, 3), dt.datetime(2023, 4, 30, 12),
    dt.datetime(2024, 3, 10, 2, 30), dt.datetime(2024, 11, 3, 1, 30), dt.datetime(2024, 10, 27, 2, 30),
)  # fmt: skip
ZONED = (
    dt.datetime(2024, 3, 10, 6, 59, 59), dt.datetime(2024, 3, 10, 7), dt.datetime(2024, 3, 10, 10),
    dt.datetime(2024, 3, 31, 0, 59, 59), dt.datetime(2024, 3, 31, 1), dt.datetime(2024, 11, 3, 5, 30),
    dt.datetime(2024, 11, 3, 6, 30), dt.datetime(2024, 10, 27, 0, 30), dt.datetime(2024, 10, 27, 1, 30),
    dt.datetime(2023, 12, 31, 23, 30), dt.datetime(2024, 2, 29, 23, 30), dt.datetime(2024, 4, 6, 15, 30),
)  # fmt: skip
"""Moments (in UTC) around the changes of clocks in America, Europe and Australia."""
TEXTS = (" a", "a ", "", "  ", "ÄÖ ß", "日本", "e\u0301", "A", "a", "Ab cD", "x-1", "_", "%", "a.b", "É", "a\u00a0")
LINES = ("two\nlines", "\nb", "a\n", "a\n\nb", '"\n')
QUOTES = ('say "hi"', '"', 'a;"b"', "it's")
SEPARATORS = ("a,b", ",", "tab\there", "back\\slash", "\\", "a;b|c")
MARKERS = ("NA", "null", "None", "nan", "N/A", "NaN", "<NA>", "NULL", "#N/A", "-")
NUMERALS = ("007", "1e5", "1.50", "-3", "1_000", "12,5", "+1", ".5", "0x1F", "٣", "1 000", "inf")
WORDS = ("True", "false", "2024-01-01", "31/12/2023", "12:30", "2024-02-30", "[1, 2]", "{}", "$1", "(x|y)*", "[a]")
AWKWARD = (LINES, QUOTES, SEPARATORS, MARKERS, NUMERALS, WORDS)
"""Kinds of texts that are mistaken for something else, or for the end of their cell."""
FLOATS = (0.0, -0.0, 0.5, 1.5, 2.5, -0.5, -2.5, 0.125, 1.005, 2.675, -1.0, 1.0, 100.0, 1 / 3, 0.1)
BIG_FLOATS = (1e308, -1e308, 5e-324, 1e16, 2.0**53 + 2, 1e-9, 123456789.123456789)
INTS = (0, 1, -1, 2, -2, 3, 7, 10, -7, 100)
BIG_INTS = (2**31, 2**31 - 1, -(2**31) - 1, 2**53 + 1, 2**53, -(2**53) - 1)


@dataclass
class Profile:
    """What one generated data set is like; a tame one has missing values only where there are some."""

    rows: int
    missing: float = 0.15
    fresh: float = 0.3
    big: bool = False
    awkward: bool = False
    all_missing: float = 0.0
    duplicate: float = 0.2
    tame: bool = False


@dataclass
class Drawn:
    """A column at hand: its kind and the values from which new ones are drawn.

    `nullable` columns may have missing values; `missing` tells whether some do at hand.
    """

    name: str
    kind: str
    nullable: bool
    seen: Sequence[Any]
    key: bool = False
    format: str = ""
    extra: list[Any] = field(default_factory=list)
    missing: bool = True
    hints: list[Any] = field(default_factory=list)
    """Values that the program compares with, and their neighbours."""
    typed: bool = False
    """Whether the file states the type, so that missing values cannot change it."""


def tamed(shape: Profile, tame: int) -> Profile:
    """Return a profile with missing values only where some are at hand (1), or with values at hand only (2, 3)."""
    if tame == 0:
        return shape
    kept = replace(shape, rows=max(shape.rows, 2), tame=True, all_missing=0.0)
    return kept if tame == 1 else replace(kept, fresh=0.0, big=False, awkward=False)


@functools.lru_cache(maxsize=64)
def drawn(kind: str, seed: int, count: int = 60) -> tuple[Any, ...]:
    """Return values of a kind that Hypothesis draws for a seed, () for a kind that it has none of."""
    from hypothesis import HealthCheck, Phase, given, settings, strategies
    from hypothesis import seed as seeded

    letters = strategies.characters(exclude_categories=("Cs", "Cc"))
    kinds: dict[str, Any] = {
        "int": strategies.integers(-1000, 1000),
        "big int": strategies.integers(-(2**53) - 9, 2**53 + 9),
        "float": strategies.floats(-1e6, 1e6, allow_nan=False),
        "big float": strategies.floats(allow_nan=False, allow_infinity=False),
        "string": strategies.text(letters, max_size=9),
        "datetime": strategies.datetimes(dt.datetime(1970, 1, 1), dt.datetime(2100, 1, 1)),
    }
    found: list[Any] = []
    if kind not in kinds:
        return ()

    @seeded(seed)
    @settings(max_examples=count, database=None, phases=(Phase.generate,), deadline=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(kinds[kind])
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    return tuple(found)


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
    absent = column.kind == "float" or column.typed and column.kind in ("string", "datetime", "zoned", "category")
    if column.nullable and absent and dice.random() < shape.all_missing:
        return [None] * count
    values = [_one(column, shape, dice) for _ in range(count)]
    if shape.awkward and column.kind == "string":
        for group, row in zip(AWKWARD, dice.sample(range(count), min(count, len(AWKWARD))), strict=False):
            values[row] = dice.choice(group)
    return values


def _one(column: Drawn, shape: Profile, dice: random.Random) -> Any:
    """Return one value for a column."""
    if column.nullable and (column.missing or not shape.tame) and dice.random() < shape.missing:
        return None
    if column.seen and dice.random() >= (shape.fresh / 2 if column.key else shape.fresh):
        pool = column.extra if column.key and column.extra and dice.random() < 0.5 else column.seen
        return dice.choice(pool)
    return _fresh(column, shape, dice)


def _fresh(column: Drawn, shape: Profile, dice: random.Random) -> Any:
    """Return a value that is not taken from the data at hand."""
    big = shape.big and dice.random() < 0.5
    if column.hints and not big and dice.random() < 0.3:
        return dice.choice(column.hints)
    if column.kind in ("int", "float"):
        known: Sequence[Any] = {"int": (INTS, BIG_INTS), "float": (FLOATS, BIG_FLOATS)}[column.kind][big]
        return _either(known, f"big {column.kind}" if big else column.kind, dice)
    if column.kind == "bool":
        return dice.choice(list(column.seen) or [True, False])
    if column.kind == "zoned":
        return dice.choice(ZONED).replace(tzinfo=dt.UTC)
    if column.kind in ("date", "datetime"):
        moment: dt.datetime = _either(MOMENTS, "datetime", dice)
        if dice.random() < 0.3:
            moment += dt.timedelta(hours=dice.randint(0, 24 * 60), minutes=dice.choice((0, 30)))
        return moment.strftime(column.format) if column.kind == "date" else moment
    if column.kind == "string":
        return _text(column, shape, dice)
    return dice.choice(column.seen) if column.seen else None


def _either(known: Sequence[Any], kind: str, dice: random.Random) -> Any:
    """Return one of the values that are known to break something, or one that Hypothesis draws."""
    more = drawn(kind, dice.randrange(4)) if dice.random() < 0.3 else ()
    return dice.choice(more or known)


def _text(column: Drawn, shape: Profile, dice: random.Random) -> str:
    """Return a text that is new, or differs from one at hand in letters' case or spaces."""
    if column.seen and dice.random() < 0.4:
        known = str(dice.choice(column.seen))
        return dice.choice((known.upper(), known.lower(), known + " ", " " + known, known[:1]))
    return str(_either(TEXTS, "string" if shape.awkward else "", dice))


def hints_of(constants: Sequence[Any], kind: str) -> list[Any]:
    """Return what a column of a kind may hold that a program with these constants is likely to confuse."""
    found: list[Any] = []
    for constant in constants:
        if kind == "string" and isinstance(constant, str):
            found += [constant, constant.upper(), constant.lower(), f"{constant} ", re.sub(r"\W", "x", constant)]
        elif kind in ("int", "float") and isinstance(constant, int | float) and not isinstance(constant, bool):
            step: Any = 1 if kind == "int" else 0.5
            near = [constant, constant - step, constant + step, -constant]
            found += [type(step)(value) for value in near if abs(value) < 2**31 and value == type(step)(value)]
    return list(dict.fromkeys(found))


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
