"""Dates and times: the ``dt`` accessor and ``pd.to_datetime`` of columns."""

from __future__ import annotations

from collections.abc import Callable

from translator.rulekit import (
    FLOATS,
    INTEGERS,
    Accessor,
    Code,
    Column,
    Const,
    Decline,
    F,
    Value,
    given,
    has_missing,
    one_of,
    parity,
    rule,
    text,
)


def _moment(accessor: Accessor) -> Column:
    base = accessor.base
    if not isinstance(base, Column) or base.dtype != "datetime":
        raise Decline("the column does not hold dates and times", code="T312")
    return base


def _part(build: Callable[[Code], Code]) -> Callable[[Accessor], Column]:
    """A whole-number part: int32 in pandas, and float once something is missing."""

    def take(accessor: Accessor) -> Column:
        column = _moment(accessor)
        code = build(column.settled)
        missing = has_missing(column)
        if missing is None:
            raise Decline("whether the result is int or float depends on the data", code="T312")
        if missing:
            return column.then(code.cast("double"), dtype="float64")
        return column.then(code, dtype="int32")

    return take


@rule("Series.dt.year")
def year(accessor: Accessor) -> Column:
    """The year.

    Example:
        df["t"].dt.year
    Becomes:
        F.year(F.col("t"))
    """
    return _part(F.year)(accessor)


@rule("Series.dt.month")
def month(accessor: Accessor) -> Column:
    """The month, 1 to 12.

    Example:
        df["t"].dt.month
    Becomes:
        F.month(F.col("t"))
    """
    return _part(F.month)(accessor)


@rule("Series.dt.day")
def day(accessor: Accessor) -> Column:
    """The day of the month.

    Example:
        df["t"].dt.day
    Becomes:
        F.dayofmonth(F.col("t"))
    """
    return _part(F.dayofmonth)(accessor)


@rule("Series.dt.hour")
def hour(accessor: Accessor) -> Column:
    """The hour.

    Example:
        df["t"].dt.hour
    Becomes:
        F.hour(F.col("t"))
    """
    return _part(F.hour)(accessor)


@rule("Series.dt.minute")
def minute(accessor: Accessor) -> Column:
    """The minute.

    Example:
        df["t"].dt.minute
    Becomes:
        F.minute(F.col("t"))
    """
    return _part(F.minute)(accessor)


@rule("Series.dt.quarter")
def quarter(accessor: Accessor) -> Column:
    """The quarter, 1 to 4.

    Example:
        df["t"].dt.quarter
    Becomes:
        F.quarter(F.col("t"))
    """
    return _part(F.quarter)(accessor)


@rule("Series.dt.dayofyear", "Series.dt.day_of_year")
def dayofyear(accessor: Accessor) -> Column:
    """The day of the year.

    Example:
        df["t"].dt.dayofyear
    Becomes:
        F.dayofyear(F.col("t"))
    """
    return _part(F.dayofyear)(accessor)


@rule("Series.dt.dayofweek", "Series.dt.weekday", "Series.dt.day_of_week")
def dayofweek(accessor: Accessor) -> Column:
    """The day of the week, Monday 0; Spark counts from Sunday 1.

    Example:
        df["t"].dt.dayofweek
    Becomes:
        (F.dayofweek(F.col("t")) + 5) % 7
    """
    return _part(lambda code: (F.dayofweek(code) + 5) % 7)(accessor)


@rule("Series.dt.normalize")
def normalize(accessor: Accessor) -> Column:
    """Midnight of the same day.

    Example:
        df["t"].dt.normalize()
    Becomes:
        F.to_date(F.col("t")).cast("timestamp_ntz")
    """
    column = _moment(accessor)
    return column.then(F.to_date(column.settled).cast("timestamp_ntz"))


@rule("Series.dt.date")
def date(accessor: Accessor) -> Column:
    """The date alone.

    Example:
        df["t"].dt.date
    Becomes:
        F.to_date(F.col("t"))
    """
    column = _moment(accessor)
    return column.then(F.to_date(column.settled), dtype="date")


