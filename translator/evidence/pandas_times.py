"""What pandas knows about times: constants, and the formats in which texts hold dates."""

from __future__ import annotations

import datetime
import re
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

guess_format: Any = vars(pd)["core"].tools.datetimes.guess_datetime_format


def date_format(file: Any, options: dict[str, Any], column: str) -> str | None:
    """The strftime format in which every date of a column is written: "ISO8601" where a cast reads them.

    None where there is no such format, or pandas reads the texts in another way.
    """
    how = {k: v for k, v in options.items() if k in ("dayfirst", "date_format")}
    left_out = ("parse_dates", "dtype", "usecols", *how, *(() if options.get("index_col") is False else ("index_col",)))
    plain = {k: v for k, v in options.items() if k not in left_out}
    texts = pd.read_csv(file, **{**plain, "dtype": str, "usecols": [column]})[column].dropna()
    dates = pd.read_csv(file, **plain, **how, usecols=[column], parse_dates=[column])[column].dropna()
    iso = r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?)?"
    found = how.get("date_format")
    found = found.get(column) if isinstance(found, dict) else found
    if texts.empty or (found is None and texts.str.fullmatch(iso).all()):
        found = "ISO8601"
    elif found is None:
        found = guess_format(texts.iloc[0], dayfirst=how.get("dayfirst", False))
    try:
        same = pd.to_datetime(texts, format=found).equals(dates)
    except (ValueError, TypeError):
        return None
    return found if same and isinstance(found, str) else None


MANY_TEXTS = 50_000
"""Texts without a format that pandas infers are read one by one, which is slow."""
GUESSES = ("%m/%d/%y", "%m/%d/%y %H:%M", "%m/%d/%y %H:%M:%S", "%d/%m/%y", "%d/%m/%y %H:%M", "%m/%d/%Y %I:%M %p",
           "%m/%d/%Y %I:%M:%S %p", "%d-%b-%y", "%d-%b-%Y", "%b-%Y", "%B %Y", "%b %Y", "%d %b %Y", "%Y%m%d%H%M%S")  # fmt: skip
"""Formats that pandas does not infer, but reads."""


def formats_of(texts: pd.Series) -> tuple[str | None, str | None]:
    """The formats in which ``pd.to_datetime`` reads all of the texts, month first and day first.

    None where there is no such format.
    """
    known = texts.dropna()
    first = known.iloc[0] if len(known) else ""
    if not any(c.isdigit() for c in first) or not 6 <= len(first) <= 40:
        return None, None
    known = known.drop_duplicates()
    return _format(known, False), _format(known, True)


def _format(texts: pd.Series, day_first: bool) -> str | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        guess = guess_format(texts.iloc[0], dayfirst=day_first)
        try:
            if guess is None and (len(texts) > MANY_TEXTS or pd.to_datetime(texts.iloc[0], dayfirst=day_first) is pd.NaT):
                return None
            dates = pd.to_datetime(texts, dayfirst=day_first)
        except (ValueError, TypeError, OverflowError):
            return None
        if dates.dtype.kind != "M" or dates.dt.tz is not None or dates.isna().any():
            return None
        return next((f for f in ([guess] if guess else GUESSES) if _reads(f, texts, dates)), None)


def texts_in(data: Any) -> pd.Series | None:
    """A Series of nothing but texts and missing values; None for anything else."""
    if not isinstance(data, pd.Series) or not data.dropna().map(lambda cell: isinstance(cell, str)).all():
        return None
    return data


def formats_read_anyway(texts: pd.Series, day_first: bool) -> list[str]:
    """The format by which ``pd.to_datetime(errors="coerce")`` tells texts that are dates; none where there is no single one."""
    known = texts.dropna()
    form = None if known.empty else guess_format(known.iloc[0], dayfirst=day_first)
    if form is None or "%z" in form or not follows_from_any(form, day_first):
        return []
    return [form]


FEW_FORMATS = 4


