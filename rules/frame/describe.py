"""``describe`` of frames and columns: numbers from one aggregation, other values by their most frequent one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rules.column.statistics import alone, numbers
from rules.frame.select import columns_of_types
from translator.rulekit import (
    FLOATS,
    INTEGERS,
    MASKED,
    ROW_ORDER,
    Column,
    Const,
    Decline,
    Frame,
    Local,
    Value,
    constant,
    given,
    literal,
    ordered,
    parity,
    place_of,
    rule,
    series_frame,
    unsettled_truth,
)

NUMBERS = (INTEGERS | FLOATS) - MASKED - {"float32"}
COUNTED = frozenset({"str", "bool", "bool?", "date"})
"""Dtypes that are described by their most frequent value."""
SHOWN_FIRST = NUMBERS | {"timedelta", "datetime", "float32"} | MASKED - {"boolean", "string"}
"""Of these pandas describes all columns unless told which; other columns only if there is none of them."""


@rule("DataFrame.describe")
def describe(df: Frame, percentiles: Value, include: Value, exclude: Value) -> Local:
    """Count, mean, spread and quantiles of numbers; number and most frequent of other values.

    Of equally frequent values it is the one that pandas' sort puts first.

    Example:
        df[["v", "n"]].describe()
    Becomes:
        describe(df.select("v", "n"), ["v", "n"])

    Example:
        df[["k", "v"]].describe(include="all", percentiles=[0.1, 0.9])
    Becomes:
        describe(df.select("_row", "k", "v"), ["k", "v"], percentiles=[0.1, 0.9])
    """
    labels = _chosen(df, include, exclude)
    if not labels:
        raise Decline("no column is described", code="T310")
    frame, options = _described(df, labels, percentiles)
    table = parity.describe(frame.code, labels, **options)
    if df.columns_name is not None:
        table = table.rename_axis(columns=literal(df.columns_name))
    return Local(table, type="DataFrame", was_spark=True)


@rule("Series.describe")
def describe_column(column: Column, percentiles: Value, include: Value, exclude: Value) -> Local:
    """Count, mean, spread and quantiles of a column of numbers; number and most frequent of other values.

    Example:
        df["v"].describe()
    Becomes:
        describe(df.select("v"), ["v"])["v"]
    """
    if column.within is not None:
        raise Decline("a description of the rows of a group", code="T310")
    if column.dtype in COUNTED:
        frame, label = series_frame(column.settled_column)
        frame, options = _described(frame, [label], percentiles)
        code = frame.code
    else:
        code, label = alone(numbers(column))
        options = _shares(percentiles)
    found = parity.describe(code, [label], **options)[label]
    return Local(found if column.name == label else found.rename(column.name), "Series", was_spark=True)


def _chosen(df: Frame, include: Value, exclude: Value) -> list[str]:
    """The columns that pandas describes."""
    every = isinstance(include, Const) and isinstance(include.value, str) and include.value == "all"
    if every and given(exclude):
        raise Decline("columns are both included and excluded", code="T310")
    if every:
        return list(df.fields)
    if given(include) or given(exclude):
        return columns_of_types(df, include, exclude)
    usual = [c for c, f in df.fields.items() if f.dtype in SHOWN_FIRST]
    return usual or list(df.fields)


def _described(df: Frame, labels: Sequence[str], percentiles: Value) -> tuple[Frame, dict[str, Any]]:
    """The frame, and what ``describe`` has to know besides the columns.

    Raises:
        Decline: T312 for columns of which it is not known what pandas shows.
    """
    for label in labels:
        fact = df.fields[label]
        if fact.dtype not in NUMBERS | COUNTED or fact.dtype == "bool" and unsettled_truth(fact):
            raise Decline(f"a description of the {fact.dtype} column {label!r}", code="T312")
    options = _shares(percentiles)
    if all(df.fields[label].dtype in NUMBERS for label in labels):
        return df, options
    frame = ordered(df, "the first of equally frequent values")
    assert frame.order is not None
    return frame, options if frame.order == ROW_ORDER else {**options, "place": place_of(frame)}


def _shares(percentiles: Value) -> dict[str, Any]:
    """The shares of quantiles, as the program gives them."""
    if not given(percentiles) or constant(percentiles) is None:
        return {}
    return {"percentiles": percentiles.code}
