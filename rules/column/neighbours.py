"""Missing values filled from the rows before and after."""

from __future__ import annotations

from translator.rulekit import (
    Column,
    Decline,
    F,
    Value,
    Window,
    given,
    number,
    rule,
)

from .windows import each_chosen, rows_of, source


@rule("Series.ffill", "Series.pad", "GroupBy.ffill")
def ffill(column: Value, limit: Value) -> Value:
    """Missing values filled from the row before.

    Example:
        df["v"].ffill()
    Becomes:
        F.last("v", ignorenulls=True).over(
            Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
        )
    """
    return each_chosen(column, lambda one: _filled(one, _limit(limit), forward=True))


@rule("Series.bfill", "Series.backfill", "GroupBy.bfill")
def bfill(column: Value, limit: Value) -> Value:
    """Missing values filled from the row after.

    Example:
        df["v"].bfill(limit=1)
    Becomes:
        F.first("v", ignorenulls=True).over(Window.orderBy("_row").rowsBetween(Window.currentRow, 1))
    """
    return each_chosen(column, lambda one: _filled(one, _limit(limit), forward=False))


def _limit(limit: Value) -> int | None:
    if not given(limit):
        return None
    count = number(limit, "the limit")
    if count != int(count) or count < 1:
        raise Decline("the limit is no positive whole number", code="T310")
    return int(count)


def _filled(value: Value, limit: int | None, forward: bool) -> Column:
    if isinstance(value, Column) and not value.nullable:
        return value
    rows = rows_of(value, "filling from neighbours")
    column = rows.column
    if not column.nullable:
        return rows.then(column.code, nullable=False)
    if column.dtype.startswith(("int", "uint")) or column.dtype in ("bool", "bool?"):
        raise Decline("the type of the result depends on the data", code="T312")
    if column.shape == "window":
        raise Decline("filling a column of another window is not translated", code="T312")
    none = rows.column.none if not rows.keys else False
    values, here = source(column), Window.currentRow
    if forward:
        start = Window.unboundedPreceding if limit is None else -limit
        return rows.then(F.last(values, ignorenulls=True).over(rows.window().rowsBetween(start, here)), none=none)
    end = Window.unboundedFollowing if limit is None else limit
    return rows.then(F.first(values, ignorenulls=True).over(rows.window().rowsBetween(here, end)), none=none)
