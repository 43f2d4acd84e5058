"""What a function called per group chooses by a value of the group: ``return np.nan if len(g) < 2 else g["v"].sum()``."""

from __future__ import annotations

import math
from dataclasses import replace

from translator.diagnostics import Decline
from translator.emission.emit import Code, F
from translator.evidence.pandas_api import literal_dtype
from translator.frames.dtypes import NUMBERS, TEXTS
from translator.frames.values import Column, Const, Elements, Value


def is_of_group(test: Value) -> bool:
    """Whether a condition is one value for each group, as a function sees it that gives one value for each."""
    if not isinstance(test, Column) or test.within is None or test.within.groups is None:
        return False
    return test.dtype == "bool" and test.frame.rows == test.within.groups.rows


def chosen(test: Value, first: Value, second: Value) -> Value:
    """``first if test else second``, for Series of named values one by one.

    Raises:
        Decline: where the type of the result depends on which groups there are.
    """
    assert isinstance(test, Column)
    if isinstance(first, Elements) and isinstance(second, Elements):
        return _each(test, first, second)
    if not all(isinstance(side, (Column, Const)) for side in (first, second)):
        raise Decline("only values of a group are chosen between", code="T310")
    kinds = {kind for side in (first, second) if (kind := _kind(side)) is not None}
    if len(kinds) != 1 or not kinds <= NUMBERS | TEXTS | {"bool"}:
        raise Decline("the values that are chosen between have no common type", code="T312")
    [kind] = kinds
    missing = any(_kind(side) is None for side in (first, second))
    if kind == "bool" and missing:
        raise Decline("truth values beside missing ones are objects", code="T312")
    nullable = missing or any(isinstance(side, Column) and side.settled_column.nullable for side in (first, second))
    code = F.when(test.settled, _code(first, kind)).otherwise(_code(second, kind))
    return test.then(code, dtype=kind, nullable=nullable, null_means=None, none=False)


def _each(test: Column, first: Elements, second: Elements) -> Elements:
    keys = [[key.value for key in side.keys if isinstance(key, Const)] for side in (first, second)]
    if first.kind != "dict" or keys[0] != keys[1] or len(keys[0]) < len(first.items):
        raise Decline("the values that are chosen between have different names", code="T310")
    items = tuple(chosen(test, a, b) for a, b in zip(first.items, second.items, strict=True))
    return replace(first, items=items, refs=())


def _kind(side: Value) -> str | None:
    """The dtype of a side; None for a missing value."""
    if isinstance(side, Column):
        return side.dtype
    assert isinstance(side, Const)
    if isinstance(side.value, float) and math.isnan(side.value):
        return None
    return str(literal_dtype(type(side.value)))


def _code(side: Value, kind: str) -> Code:
    if isinstance(side, Column):
        return side.settled
    if _kind(side) is None:
        return F.lit(None)
    return F.lit(side.code).cast("bigint") if kind == "int64" else F.lit(side.code)
