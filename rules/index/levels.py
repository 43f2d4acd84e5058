"""The levels of an index in another order."""

from __future__ import annotations

from collections.abc import Sequence

from rules.index.labels import level_of
from translator.rulekit import (
    Column,
    Const,
    Decline,
    Frame,
    Index,
    Level,
    Value,
    constant,
    fresh,
    literal,
    one_of,
    replace,
    rule,
    series_frame,
)


@rule("DataFrame.swaplevel")
def swaplevel(df: Frame, i: Value, j: Value, axis: Value) -> Frame:
    """Exchange two levels of the index; the rows stay as they are.

    Example:
        df.set_index(["k", "n"]).swaplevel()
    Becomes:
        df.select("k", "n", "v", "w", "t", "b", "s")
    """
    one_of(axis, 0, "index")
    first, second = (level_of(df, _from_end(df, value)) for value in (i, j))
    other = {first: second, second: first}
    return _arranged(df, [other.get(level, level) for level in df.index.levels])


@rule("DataFrame.reorder_levels")
def reorder_levels(df: Frame, order: Value, axis: Value) -> Frame:
    """Arrange the levels of the index; the rows stay as they are.

    Example:
        df.set_index(["k", "n"]).reorder_levels(["n", "k"])
    Becomes:
        df.select("k", "n", "v", "w", "t", "b", "s")
    """
    one_of(axis, 0, "index")
    wanted = constant(order, "the levels")
    if not isinstance(wanted, (list, tuple)):
        raise Decline("the levels are not a list", code="T310")
    return _arranged(df, [level_of(df, _from_end(df, Const(literal(v), v))) for v in wanted])


@rule("Series.swaplevel")
def swaplevel_of_series(column: Column, i: Value, j: Value) -> Column:
    """Exchange two levels of the index of a Series."""
    frame, label = series_frame(column)
    return replace(swaplevel(frame, i, j, Const(literal(0), 0)).column(label), name=column.name)


@rule("Series.reorder_levels")
def reorder_levels_of_series(column: Column, order: Value) -> Column:
    """Arrange the levels of the index of a Series."""
    frame, label = series_frame(column)
    return replace(reorder_levels(frame, order, Const(literal(0), 0)).column(label), name=column.name)


def _from_end(df: Frame, value: Value) -> Const:
    """A level counted from the end as one counted from the start."""
    known = constant(value, "the level")
    place = known + len(df.index.levels) if type(known) is int and known < 0 else known
    return Const(literal(place), place)


def _arranged(df: Frame, levels: Sequence[Level]) -> Frame:
    if df.index.kind != "stored" or len(df.index.levels) < 2 or set(levels) != set(df.index.levels):
        raise Decline("the index has not these levels", code="T316")
    return replace(df, index=Index("stored", tuple(levels)), rows=(fresh(),))
