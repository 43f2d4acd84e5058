"""Numbers at hand that are too large: pandas and Spark overflow, or lose digits, differently."""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from translator.context import current
from translator.diagnostics import Decline
from translator.evidence import at_hand
from translator.frames.dtypes import FLOATS
from translator.frames.values import Column, Const, Elements, Frame, Grouped, Module, Value, Windowed

SQUARES = frozenset({"std", "var", "sem", "skew", "kurt", "corr", "cov", "describe"})
SUMS = frozenset({"sum", "mean", "average", "cumsum", "nansum", "nanmean", "pivot_table"})
LARGEST = {
    **dict.fromkeys(SQUARES, 1e150),
    **dict.fromkeys(SUMS, 1e300),
    **dict.fromkeys(("floor", "ceil", "trunc", "fix"), 2.0**62),  # Spark gives whole numbers
}
"""From where on pandas and Spark give different results, by function."""

BETWEEN = frozenset({"quantile", "percentile", "describe"})
"""What lies between two infinities is missing in pandas."""

MOMENTS = frozenset({"skew", "kurt", "corr", "cov", "corrwith"})
"""What pandas makes of infinities here depends on the order in which it adds up."""

IN_WINDOWS = 1e15
"""From where on pandas, which takes away the squares of numbers that leave a window, loses those of the others."""


def require_moderate(key: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> None:
    """Look at the numbers that a function is applied to.

    Raises:
        Decline: T312 when some in the data at hand are too large for it.
    """
    given = [*args, *kwargs.values()]
    named = {key.rpartition(".")[2], *(text for v in given for text in _texts(v))}
    limits = [LARGEST[name] for name in named & set(LARGEST)]
    between = bool(named & BETWEEN)
    if not limits and not between:
        return
    for value in (v for v in given if isinstance(v, at_hand.KEPT)):
        if named & MOMENTS and _may_be_infinite(_held(value)):
            raise Decline("some numbers may be infinite", code="T312")
        if between and np.isinf(_numbers(at_hand.of(_held(value)))).any(axis=None):
            raise Decline("some numbers at hand are infinite", code="T312")
        if limits:
            in_windows = isinstance(value, Windowed) and named & SQUARES
            require_below(IN_WINDOWS if in_windows else min(limits), _held(value))


def _texts(given: object) -> Iterator[str]:
    """The texts in an argument, which may name functions: ``"std"``, ``{"v": ["mean", "std"]}``, ``("v", "std")``."""
    match given:
        case str():
            yield str(given)
        case Const() | Module():
            yield from _texts(given.name.rpartition(".")[2] if isinstance(given, Module) else given.value)
        case Elements():
            yield from (text for item in given.items for text in _texts(item))
        case dict():
            yield from (text for item in given.values() for text in _texts(item))
        case list() | tuple():
            yield from (text for item in given for text in _texts(item))


def require_below(limit: float, value: Value) -> None:
    """State that no number of a frame or column is larger (A113).

    Raises:
        Decline: T312 when some in the data at hand are.
    """
    numbers = _numbers(at_hand.of(value))
    if (numbers.abs() > limit).any(axis=None) and not np.isinf(numbers).any(axis=None):
        raise Decline("some numbers at hand are too large", code="T312")
    held = value.fields.values() if isinstance(value, Frame) else [value] if isinstance(value, Column) else []
    if any(fact.dtype in FLOATS for fact in held):
        current().site.assume("A113")


def require_exact_sum(lengths: Column) -> None:
    """State that lengths of time add up to what floats can count (A113): pandas adds them as such, in nanoseconds.

    Raises:
        Decline: T312 when those in the data at hand do not.
    """
    data = at_hand.of(lengths)
    if isinstance(data, pd.Series) and data.dtype.kind == "m":
        numbers = [abs(int(n)) for n in data.dropna().astype("timedelta64[ns]").astype("int64")]
        every_bit = functools.reduce(operator.or_, numbers, 0)
        if sum(numbers) > 2**53 * (every_bit & -every_bit):
            raise Decline("the lengths of time at hand add up to more than floats can count", code="T312")
    current().site.assume("A113")


def _held(value: Value) -> Value:
    """The frame or column whose numbers a group, or a window over rows or groups, goes over."""
    while isinstance(value, (Grouped, Windowed)):
        value = value.frame if isinstance(value, Grouped) else value.base
    return value


def _may_be_infinite(value: Value) -> bool:
    """Whether some number of a frame or column may be infinite."""
    columns = [value.column(label) for label in value.fields] if isinstance(value, Frame) else [value]
    return any(at_hand.may_be_infinite(column) for column in columns)


def _numbers(data: Any) -> pd.DataFrame:
    if isinstance(data, pd.Series):
        data = data.to_frame()
    return data.select_dtypes(["float", "int"]) if isinstance(data, pd.DataFrame) else pd.DataFrame()
