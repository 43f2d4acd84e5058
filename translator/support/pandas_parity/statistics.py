"""Statistics with pandas' answers for few values and for constant ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F


def correlation(left: Column, right: Column) -> Column:
    """Pearson's correlation of the rows where both are there; missing where one is constant."""
    both = left.isNotNull() & right.isNotNull()
    spread = F.stddev_pop(F.when(both, left)) * F.stddev_pop(F.when(both, right))
    quotient = F.covar_pop(left.cast("double"), right.cast("double")) / F.nullif(spread, F.lit(0.0))
    found = F.nanvl(quotient, F.lit(None))  # of infinite values; Spark takes NaN for the greatest number
    return F.when(F.count_if(both) > 1, F.when(found > 1, 1.0).when(found < -1, -1.0).otherwise(found))


def skew(column: Column) -> Column:
    """Skewness without bias: missing for less than three values, 0 for a constant."""
    count, third = F.count(column).cast("double"), _central(column, 3)
    sample = F.sqrt(count * F.nullif(count - 1, F.lit(0.0))) / F.nullif(count - 2, F.lit(0.0))
    return F.when(count > 2, F.coalesce(sample * third, F.lit(0.0)))


def kurtosis(column: Column) -> Column:
    """Excess kurtosis without bias: missing for less than four values, 0 for a constant."""
    count, fourth = F.count(column).cast("double"), _central(column, 4)
    below = F.nullif((count - 2) * (count - 3), F.lit(0.0))
    sample = (count - 1) / below * ((count + 1) * (fourth - 3) + 6)
    return F.when(count > 3, F.coalesce(sample, F.lit(0.0)))


def _central(column: Column, power: int) -> Column:
    """A central moment over its power of the standard deviation; missing for a constant."""
    spread = F.when(F.stddev_pop(column) > 0, F.stddev_pop(column))
    moment = F.skewness(column) if power == 3 else F.kurtosis(column) + 3
    return F.when(spread.isNotNull(), F.nanvl(moment, F.lit(None)))


def sem(column: Column) -> Column:
    """Standard error of the mean; missing for less than two values."""
    count = F.count(column)
    return F.stddev_samp(column) / F.sqrt(F.nullif(count, F.lit(0)))


def most_frequent(frame: DataFrame, name: str) -> DataFrame:
    """The values of a column that occur most often, missing ones left out."""
    counts = frame.dropna(subset=[name]).groupBy(f"`{name}`").agg(F.count("*").alias("_count"))
    most = F.max("_count").over(Window.partitionBy())
    return counts.withColumn("_most", most).filter(F.col("_count") == F.col("_most")).select(f"`{name}`")


def is_monotonic(frame: DataFrame, column: Column, order: Sequence[Column | str], increasing: bool = True) -> bool:
    """Whether no value is missing or below (above) the one before it in a given order."""
    before = F.lag(column).over(Window.orderBy(*order))
    broken = column < before if increasing else column > before
    steps = frame.select(column.isNull().alias("missing"), F.coalesce(broken, F.lit(False)).alias("broken"))
    return not steps.filter("missing or broken").limit(1).count()


def all_close(frame: DataFrame, left: Column, right: Column, rtol: float = 1e-5, atol: float = 1e-8) -> bool:
    """``numpy.allclose``: whether no pair of values is further apart than a part of the right one."""
    near = F.abs(left - right) <= F.lit(atol) + F.lit(rtol) * F.abs(right)
    infinite = F.abs(right) == F.lit(float("inf"))
    close = F.when(infinite | (F.abs(left) == F.lit(float("inf"))), left == right).otherwise(near)
    return not frame.filter(~F.coalesce(close, F.lit(False))).limit(1).count()


def correlations(frame: DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """``DataFrame.corr``: each pair of columns over the rows where both are there, in one aggregation."""
    table = _of_pairs(frame, columns, correlation)
    for name in columns:  # with itself, in which digits get lost on the way
        table.loc[name, name] = table.loc[[name], name].where(lambda found: found.isna(), 1.0).iloc[0]
    return table


def covariances(frame: DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """``DataFrame.cov``: each pair of columns over the rows where both are there, in one aggregation."""
    return _of_pairs(frame, columns, lambda left, right: F.nanvl(F.covar_samp(left, right), F.lit(None)))


def _of_pairs(frame: DataFrame, columns: Sequence[str], build: Callable[[Column, Column], Column]) -> pd.DataFrame:
    values = [F.col(f"`{name}`").cast("int").cast("double") if kind == "boolean" else F.col(f"`{name}`").cast("double")
              for name, kind in frame.select(*(f"`{c}`" for c in columns)).dtypes]  # fmt: skip
    places = [(i, j) for i in range(len(columns)) for j in range(i + 1)]
    row = frame.agg(*(build(values[i], values[j]).alias(f"{i}_{j}") for i, j in places)).toPandas()
    table = np.full((len(columns), len(columns)), np.nan)
    for (i, j), value in zip(places, row.astype("float64").iloc[0], strict=True):
        table[i, j] = table[j, i] = value
    return pd.DataFrame(table, index=list(columns), columns=list(columns))


def quantiles(frame: DataFrame, columns: Sequence[str], shares: Sequence[float]) -> pd.DataFrame:
    """``DataFrame.quantile`` of several shares: one row for each, from one aggregation."""
    wanted = [float(share) for share in shares]
    found = frame.agg(*(F.percentile(F.col(f"`{name}`"), wanted) for name in columns)).collect()[0]
    table = {name: values or [None] * len(wanted) for name, values in zip(columns, found, strict=True)}
    return pd.DataFrame(table, index=pd.Index(wanted), columns=list(columns), dtype="float64")


def statistics_table(row: DataFrame, functions: Sequence[str], columns: Sequence[str]) -> pd.DataFrame:
    """``DataFrame.agg`` of several functions: one row for each, from a one-row aggregate.

    Args:
        row: the statistics of the first column in the order of `functions`, then those of the next.
        functions: names of the rows.
        columns: names of the columns.
    """
    values = [row_values.iloc[0] for _, row_values in row.toPandas().items()]
    size = len(functions)
    parts = {c: pd.Series(values[n * size : (n + 1) * size], index=list(functions)) for n, c in enumerate(columns)}
    return pd.DataFrame(parts)
