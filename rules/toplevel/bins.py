"""``pd.cut``: numbers to the names of the bins they fall into."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from translator.rulekit import (
    FLOATS,
    INTEGERS,
    MASKED,
    Code,
    Column,
    Const,
    Decline,
    F,
    OrderedCategories,
    Value,
    constant,
    flag,
    rule,
    specimens,
)


@rule("pandas.cut")
def cut(x: Value, bins: Value, right: Value, labels: Value, include_lowest: Value, ordered: Value) -> Column:
    """The name (or number) of the bin that each value lies in; outside all bins it is missing.

    Bins hold their upper edge, not their lower one, unless told otherwise.

    Example:
        pd.cut(df["n"], bins=[0, 2, 10], labels=["few", "many"])
    Becomes:
        F.when(F.col("n") <= 0, None).when(F.col("n") <= 2, "few").when(F.col("n") <= 10, "many")
    """
    if not isinstance(x, Column) or x.array:
        raise Decline("only columns that live in Spark are cut there", code="T311")
    if x.dtype not in (INTEGERS | FLOATS) - MASKED:
        raise Decline(f"{x.dtype} values are not cut", code="T312")
    edges = _edges(bins)
    by_number = isinstance(labels, Const) and labels.value is False
    names = list(range(len(edges) - 1)) if by_number else _labels(labels, len(edges) - 1)
    certain = x.dtype in INTEGERS and not x.nullable and math.isinf(edges[0]) and math.isinf(edges[-1])
    code = _chain(x, edges, names, flag(right, "right"), flag(include_lowest, "include_lowest"))
    if by_number and not certain:
        raise Decline("numbers of bins are floats where a value lies in none", code="T312")
    facts = {"nullable": not certain, "missing": False if certain else None, "none": False}
    if by_number:
        return x.then(code.cast("bigint"), dtype="int64", **facts)
    if not flag(ordered, "ordered"):
        raise Decline("bins without an order are not translated", code="T310")
    return x.then(code, dtype="category", categories=OrderedCategories(names), **facts)


def _edges(bins: Value) -> list[float]:
    """The edges of the bins, where they do not depend on the data.

    Raises:
        Decline: T311 for a number of bins, whose edges pandas takes from the data.
    """
    found = specimens.specimen_of(bins)
    if found is None or not found.exact or isinstance(found.value, (int, float, str)):
        raise Decline("the edges of the bins are not known at translation time", code="T311")
    edges = [edge.item() if hasattr(edge, "item") else edge for edge in found.value]
    if not all(isinstance(e, (int, float)) and not isinstance(e, bool) and e == e for e in edges):
        raise Decline("the edges of the bins are not numbers", code="T312")
    if len(edges) < 2 or any(low >= high for low, high in pairwise(edges)):
        raise Decline("the edges of the bins do not increase", code="T310")
    return edges


def _labels(labels: Value, count: int) -> list[str]:
    known = constant(labels, "the labels")
    if known is None:
        raise Decline("bins without labels are intervals, which Spark does not hold", code="T202")
    if not isinstance(known, (list, tuple)) or not all(isinstance(label, str) for label in known):
        raise Decline("the labels are not texts", code="T311")
    if len(known) != count or len(set(known)) < count:
        raise Decline("there is not one label of its own for each bin", code="T310")
    return [str(label) for label in known]


def _chain(x: Column, edges: Sequence[float], names: Sequence[Any], closed: bool, lowest: bool) -> Code:
    """One condition per edge, from below; a missing value meets none."""
    value, whole = x.settled, x.dtype in INTEGERS
    first, *upper = edges
    tests = [value <= edge if closed else value < edge for edge in upper]
    cases: list[tuple[Code, Any]] = list(zip(tests, names, strict=True))
    if not (math.isinf(first) and whole):
        cases.insert(0, (value <= first if closed and not lowest else value < first, None))
    open_end = math.isinf(upper[-1]) and (closed or whole)
    if open_end and x.nullable:
        cases[-1] = (value.isNotNull(), names[-1])
    (test, name), *rest = cases[:-1] if open_end and not x.nullable and len(cases) > 1 else cases
    code = F.when(test, name)
    for test, name in rest:
        code = code.when(test, name)
    return code.otherwise(names[-1]) if open_end and not x.nullable and len(cases) > 1 else code
