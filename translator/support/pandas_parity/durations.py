"""Lengths of time: Spark's day-time intervals with the parts that pandas gives of a Timedelta."""

from __future__ import annotations

from typing import Any

import pandas as pd
from pyspark.sql import Column, DataFrame
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


def length_of(frame: DataFrame, duration: Column, statistic: str) -> Any:
    """``Series.mean``, ``median`` or ``sum`` of lengths of time: a Timedelta of whole nanoseconds.

    Args:
        frame: the rows.
        duration: the lengths.
        statistic: which of the three.
    """
    length = _microseconds(duration)
    if statistic == "median":
        middle = frame.agg(F.percentile(length, 0.5)).collect()[0][0]
        return pd.NaT if middle is None else pd.Timedelta(int(middle * 1000), "ns")
    total, count = frame.agg(F.sum(length), F.count(length)).collect()[0]
    if statistic == "sum":
        return pd.Timedelta((total or 0) * 1000, "ns")
    return pd.NaT if not count else pd.Timedelta(int(float(total * 1000) / count), "ns")  # as pandas, by floats


def _microseconds(duration: Column) -> Column:
    return (duration.cast("decimal(20,6)") * F.lit(1_000_000)).cast("bigint")
