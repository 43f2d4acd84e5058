"""A point or length of time that a function takes from a whole group: to Python it is no Series."""

from __future__ import annotations

from translator.frames.values import Accessor, Column, Value
from translator.registry import RULES


def of_group(value: Value, member: str) -> Value:
    """The value, or its ``dt`` accessor where that has what is asked of a single time."""
    within = value.within if isinstance(value, Column) else None
    if not isinstance(value, Column) or within is None or within.groups is None or f"Series.dt.{member}" not in RULES:
        return value
    alone = value.frame.rows == within.groups.rows and value.dtype in ("datetime", "timedelta")
    return Accessor(value.code, base=value, name="dt") if alone else value


def as_python(value: Value) -> Value:
    """A part of a single time, which is a whole number of Python and has no width."""
    narrow = isinstance(value, Column) and value.dtype == "int32"
    return value.then(value.code.cast("bigint"), dtype="int64") if isinstance(value, Column) and narrow else value