def formats_one_by_one(texts: pd.Series, day_first: bool, coerce: bool) -> list[str]:
    """The few formats in which ``pd.to_datetime(format="mixed")`` reads each of the texts; none where there are others."""
    known = texts.dropna().drop_duplicates()
    if len(known) > MANY_TEXTS:
        return []
    guesses = {guess_format(t, dayfirst=day_first) for t in known}
    formats: list[str] = sorted(filter(None, guesses))
    regular = all(follows_from_any(f, day_first) and "%z" not in f for f in formats)
    if None in guesses or not regular or not 1 <= len(formats) <= FEW_FORMATS:
        return []
    how: Any = "coerce" if coerce else "raise"
    read = pd.Series(pd.NaT, index=known.index, dtype="datetime64[ns]")
    for form in formats:
        read = read.fillna(pd.to_datetime(known, format=form, errors="coerce"))
    same = read.equals(pd.to_datetime(known, format="mixed", dayfirst=day_first, errors=how))
    return formats if same else []


def _reads(form: str, texts: pd.Series, dates: pd.Series) -> bool:
    try:
        return bool(pd.to_datetime(texts, format=form).equals(dates))
    except (ValueError, TypeError):
        return False


def follows_from_any(form: str, day_first: bool) -> bool:
    """Whether pandas infers the same format from each of the texts, not just from the first."""
    return form.startswith(("%Y", "%d" if day_first else "%m")) or "%b" in form or "%B" in form


MAKERS: Mapping[str, Any] = {
    "pandas.Timestamp": pd.Timestamp, "pandas.Timedelta": pd.Timedelta, "pandas.to_datetime": pd.to_datetime,
    "pandas.to_timedelta": pd.to_timedelta, "pandas.DateOffset": pd.DateOffset,
    "datetime.datetime": datetime.datetime, "datetime.timedelta": datetime.timedelta, "datetime.date": datetime.date,
    "datetime.datetime.strptime": datetime.datetime.strptime,
    "datetime.datetime.fromisoformat": datetime.datetime.fromisoformat,
    "datetime.date.fromisoformat": datetime.date.fromisoformat,
    "numpy.timedelta64": np.timedelta64, "numpy.datetime64": pd.Timestamp,
    **{f"{module}.{offset}": getattr(pd.offsets, offset)
       for module in ("pandas.offsets", "pandas.tseries.offsets")
       for offset in ("DateOffset", "MonthEnd", "MonthBegin", "YearEnd", "YearBegin", "QuarterEnd", "QuarterBegin",
                      "Day", "Hour", "Minute", "Second", "Week", "BDay", "BusinessDay")},
}  # fmt: skip
"""What makes a point or length of time, or an offset, by qualified name."""


MOMENT_TYPES = (datetime.date, datetime.timedelta, pd.DateOffset, np.timedelta64)
"""Points and lengths of time, and offsets, that are known at translation time."""


def moments(method: str, left: Any, right: Any) -> Any:
    """The sum or difference of two points or lengths of time; None if it is not one."""
    try:
        value = left + right if method == "__add__" else left - right
    except Exception:  # the program itself raises here; leave that to it
        return None
    return value if isinstance(value, MOMENT_TYPES) else None


