"""Python functions that Spark calls on its workers, as pandas calls them for each value or row.

These are the only functions here that are no expressions of Spark's own: they bring Python's cost, and
stand where a function has no other form.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, cast

import pandas as pd
from pyspark import cloudpickle
from pyspark.sql import Column
from pyspark.sql import functions as F

cloudpickle.register_pickle_by_value(sys.modules[__name__])  # type: ignore[no-untyped-call]
"""Workers get what is called there with its code: they need not have this package."""

DTYPES = {"bigint": "int64", "double": "float64", "boolean": "bool", "string": "object"}


def map_values(
    column: Column, function: Callable[..., Any], result: str, *args: Any, none: bool = False, skip_missing: bool = False
) -> Column:
    """``Series.map(function)``: the function gets what pandas would give it, also for missing values.

    Args:
        result: Spark's type of what the function gives; another one is an error.
        none: missing texts are None, not NaN.
        skip_missing: the function is not called for missing values.
    """
    dtype, missing = DTYPES[result], None if none else float("nan")
    called = _by_value(function)

    def each(values: pd.Series) -> pd.Series:
        objects = values.astype(object)
        if values.dtype.kind not in "iufbmM":
            objects = objects.where(values.notna(), missing)
        found = [v if skip_missing and pd.isna(v) else called(v, *args) for v in objects]
        return pd.Series(found, dtype=dtype)

    return by_workers(each, result, column)


def map_rows(
    row: Column, function: Callable[..., Any], result: str, *args: Any, none: Sequence[str] = (), objects: bool = False
) -> Column:
    """``DataFrame.apply(function, axis=1)`` for a function that gives one value.

    Args:
        row: a struct of the columns that the function reads.
        result: Spark's type of what the function gives; another one is an error.
        none: the columns of text whose missing values are None, not NaN.
        objects: rows are Series of objects, as they are where columns of several types make them.
    """
    dtype, called = DTYPES[result], _by_value(function)

    def each(rows: pd.DataFrame) -> pd.Series:
        rows = pandas_objects(rows, none)
        if objects:
            rows = rows.astype(object)
        return pd.Series([called(row, *args) for _, row in rows.iterrows()], dtype=dtype)

    return by_workers(each, result, row)


def by_workers(each: Callable[..., Any], result: str, column: Column) -> Column:
    """A pandas UDF of a column."""
    python_of_the_program()
    return cast(Column, cast(Any, F).pandas_udf(each, result)(column))


def python_of_the_program() -> None:
    """Workers on this machine run the Python that runs the program.

    By itself Spark starts ``python3``, which outside of an activated environment is another one, with
    other libraries.
    """
    core = getattr(sys.modules.get("pyspark.core.context"), "SparkContext", None)
    context = getattr(core, "_active_spark_context", None)
    if context is not None and context.master.startswith("local") and "PYSPARK_PYTHON" not in os.environ:
        context.pythonExec = sys.executable


def pandas_objects(rows: pd.DataFrame, none: Sequence[str]) -> pd.DataFrame:
    """Rows from Spark with texts as pandas held them: missing ones are NaN, or None in the columns of `none`."""
    for name in rows.columns:
        if rows[name].dtype.kind not in "iufbmM":
            absent = None if name in none else float("nan")
            rows[name] = rows[name].astype(object).where(rows[name].notna(), absent)
    return rows


def _by_value(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, which goes to workers with its code where it is from a module of the program."""
    module = sys.modules.get(function.__module__ or "")
    if module is not None and module.__name__ not in ("__main__", "builtins"):
        cloudpickle.register_pickle_by_value(module)  # type: ignore[no-untyped-call]
    return function
