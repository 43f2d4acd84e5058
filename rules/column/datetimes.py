"""Dates and times: parts, flags, names and rounding of the ``dt`` accessor."""

from __future__ import annotations

from collections.abc import Callable

from translator.rulekit import (
    PERIODS,
    Accessor,
    CallSite,
    Code,
    Column,
    Decline,
    F,
    Local,
    Value,
    given,
    has_missing,
    pandas_times,
    parity,
    rule,
    series_on_driver,
    text,
)


def moment(accessor: Accessor) -> Column:
    """The column of dates and times that an accessor stands on."""
    base = accessor.base
    if not isinstance(base, Column) or base.dtype != "datetime":
        raise Decline("the column does not hold dates and times", code="T312")
    return base


def whole_part(column: Column, code: Code, dtype: str) -> Column:
    """A whole-number part: of `dtype` in pandas, and float once something is missing."""
    missing = has_missing(column)
    if missing:
        return column.then(code.cast("double"), dtype="float64")
    return column.then(code, dtype=dtype, nullable=column.nullable, missing=column.missing)


PARTS: dict[str, Callable[[Code], Code]] = {
    "year": F.year, "month": F.month, "day": F.dayofmonth, "hour": F.hour, "minute": F.minute, "second": F.second,
    "quarter": F.quarter,
    **dict.fromkeys(("dayofyear", "day_of_year"), F.dayofyear),
    **dict.fromkeys(("dayofweek", "weekday", "day_of_week"), lambda t: (F.dayofweek(t) + 5) % 7),
    **dict.fromkeys(("days_in_month", "daysinmonth"), lambda t: F.dayofmonth(F.last_day(t))),
    "microsecond": lambda t: F.date_format(t, "SSSSSS").cast("int"),
}  # fmt: skip
"""Whole-number parts by pandas' name."""


@rule(*(f"Series.dt.{name}" for name in PARTS))
def part(accessor: Accessor, at: CallSite) -> Column:
    """A part of each date and time. pandas counts weekdays from Monday 0, Spark from Sunday 1.

    Example:
        df["t"].dt.dayofweek
    Becomes:
        (F.dayofweek(F.col("t")) + 5) % 7
    """
    name = at.api.rpartition(".")[2]
    if isinstance(accessor.base, Column) and accessor.base.dtype in PERIODS:
        return _part_of_period(accessor.base, name)
    column = moment(accessor)
    return whole_part(column, PARTS[name](column.settled), "int32")


def _part_of_period(column: Column, name: str) -> Column:
    """A part of a period, read from its text; pandas counts that of a missing one as -1."""
    month, of_day = F.substring(column.settled, 6, 2).cast("bigint"), column.dtype in ("period[D]", "period[h]")
    parts = {"year": F.substring(column.settled, 1, 4).cast("bigint")}
    if of_day or column.dtype == "period[M]":
        parts |= {"month": month, "quarter": F.ceil(month / 3)}
    if of_day:
        parts["day"] = F.substring(column.settled, 9, 2).cast("bigint")
    if column.dtype == "period[Q-DEC]":
        parts["quarter"] = F.substring(column.settled, 6, 1).cast("bigint")
    if column.dtype == "period[W-SUN]" or name not in parts:
        raise Decline(f"{name} of periods is not translated", code="T312")
    code = F.coalesce(parts[name], F.lit(-1)) if column.nullable else parts[name]
    return column.then(code, dtype="int64", nullable=False)


FLAGS: dict[str, Callable[[Code], Code]] = {
    "is_month_start": lambda t: F.dayofmonth(t) == 1,
    "is_month_end": lambda t: F.to_date(t) == F.last_day(t),
    "is_quarter_start": lambda t: F.to_date(t) == F.trunc(t, "quarter"),
    "is_quarter_end": lambda t: F.to_date(t) == F.last_day(F.add_months(F.trunc(t, "quarter"), 2)),
    "is_year_start": lambda t: F.dayofyear(t) == 1,
    "is_year_end": lambda t: (F.month(t) == 12) & (F.dayofmonth(t) == 31),
    "is_leap_year": lambda t: F.dayofmonth(F.last_day(F.make_date(F.year(t), F.lit(2), F.lit(1)))) == 29,
}
"""Conditions on dates by pandas' name; they do not hold of missing ones."""


@rule(*(f"Series.dt.{name}" for name in FLAGS))
def is_date(accessor: Accessor, at: CallSite) -> Column:
    """Whether each date begins or ends a month, quarter or year; a missing one does not.

    Example:
        df[df["t"].dt.is_month_end]
    Becomes:
        df.filter(F.to_date(F.col("t")) == F.last_day(F.col("t")))
    """
    column = moment(accessor)
    code = FLAGS[at.api.rpartition(".")[2]](column.settled)
    return column.then(code, dtype="bool", null_means=False if column.nullable else None)


