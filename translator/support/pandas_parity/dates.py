"""Dates and times. Needs the session time zone UTC."""

from __future__ import annotations

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F


def parse_dates(column: Column, *patterns: str, coerce: bool = False) -> Column:
    """Texts to dates and times by a Spark pattern, as ``pandas.to_datetime(format=...)``; by the first that fits, of several.

    Empty texts are missing. With `coerce` so is what does not fit the pattern, and what lies
    outside the years that pandas' nanoseconds can hold. Two-digit years are those from 1969 to
    2068, names of months are read in any case.
    """
    *others, last = patterns
    found = [*(_parsed(column, other, coerce=True) for other in others), _parsed(column, last, coerce)]
    return F.coalesce(*found) if len(found) > 1 else found[0]


def _parsed(column: Column, pattern: str, coerce: bool) -> Column:
    """The texts by one pattern."""
    text = F.nullif(column, F.lit(""))
    if "MMM" in pattern:
        text = F.initcap(text)
    elif "a" in pattern:
        text = F.upper(text)
    form = F.lit(pattern)
    moment = F.try_to_timestamp(text, form).cast("timestamp_ntz") if coerce else F.to_timestamp_ntz(text, form)
    if "yy" in pattern and "yyyy" not in pattern:
        moment = F.when(F.year(moment) < 2069, moment).otherwise(moment - F.expr("interval 100 years"))
    return F.when(F.year(moment).between(1678, 2261), moment) if coerce else moment


def date_texts(column: Column, among: DataFrame) -> Column:
    """Times as ``Series.astype(str)`` writes them: all with a time of day and fractions, or none.

    Args:
        column: the times; a missing one is "NaT".
        among: a frame of all times, which decide together.
    """
    moment = F.col(f"`{among.columns[0]}`")
    fraction = F.date_format(moment, "SSSSSS")
    detail = F.when(moment == F.to_date(moment).cast("timestamp_ntz"), 0).when(fraction == "000000", 1)
    detail = detail.when(fraction.endswith("000"), 2).otherwise(3)
    most = among.filter(moment.isNotNull()).agg(F.max(detail)).collect()[0][0] or 0
    pattern = "yyyy-MM-dd" + ("", " HH:mm:ss", " HH:mm:ss.SSS", " HH:mm:ss.SSSSSS")[most]
    return F.coalesce(F.date_format(column, pattern), F.lit("NaT"))


def from_epoch(column: Column, seconds: float) -> Column:
    """Whole numbers of units of so many seconds since 1970, as ``pandas.to_datetime(unit=...)``."""
    micros = (column * F.lit(round(seconds * 1_000_000))).cast("bigint")
    return F.timestamp_micros(micros).cast("timestamp_ntz")


def to_epoch(column: Column) -> Column:
    """Times as nanoseconds since 1970 (``Series.astype("int64")``)."""
    return F.unix_micros(column.cast("timestamp")) * 1000


def floor_time(column: Column, seconds: float) -> Column:
    """Times down to the last multiple of so many seconds since 1970 (``Series.dt.floor``)."""
    micros = microseconds(column)
    return moment(micros - F.pmod(micros, F.lit(round(seconds * 1_000_000))))


def ceil_time(column: Column, seconds: float) -> Column:
    """Times up to the next multiple of so many seconds since 1970 (``Series.dt.ceil``)."""
    micros = microseconds(column)
    return moment(micros + F.pmod(-micros, F.lit(round(seconds * 1_000_000))))


def round_time(column: Column, seconds: float) -> Column:
    """Times to the nearest multiple of so many seconds since 1970, halves to the even one."""
    micros, step = microseconds(column), F.lit(round(seconds * 1_000_000))
    over = F.pmod(micros, step)
    odd = F.pmod(micros - over, step * 2) != 0
    up = (over * 2 > step) | ((over * 2 == step) & odd)
    return moment(micros - over + F.when(up, step).otherwise(0))


def previous_weekday(column: Column) -> Column:
    """The day of a time; Friday for Saturday and Sunday."""
    day = F.to_date(column)
    return F.date_sub(day, F.greatest(weekday(day) - 4, F.lit(0)))


def next_weekday(column: Column) -> Column:
    """The day of a time; Monday for Saturday and Sunday."""
    day = F.to_date(column)
    return F.when(weekday(day) < 5, day).otherwise(F.date_add(day, 7 - weekday(day)))


def weekday(column: Column) -> Column:
    """The day of the week, Monday 0. (Sail's own function of that name counts from another day.)"""
    return (F.dayofweek(column) + 5) % 7


def add_month_ends(column: Column, count: int) -> Column:
    """``column + MonthEnd(count)``: the time of day stays. Inside a month its end is the first step up."""
    date = F.to_date(column)
    end = F.last_day(F.add_months(date, count))
    if count > 0:
        end = F.when(date == F.last_day(date), end).otherwise(F.last_day(F.add_months(date, count - 1)))
    return end.cast("timestamp_ntz") + _time_of_day(column)


def add_month_begins(column: Column, count: int) -> Column:
    """``column + MonthBegin(count)``: the time of day stays. Inside a month its begin is the first step down."""
    date = F.to_date(column)
    first = F.trunc(date, "month")
    begin = F.add_months(first, count)
    if count <= 0:
        begin = F.when(date == first, begin).otherwise(F.add_months(first, count + 1))
    return begin.cast("timestamp_ntz") + _time_of_day(column)


def _time_of_day(column: Column) -> Column:
    return column - F.to_date(column).cast("timestamp_ntz")


def microseconds(column: Column) -> Column:
    """Times as microseconds since 1970."""
    return F.unix_micros(column.cast("timestamp"))


def moment(micros: Column) -> Column:
    """Times from microseconds since 1970."""
    return F.timestamp_micros(micros).cast("timestamp_ntz")
