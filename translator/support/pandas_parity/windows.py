"""Values that depend on the rows before and after."""

from __future__ import annotations

from pyspark.sql import Column, Window
from pyspark.sql import functions as F
from pyspark.sql.window import WindowSpec


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