@rule("Series.dt.normalize")
def normalize(accessor: Accessor) -> Column:
    """Midnight of the same day.

    Example:
        df["t"].dt.normalize()
    Becomes:
        F.to_date(F.col("t")).cast("timestamp_ntz")
    """
    column = moment(accessor)
    return column.then(F.to_date(column.settled).cast("timestamp_ntz"))


@rule("Series.dt.date")
def date(accessor: Accessor) -> Column:
    """The date alone.

    Example:
        df["t"].dt.date
    Becomes:
        F.to_date(F.col("t"))
    """
    column = moment(accessor)
    return column.then(F.to_date(column.settled), dtype="date", none="either" if has_missing(column) is not False else False)


ROUNDED = {"floor": parity.floor_time, "ceil": parity.ceil_time, "round": parity.round_time}
UNITS = {"h": "hour", "min": "minute", "s": "second"}


@rule("Series.dt.floor", "Series.dt.ceil", "Series.dt.round")
def rounded(accessor: Accessor, freq: Value, at: CallSite) -> Column:
    """Times rounded to multiples of a fixed length, counted from 1970; halves go to the even one.

    Example:
        df["t"].dt.floor("15min")
    Becomes:
        floor_time(F.col("t"), 900)
    """
    column = moment(accessor)
    wanted = text(freq, "the frequency")
    seconds = pandas_times.seconds_of(wanted)
    if seconds is None or seconds <= 0:
        raise Decline(f"{wanted!r} is not a fixed length of time", code="T310")
    how = at.api.rpartition(".")[2]
    if how == "floor" and seconds == 86_400:
        return normalize(accessor)
    if how == "floor" and wanted.lower() in UNITS:
        return column.then(F.date_trunc(UNITS[wanted.lower()], column.settled).cast("timestamp_ntz"))
    return column.then(ROUNDED[how](column.settled, int(seconds) if seconds == int(seconds) else seconds))


@rule("Series.dt.day_name", "Series.dt.month_name")
def name_of_part(accessor: Accessor, locale: Value, at: CallSite) -> Column:
    """The English name of the weekday or month.

    Example:
        df["t"].dt.day_name()
    Becomes:
        F.date_format(F.col("t"), "EEEE")
    """
    if given(locale):
        raise Decline("names in another language are not translated", code="T310")
    column = moment(accessor)
    pattern = "EEEE" if at.api.endswith("day_name") else "MMMM"
    return column.then(F.date_format(column.settled, pattern), dtype="str")


@rule("Series.dt.tz_localize", "Series.dt.tz_convert")
def without_zone(accessor: Accessor, tz: Value) -> Column:
    """``tz_localize(None)`` of times without a zone changes nothing."""
    if given(tz):
        raise Decline("times with a time zone are not held in Spark with the same meaning", code="T312")
    return moment(accessor)


# --- the calendar of weeks ------------------------------------------------------------------------------

WEEK_PARTS: dict[str, Callable[[Code], Code]] = {
    "week": F.weekofyear,
    "year": lambda t: F.year(F.date_add(F.trunc(t, "week"), 3)),
    "day": lambda t: (F.dayofweek(t) + 5) % 7 + 1,
}
"""Parts of ISO 8601 week dates. The week belongs to the year of its Thursday."""


@rule("Series.dt.isocalendar")
def isocalendar(accessor: Accessor) -> Accessor:
    """Week dates, whose parts are taken one by one.

    Example:
        df["t"].dt.isocalendar().week
    Becomes:
        F.weekofyear(F.col("t"))
    """
    column = moment(accessor)
    return Accessor(
        column.code, base=column, name="isocalendar",
        as_pandas=lambda: Local(series_on_driver(column).dt.isocalendar(), "DataFrame", was_spark=True),
    )  # fmt: skip


@rule(*(f"Series.isocalendar.{name}" for name in WEEK_PARTS))
def week_part(accessor: Accessor, at: CallSite) -> Column:
    """Year, week or weekday of the ISO calendar, as a nullable number."""
    return _week_part(accessor, at.api.rpartition(".")[2])


@rule("Series.isocalendar.__getitem__")
def week_part_named(accessor: Accessor, key: Value) -> Column:
    """Year, week or weekday of the ISO calendar, as a nullable number."""
    return _week_part(accessor, text(key, "the part"))


def _week_part(accessor: Accessor, name: str) -> Column:
    if name not in WEEK_PARTS:
        raise Decline(f"the ISO calendar has no {name!r}", code="T314")
    column = moment(accessor)
    return column.then(WEEK_PARTS[name](column.settled).cast("bigint"), dtype="UInt32", name=name)