def moment(key: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
    """A point or length of time, or an offset, from constants; None if it is not one."""
    try:
        value: Any = MAKERS[key](*args, **kwargs)
        known = isinstance(value, MOMENT_TYPES) and bool(value == value)  # a huge offset cannot even be compared
    except Exception:  # the program itself raises here; leave that to it
        return None
    if isinstance(value, np.timedelta64) and np.datetime_data(value)[0] in ("Y", "M", "generic"):
        return None  # not a plain length of time
    return value if known and getattr(value, "tzinfo", None) is None else None


MOMENT_METHODS = frozenset({"date", "replace", "normalize", "to_pydatetime", "strftime", "isoformat", "weekday", "isoweekday"})
"""Methods of points of time that give the same on every machine."""

OF_THE_MACHINE = re.compile(r"%-?[aAbBcpsxXZ]")
"""Parts of a format that are written in the machine's own language or counted in its time zone."""


def method(value: Any, text: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
    """What a method of a point of time gives: another one, a text or a number; None where that is not known."""
    if not isinstance(value, datetime.date) or value is pd.NaT or text not in MOMENT_METHODS:
        return None
    if text == "strftime" and any(OF_THE_MACHINE.search(str(arg)) for arg in args):
        return None
    try:
        found = getattr(value, text)(*args, **kwargs)
    except Exception:  # the program itself raises here; leave that to it
        return None
    return found if isinstance(found, (str, int, datetime.date)) and getattr(found, "tzinfo", None) is None else None


def frequency(freq: object) -> tuple[str, float, int] | None:
    """What a frequency counts, how many of it, and the weekday or month that it is anchored at (else 0).

    A fixed one counts "seconds"; others are called as pandas' offsets are (``QuarterEnd``, ``BDay``). None for
    what is no frequency, or has no fixed place in the calendar.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # names that pandas is about to drop
            offset: Any = pd.tseries.frequencies.to_offset(freq)  # type: ignore[call-overload]
    except (ValueError, TypeError):
        return None
    if isinstance(offset, pd.offsets.Tick):
        return "seconds", offset.nanos / 1e9, 0
    if offset is None or offset.n < 1 or getattr(offset, "offset", datetime.timedelta(0)):
        return None
    anchors = [getattr(offset, a, 0) for a in ("startingMonth", "month", "weekday") if hasattr(offset, a)]
    if None in anchors or type(offset).__name__ == "DateOffset":
        return None
    return type(offset).__name__.replace("Business", "B"), offset.n, next(iter(anchors), 0)


def frequency_name(freq: object) -> str | None:
    """pandas' own name of a frequency, as an index of times tells it; None where it is none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return str(pd.tseries.frequencies.to_offset(freq).freqstr)  # type: ignore[call-overload]
        except (ValueError, TypeError, AttributeError):
            return None


def seconds_of(freq: str) -> float | None:
    """The length of a fixed frequency such as "15min"; None for calendar units and wrong texts."""
    try:
        offset = pd.tseries.frequencies.to_offset(freq)
    except ValueError:
        return None
    return offset.nanos / 1e9 if isinstance(offset, pd.offsets.Tick) else None


def seconds_in(value: Any) -> float | None:
    """The length of a Timedelta, timedelta, timedelta64 or fixed offset in seconds; None for anything else."""
    if isinstance(value, (datetime.timedelta, np.timedelta64, pd.offsets.Tick)):
        return pd.Timedelta(value).total_seconds()
    return None


def offset_parts(value: Any) -> tuple[str, dict[str, int]] | None:
    """The kind of an offset and its counts by unit, ``n`` for anchored ones; None for anything else.

    An offset with parts that replace fields of a date (``DateOffset(day=1)``) is none.
    """
    if not isinstance(value, pd.DateOffset):
        return None
    if isinstance(value, pd.offsets.Tick):
        return "DateOffset", {"seconds": int(pd.Timedelta(value).total_seconds())}
    if type(value) is pd.DateOffset:
        parts = {k: int(n) for k, n in value.kwds.items() if k.endswith("s") and n == int(n)}
        if parts != value.kwds:
            return "DateOffset of dates", {"n": value.n}
        return "DateOffset", {k: n * value.n for k, n in parts.items()}
    return type(value).__name__, {"n": value.n}


def unit_name(unit: str) -> str | None:
    """Spark's name of a unit of lengths of time, such as "day" for "D"."""
    spelling: Any = unit
    try:
        length = pd.Timedelta(1, unit=spelling)
    except ValueError:
        return None
    names = {"week": "7D", "day": "1D", "hour": "1h", "minute": "1min", "second": "1s", "millisecond": "1ms",
             "microsecond": "1us"}  # fmt: skip
    return next((name for name, text in names.items() if pd.Timedelta(text) == length), None)
