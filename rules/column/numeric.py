"""Functions of numbers: rounding, absolute values, logarithms and the like."""

from __future__ import annotations

from typing import Any

from translator.rulekit import (
    FLOATS,
    INTEGERS,
    NUMBERS,
    CallSite,
    Column,
    Const,
    Decline,
    F,
    Scalar,
    Value,
    binary,
    column_like,
    constant,
    given,
    of_both,
    parity,
    rule,
    whole,
)


def _number(value: Value) -> Column:
    if not isinstance(value, Column) or value.dtype not in NUMBERS:
        raise Decline("only columns of numbers are translated", code="T312")
    return value


@rule("Series.abs", "numpy.abs", "numpy.absolute", "builtins.abs")
def absolute(column: Value) -> Column:
    """Absolute value.

    Example:
        df["v"].abs()
    Becomes:
        F.abs(F.col("v"))
    """
    source = _number(column)
    return source.then(F.abs(source.code))


@rule("Series.round")
def round_(column: Value, decimals: Value) -> Column:
    """Round half to even after scaling, as numpy does; Spark's own rounding differs at ties.

    Example:
        df["v"].round(2)
    Becomes:
        F.bround(F.col("v") * 100) / 100
    """
    source = _number(column)
    places = whole(decimals, "decimals") if given(decimals) else 0
    if source.dtype in INTEGERS:
        if places < 0:
            raise Decline("rounding whole numbers to tens is not translated", code="T310")
        return source
    if abs(places) > 15:
        raise Decline("so many places are more than a float has", code="T310")
    if places == 0:
        return source.then(F.bround(source.code))
    if places < 0:
        return source.then(F.bround(source.code / 10**-places) * 10**-places)
    return source.then(F.bround(source.code * 10**places) / 10**places)


@rule("Series.clip")
def clip(column: Column, lower: Value, upper: Value) -> Column:
    """Keep values within bounds; missing stays missing.

    Example:
        df["v"].clip(0, 2)
    Becomes:
        F.when(F.col("v") < 0, 0.0).when(F.col("v") > 2, 2.0).otherwise(F.col("v"))
    """
    source = _number(column)
    bounds = [bound for bound in (lower, upper) if given(bound)]
    if any(isinstance(bound, Column) for bound in bounds):
        below = _limited(source, lower, "<") if given(lower) else source
        return _limited(below, upper, ">") if given(upper) else below
    if any(isinstance(bound, Scalar) for bound in bounds):
        if source.dtype != "float64" or any(not isinstance(b, (Const, Scalar)) for b in bounds):
            raise Decline("whether the result is int or float depends on the data", code="T312")
        if any(isinstance(b, Scalar) and b.dtype not in NUMBERS for b in bounds):
            raise Decline("the bound is not a number", code="T312")
        return source.then(parity.clipped(source.code, lower.code, upper.code))
    return _within(source, [constant(bound, "the bound") if given(bound) else None for bound in (lower, upper)])


def _within(source: Column, limits: list[Any]) -> Column:
    """Values between two known numbers; of two the smaller is the lower one."""
    for limit in limits:
        if limit is not None and (isinstance(limit, bool) or not isinstance(limit, (int, float)) or limit != limit):
            raise Decline("the bound is not a number", code="T310")
        if source.dtype in INTEGERS and isinstance(limit, float):
            raise Decline("a float bound turns whole numbers into floats", code="T312")
    if None not in limits:
        limits = sorted(limits)
    code = F
    for test, limit in zip((source.code.__lt__, source.code.__gt__), limits, strict=True):
        if limit is not None:
            code = code.when(test(limit), float(limit) if source.dtype in FLOATS else limit)
    return source if code is F else source.then(code.otherwise(source.code))


def _limited(source: Column, bound: Value, operator: str) -> Column:
    """Values not beyond those of another column; where that is missing they stay."""
    beside = column_like(bound, source.frame, "the bound")
    if beside.dtype != source.dtype or beside.dtype in INTEGERS and beside.nullable:
        raise Decline("the bounds are of another type", code="T312")
    code = F.when(binary(operator, source.code, beside.settled), beside.settled).otherwise(source.code)
    shape = "window" if "window" in (source.shape, beside.shape) else "row"
    return source.then(code, refs={**source.refs, **beside.refs}, shape=shape)


@rule("numpy.maximum", "numpy.minimum")
def maximum(x1: Value, x2: Value, at: CallSite) -> Column:
    """The larger (smaller) of two values; missing where either is.

    Example:
        np.maximum(df["n"], 0)
    Becomes:
        F.greatest(F.col("n"), F.lit(0))
    """
    first = x1 if isinstance(x1, Column) else x2
    other = x2 if first is x1 else x1
    source = _number(first)
    beside = column_like(other, source.frame)
    if beside.dtype not in NUMBERS or (beside.dtype in FLOATS) != (source.dtype in FLOATS):
        if not (isinstance(other, Const) and source.dtype in FLOATS and beside.dtype in INTEGERS):
            raise Decline("both sides must be of one type", code="T312")
    build = F.greatest if at.api.endswith("maximum") else F.least
    code = build(source.code, beside.code)
    nulls = [c.code.isNotNull() for c in (source, beside) if c.nullable]
    for test in nulls:
        code = F.when(test, code)
    return source.then(code, nullable=bool(nulls), refs={**source.refs, **beside.refs}, **of_both(source, other))
