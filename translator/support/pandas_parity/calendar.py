"""Rows by periods of time: bins without gaps, and values carried over to a new calendar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F

from .dates import microseconds, moment, weekday


def every_period(frame: DataFrame, column: str, step: str, keys: Sequence[str] = ()) -> DataFrame:
    """A row for every period from the first to the last one, as ``resample`` has them.

    Args:
        frame: one row for each period that has rows.
        column: the date that each period starts at.
        step: interval to the next start, such as ``"1 month"``.
        keys: columns of groups, of which each has periods of its own; missing in no row.
    """
    if keys:
        return _every_period_of_groups(frame, column, step, keys)
    ends = frame.agg(F.min(column).alias("first"), F.max(column).alias("last"))
    starts = ends.select(F.explode(F.sequence("first", "last", F.expr(f"interval {step}"))).alias(column))
    return starts.join(frame, column, "left")


def _every_period_of_groups(frame: DataFrame, column: str, step: str, keys: Sequence[str]) -> DataFrame:
    """Each row, and after it the periods without rows until the next row of its group."""
    groups = [F.col(f"`{key}`") for key in keys]
    start, interval, kind = F.col(column), F.expr(f"interval {step}"), dict(frame.dtypes)[column]
    following = F.lead(column).over(Window.partitionBy(*groups).orderBy(column))
    periods = F.sequence(start, F.coalesce((F.col("_next") - interval).cast(kind), start), interval)
    filled = frame.withColumn("_next", following).withColumn("_period", F.explode(periods))
    others = [c for c in frame.columns if c not in (*keys, column)]
    values = [F.when(F.col("_period") == start, F.col(f"`{c}`")).alias(c) for c in others]
    return filled.select(*groups, F.col("_period").alias(column), *values)


def every_weekday(frame: DataFrame, column: str, keys: Sequence[str] = ()) -> DataFrame:
    """As `every_period`, for every day from Monday to Friday."""
    return every_period(frame, column, "1 day", keys).filter(weekday(F.col(column)) < 5)


def at_frequency(frame: DataFrame, column: str, step: str, fill: str | None = None, value: Any = None) -> DataFrame:
    """The rows at times that follow each other in steps, from the first to the last, as ``asfreq`` gives them.

    Args:
        frame: the rows, no two at one time.
        column: column with the times, missing in no row.
        step: the interval between two times, such as ``"1 day"``.
        fill: "ffill" or "bfill" for the row before or after where there is none at the very time.
        value: the value of all other columns where there is no row.

    Raises:
        ValueError: when two rows have one time.
    """
    if frame.groupBy(column).count().filter(F.col("count") > 1).limit(1).count():
        raise ValueError("cannot reindex on an axis with duplicate labels")
    times = every_period(frame.select(column), column, step).distinct()
    if fill is not None:
        return _carried(times, frame, column, fill, None)
    if value is None:
        return times.join(frame, column, "left")
    others = [F.when(F.col("_here"), F.col(f"`{c}`")).otherwise(F.lit(value).cast(kind)).alias(c)
              for c, kind in frame.dtypes if c != column]  # fmt: skip
    found = times.join(frame.withColumn("_here", F.lit(True)), column, "left").fillna(False, subset=["_here"])
    return found.select(column, *others)


def in_bins(frame: DataFrame, column: str, step: str, closed: str = "left") -> DataFrame:
    """The rows with their times at the edge of the bin that they lie in; bins are counted from the first row.

    Args:
        frame: the rows.
        column: their times, or the days that their periods start at.
        step: the length of a bin, such as ``"7 hours"`` or ``"3 months"``. Parts of days and numbers of days
            are counted from the midnight before the first time.
        closed: the edge that belongs to a bin, and stands for it.
    """
    first = frame.agg(F.min(F.to_date(F.col(column))).alias("_first"))
    size, unit = step.split()
    kind = dict(frame.dtypes)[column]
    if unit.startswith(("month", "year")):
        months = int(size) * (12 if unit.startswith("year") else 1)
        start = F.col("_first")
        passed = (F.year(column) - F.year(start)) * 12 + F.month(column) - F.month(start)
        edge = F.add_months(start, _whole_steps(passed, F.lit(months), closed).cast("int"))
    else:
        start = microseconds(F.col("_first").cast("timestamp_ntz"))
        length = F.lit(int(size) * SECONDS[unit.rstrip("s")] * 1_000_000)
        edge = moment(start + _whole_steps(microseconds(F.col(column).cast("timestamp_ntz")) - start, length, closed))
    return frame.crossJoin(F.broadcast(first)).withColumn(column, edge.cast(kind)).drop("_first")


SECONDS = {"day": 86_400, "hour": 3600, "minute": 60, "second": 1}


def _whole_steps(passed: Column, size: Column, closed: str) -> Column:
    """A distance down to whole steps, or up to them where the right edge belongs to the bin."""
    return passed - F.pmod(passed, size) if closed == "left" else passed + F.pmod(-passed, size)


def upsampled(
    calendar: DataFrame, frame: DataFrame, column: str, fill: str | None = None, limit: int | None = None,
    weekdays: bool = False,
) -> DataFrame:
    """The rows at the times of a new calendar, as ``resample(...).asfreq()``, ``.ffill()`` and ``.bfill()`` give them.

    Rows at exactly one distance of less than a day from the times of the calendar, one for each, are taken
    for the very rows of the calendar, as pandas does.

    Args:
        calendar: the new times, in `column`.
        frame: the rows, no two at one time.
        column: column with the times, missing in no row.
        fill: "ffill" or "bfill" for the row before or after where there is none at the very time.
        limit: how many times in a row are filled.
        weekdays: the calendar has weekdays only.

    Raises:
        ValueError: when two rows have one time.
    """
    times = frame.groupBy(column).count()
    if times.filter(F.col("count") > 1).limit(1).count():
        raise ValueError("cannot reindex on an axis with duplicate labels")
    if limit is None and frame.join(calendar, column, "left_anti").limit(1).count():
        moved = _taken_for_calendar(calendar, frame, column, weekdays)
        frame = frame if moved is None else moved
    if fill is None:
        return calendar.join(frame, column, "left")
    return _carried(calendar, frame, column, fill, limit)


def _taken_for_calendar(calendar: DataFrame, frame: DataFrame, column: str, weekdays: bool) -> DataFrame | None:
    """The rows at the times of the calendar, where all lie at one short distance from them."""
    rank = F.row_number().over(Window.orderBy(column))
    places = calendar.select(F.col(column).alias("_label"), rank.alias("_place"))
    placed = frame.withColumn("_place", rank).join(places, "_place", "full")
    distance = microseconds(F.col(column)) - microseconds(F.col("_label"))
    days = F.datediff(F.max("_label"), F.min("_label"))
    found = placed.agg(
        F.count("*"), F.count(column), F.count("_label"), F.min(distance), F.max(distance), days
    ).collect()[0]
    rows, times, labels, least, most, span = found
    if rows != times or rows != labels or rows < 3 or least != most or abs(least) >= 86_400_000_000:
        return None
    if weekdays and span < rows:  # within a week, they are days like any other
        return None
    return placed.drop(column, "_place").withColumnRenamed("_label", column).select(frame.columns)


def _carried(calendar: DataFrame, frame: DataFrame, column: str, fill: str, limit: int | None) -> DataFrame:
    """The row before (after) each time of the calendar."""
    others = [c for c in frame.columns if c != column]
    rows = frame.select(column, F.struct(column, *others).alias("_from"), F.lit(0).alias("_wanted"))
    both = rows.unionByName(calendar.select(column, F.lit(1).alias("_wanted")), allowMissingColumns=True)
    time = F.col(column).asc() if fill == "ffill" else F.col(column).desc()
    window = Window.orderBy(time, "_wanted").rowsBetween(Window.unboundedPreceding, 0)
    found = both.withColumn("_from", F.last("_from", ignorenulls=True).over(window)).filter("_wanted = 1")
    reached = F.lit(True)
    if limit is not None:
        found = found.withColumn("_here", F.col("_from").getField(column) == F.col(column))
        steps = F.row_number().over(Window.partitionBy(F.col("_from").getField(column), "_here").orderBy(time))
        found, reached = found.withColumn("_steps", steps), F.col("_here") | (F.col("_steps") <= limit)
    return found.select(column, *(F.when(reached, F.col("_from").getField(c)).alias(c) for c in others))
