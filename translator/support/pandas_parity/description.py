"""``describe``: what a table of columns of several kinds shows of each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F


def describe(
    frame: DataFrame, columns: Sequence[str], percentiles: Sequence[float] | None = None, place: Column | str = "_row"
) -> pd.DataFrame:
    """``DataFrame.describe`` of columns of numbers (one aggregation), texts, truth values and dates.

    Args:
        frame: the rows.
        columns: the columns that are described.
        percentiles: the shares of the quantiles of numbers; quartiles if not given.
        place: tells which of two rows comes first; read where there are others than numbers.

    Raises:
        ValueError: for percentiles that are not between 0 and 1, or there twice.
    """
    kinds = {name: kind for name, kind in frame.select(*(f"`{c}`" for c in columns)).dtypes}
    others = {"string", "boolean", "date"}
    numbers = _of_numbers(frame, [c for c in columns if kinds[c] not in others], percentiles)
    parts = [numbers[c] if c in numbers else _of_values(frame, c, place) for c in columns]
    labels = list(dict.fromkeys(label for part in sorted(parts, key=len) for label in part.index))
    table = pd.concat([part.reindex(labels) for part in parts], axis=1)
    return table.set_axis(pd.Index(list(columns), dtype="object"), axis=1)


def _of_numbers(frame: DataFrame, columns: Sequence[str], percentiles: Sequence[float] | None) -> pd.DataFrame:
    labels = pd.Series([0.0]).describe(percentiles=None if percentiles is None else list(percentiles)).index
    wanted = [0.25, 0.5, 0.75] if percentiles is None else sorted({*map(float, percentiles), 0.5})
    if not columns:
        return pd.DataFrame(index=labels)
    statistics = []
    for name in columns:
        value = F.col(f"`{name}`").cast("double")
        statistics += [F.count(value), F.avg(value), F.stddev_samp(value), F.min(value), F.max(value)]
        statistics.append(F.percentile(value, wanted))  # all shares from one list of the values
    found = iter(frame.agg(*statistics).collect()[0])
    table = {}
    for name, count, mean, std, least, most, shares in zip(columns, *[found] * 6, strict=False):
        table[name] = [count, mean, std, least, *(shares or [None] * len(wanted)), most]
    return pd.DataFrame(table, index=labels, columns=list(columns), dtype="float64")


def _of_values(frame: DataFrame, column: str, place: Column | str) -> pd.Series:
    """How many values there are, how many different ones, and the most frequent of them."""
    value = F.col(f"`{column}`")
    counts = frame.filter(value.isNotNull()).groupBy(value.alias("value")).agg(
        F.count("*").alias("count"), F.min(place).alias("place")
    )
    labels = ["count", "unique", "top", "freq"]
    most = counts.orderBy(F.col("count").desc(), "place").limit(2).toPandas()
    if most.empty:
        return pd.Series([np.int64(0), 0, np.nan, np.nan], index=labels, dtype="object")
    rows, different = counts.agg(F.sum("count"), F.count("*")).collect()[0]
    top = most["value"].iloc[0]
    if len(most) > 1 and most["count"].nunique() == 1:
        top = _first_of_equals(counts)
    return pd.Series([np.int64(rows), different, top, most["count"].iloc[0]], index=labels, dtype="object")


def _first_of_equals(counts: DataFrame) -> object:
    """The value that pandas' sort puts first among equally frequent ones, which is not the one that comes first."""
    listed = counts.orderBy("place").select("count").toPandas()["count"]
    number = int(listed.sort_values(ascending=False).index[0])
    return counts.orderBy("place").offset(number).limit(1).select("value").toPandas().iat[0, 0]
