"""Dates as texts: ``strftime``, and ``pd.to_datetime`` of columns."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping

from translator.rulekit import (
    INTEGERS,
    MASKED,
    ROW_ORDER,
    TEXTS,
    Accessor,
    CallSite,
    Code,
    Column,
    Decline,
    Elements,
    F,
    Frame,
    Value,
    at_hand,
    column_like,
    constant,
    flag,
    given,
    items,
    one_of,
    pandas_times,
    parity,
    parts_of,
    rule,
    text,
)

from .datetimes import WEEK_PARTS, moment

PATTERNS = {"%Y": "yyyy", "%m": "MM", "%d": "dd", "%H": "HH", "%M": "mm", "%S": "ss", "%y": "yy", "%b": "MMM", "%h": "MMM",
            "%B": "MMMM", "%p": "a", "%I": "hh", "%f": "SSSSSS", "%F": "yyyy-MM-dd", "%T": "HH:mm:ss", "%D": "MM/dd/yy",
            "%R": "HH:mm", "%a": "E", "%A": "EEEE", "%j": "DDD", "%-d": "d", "%-m": "M", "%-H": "H", "%-I": "h",
            "%-M": "m", "%-S": "s", "%%": "%", "%n": "\n"}  # fmt: skip
"""Spark's letters for strftime's directives."""


def _two_digits(code: Code) -> Code:
    return F.lpad(code.cast("string"), 2, "0")


COMPUTED: Mapping[str, Callable[[Code], Code]] = {
    "%w": lambda t: (F.dayofweek(t) - 1).cast("string"),
    "%u": lambda t: WEEK_PARTS["day"](t).cast("string"),
    "%V": lambda t: _two_digits(WEEK_PARTS["week"](t)),
    "%G": lambda t: WEEK_PARTS["year"](t).cast("string"),
    "%U": lambda t: _two_digits(F.floor((F.dayofyear(t) + 7 - F.dayofweek(t)) / 7)),
    "%W": lambda t: _two_digits(F.floor((F.dayofyear(t) + 6 - (F.dayofweek(t) + 5) % 7) / 7)),
}
"""Directives that Spark's patterns do not have."""

DIRECTIVE = re.compile(r"%-?[a-zA-Z%]")


def _pieces(pattern: str) -> list[str]:
    """The directives of a pattern and the texts between them."""
    return [p for p in re.split(f"({DIRECTIVE.pattern})", pattern) if p]


def _quoted(text_: str) -> str:
    """Plain text inside a Spark pattern: letters and reserved characters stand in quotes."""
    if not re.search(r"[A-Za-z#{}\[\]']", text_):
        return text_
    return "'" + text_.replace("'", "''") + "'"


def spark_pattern(pattern: str, directives: Mapping[str, str] = PATTERNS) -> str:
    """Spark's datetime pattern for a strftime pattern.

    Raises:
        Decline: T310 for directives that Spark's patterns do not have.
    """
    result = ""
    for piece in _pieces(pattern):
        if DIRECTIVE.fullmatch(piece):
            if piece not in directives:
                raise Decline(f"the directive {piece!r} of the date pattern {pattern!r} is not translated", code="T310")
            result += directives[piece]
        else:
            result += _quoted(piece)
    return result


PARSED = {"%Y": "yyyy", "%m": "M", "%d": "d", "%H": "H", "%M": "m", "%S": "s", "%y": "yy", "%b": "MMM", "%h": "MMM",
          "%B": "MMMM", "%p": "a", "%I": "h", "%f": "SSSSSS"}  # fmt: skip
"""Spark's letters for reading: pandas takes parts with and without leading zeros."""


