"""Values and differences in words, and the comparison of printed text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from translator.harness.matching import Tolerance
from translator.harness.values import MISSING, Bundle, Captured, Plain, Table


def describe(value: Captured) -> str:
    """Return what kind of thing a captured value is, for a message."""
    if isinstance(value, Table):
        what = {"series": "a Series", "index": "an Index", "array": "an array"}
        name = "a Spark frame" if value.origin == "spark" else what.get(value.form, "a DataFrame")
        return f"{name} of {value.rows} rows"
    if isinstance(value, Plain):
        text = show(value)
        return f"{value.family} {text}" if value.family != MISSING else "a missing value"
    if isinstance(value, Bundle):
        return f"a {value.family} of {len(value.items)} objects"
    return value.type_name


def show_cell(value: Any, family: str) -> str:
    """Return one cell for a reader."""
    if value is None:
        return "missing"
    if family in ("datetime", "timedelta") and isinstance(value, int):
        return _show_ticks(value, family)
    if isinstance(value, Plain):
        return show(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(show_cell(item, "") for item in value) + "]"
    return repr(value)


def _show_ticks(value: int, family: str) -> str:
    """Return nanoseconds as a date and time, or as a span of days and time."""
    seconds, rest = divmod(value, 1_000_000_000)
    tail = f".{rest:09d}".rstrip("0") if rest else ""
    if family == "timedelta":
        return f"{dt.timedelta(seconds=seconds)}{tail}"
    try:
        return f"{dt.datetime(1970, 1, 1) + dt.timedelta(seconds=seconds)}{tail}"
    except OverflowError:
        return f"{value} ns"


def show(value: Plain) -> str:
    """Return a scalar or container for a reader."""
    text = show_cell(value.value, value.family)
    return text if len(text) <= 200 else text[:197] + "..."


_NUMBER = re.compile(r"[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?|[-+]?(?:inf|nan)\b")
_FRACTION = re.compile("[.eE]")


class VariedText(str):
    """A text that several runs have differently (`halfway`)."""

    others: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str, others: Iterable[str]) -> VariedText:
        made = cls(text)
        made.others = tuple(others)
        return made

    def equals(self, other: str, printed: bool = False) -> bool:
        """Tell whether every word of a text is as some run has it."""
        words = other.split()
        runs = [run for text in (self, *self.others) if len(run := text.split()) == len(words)]
        return bool(runs) and all(any(same_text(run[i], word, printed) for run in runs) for i, word in enumerate(words))


def same_text(left: str, right: str, printed: bool = False) -> bool:
    """Tell whether two texts differ in nothing but the last digits of floats, and the room that these take.

    Those are the last of a float, or, of values that have been `printed` with few digits and are known
    to be equal, the last that each has there.
    """
    if left == right or isinstance(left, VariedText) and left.equals(right, printed):
        return True
    ours, theirs = _NUMBER.findall(left), _NUMBER.findall(right)
    if ours == theirs or len(ours) != len(theirs):
        return False
    if _NUMBER.sub("#", left).split() != _NUMBER.sub("#", right).split():
        return False
    return all(_same_number(a, b, printed) for a, b in zip(ours, theirs, strict=True))


def _same_number(left: str, right: str, printed: bool) -> bool:
    """Tell whether two printed numbers are equal; whole numbers only if spelled alike."""
    if left == right:
        return True
    if not (_FRACTION.search(left) and _FRACTION.search(right)):
        return False
    reach = max(_last_digit(left), _last_digit(right)) if printed else 0.0
    return Tolerance(absolute=max(reach, Tolerance.absolute)).close(float(left), float(right))


def _last_digit(number: str) -> float:
    """Return what the last digit of a printed number counts, with room for how floats hold it."""
    digits, _, power = number.lower().partition("e")
    return 1.5 * 10.0 ** (int(power or 0) - len(digits.partition(".")[2]))
