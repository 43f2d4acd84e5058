"""Arithmetic with pandas' answers where Spark's differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from pyspark.sql import Column
from pyspark.sql import functions as F

from .functions import by_workers
from .text import strip


def divide(left: Column, right: Column) -> Column:
    """``left / right`` as pandas divides: x/0 is ±inf, 0/0 and inf/inf are missing."""
    negative = right.cast("string") == "-0.0"  # which is equal to 0.0 but for its sign
    infinite = F.when(left != 0, F.when((left > 0) != negative, F.lit(np.inf)).otherwise(F.lit(-np.inf)))
    zero = F.lit(0)
    quotient = left / F.nullif(right, zero)
    return F.when(right == zero, infinite).otherwise(F.nanvl(quotient, F.lit(None)))


def finite(column: Column) -> Column:
    """Numbers without infinities, which are missing to the windows of pandas."""
    return F.when(F.abs(column) != np.inf, column)


def greatest_column(names: Sequence[str]) -> Column:
    """The name of the first of some columns with the largest number of the row (``idxmax(axis=1)``)."""
    return _first_equal(names, F.greatest)


def least_column(names: Sequence[str]) -> Column:
    """The name of the first of some columns with the smallest number of the row (``idxmin(axis=1)``)."""
    return _first_equal(names, F.least)


def _first_equal(names: Sequence[str], build: Callable[..., Column]) -> Column:
    columns = [F.col(f"`{name}`") for name in names]
    extreme = build(*columns) if len(columns) > 1 else columns[0]
    return F.coalesce(*(F.when(column == extreme, name) for name, column in zip(names, columns, strict=True)))


FEW_KEYS = 200
"""Up to which a choice between all keys, which Spark works out one after the other for each row, takes no time to speak of."""


def lookup(column: Column, table: Mapping[Any, Any], kind: str | None = None) -> Column:
    """Each value looked up in a dict; what is not a key is missing (``Series.map``).

    Args:
        column: the values.
        table: the dict.
        kind: Spark's type of its values, where they are known only when the program runs.

    Raises:
        ValueError: when the dict holds values of another type.
    """
    if kind is not None:
        _require_kind(table, kind)
        if not table:
            return F.lit(None).cast(kind)
        if len(table) > FEW_KEYS and kind in ("BIGINT", "DOUBLE", "STRING"):
            return _found_by_workers(column, table, kind)
    (first, value), *rest = ((k, None if v != v else v) for k, v in table.items())
    found = F.when(column == first, F.lit(value))
    for key, value in rest:
        found = found.when(column == key, F.lit(value))
    return found if kind is None else found.cast(kind)


def _found_by_workers(column: Column, table: Mapping[Any, Any], kind: str) -> Column:
    """The same by Python's own lookup, in the text form of keys: whole numbers beside missing ones would become floats."""
    values = {str(key): None if value != value else value for key, value in table.items()}

    def each(keys: pd.Series) -> pd.Series:
        return pd.Series([values.get(key) for key in keys], dtype=object)

    return by_workers(each, kind, column.cast("string"))


def _require_kind(table: Mapping[Any, Any], kind: str) -> None:
    """That the values of a dict are what the program was translated for."""
    held: Any = {"BIGINT": int, "DOUBLE": (int, float), "STRING": str}.get(kind, object)
    other = [v for v in table.values() if not isinstance(v, held) and not (kind != "BIGINT" and (v is None or v != v))]
    if other:
        raise ValueError(f"the dict holds {other[0]!r}, but the program was translated for {kind} values")


def whole(column: Column) -> Column:
    """Floats as nullable whole numbers (``astype("Int64")``); one that is not whole raises, as in pandas."""
    other = F.raise_error(F.lit("cannot safely cast non-equivalent float64 to int64")).cast("bigint")
    return F.when(column == F.floor(column), column.cast("bigint")).otherwise(F.when(column.isNotNull(), other))


def recoded(column: Column, table: Mapping[Any, Any]) -> Column:
    """Each value replaced by a number or truth value from a dict, of which all values have to be keys (``Series.replace``).

    A value that is none raises when it is met: pandas would make a column of texts and others.
    """
    kinds = {type(value) for value in table.values()}
    if kinds == {bool}:  # Sail makes plain logic of a choice of truth values, and meets what raises for every value
        return recoded(column, {key: int(value) for key, value in table.items()}).cast("boolean")
    kind = "bigint" if kinds == {int} else "double"
    other = F.raise_error(F.concat(column, F.lit(f" is none of {list(table)}, which the program was translated for")))
    return lookup(column, table).otherwise(F.when(column.isNotNull(), other.cast(kind))).cast(kind)


def log(column: Column) -> Column:
    """Natural logarithm as numpy gives it: -inf at zero, missing below."""
    return F.when(column == 0, F.lit(-np.inf)).when(column > 0, F.ln(column))


def log2(column: Column) -> Column:
    """Logarithm to base 2 as numpy gives it: -inf at zero, missing below."""
    return F.when(column == 0, F.lit(-np.inf)).when(column > 0, F.log2(column))


def log10(column: Column) -> Column:
    """Logarithm to base 10 as numpy gives it: -inf at zero, missing below."""
    return F.when(column == 0, F.lit(-np.inf)).when(column > 0, F.log10(column))


def log1p(column: Column) -> Column:
    """``log(1 + x)`` as numpy gives it: -inf at -1, missing below."""
    return F.when(column == -1, F.lit(-np.inf)).when(column > -1, F.log1p(column))


def to_number(column: Column) -> Column:
    """Texts as numbers, missing where they are none (``to_numeric(errors="coerce")``)."""
    number = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"
    text = strip(column)
    value = F.when(text.rlike(number), text).cast("double")
    infinite = F.when(column.startswith("-"), float("-inf")).otherwise(float("inf"))
    word = F.lower(column).rlike(r"^[+-]?inf(inity)?$")
    return F.when(word, infinite).when(F.abs(value) < float("inf"), value)  # too large for a float is no number


def floor_divide(left: Column, right: int) -> Column:
    """``left // right`` for whole numbers and a positive divisor, exact beyond 2**53."""
    multiple = left.cast("decimal(20,0)") - F.pmod(left, F.lit(right))  # beyond 64 bits next to the smallest one
    return (multiple / F.lit(right)).cast("bigint")


def floor_quotient(left: Column, right: float) -> Column:
    """``left // right`` for floats and a positive divisor; of an infinite number it is missing."""
    quotient = F.rint((left - F.pmod(left, F.lit(right))) / F.lit(right))
    return F.nanvl(quotient, F.lit(None))