def parsing_pattern(pattern: str) -> str:
    """Spark's pattern for reading dates.

    Raises:
        Decline: T310 for directives that the two read differently.
    """
    if pattern in ("ISO8601", "mixed"):
        raise Decline(f"dates of the format {pattern!r} are not translated", code="T310")
    pieces = _pieces(pattern)
    adjacent = any(a.startswith("%") and b.startswith("%") for a, b in itertools.pairwise(pieces))
    words = any(p in ("%b", "%B", "%h", "%p") for p in pieces)
    if words and re.search("[A-Za-z]", re.sub(DIRECTIVE, "", pattern)) or "%p" in pieces and "%I" not in pieces:
        raise Decline(f"the letters in the format {pattern!r} are not translated", code="T310")
    if "%p" in pieces and {"%b", "%B", "%h"} & set(pieces):
        raise Decline(f"names beside AM and PM in the format {pattern!r} are not translated", code="T310")
    if adjacent:
        return spark_pattern(pattern, {d: PATTERNS[d] for d in PARSED})
    return spark_pattern(pattern, PARSED)


@rule("Series.dt.strftime")
def strftime(accessor: Accessor, date_format: Value) -> Column:
    """Dates as text.

    Example:
        df["t"].dt.strftime("%Y-%m")
    Becomes:
        F.date_format(F.col("t"), "yyyy-MM")
    """
    column, pattern = moment(accessor), text(date_format)
    pieces = _pieces(pattern)
    if not any(p in COMPUTED for p in pieces):
        return column.then(F.date_format(column.settled, spark_pattern(pattern)), dtype="str")
    codes = [COMPUTED[p](column.settled) if p in COMPUTED else
             F.date_format(column.settled, spark_pattern(p)) if p.startswith("%") else F.lit(p) for p in pieces]  # fmt: skip
    return column.then(codes[0] if len(codes) == 1 else F.concat(*codes), dtype="str")


# --- reading ----------------------------------------------------------------------------------------------

ISO = re.compile(r"%Y-%m-%d([T ]%H:%M(:%S(\.%f)?)?)?")
"""Formats that a cast reads."""
UNITS = {"D": 86_400, "h": 3600, "m": 60, "s": 1, "ms": 0.001, "us": 0.000_001}


@rule("pandas.to_datetime", ignores=("cache", "infer_datetime_format"))
def to_datetime(
    arg: Value, errors: Value, format: Value, dayfirst: Value, utc: Value, unit: Value, at: CallSite
) -> Value:
    """Texts and numbers to dates and times.

    Without a format pandas infers one from the first value; the one that fits all of the data at
    hand stands in the translation, which raises where the data no longer fit.

    Example:
        pd.to_datetime(df["t"])
    Becomes:
        F.col("t")
    """
    one_of(utc, False)
    kind = one_of(errors, "raise", "coerce")
    if isinstance(arg, Frame) or isinstance(arg, Elements) and arg.kind == "dict":
        return _from_parts(arg)
    if not isinstance(arg, Column):
        raise Decline("only columns are translated", code="T312")
    if arg.dtype == "datetime":
        return arg
    if arg.dtype == "date":
        return arg.then(arg.settled.cast("timestamp_ntz"), dtype="datetime")
    if given(unit):
        return _from_numbers(arg, text(unit, "the unit"))
    source = arg
    if given(format) and arg.dtype in INTEGERS - MASKED and not arg.nullable:
        source = arg.then(arg.code.cast("string"), dtype="str")
    if source.dtype not in TEXTS:
        raise Decline(f"{arg.dtype} values are not read as dates", "pass format= or unit=", code="T312")
    formats, inferred = _formats(source, format, flag(dayfirst), kind == "coerce")
    if inferred:
        at.assume("A108", f"{arg.name} is written as {' or '.join(formats)}")
    if kind == "raise":
        at.assume("A121")
    missing = None if kind == "coerce" and not _fits_all(source, formats) else source.missing
    if inferred and kind == "raise" and len(formats) == 1 and ISO.fullmatch(formats[0]):
        return source.then(source.settled.cast("timestamp_ntz"), dtype="datetime", missing=missing)
    options = {"coerce": True} if kind == "coerce" else {}
    code = parity.parse_dates(source.settled, *map(parsing_pattern, formats), **options)
    return source.then(code, dtype="datetime", nullable=source.nullable or kind == "coerce", missing=missing)


def _fits_all(column: Column, formats: list[str]) -> bool:
    """Whether all texts at hand are known to be written in the format."""
    fact = column.frame.physical.get(column.plain or "")
    return fact is not None and len(formats) == 1 and formats[0] in fact.dates


