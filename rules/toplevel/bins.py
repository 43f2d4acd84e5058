"""``pd.cut`` and ``pd.qcut``: numbers to the names of the bins they fall into."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from translator.rulekit import (
    FLOATS,
    INTEGERS,
    MASKED,
    NUMBERS,
    Code,
    Column,
    ComputedCategories,
    Const,
    Decline,
    Elements,
    F,
    Frame,
    Local,
    OrderedCategories,
    Scalar,
    Value,
    at_hand,
    constant,
    current,
    flag,
    held_category,
    literal,
    name,
    name_of,
    one_of,
    pandas_api,
    parity,
    rule,
    series_frame,
    specimens,
)

np = name("np", "import numpy as np")
LISTS = (list, tuple, range)


@rule("pandas.cut")
def cut(
    x: Value, bins: Value, right: Value, labels: Value, retbins: Value, include_lowest: Value, ordered: Value
) -> Value:
    """The name, number or interval of the bin that each value lies in; outside all bins it is missing.

    Bins hold their upper edge, not their lower one, unless told otherwise.

    Example:
        pd.cut(df["n"], bins=[0, 2, 10], labels=["few", "many"])
    Becomes:
        F.when(F.col("n") <= 0, None).when(F.col("n") <= 2, "few").when(F.col("n") <= 10, "many")
    """
    x = _numbers(x)
    by_number = isinstance(labels, Const) and labels.value is False
    if not flag(ordered, "ordered"):
        raise Decline("bins without an order are not translated", code="T310")
    computed = _computed_edges(x, bins, flag(right, "right"))
    if computed is not None:
        options = {"right": False} if not flag(right, "right") else {}
        if flag(include_lowest, "include_lowest"):
            options["lowest"] = True
        return _in_computed(x, computed, labels, options, retbins)
    if flag(retbins, "retbins"):
        raise Decline("the edges are asked for, which the program gives itself", code="T310")
    edges = _edges(bins)
    if by_number:
        names: Sequence[Any] = range(len(edges) - 1)
    elif constant(labels, "the labels") is None:
        names = pandas_api.bins_between(edges, flag(right, "right"), flag(include_lowest, "include_lowest"))
    else:
        names = _labels(labels, len(edges) - 1)
    certain = x.dtype in INTEGERS and not x.nullable and math.isinf(edges[0]) and math.isinf(edges[-1])
    shown = [held_category(name) for name in names]
    code = _chain(x, edges, shown, flag(right, "right"), flag(include_lowest, "include_lowest"))
    facts = {"nullable": not certain, "missing": False if certain else None, "none": False}
    if by_number:
        return x.then(code.cast("bigint"), dtype="int64", **facts)
    code = code.cast("bigint") if _dtype(names) == "category[int]" else code
    return x.then(code, dtype=_dtype(names), categories=OrderedCategories(names), **facts)


def _dtype(names: Sequence[Any]) -> str:
    """Of texts, of whole numbers, or of intervals."""
    return {str: "category", int: "category[int]"}.get(type(names[0]), "bins")


@rule("pandas.qcut")
def qcut(x: Value, q: Value, labels: Value, retbins: Value, duplicates: Value) -> Value:
    """The name, number or interval of the bin that each value lies in, where bins hold equal shares of the values.

    Example:
        pd.qcut(df["v"], 2, labels=["low", "high"])
    Becomes:
        binned(F.col("v"), quantile_edges(df, "v", 2), ["low", "high"], lowest=True)
    """
    x = _numbers(x)
    if at_hand.may_be_infinite(x):
        raise Decline("some values are infinite", code="T312")
    drop = one_of(duplicates, "raise", "drop") == "drop"
    shares = constant(q, "the shares")
    if isinstance(shares, bool) or not isinstance(shares, (int, list, tuple)):
        raise Decline("the shares are neither a number nor a list of them", code="T311")
    if isinstance(shares, int) and shares < 1 or not shares:
        raise Decline("there are no bins", code="T310")
    fractions = [] if isinstance(shares, int) else shares
    if fractions and len(fractions) < 2 or any(not isinstance(s, (int, float)) or not 0 <= s <= 1 for s in fractions):
        raise Decline("a share is not a number from 0 to 1", code="T310")
    count = shares if isinstance(shares, int) else len(shares) - 1
    frame, label = _held(x)
    edges = parity.quantile_edges(frame.code, label, q.code, **({"duplicates": "drop"} if drop else {}))
    every = not drop and (isinstance(shares, int) or {0, 1} <= set(shares))  # one value alone makes no bin
    return _in_computed(x, (edges, count, every), labels, {"lowest": True}, retbins)


def _numbers(x: Value) -> Column:
    if not isinstance(x, Column) or x.array:
        raise Decline("only columns that live in Spark are cut there", code="T311")
    if x.dtype not in (INTEGERS | FLOATS) - MASKED:
        raise Decline(f"{x.dtype} values are not cut", code="T312")
    return x


def _held(x: Column) -> tuple[Frame, str]:
    """The values as a column of a frame."""
    return (x.frame, x.plain) if x.plain is not None and x.plain in x.frame.fields else series_frame(x)


def _computed_edges(x: Column, bins: Value, right: bool) -> tuple[Code, int, bool] | None:
    """Edges that the data give: their code, how many bins they make, and whether all values lie in one."""
    known = bins.value if isinstance(bins, Const) else None
    if isinstance(known, int) and not isinstance(known, bool):
        if known < 1:
            raise Decline("there are no bins", code="T310")
        frame, label = _held(x)
        return parity.equal_edges(frame.code, label, bins.code, **({} if right else {"right": False})), known, True
    if not isinstance(bins, Elements) or not any(isinstance(edge, Scalar) for edge in bins.items):
        return None
    if any(not isinstance(e, (Scalar, Const)) or isinstance(e, Scalar) and e.dtype not in NUMBERS for e in bins.items):
        raise Decline("the edges of the bins are not numbers", code="T312")
    return bins.code, len(bins.items) - 1, False


def _in_computed(
    x: Column, edges: tuple[Code, int, bool], labels: Value, options: dict[str, Any], retbins: Value
) -> Value:
    """The bins, and with `retbins` their edges beside them."""
    code, count, every = edges
    wanted = flag(retbins, "retbins")
    if wanted or constant(labels, "the labels") is None:
        code = current().ahead(f"{x.name or 'value'}_edges", code)
    placed = _placed(x, code, count, every, labels, options)
    if not wanted:
        return placed
    listed = Local(np.array(code), "ndarray")
    return Elements(literal((placed.code, listed.code)), "tuple", (placed, listed))


def _placed(x: Column, code: Code, count: int, every: bool, labels: Value, options: dict[str, Any]) -> Column:
    certain = every and not x.nullable
    facts = {"nullable": not certain, "missing": False if certain else None, "none": False}
    if isinstance(labels, Const) and labels.value is False:
        return x.then(parity.binned(x.settled, code, **options), dtype="int64", **facts)
    if constant(labels, "the labels") is None:
        shown = parity.intervals(name(str(name_of(code))), **options)
        found = parity.binned(x.settled, code, shown, **options)
        return x.then(found, dtype="bins", categories=ComputedCategories.of(shown), **facts)
    names = _labels(labels, count)
    found = parity.binned(x.settled, code, labels.code, **options)
    return x.then(found, dtype=_dtype(names), categories=OrderedCategories(names), **facts)


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


def _labels(labels: Value, count: int) -> list[Any]:
    known = constant(labels, "the labels")
    kinds = {str if isinstance(label, str) else type(label) for label in known} if isinstance(known, LISTS) else set()
    if len(kinds) != 1 or not kinds <= {str, int}:
        raise Decline("the labels are neither texts nor whole numbers", code="T311")
    if len(known) != count or len(set(known)) < count:
        raise Decline("there is not one label of its own for each bin", code="T310")
    return [str(label) if isinstance(label, str) else label for label in known]


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
