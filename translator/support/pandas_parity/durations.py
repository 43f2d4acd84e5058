"""Lengths of time: Spark's day-time intervals with the parts that pandas gives of a Timedelta."""

from __future__ import annotations

from pyspark.sql import Column
from pyspark.sql import functions as F

from .numbers import floor_divide


def total_seconds(duration: Column) -> Column:
    """The length in seconds, with fractions (``Series.dt.total_seconds``)."""
    return duration.cast("decimal(20,6)").cast("double")


def whole_days(duration: Column) -> Column:
    """Whole days, rounded down also below zero (``Series.dt.days``)."""
    return floor_divide(_microseconds(duration), 86_400_000_000)


def seconds_of_day(duration: Column) -> Column:
    """Seconds beyond the whole days, without fractions (``Series.dt.seconds``)."""
    beyond = F.pmod(_microseconds(duration), F.lit(86_400_000_000))
    return floor_divide(beyond, 1_000_000)


def microseconds_of_second(duration: Column) -> Column:
    """Microseconds beyond the whole seconds (``Series.dt.microseconds``)."""
    return F.pmod(_microseconds(duration), F.lit(1_000_000))


def whole_multiples(duration: Column, seconds: float) -> Column:
    """How often a length of so many seconds goes into the duration, rounded down."""
    return floor_divide(_microseconds(duration), round(seconds * 1_000_000))


def _microseconds(duration: Column) -> Column:
    return (duration.cast("decimal(20,6)") * F.lit(1_000_000)).cast("bigint")
