"""Tables whose shape pandas derives from the data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any

import pandas as pd
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from .checks import require_values


def pivot(
    frame: DataFrame, index: Sequence[str], column: str, value: str | Sequence[str], labels: Sequence[Any]
) -> DataFrame:
    """One row per combination of `index` and one column per label, as ``DataFrame.pivot`` gives them.

    Args:
        frame: the rows.
        index: columns that stay beside the table.
        column: column whose values become columns.
        value: column with the cells, which are called by the labels; or several, called by column and label.
        labels: the values of `column` that the program was translated for.

    Raises:
        ValueError: when a cell occurs twice, a key is missing, or the labels are others.
    """
    keys = [*index, column]
    cells = frame.groupBy(*keys).agg(F.count("*").alias("_cells")).select(
        "_cells", reduce(Column.__or__, (F.col(key).isNull() for key in keys)).alias("_missing")
    )
    most, missing = cells.agg(F.max("_cells"), F.bool_or("_missing")).collect()[0]
    if most is not None and most > 1:
        raise ValueError("Index contains duplicate entries, cannot reshape")
    if missing:
        raise ValueError(f"a key in {keys} is missing, but the program was translated for data without")
    checked = require_values(frame, {column: labels})
    values = [value] if isinstance(value, str) else list(value)
    table = checked.groupBy(*index).pivot(column, list(labels)).agg(*(F.first(v).alias(v) for v in values))
    if isinstance(value, str):
        return table.toDF(*index, *map(str, labels))
    named = table.toDF(*index, *(f"{v}_{label}" for label in labels for v in values))
    return named.select(*index, *(f"`{v}_{label}`" for v in values for label in labels))


def concat_frames(frames: Sequence[DataFrame], part: str | None = None) -> DataFrame:
    """The rows of all frames, columns matched by name (``pd.concat``).

    Args:
        frames: frames with the same columns.
        part: a column that tells by its number which frame a row came from.

    Raises:
        ValueError: there is no frame.
    """
    if not frames:
        raise ValueError("No objects to concatenate")
    numbered = frames if part is None else [frame.withColumn(part, F.lit(n)) for n, frame in enumerate(frames)]
    return reduce(lambda above, below: above.unionByName(below), numbered)


def with_values(frame: DataFrame, name: str, values: Iterable[Any], kind: str, position: str) -> DataFrame:
    """The frame with a column made of a list of the driver, one value for each row.

    Args:
        frame: the rows.
        name: the column; an old one of the name is replaced where it stands.
        values: as many values as there are rows.
        kind: Spark type of the column.
        position: column that holds the place of each row, from 0 on.

    Raises:
        ValueError: when there are more or fewer values than rows.
    """
    series = pd.Series(list(values) if isinstance(values, range) else values).reset_index(drop=True)
    rows = frame.count()
    if len(series) != rows:
        raise ValueError(f"Length of values ({len(series)}) does not match length of index ({rows})")
    table = pd.DataFrame({"_place": range(rows), "_value": series})
    beside = frame.sparkSession.createDataFrame(table, f"_place BIGINT, _value {kind}")
    columns = list(dict.fromkeys([*frame.columns, name]))
    selected = [F.col("_value").alias(c) if c == name else F.col(f"`{c}`") for c in columns]
    return frame.join(beside, F.col(f"`{position}`") == F.col("_place")).select(*selected)


def tables_of_functions(
    groups: pd.DataFrame, functions: Sequence[str], values: str | Sequence[str], **options: Any
) -> pd.DataFrame:
    """The tables that ``pivot_table`` makes with each of several functions, side by side.

    Args:
        groups: one row for each group, with a column for each value and function, as ``value_function``.
        functions: their names.
        values: the values, as the program names them.
        options: the keys and what else ``pivot_table`` is told.
    """
    labels = [values] if isinstance(values, str) else list(values)
    others = groups.columns.difference([f"{label}_{function}" for label in labels for function in functions], sort=False)
    tables = []
    for function in functions:
        part = groups[[*others, *(f"{label}_{function}" for label in labels)]].set_axis([*others, *labels], axis=1)
        tables.append(part.pivot_table(values=values, aggfunc="first", **options))
    return pd.concat(tables, keys=list(functions), axis=1)


def table_with_margins(
    groups: pd.DataFrame, values: str, index: str, columns: str | None = None, name: str = "All"
) -> pd.DataFrame:
    """Lay groups and their margins out as ``pivot_table(margins=True)`` does, the margins last.

    Args:
        groups: one row for each group; a key is missing where it is a margin, as ``cube`` gives them.
        values: the aggregate.
        index: the key beside the table.
        columns: the key above the table.
        name: label of the margins.

    Raises:
        ValueError: when a key has the name of the margins.
    """
    keys = [index] if columns is None else [index, columns]
    if any((groups[key] == name).any() for key in keys):
        raise ValueError(f'Conflicting name "{name}" in margins')
    filled = groups.fillna(dict.fromkeys(keys, name))
    table = filled.pivot_table(values=values, index=index, columns=columns, aggfunc="first")
    table = table.reindex([*table.index.drop(name), name])
    return table if columns is None else table.reindex(columns=[*table.columns.drop(name), name])
