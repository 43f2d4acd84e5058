"""Values that depend on the rows before and after."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pyspark.sql import Column, Window
from pyspark.sql import functions as F
from pyspark.sql.window import WindowSpec

from .dates import microseconds


def interpolate(
    column: Column, place: Column, rows: WindowSpec, both: bool = False, inside: bool = False
) -> Column:
    """Missing values on the straight line between their neighbours (``Series.interpolate``).

    Args:
        column: the values.
        place: where each value lies on the line, such as its row number.
        rows: the order of the rows, and their groups.
        both: whether values before the first one are filled with it as well.
        inside: whether values after the last one stay missing.
    """
    before = rows.rowsBetween(Window.unboundedPreceding, Window.currentRow)
    after = rows.rowsBetween(Window.currentRow, Window.unboundedFollowing)
    at = F.when(column.isNotNull(), place)
    low, low_at = F.last(column, ignorenulls=True).over(before), F.last(at, ignorenulls=True).over(before)
    high, high_at = F.first(column, ignorenulls=True).over(after), F.first(at, ignorenulls=True).over(after)
    between = low + (high - low) / F.nullif(high_at - low_at, F.lit(0)) * (place - low_at)
    edges = [] if inside else [low, high] if both else [low]
    return F.coalesce(column, between, *edges)


def over_time(
    function: Callable[[Column], Column], value: Column | str, time: str, rows: WindowSpec, seconds: float,
    least: int = 1, closed: str = "right", keys: Sequence[str] = (),
) -> Column:
    """A statistic of the rows in a length of time up to each row, as ``rolling("7D")`` gives it.

    Args:
        function: Spark's aggregate function.
        value: the values.
        time: column with the times, which have to rise from row to row; else the query fails.
        rows: the order of the rows, and their groups.
        seconds: the length.
        least: how many values a window needs.
        closed: the ends that belong to the window: "right", "left", "both" or "neither".
        keys: the columns of the groups.
    """
    length = round(seconds * 1_000_000)
    start = -length if closed in ("left", "both") else 1 - length
    end = 0 if closed in ("right", "both") else -1
    moment = F.col(f"`{time}`")
    order = Window.partitionBy(*(f"`{key}`" for key in keys)).orderBy(microseconds(moment))
    window = order.rangeBetween(start, end)
    values = F.col(f"`{value}`") if isinstance(value, str) else value
    found = F.when(F.count(values).over(window) >= least, function(values).over(window))
    rises = moment.isNotNull() & F.coalesce(F.lag(moment).over(rows) < moment, F.lit(True))
    fault = F.raise_error(F.lit(f"the times in {time!r} do not rise from row to row, which windows of time are translated for"))
    return F.when(rises, found).otherwise(fault)
