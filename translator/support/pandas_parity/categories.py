"""Groups of categories that no row has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any

import pandas as pd
from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def every_category(
    groups: DataFrame,
    keys: Mapping[str, Sequence[str] | None],
    rows: DataFrame | None = None,
    fill: Mapping[str, Any] | None = None,
) -> DataFrame:
    """The groups, and those of categories without rows, as ``groupby(observed=False)`` gives them.

    Args:
        groups: one row for each group, with its keys.
        keys: the categories of each key; None for a key that is no categorical, of which all
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


def _axis(groups: DataFrame, rows: DataFrame | None, key: str, categories: Sequence[str] | None) -> DataFrame:
    if categories is None:
        assert rows is not None
        return rows.select(f"`{key}`").dropna().distinct()
    return groups.sparkSession.createDataFrame(pd.DataFrame({key: list(categories)}), f"`{key}` STRING")
