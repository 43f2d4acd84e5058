"""Lengths of time: the parts of Timedelta columns, their arithmetic, and ``pd.to_timedelta``."""

from __future__ import annotations

from collections.abc import Callable

from translator.rulekit import (
    INTEGERS,
    Accessor,
    CallSite,
    Code,
    Column,
    Const,
    Decline,
    F,
    Value,
    given,
    one_of,
    pandas_times,
    parity,
    rule,
    text,
)

from .datetimes import whole_part


def _duration(accessor: Accessor) -> Column:
    base = accessor.base
    if not isinstance(base, Column) or base.dtype != "timedelta":
        raise Decline("the column does not hold lengths of time", code="T312")
    return base


PARTS: dict[str, tuple[Callable[[Code], Code], str]] = {
    "days": (parity.whole_days, "int64"),
    "seconds": (parity.seconds_of_day, "int32"),
    "microseconds": (parity.microseconds_of_second, "int32"),
}
"""Parts of a length of time by pandas' name, with their type where none is missing."""


@rule(*(f"Series.dt.{name}" for name in PARTS))
def part(accessor: Accessor, at: CallSite) -> Column:
    """Whole days, seconds of the day or microseconds, rounded down also below zero.

    Example:
        df["t"].diff().dt.days
    Becomes:
        whole_days(F.col("t") - F.lag("t", 1).over(Window.orderBy("_row")))
    """
    column = _duration(accessor)
    build, dtype = PARTS[at.api.rpartition(".")[2]]
    code = build(column.settled)
    return whole_part(column, code.cast("int") if dtype == "int32" else code, dtype)


@rule("Series.dt.total_seconds")
def total_seconds(accessor: Accessor) -> Column:
    """The length in seconds, with fractions.

    Example:
        (df["t"] - df["t"].min()).dt.total_seconds()
    Becomes:
        total_seconds(F.col("t") - lit(scalar(df.agg(F.min("t")))))
    """
    column = _duration(accessor)
    return column.then(parity.total_seconds(column.settled), dtype="float64")


def divided(column: Column, length: Value, operator: str) -> Column | None:
    """``durations / pd.Timedelta(...)`` or ``//``; None where the other side is no constant length."""
    if column.dtype != "timedelta" or not isinstance(length, Const) or operator not in ("/", "//"):
        return None
    seconds = pandas_times.seconds_in(length.value)
    if seconds is None or seconds <= 0:
        return None
    seconds = int(seconds) if seconds == int(seconds) else seconds
    if operator == "/":
        return column.then(parity.total_seconds(column.settled) / seconds, dtype="float64")
    return whole_part(column, parity.whole_multiples(column.settled, seconds), "int64")


@rule("pandas.to_timedelta")
def to_timedelta(arg: Value, unit: Value, errors: Value) -> Column:
    """Whole numbers of some unit as lengths of time.

    Example:
        df["t"] + pd.to_timedelta(df["n"], unit="D")
    Becomes:
        F.col("t") + F.col("n") * F.expr("interval 1 day")
    """
    one_of(errors, "raise", "coerce")
    if not isinstance(arg, Column) or not given(unit):
        raise Decline("only columns of numbers with a unit are translated", code="T312")
    if arg.dtype not in INTEGERS:
        raise Decline(f"{arg.dtype} values as lengths of time are rounded in another way", code="T312")
    name = pandas_times.unit_name(text(unit, "the unit"))
    if name is None:
        raise Decline(f"the unit {text(unit)!r} is not translated", code="T310")
    return arg.then(arg.settled * F.expr(f"interval 1 {name}"), dtype="timedelta")
