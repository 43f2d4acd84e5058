"""Missing values on the line between the values before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from translator.rulekit import (
    FLOATS,
    ROW,
    Code,
    Column,
    Decline,
    F,
    Field,
    Frame,
    Value,
    by_name,
    by_order,
    col,
    given,
    one_of,
    ordered,
    parity,
    recomputed,
    replace,
    rule,
    with_labels,
)

PLACE = "_place"
"""Column with the number of each row, which the values are interpolated over."""


@dataclass(frozen=True)
class Line:
    """What values are interpolated over: the rows in order, and where each lies."""

    frame: Frame
    place: Code
    options: dict[str, bool]
    keys: Sequence[Any] = ()

    def through(self, column: Column) -> Column:
        code = parity.interpolate(column.code, self.place, by_order(self.frame, self.keys), **self.options)
        return replace(column, frame=self.frame).then(code, shape="window", nullable=True)


def _line(
    frame: Frame, method: Value, limit_direction: Value, limit_area: Value, keys: Sequence[Any] = ()
) -> Line:
    """The line for all rows, or for those of each group of `keys`."""
    kind = one_of(method, "linear", "time", "index", "values")
    direction = one_of(limit_direction, "forward", "both") if given(limit_direction) else "forward"
    area = one_of(limit_area, None, "inside") if given(limit_area) else None
    options = {"inside": True} if area == "inside" else {"both": True} if direction == "both" else {}
    if kind == "linear":
        frame = ordered(frame, "interpolation")
        fields = {**frame.hidden, PLACE: Field("int32", False)}
        code = frame.code.withColumn(PLACE, F.row_number().over(by_order(frame, keys)))
        return Line(replace(frame, code=code, hidden=fields), F.col(PLACE), options, keys)
    if keys:
        raise Decline("interpolation over the index within groups", code="T310")
    frame = ordered(with_labels(frame, "interpolation over the index"), "interpolation over the index")
    return _over_labels(frame, options)


def _over_labels(frame: Frame, options: dict[str, bool]) -> Line:
    """The labels of the index, which have to increase from row to row."""
    if len(frame.index.levels) != 1:
        raise Decline("the index has several levels", code="T316")
    level = frame.index.levels[0].column
    fact = frame.physical[level]
    assert frame.order is not None
    first = frame.order.keys[0]
    if fact.nullable and fact.missing is not False:
        raise Decline("labels may be missing", code="T312")
    if (first.column, first.ascending) != (level, True):
        if not fact.increasing or frame.order.columns() != (ROW,):
            raise Decline("the labels are not in order", code="T316")
        frame = frame.then(parity.require_increasing(frame.code, level, ROW))
    place = parity.to_epoch(col(level)) if fact.dtype == "datetime" else col(level)
    return Line(frame, place, options)


@rule("Series.interpolate")
def interpolate(column: Column, method: Value, axis: Value, limit_direction: Value, limit_area: Value) -> Column:
    """Missing values on the line between the values before and after, row by row or over the index.

    After the last value it goes on; before the first one values stay missing unless told otherwise.

    Example:
        df["v"].interpolate()
    Becomes:
        interpolate(F.col("v"), F.col("_place"), Window.orderBy("_row"))
    """
    one_of(axis, 0, "index", None)
    if column.dtype not in FLOATS:
        raise Decline(f"a {column.dtype} column is not interpolated", code="T312")
    if not column.nullable:
        return column
    within = column.within
    if column.shape == "window" or within is not None and (within.groups is not None or column.frame.rows[-1] != within.rows):
        raise Decline("interpolating a column of another window is not translated", code="T312")
    keys = [by_name(k) for k in within.keys] if within is not None else []
    line = _line(column.frame, method, limit_direction, limit_area, keys)
    result = line.through(column.settled_column)
    physical = line.frame.physical
    order = line.frame.order.columns() if line.frame.order else ()
    read = (PLACE, *(within.keys if within is not None else ()), *order)
    used = {c: physical[c].version for c in read if c in physical}
    return replace(result, refs={**result.refs, **used})


@rule("DataFrame.interpolate")
def interpolate_all(df: Frame, method: Value, axis: Value, limit_direction: Value, limit_area: Value) -> Frame:
    """`Series.interpolate` for every column of numbers; pandas leaves the other columns as they are.

    Example:
        df[["v", "n"]].interpolate()
    Becomes:
        interpolate(F.col("v"), F.col("_place"), Window.orderBy("_row"))
    """
    one_of(axis, 0, "index", None)
    chosen = [c for c, f in df.fields.items() if f.nullable]
    if any(df.fields[c].dtype not in FLOATS | {"str"} for c in chosen):
        raise Decline("a column with missing values is not one of floats", code="T312")
    chosen = [c for c in chosen if df.fields[c].dtype in FLOATS]
    if not chosen:
        raise Decline("no column is interpolated", code="T312")
    line = _line(df, method, limit_direction, limit_area)
    result = recomputed(line.frame, {c: line.through(line.frame.column(c)) for c in chosen})
    if PLACE not in result.hidden:
        return result
    hidden = {c: f for c, f in result.hidden.items() if c != PLACE}
    return replace(result, code=result.code.drop(PLACE), hidden=hidden, parts={})
