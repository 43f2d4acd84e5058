"""Joins on the nearest earlier or later row (``pandas.merge_asof``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F

from .dates import microseconds


def join_nearest(
    left: DataFrame, right: DataFrame, on: str, columns: Sequence[str], keys: Sequence[str] = (), right_on: str | None = None,
    direction: str = "backward", exact: bool = True, tolerance: float | None = None, place: Column | str = "_row",
) -> DataFrame:  # fmt: skip
    """Each row of `left` beside the one row of `right` that is nearest to it, or beside nothing.

    Both are put in one order and read once, so there is no join of every row with every row.

    Args:
        on: the column of times or numbers that are near each other.
        columns: the columns that come from `right`.
        keys: columns that have to be equal.
        right_on: the name of `on` in `right`, where it is another.
        direction: "backward" for the last row that is not later, "forward" for the first that is not
            earlier, "nearest" for the nearer of the two, and the earlier one of equally near ones.
        exact: whether a row at the very time counts.
        tolerance: the largest distance, in seconds for times.
        place: tells which of two rows of `right` comes first, for those at one time.
    """
    other = right_on or on
    times = dict(left.dtypes)[on].startswith("timestamp")
    groups = [F.col(f"`{key}`") for key in keys]

    def number(column: str) -> Column:
        value = F.col(f"`{column}`")
        return microseconds(value) if times else value

    found = F.struct(number(other).alias("_at"), *(F.col(f"`{c}`") for c in columns))
    rows = F.struct(*(F.col(f"`{c}`") for c in left.columns))
    one = left.select(*groups, number(on).alias("_at"), rows.alias("_left"))
    two = right.select(*groups, number(other).alias("_at"), found.alias("_right"), F.struct(place).alias("_place"))
    both = _with_columns_of(one, two).unionByName(_with_columns_of(two, one))
    later = F.col("_left").isNull() if exact else F.col("_left").isNotNull()
    group = Window.partitionBy(*groups).rowsBetween(Window.unboundedPreceding, Window.currentRow)
    before = F.last("_right", ignorenulls=True).over(group.orderBy("_at", ~later, "_place"))
    after = F.last("_right", ignorenulls=True).over(group.orderBy(F.col("_at").desc(), ~later, F.col("_place").desc()))
    neighbours = {"_before": before, "_after": after}
    sought = {k: v for k, v in neighbours.items() if k != {"backward": "_after", "forward": "_before"}.get(direction)}
    for name, neighbour in sought.items():
        both = both.withColumn(name, neighbour)
    matched = both.filter(F.col("_left").isNotNull())
    value = _nearer(list(sought))
    if tolerance is not None:
        most = F.lit(round(tolerance * 1_000_000) if times else tolerance)
        near = F.abs(value("_at") - F.col("_at")) <= most
    values = [(value(c) if tolerance is None else F.when(near, value(c))).alias(c) for c in columns]
    return matched.select(*(F.col("_left").getField(c).alias(c) for c in left.columns), *values)


def _with_columns_of(frame: DataFrame, other: DataFrame) -> DataFrame:
    """The frame with the columns that only the other has, missing in every row."""
    lacking = [field for field in other.schema.fields if field.name not in frame.columns]
    return frame.select("*", *(F.lit(None).cast(field.dataType).alias(field.name) for field in lacking))


def _nearer(names: Sequence[str]) -> Callable[[str], Column]:
    """The values of the nearer of two rows, by name. (Of a struct that is missing Sail gives fields that are not.)"""
    if len(names) == 1:
        return lambda name: F.col(names[0]).getField(name)
    before, after = F.col("_before"), F.col("_after")
    nearer = after.getField("_at") - F.col("_at") < F.col("_at") - before.getField("_at")
    forward = after.getField("_at").isNotNull() & (before.getField("_at").isNull() | nearer)
    return lambda name: F.when(forward, after.getField(name)).otherwise(before.getField(name))
