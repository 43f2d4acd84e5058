"""Checks that pandas makes, or that a translation made for known values relies on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F


def require_unique(frame: DataFrame, keys: Sequence[str], side: str, kind: str) -> DataFrame:
    """The frame, after the check that ``merge(validate=...)`` makes: its join keys do not repeat.

    Raises:
        pandas.errors.MergeError: when some combination of keys occurs more than once.
    """
    repeated = frame.groupBy(*(f"`{key}`" for key in keys)).count().filter(F.col("count") > 1)
    if repeated.limit(1).count():
        raise pd.errors.MergeError(f"Merge keys are not unique in {side} dataset; not a {kind} merge")
    return frame


def require_values(frame: DataFrame, values: Mapping[str, Sequence[Any]]) -> DataFrame:
    """The frame, after the check that its columns hold the very values that columns were made for.

    Args:
        frame: the rows.
        values: by column, the values that have to occur; missing ones do not count.

    Raises:
        ValueError: when a value does not occur, or another one does.
    """
    found = frame.agg(*(F.collect_set(f"`{name}`").alias(name) for name in values)).collect()[0]
    for name, known in values.items():
        if set(found[name]) != set(known):
            new, gone = set(found[name]) - set(known), set(known) - set(found[name])
            raise ValueError(f"column {name!r} has other values than the program was translated for: new {new}, gone {gone}")
    return frame


def require_parts(frame: DataFrame, text: Column, separator: str, parts: Sequence[str]) -> DataFrame:
    """The frame, after the check that texts have the very parts that columns were made for.

    Args:
        frame: the rows.
        text: the texts.
        separator: the pattern between two parts.
        parts: the parts that have to occur; empty ones do not count.

    Raises:
        ValueError: when a part does not occur, or another one does.
    """
    each = frame.select(F.explode(F.split(text, separator, -1)).alias("part")).filter("part != ''")
    require_values(each, {"part": parts})
    return frame


def known_names(found: Iterable[Any], known: Sequence[str]) -> list[str]:
    """Names of columns that data tell, after the check that they are those that the program was translated for.

    Raises:
        ValueError: when they are others, or in another order.
    """
    names = list(found)
    if names != list(known):
        raise ValueError(f"the data tell the columns {names}, but the program was translated for {list(known)}")
    return names


def require_names(frame: DataFrame, found: Iterable[Any], known: Sequence[str]) -> DataFrame:
    """The frame, after the check that names of its columns, which data tell, are the known ones (see :func:`known_names`)."""
    known_names(found, known)
    return frame


def require_filled(
    frame: DataFrame, names: Sequence[str], known: Sequence[str], how: str = "any", thresh: int | None = None
) -> DataFrame:
    """The frame, after the check that ``dropna(axis=1)`` leaves the known ones of its columns.

    Those are the columns with values in all rows, in some (`how` is "all"), or in at least `thresh`.
    """
    rows, *counts = frame.agg(F.count("*"), *(F.count(F.col(f"`{name}`")) for name in names)).collect()[0]
    least = thresh if thresh is not None else 1 if how == "all" else rows
    return require_names(frame, [name for name, count in zip(names, counts, strict=True) if count >= least], known)


def require_rows(frame: DataFrame, key: Any) -> DataFrame:
    """The frame, after the check that there are rows with this key.

    Raises:
        KeyError: when there are none.
    """
    if not frame.limit(1).count():
        raise KeyError(key)
    return frame
