"""Periods of times that are looked at right away: their names and their starts."""

from __future__ import annotations

from collections.abc import Callable

from translator.rulekit import Accessor, Code, Column, Decline, F, Value, replace, rule, text

from .casts import target_dtype
from .datetimes import moment

NAMES: dict[str, Callable[[Code], Code]] = {
    "D": lambda t: F.date_format(t, "yyyy-MM-dd"),
    "M": lambda t: F.date_format(t, "yyyy-MM"),
    "Q": lambda t: F.concat(F.year(t).cast("string"), F.lit("Q"), F.quarter(t).cast("string")),
    "Y": lambda t: F.date_format(t, "yyyy"),
}
"""How pandas writes a period, by its frequency."""
UNITS = {"D": "day", "M": "month", "Q": "quarter", "Y": "year"}


@rule("Series.dt.to_period")
def to_period(accessor: Accessor, freq: Value) -> Accessor:
    """The day, month, quarter or year of each time, where its name or its start is taken of it.

    Example:
        df["t"].dt.to_period("M").astype(str)
    Becomes:
        F.coalesce(F.date_format(F.col("t"), "yyyy-MM"), F.lit("NaT"))
    """
    column = moment(accessor)
    wanted = text(freq, "the frequency")
    if wanted not in UNITS:
        raise Decline(f"periods of {wanted!r} are not translated", code="T310")
    return Accessor(column.code, base=column, name="period", options={"freq": wanted})


@rule("Series.period.dt")
def parts(period: Accessor) -> Accessor:
    """The accessor of a Series of periods."""
    inner = period.as_pandas
    if inner is None:
        raise Decline("the periods are held by nothing", code="T312")
    return replace(period, as_pandas=lambda: replace(inner(), code=inner().code.dt, type=None))


@rule("Series.period.astype")
def named(period: Accessor, dtype: Value) -> Column:
    """The names of the periods; that of a missing one is "NaT"."""
    if target_dtype(dtype) != "str":
        raise Decline("periods become texts only", code="T310")
    column = period.base
    assert isinstance(column, Column)
    code = NAMES[period.options["freq"]](column.settled)
    return column.then(F.coalesce(code, F.lit("NaT")) if column.nullable else code, dtype="str", nullable=False, missing=False)


@rule("Series.period.to_timestamp", "Series.period.start_time")
def start(period: Accessor) -> Column:
    """The first moment of each period.

    Example:
        df["t"].dt.to_period("M").dt.to_timestamp()
    Becomes:
        F.date_trunc("month", F.col("t")).cast("timestamp_ntz")
    """
    column = period.base
    assert isinstance(column, Column)
    return column.then(F.date_trunc(UNITS[period.options["freq"]], column.settled).cast("timestamp_ntz"))