PATTERNS = {"%Y": "yyyy", "%m": "MM", "%d": "dd", "%H": "HH", "%M": "mm", "%S": "ss", "%y": "yy"}


def spark_pattern(pattern: str) -> str:
    """Spark's datetime pattern for a strftime pattern of plain parts.

    Raises:
        Decline: T310 for directives whose text differs between the two.
    """
    result, position = "", 0
    while position < len(pattern):
        part = pattern[position : position + 2]
        if part in PATTERNS:
            result += PATTERNS[part]
            position += 2
        elif pattern[position] in "-/:. _,":
            result += pattern[position]
            position += 1
        elif pattern[position] == "T":
            result += "'T'"
            position += 1
        else:
            raise Decline(f"the date pattern {pattern!r} is not translated", code="T310")
    return result


PARSED = {"%m": "M", "%d": "d", "%H": "H", "%M": "m", "%S": "s"}


def parsing_pattern(pattern: str) -> str:
    """Spark's pattern for reading dates: pandas takes parts with and without leading zeros.

    Raises:
        Decline: T310 for two-digit years, whose century differs, and for other directives.
    """
    if pattern in ("ISO8601", "mixed") or "%y" in pattern:
        raise Decline(f"dates of the format {pattern!r} are not translated", code="T310")
    adjacent = any(pattern[i : i + 1].isalpha() and pattern[i + 1 : i + 2] == "%" for i in range(len(pattern)))
    if adjacent:
        return spark_pattern(pattern)
    parts = spark_pattern(pattern)
    for directive, letter in PARSED.items():
        parts = parts.replace(PATTERNS[directive], letter)
    return parts


@rule("Series.dt.strftime")
def strftime(accessor: Accessor, date_format: Value) -> Column:
    """Dates as text.

    Example:
        df["t"].dt.strftime("%Y-%m")
    Becomes:
        F.date_format(F.col("t"), "yyyy-MM")
    """
    column = _moment(accessor)
    return column.then(F.date_format(column.settled, spark_pattern(text(date_format))), dtype="str")


@rule("Series.dt.day_name")
def day_name(accessor: Accessor, locale: Value) -> Column:
    """The English name of the weekday.

    Example:
        df["t"].dt.day_name()
    Becomes:
        F.date_format(F.col("t"), "EEEE")
    """
    return _name(accessor, locale, "EEEE")


@rule("Series.dt.month_name")
def month_name(accessor: Accessor, locale: Value) -> Column:
    """The English name of the month.

    Example:
        df["t"].dt.month_name()
    Becomes:
        F.date_format(F.col("t"), "MMMM")
    """
    return _name(accessor, locale, "MMMM")


def _name(accessor: Accessor, locale: Value, pattern: str) -> Column:
    if given(locale):
        raise Decline("names in another language are not translated", code="T310")
    column = _moment(accessor)
    return column.then(F.date_format(column.settled, pattern), dtype="str")


@rule("pandas.to_datetime", ignores=("cache", "infer_datetime_format"))
def to_datetime(arg: Value, errors: Value, format: Value, dayfirst: Value, utc: Value) -> Value:
    """Texts to dates and times, by an explicit format.

    Without a format pandas infers one from the first value, so only columns that are dates
    already pass.

    Example:
        pd.to_datetime(df["t"])
    Becomes:
        F.col("t")
    """
    one_of(dayfirst, False)
    one_of(utc, False)
    if not isinstance(arg, Column):
        raise Decline("only columns are translated", code="T312")
    if arg.dtype == "datetime":
        return arg
    kind = one_of(errors, "raise", "coerce")
    if arg.dtype not in ("str", "string") or not given(format):
        if arg.dtype in INTEGERS | FLOATS or isinstance(format, Const):
            raise Decline("the format of the dates is not known", "pass format=", code="T311")
    pattern = parsing_pattern(text(format, "the format"))
    options = {"coerce": True} if kind == "coerce" else {}
    code = parity.parse_dates(arg.settled, pattern, **options)
    return arg.then(code, dtype="datetime", nullable=arg.nullable or kind == "coerce",
                    missing=None if kind == "coerce" else arg.missing)  # fmt: skip
