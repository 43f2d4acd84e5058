"""Months, quarters, years, weeks, days and hours as pandas' periods: kept as the texts that pandas shows for them.

The texts sort as the periods do, since pandas' times lie in years of four digits; on the driver they
become periods again.
"""

from __future__ import annotations

from collections.abc import Callable

from translator.rulekit import PERIODS, Accessor, Code, Column, Decline, F, Value, one_of, rule

from .datetimes import moment

TEXTS_OF: dict[str, Callable[[Code], Code]] = {
    "period[h]": lambda t: F.date_format(t, "yyyy-MM-dd HH:00"),
    "period[D]": lambda t: F.date_format(t, "yyyy-MM-dd"),
    "period[W-SUN]": lambda t: F.concat(F.trunc(t, "week"), F.lit("/"), F.date_add(F.trunc(t, "week"), 6)),
    "period[M]": lambda t: F.date_format(t, "yyyy-MM"),
    "period[Q-DEC]": lambda t: F.concat(F.year(t), F.lit("Q"), F.quarter(t)),
    "period[Y-DEC]": lambda t: F.date_format(t, "yyyy"),
}
FREQUENCIES = {
    "h": "period[h]", "H": "period[h]", "D": "period[D]", "W": "period[W-SUN]", "W-SUN": "period[W-SUN]", "M": "period[M]",
    "Q": "period[Q-DEC]", "Q-DEC": "period[Q-DEC]", "Y": "period[Y-DEC]", "Y-DEC": "period[Y-DEC]", "A": "period[Y-DEC]",
    "A-DEC": "period[Y-DEC]",
}  # fmt: skip


def period(accessor: Accessor) -> Column:
    """The column of periods that an accessor stands on."""
    base = accessor.base
    if not isinstance(base, Column) or base.dtype not in PERIODS:
        raise Decline("the column does not hold periods", code="T312")
    return base


@rule("Series.dt.to_period")
def to_period(accessor: Accessor, freq: Value) -> Column:
    """The month, quarter, year, week, day or hour of each time.

    Example:
        df["t"].dt.to_period("M")
    Becomes:
        F.date_format(F.col("t"), "yyyy-MM")
    """
    times = moment(accessor)
    dtype = FREQUENCIES[one_of(freq, *FREQUENCIES)]
    return times.then(TEXTS_OF[dtype](times.code), dtype=dtype, none=False)


@rule("Series.dt.to_timestamp", "Series.dt.start_time")
def to_timestamp(accessor: Accessor) -> Column:
    """The time at which each period starts.

    Example:
        df["t"].dt.to_period("M").dt.to_timestamp()
    Becomes:
        F.date_format(F.col("t"), "yyyy-MM").cast("timestamp_ntz")
    """
    periods = period(accessor)
    if periods.dtype == "period[Q-DEC]":
        raise Decline("the start of a quarter is not read from its name", code="T312")
    first = F.substring(periods.code, 1, 10) if periods.dtype == "period[W-SUN]" else periods.code
    return periods.then(first.cast("timestamp_ntz"), dtype="datetime")
