"""Rows chosen by their index labels, with the errors that pandas raises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F


def _missing(frame: DataFrame, column: str, labels: list[Any]) -> list[Any]:
    """Those of the labels that no row has."""
    rows = frame.filter(F.col(f"`{column}`").isin(labels)).select(f"`{column}`").distinct().collect()
    found = {row[0] for row in rows}
    return [label for label in labels if label not in found]


def in_range(labels: pd.Index) -> pd.Index:
    """Labels of rows that were cut out of others, as the range that pandas keeps of them."""
    steps = set(labels[1:] - labels[:-1])
    if len(steps) > 1 or not len(labels):
        return labels
    step = int(steps.pop()) if steps else 1
    return pd.RangeIndex(int(labels[0]), int(labels[-1]) + step, step, name=labels.name)


def in_turn(labels: Iterable[tuple[Any, ...]], names: list[str | None] | None = None) -> pd.MultiIndex:
    """Labels of several levels as ``agg`` and ``concat`` give them: the labels of a level in the order of their appearance.

    ``MultiIndex.from_tuples`` sorts them, and cannot be sliced where the tuples are not in that order.
    """
    levels = [list(level) for level in zip(*labels, strict=True)]
    found = [pd.factorize(np.array(level, dtype=object)) for level in levels]
    return pd.MultiIndex([list(own) for _, own in found], [codes.tolist() for codes, _ in found], names=names)


def rows_labelled(frame: DataFrame, column: str, labels: Iterable[Any]) -> DataFrame:
    """The rows with the labels, as ``.loc[labels]`` gives them, with `_place` to order them by.

    Args:
        frame: the rows.
        column: column that holds the index labels.
        labels: the labels wanted; each once.

    Raises:
        KeyError: when no row has one of the labels.
    """
    wanted = list(labels)
    if missing := _missing(frame, column, wanted):
        raise KeyError(f"{missing} not in index")
    place = F.array_position(F.array(*(F.lit(label) for label in wanted)), F.col(f"`{column}`"))
    return frame.filter(F.col(f"`{column}`").isin(wanted)).withColumn("_place", place)


def require_labels(frame: DataFrame, column: str, labels: Iterable[Any]) -> DataFrame:
    """The frame, in which each of the labels is that of some row: pandas would add rows for others.

    Args:
        frame: the rows.
        column: column that holds the index labels.
        labels: the labels at which values are set.

    Raises:
        KeyError: when no row has one of the labels.
    """
    if missing := _missing(frame, column, list(labels)):
        raise KeyError(f"no row has the labels {missing}; the program was translated for values set at labels of rows")
    return frame


def rows_at(frame: DataFrame, column: str, labels: DataFrame) -> DataFrame:
    """The rows with the labels that another frame holds, as ``.loc[series]`` gives them.

    Args:
        frame: the rows, no two with one label.
        column: column that holds the index labels.
        labels: the labels wanted, under the same name, and columns to order them by.

    Returns:
        one row for each label, with the columns of both. An action on it fails when no row has one
        of the labels, or one is missing (pandas: KeyError).
    """
    matched = labels.join(frame.withColumn("_found", F.lit(True)), column, "left")
    absent = F.raise_error(F.lit(f"a label is not in the index {column!r}")).cast("boolean")
    return matched.filter(F.coalesce("_found", absent)).drop("_found")


def without_labels(frame: DataFrame, column: str, labels: Iterable[Any]) -> DataFrame:
    """The rows with other labels, as ``drop(labels)`` gives them.

    Raises:
        KeyError: when no row has one of the labels.
    """
    gone = list(labels)
    if not gone:
        return frame
    present, held = [label for label in gone if not pd.isna(label)], F.col(f"`{column}`")
    missing = _missing(frame, column, present) if present else []
    if len(present) < len(gone) and frame.filter(held.isNull()).isEmpty():
        missing.append(next(label for label in gone if pd.isna(label)))
    if missing:
        raise KeyError(f"{missing} not found in axis")
    kept = ~held.isin(present) if len(present) < len(gone) else ~held.isin(present) | held.isNull()
    return frame.filter(kept if present else held.isNotNull())


def require_increasing(frame: DataFrame, column: str, *rows: Column | str) -> DataFrame:
    """The frame, after the check that labels never decrease from row to row.

    A slice of labels means the rows between two values only then.

    Args:
        frame: the rows.
        column: column that holds the index labels.
        rows: what the rows are in order of.

    Raises:
        ValueError: when some label is less than the one before, or missing.
    """
    before = F.lag(f"`{column}`").over(Window.orderBy(*rows))
    steps = frame.select((F.col(f"`{column}`").isNull() | (F.col(f"`{column}`") < before)).alias("falls"))
    if steps.filter("falls").limit(1).count():
        raise ValueError(f"the labels in {column!r} are not sorted, but the program was translated for sorted ones")
    return frame


def reindexed(
    frame: DataFrame, column: str, labels: Iterable[Any], kind: str, fill: Any = None
) -> DataFrame:
    """One row for each label, in the order of the labels, as ``reindex`` gives them.

    Args:
        frame: the rows, no two with one label.
        column: column that holds the index labels.
        labels: the labels wanted.
        kind: Spark type of the labels.
        fill: the value of all other columns where no row has the label.

    Returns:
        the rows, with `_place` to order them by.
    """
    wanted = pd.DataFrame({"_label": list(labels)})
    wanted.insert(0, "_place", range(len(wanted)))
    places = frame.sparkSession.createDataFrame(wanted, f"_place BIGINT, _label {kind}")
    found = frame.withColumnRenamed(column, "_found")
    matched = places.join(found, F.col("_label") == F.col("_found"), "left")
    others = [c for c in frame.columns if c != column]
    if fill is not None and others:
        absent = F.col("_found").isNull()
        filling = {c: F.lit(fill).cast(frame.schema[c].dataType) for c in others}
        matched = matched.withColumns({c: F.when(absent, f).otherwise(F.col(f"`{c}`")) for c, f in filling.items()})
    return matched.drop("_found").withColumnRenamed("_label", column)
