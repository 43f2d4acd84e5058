"""Categoricals: columns whose values are among a few that are known, in an order of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from translator.rulekit import (
    CATEGORICAL,
    Accessor,
    Code,
    Column,
    Decline,
    F,
    OrderedCategories,
    Value,
    at_hand,
    constant,
    current,
    flag,
    given,
    held_category,
    is_odd,
    literal,
    parity,
    replace,
    rule,
    specimens,
)

DTYPES = {"str": "category", "int64": "category[int]"}
"""The categoricals that are held, by the dtype of the values that they are made of."""


@rule("pandas.Categorical")
def categorical(values: Value, categories: Value, ordered: Value) -> Column:
    """The values of a column as a categorical; those that are no category become missing.

    Example:
        df["k"] = pd.Categorical(df["k"], categories=["b", "a"], ordered=True)
    Becomes:
        df = df.withColumn("k", F.when(F.col("k").isin(["b", "a"]), F.col("k")))
    """
    if not isinstance(values, Column):
        raise Decline("the values are on the driver", code="T311")
    known = constant(categories, "the categories") if given(categories) else None
    return replace(categorised(values, known, flag(ordered, "ordered"), categories.code), array=True)


def of_dtype(column: Column, dtype: Value) -> Column | None:
    """``astype("category")`` or a ``CategoricalDtype``; None for other dtypes."""
    found = specimens.specimen_of(dtype)
    wanted: Any = found.value if found is not None and found.exact else None
    if isinstance(wanted, str) and wanted == "category":
        return categorised(column, None, ordered=False)
    if type(wanted).__name__ != "CategoricalDtype":
        return None
    known = None if wanted.categories is None else wanted.categories.tolist()
    return categorised(column, known, bool(wanted.ordered))


def categorised(column: Column, known: Sequence[Any] | None, ordered: bool, listed: Code | None = None) -> Column:
    """The column as a categorical of the categories that are known, else of the values in the data at hand.

    Raises:
        Decline: where the categories are neither texts nor whole numbers that are known.
    """
    if column.dtype in CATEGORICAL and known is None:
        return column
    dtype = DTYPES.get(column.dtype)
    if dtype is None or column.dtype == "int64" and column.nullable:
        raise Decline(f"categories of {column.dtype} values are not held in Spark", code="T202")
    if known is None:
        return _as_at_hand(column, dtype, ordered)
    kinds = {str if isinstance(c, str) else type(c) for c in known}
    if kinds != {str if dtype == "category" else int} or len(set(known)) < len(known):
        raise Decline("the categories are not different values of the column's type", code="T312")
    code = F.when(column.settled.isin(literal(list(known)) if listed is None else listed), column.settled)
    return column.then(code, dtype=dtype, categories=_held(known, ordered), nullable=True, missing=None, none=False)


def _as_at_hand(column: Column, dtype: str, ordered: bool) -> Column:
    """The values in the data at hand, sorted; the program makes sure that they are the same when it runs."""
    data = at_hand.of(column)
    known = [] if data is None else sorted(data.dropna().unique().tolist())
    if not known:
        raise Decline("the values, which become categories, are not known", code="T312")
    current().site.assume("A110")
    label = column.plain or column.name or "value"
    among = column.frame.code.select(label if column.plain and not is_odd(label) else column.settled.alias(label))
    code = parity.categorised(column.settled, among, known)
    return column.then(code, dtype=dtype, categories=_held(known, ordered), none=False)


def _held(known: Sequence[Any], ordered: bool) -> tuple[Any, ...]:
    return OrderedCategories(known) if ordered else tuple(known)


@rule("Series.cat.codes")
def codes(accessor: Accessor) -> Column:
    """The place of each value among the categories; -1 where it is missing.

    Example:
        df["k"].astype("category").cat.codes
    Becomes:
        F.array_position(F.lit(["a", "b"]), categorised(F.col("k"), df.select("k"), ["a", "b"]))
    """
    column = accessor.base
    if not isinstance(column, Column) or column.dtype not in CATEGORICAL or not column.categories:
        raise Decline("the categories are not known", code="T312")
    if len(column.categories) > 127:
        raise Decline("more categories than codes of 8 bits", code="T312")
    place = F.array_position(F.lit([held_category(c) for c in column.categories]), column.settled)
    place = F.coalesce(place, F.lit(0)) if column.nullable else place
    return column.then((place - 1).cast("tinyint"), dtype="int8", nullable=False, name=None)
