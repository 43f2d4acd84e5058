"""Bins and bounds that are taken from the data."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F


def equal_edges(frame: DataFrame, column: str, count: int, right: bool = True) -> list[float]:
    """Edges of so many bins of one width over all values, as ``pandas.cut(bins=count)`` lays them.

    Raises:
        ValueError: when there are no rows, no values or infinite ones.
    """
    value = F.col(f"`{column}`")
    rows, low, high = frame.agg(F.count("*"), F.min(value).cast("double"), F.max(value).cast("double")).collect()[0]
    if not rows or low is None:
        raise ValueError("Cannot cut empty array")
    if np.isinf(low) or np.isinf(high):
        raise ValueError("cannot specify integer `bins` when input data contains infinity")
    if low == high:
        margin = 0.001 * abs(low) if low else 0.001
        return [float(edge) for edge in np.linspace(low - margin, high + margin, count + 1)]
    edges = np.linspace(low, high, count + 1)
    margin = (high - low) * 0.001
    edges[0 if right else -1] += -margin if right else margin
    return [float(edge) for edge in edges]


def quantile_edges(
    frame: DataFrame, column: str, shares: int | Sequence[float], duplicates: str = "raise"
) -> list[float]:
    """Edges of bins that hold equal (or the given) shares of the values, as ``pandas.qcut`` lays them.

    Args:
        frame: the rows.
        column: their values.
        shares: the number of bins, or the quantiles that are the edges.
        duplicates: "drop" to go on with the distinct edges where some are equal.

    Raises:
        ValueError: when edges are equal, or there are no values and equal ones are not dropped.
    """
    wanted = np.linspace(0, 1, shares + 1) if isinstance(shares, int) else np.asarray(shares, dtype="float64")
    value = F.col(f"`{column}`")
    known = frame.filter(value.isNotNull()).select(value.cast("double").alias("value"))
    places = (known.count() - 1) * (wanted * 100 / 100)  # rounded as pandas and numpy round them
    lower = np.floor(places).astype("int64")
    ranks = sorted({int(rank) for place in lower for rank in (place, place + 1) if rank >= 0})
    ranked = known.withColumn("rank", F.row_number().over(Window.orderBy("value")) - 1)
    found = ranked.filter(F.col("rank").isin(ranks)).select("rank", "value").collect()
    at: dict[int, float] = {rank: value for rank, value in found}
    edges = [
        _between(at[low], at[min(low + 1, max(at))], place - low) for low, place in zip(lower, places, strict=True) if at
    ]
    if not edges and duplicates == "drop":
        return [float("nan")]
    if not edges:
        raise ValueError("Bin edges must be unique")
    distinct = list(dict.fromkeys(edges))
    if len(distinct) < len(edges) and len(edges) != 2 and duplicates == "raise":
        raise ValueError(f"Bin edges must be unique: {edges}.\nYou can drop duplicate edges by setting the 'duplicates' kwarg")
    return distinct if len(edges) != 2 else edges


def _between(low: float, high: float, share: float) -> float:
    """A point between two values, computed as numpy does: to the last bit it decides about a value at an edge."""
    distance = high - low
    return float(low + distance * share if share < 0.5 else high - distance * (1 - share))


def intervals(edges: Sequence[Any], right: bool = True, lowest: bool = False) -> pd.IntervalIndex:
    """The bins between edges as intervals, which pandas shows with as few digits as tell them apart.

    Args:
        edges: the edges of the bins, increasing.
        right: whether a bin holds its upper edge instead of its lower one.
        lowest: whether the first bin holds both.
    """
    if len(edges) < 2:
        return pd.IntervalIndex.from_breaks(list(edges), closed="right" if right else "left")
    nothing = pd.Series([], dtype="float64")
    categories: Any = pd.cut(nothing, list(edges), right=right, include_lowest=lowest).cat.categories
    return pd.IntervalIndex(categories)


def place_among(column: Column, categories: Sequence[Any]) -> Column:
    """The place of each category among all of them, from 1, by which rows are sorted."""
    return F.array_position(F.lit([str(category) for category in categories]), column)


def binned(
    column: Column, edges: Sequence[Any], labels: Sequence[Any] | None = None, right: bool = True, lowest: bool = False
) -> Column:
    """The label (or the number, from 0) of the bin that each value lies in; missing outside of all bins.

    Args:
        column: the values.
        edges: the edges of the bins, increasing.
        labels: one for each bin: texts, whole numbers, or intervals, which are held as texts; without them bins
            are numbered.
        right: whether a bin holds its upper edge instead of its lower one.
        lowest: whether the first bin holds both.

    Raises:
        ValueError: when the edges do not increase, or there are not as many labels as bins.
    """
    known = [float(edge) if edge is not None else np.nan for edge in edges]
    if any(not low <= high for low, high in pairwise(known)):
        raise ValueError("bins must increase monotonically.")
    if len(set(known)) < len(known) and len(known) != 2:
        raise ValueError(f"Bin edges must be unique: {known}.")
    if labels is not None and len(labels) != len(known) - 1:
        raise ValueError("Bin labels must be one fewer than the number of bin edges")
    first, *upper = known
    outside = column < first if lowest or not right else column <= first
    place = F.when(outside, None)
    for number, edge in enumerate(upper):
        name: Any = number if labels is None else labels[number] if isinstance(labels[number], int) else str(labels[number])
        place = place.when(column <= edge if right else column < edge, F.lit(name))
    texts = labels is not None and not any(isinstance(label, int) for label in labels)
    return place.cast("string" if texts else "bigint") if not upper or not texts else place


def clipped(column: Column, lower: Any, upper: Any) -> Column:
    """Values within two bounds that are numbers of the driver, as ``clip`` keeps them.

    A missing bound is none, and of two the smaller is the lower one.
    """
    low, high = (None if bound is None or pd.isna(bound) else float(bound) for bound in (lower, upper))
    if low is not None and high is not None:
        low, high = sorted((low, high))
    kept = column if high is None else F.when(column > high, high).otherwise(column)
    return kept if low is None else F.when(column < low, low).otherwise(kept)