def _formats(column: Column, given_format: Value, day_first: bool, coerce: bool) -> tuple[list[str], bool]:
    """The formats of the texts, and whether they come from the data at hand."""
    known = constant(given_format, "the format") if given(given_format) else None
    if known not in (None, "ISO8601", "mixed"):
        return [str(known)], False
    fact = column.frame.physical.get(column.plain or "")
    found = fact.dates[day_first] if fact is not None else None
    untouched = len(column.frame.rows) == 1 and column.frame.order in (None, ROW_ORDER) and known != "mixed"
    if found is not None and (untouched or pandas_times.follows_from_any(found, day_first)):
        if known != "ISO8601" or ISO.fullmatch(found):
            return [found], True
    formats = _formats_at_hand(column, known, day_first, coerce)
    if not formats:
        raise Decline("the format of the dates is not known", "pass format=", code="T311")
    return formats, True


def _formats_at_hand(column: Column, known: object, day_first: bool, coerce: bool) -> list[str]:
    """What pandas makes of texts that are computed, or among which some are no dates."""
    texts = pandas_times.texts_in(at_hand.of(column))
    if texts is None or known == "ISO8601":
        return []
    if known == "mixed":
        return pandas_times.formats_one_by_one(texts, day_first, coerce)
    if coerce:
        return pandas_times.formats_read_anyway(texts, day_first)
    found = pandas_times.formats_of(texts)[day_first]
    return [found] if found is not None and pandas_times.follows_from_any(found, day_first) else []


def by_iso_format(column: Column) -> Column:
    """Texts that are ISO dates in the data at hand, as dates and times."""
    fact = column.frame.physical.get(column.plain or "")
    if fact is None or fact.dates[0] is None or not ISO.fullmatch(fact.dates[0]):
        raise Decline("the texts are not known to be ISO dates", "use pd.to_datetime with format=", code="T312")
    return column.then(column.settled.cast("timestamp_ntz"), dtype="datetime", missing=column.missing)


def _from_numbers(column: Column, unit: str) -> Column:
    if column.dtype not in INTEGERS or unit not in UNITS:
        raise Decline(f"{column.dtype} numbers of {unit!r} are not read as times", code="T312")
    return column.then(parity.from_epoch(column.settled, UNITS[unit]), dtype="datetime")


DATE_PARTS = ("year", "month", "day")
TIME_PARTS = ("hour", "minute", "second")


def _from_parts(arg: Frame | Elements) -> Column:
    """Dates put together from columns of years, months, days and perhaps times."""
    if isinstance(arg, Frame):
        frame, named = parts_of(arg)
        parts: dict[str, Column] = dict(named)
    else:
        values = {str(constant(k)): v for k, v in items(arg)}
        frames = [v.frame for v in values.values() if isinstance(v, Column)]
        if not frames:
            raise Decline("no part of the dates is a column", code="T312")
        frame = frames[0]
        parts = {k: column_like(v, frame, f"the {k}") for k, v in values.items()}
    known = [*DATE_PARTS, *(p for p in TIME_PARTS if p in parts)]
    if sorted(parts) != sorted(known):
        raise Decline("the columns are not year, month, day, hour, minute and second", code="T314")
    for name, part in parts.items():
        if part.dtype not in INTEGERS or part.nullable:
            raise Decline(f"the {name} is not a whole number in every row", code="T312")
    if len(parts) == len(DATE_PARTS):
        code = F.make_date(*(parts[p].code for p in DATE_PARTS)).cast("timestamp_ntz")
    else:
        times = [parts[p].code if p in parts else F.lit(0) for p in TIME_PARTS]
        code = F.make_timestamp_ntz(*(parts[p].code for p in DATE_PARTS), *times)
    refs = {name: version for part in parts.values() for name, version in part.refs.items()}
    whole = any(part.shape == "window" for part in parts.values())
    return Column(code, frame=frame, dtype="datetime", nullable=False, refs=refs, shape="window" if whole else "row")


