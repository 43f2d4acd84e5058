"""Groups of categories that no row has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any

import pandas as pd
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from .checks import require_values


def every_category(
    groups: DataFrame,
    keys: Mapping[str, Sequence[Any] | None],
    rows: DataFrame | None = None,
    fill: Mapping[str, Any] | None = None,
) -> DataFrame:
    """The groups, and those of categories without rows, as ``groupby(observed=False)`` gives them.

    Args:
        groups: one row for each group, with its keys.
        keys: the categories of each key (intervals stand for their texts); None for a key that is no categorical, of which all
            values count that `rows` have.
        rows: the rows that were grouped, with the keys that are no categoricals.
        fill: the values of aggregates over no rows; others are missing there.

    Returns:
        one row for each combination of keys.
    """
    axes = [_axis(groups, rows, key, categories) for key, categories in keys.items()]
    every = reduce(DataFrame.crossJoin, axes).join(groups, list(keys), "left")
    filled = {c: F.coalesce(f"`{c}`", F.lit(v).cast(groups.schema[c].dataType)) for c, v in (fill or {}).items()}
    return every.withColumns(filled) if filled else every


def categorised(column: Column, among: DataFrame, categories: Sequence[Any]) -> Column:
    """A column as a categorical, after the check that its values are the categories it was translated for.

    Args:
        column: the values.
        among: a frame of all of them.
        categories: the values that have to occur, and no other.

    Raises:
        ValueError: when a value does not occur, or another one does.
    """
    require_values(among, {among.columns[0]: categories})
    return column


def _axis(groups: DataFrame, rows: DataFrame | None, key: str, categories: Sequence[Any] | None) -> DataFrame:
    if categories is None:
        assert rows is not None
        return rows.select(f"`{key}`").dropna().distinct()
    held = [category if isinstance(category, int) else str(category) for category in categories]
    kind = "STRING" if isinstance(held[0], str) else "BIGINT"
    return groups.sparkSession.createDataFrame(pd.DataFrame({key: held}), f"`{key}` {kind}")
