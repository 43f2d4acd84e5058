"""Rows by the times in their index: by the time of day, and at the times of a regular calendar."""

from __future__ import annotations

import re
from typing import Any

from translator.rulekit import (
    BOOLEANS,
    NUMBERS,
    Code,
    Column,
    Const,
    Decline,
    F,
    Field,
    Frame,
    Index,
    Order,
    SortKey,
    Value,
    by_rule,
    col,
    constant,
    filtered,
    fresh,
    given,
    one_of,
    pandas_times,
    parity,
    replace,
    rule,
)


@rule("DataFrame.between_time", "Series.between_time")
def between_time(obj: Frame | Column, start_time: Value, end_time: Value, inclusive: Value) -> Value:
    """The rows whose time of day lies between two; past midnight where the first is the later one.

    Example:
        df.dropna().set_index("t").between_time("09:00", "16:30")
    Becomes:
        F.date_format(F.col("t"), "HH:mm:ss.SSSSSS").between("09:00:00.000000", "16:30:00.000000")
    """
    frame, column = _times(obj)
    time = F.date_format(col(column), "HH:mm:ss.SSSSSS")
    first, last = _time(start_time), _time(end_time)
    ends = one_of(inclusive, "both", "neither", "left", "right")
    after = time >= first if ends in ("both", "left") else time > first
    before = time <= last if ends in ("both", "right") else time < last
    if first > last:
        return _chosen(obj, frame, column, after | before)
    return _chosen(obj, frame, column, time.between(first, last) if ends == "both" else after & before)


@rule("DataFrame.at_time", "Series.at_time")
def at_time(obj: Frame | Column, time: Value) -> Value:
    """The rows at one time of day."""
    frame, column = _times(obj)
    return _chosen(obj, frame, column, F.date_format(col(column), "HH:mm:ss.SSSSSS") == _time(time))


def _times(obj: Frame | Column) -> tuple[Frame, str]:
    """The frame, and the column of its index of times, of which none is missing."""
    frame = obj.frame if isinstance(obj, Column) else obj
    index = frame.index
    if index.kind != "stored" or index.is_default or len(index.levels) != 1:
        raise Decline("the index is not known to be one of times", code="T316")
    [level] = index.levels
    fact = frame.physical[level.column]
    if fact.dtype != "datetime":
        raise Decline("the index is not known to be one of times", code="T312")
    if fact.nullable and fact.missing is not False:
        raise Decline("times may be missing", code="T312")
    return frame, level.column


def _time(value: Value) -> str:
    """A time of day as Spark writes it."""
    known = constant(value, "the time")
    found = re.fullmatch(r"(\d{1,2}):(\d\d)(?::(\d\d))?", known) if isinstance(known, str) else None
    if found is not None and int(found[1]) < 24 and int(found[2]) < 60 and int(found[3] or 0) < 60:
        return f"{int(found[1]):02}:{found[2]}:{found[3] or '00'}.000000"
    raise Decline(f"{known!r} is not a time of day", code="T310")


def _chosen(obj: Frame | Column, frame: Frame, column: str, test: Code) -> Value:
    condition = Column(test, frame=frame, dtype="bool", nullable=False, refs={column: frame.physical[column].version})
    return filtered(frame, condition) if isinstance(obj, Frame) else by_rule("Series.__getitem__", obj, condition)


# --- a regular calendar ------------------------------------------------------------------------------------

UNITS = ((86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))


@rule("DataFrame.asfreq", "Series.asfreq")
def asfreq(obj: Frame | Column, freq: Value, method: Value, fill_value: Value) -> Value:
    """The rows at times that follow each other in steps of one length, from the first to the last one.

    Example:
        df.dropna().drop_duplicates("t").set_index("t")["v"].asfreq("D")
    Becomes:
        at_frequency(
    """
    seconds = pandas_times.seconds_of(constant(freq, "the frequency")) if isinstance(constant(freq), str) else None
    if seconds is None or seconds < 1 or seconds != int(seconds):
        raise Decline("only steps of one length are translated", code="T310")
    size, unit = next((n, unit) for n, unit in UNITS if int(seconds) % n == 0)
    count = int(seconds) // size
    fill = one_of(method, None, "ffill", "pad", "bfill", "backfill") if given(method) else None
    frame, key = _times(obj)
    label: str | None = None
    if isinstance(obj, Column):
        label = obj.plain or obj.name or "value"
        value = label if obj.plain else obj.settled.alias(label)
        rows, facts = frame.code.select(key, value), {label: Field(obj.dtype, obj.nullable, none=obj.none)}
    else:
        extra = [c for c in frame.hidden if c != key]
        rows, facts = frame.code.drop(*extra) if extra else frame.code, dict(frame.fields)
    options = _options(facts, fill, fill_value)
    code = parity.at_frequency(rows, key, f"{count} {unit}{'s' if count > 1 else ''}", **options)
    fields = {c: _after(f, "value" in options) for c, f in facts.items()}
    level = replace(frame.index.levels[0], freq=pandas_times.frequency_name(constant(freq)))
    result = Frame(
        code, fields=fields, hidden={key: Field("datetime", False)}, index=Index("stored", (level,)),
        order=Order((SortKey(key),), total=True), rows=(fresh(),), columns_name=frame.columns_name,
    )  # fmt: skip
    return replace(result.column(label), name=obj.name) if isinstance(obj, Column) and label else result


def _options(facts: dict[str, Field], fill: str | None, fill_value: Value) -> dict[str, Any]:
    if fill is not None:
        return {"fill": "ffill" if fill in ("ffill", "pad") else "bfill"}
    if not given(fill_value):
        return {}
    known = fill_value.value if isinstance(fill_value, Const) else None
    kinds = {f.dtype for f in facts.values()}
    fits = isinstance(known, (int, float)) and not isinstance(known, bool) and known == known
    if not fits or not kinds <= NUMBERS or isinstance(known, float) and kinds != {"float64"}:
        raise Decline("the filling is not of the type of all columns", code="T312")
    return {"value": fill_value.code}


def _after(field: Field, filled: bool) -> Field:
    if filled:
        return replace(field, version=fresh(), distinct=None, increasing=False)
    if field.dtype in BOOLEANS:
        raise Decline("whether conditions are missing depends on the data", code="T312")
    return Field(field.dtype, True, categories=field.categories, none=field.none)
