"""Values put in the place of others: ``where``, ``mask``, ``replace`` and filling from neighbours."""

from __future__ import annotations

from typing import Any

from translator.rulekit import (
    NUMBERS,
    TEXTS,
    Accessor,
    Column,
    Const,
    Decline,
    F,
    Field,
    Value,
    at_hand,
    by_rule,
    column_like,
    constant,
    current,
    flag,
    given,
    has_missing,
    literal,
    literal_dtype,
    nones,
    parity,
    replace,
    rule,
    unsettled_column,
)


def _condition(value: Value, column: Column, fills: bool) -> Column:
    """A condition; with `fills` pandas takes objects that are missing in it for False, and otherwise raises."""
    test = column_like(value, column.frame, "the condition")
    if fills and not test.array and test.dtype in ("bool", "bool?") and test.null_means is None:
        return replace(test, dtype="bool", null_means=False, none=False)
    if test.dtype != "bool" or test.nullable and test.null_means is None:
        raise Decline("the condition can be missing", code="T312")
    return test


def _substituted(column: Column, test: Column, other: Value, keep: bool) -> Column:
    """``F.when(test, column)`` or the opposite; what is not kept becomes `other`."""
    if column.dtype not in NUMBERS | TEXTS | {"datetime"}:
        raise Decline(f"a {column.dtype} column is not translated here", code="T312")
    refs = {**column.refs, **test.refs}
    shape = "window" if "window" in (column.shape, test.shape) else "row"
    missing = not given(other) or isinstance(other, Const) and other.value != other.value
    if missing:
        kept = test if keep else by_rule("Series.__invert__", test)
        assert isinstance(kept, Column)
        condition = kept.settled if kept.null_means else kept.code
        as_none = isinstance(other, Const) and other.value is None  # which pandas puts into objects as it is
        none = nones([column, Field("str", none=as_none)]) if column.dtype == "str" else False
        return column.then(F.when(condition, column.code), nullable=True, refs=refs, shape=shape, missing=None, none=none)
    beside = column_like(other, column.frame, "the other value")
    if unsettled_column(column) or unsettled_column(beside):
        raise Decline("whether the values are int or float depends on the data", code="T312")
    fits = beside.dtype == column.dtype or (column.dtype in TEXTS and beside.dtype in TEXTS) or (
        column.dtype == "float64" and beside.dtype == "int64")  # fmt: skip
    if not fits:
        raise Decline(f"{beside.dtype} in a {column.dtype} column changes its type", code="T312")
    value = other.code if isinstance(other, Const) else beside.settled
    if isinstance(other, Const) and column.dtype == "float64" and beside.dtype == "int64":
        value = F.lit(float(other.value))
    elif beside.dtype != column.dtype and column.dtype == "float64":
        value = value.cast("double")  # Sail would take the type of the first branch
    condition = test.settled if test.null_means else test.code
    first, second = (column.code, value) if keep else (value, column.code)
    return column.then(
        F.when(condition, first).otherwise(second), nullable=column.nullable or beside.nullable,
        refs={**refs, **beside.refs}, shape=shape, missing=None,
    )  # fmt: skip


@rule("Series.where")
def where(column: Column, cond: Value, other: Value) -> Column:
    """Values where a condition holds, and another value (or missing) elsewhere.

    Example:
        df["v"].where(df["v"] > 0, 0.0)
    Becomes:
        F.when(F.col("v") > 0, F.col("v")).otherwise(0.0)
    """
    return _substituted(column, _condition(cond, column, fills=True), other, keep=True)


@rule("Series.mask")
def mask(column: Column, cond: Value, other: Value) -> Column:
    """Another value (or missing) where a condition holds.

    Example:
        df["v"].mask(df["v"] < 0, 0.0)
    Becomes:
        F.when(F.col("v") < 0, 0.0).otherwise(F.col("v"))
    """
    return _substituted(column, _condition(cond, column, fills=False), other, keep=False)


MAX_PATTERNS = 4
"""Patterns of one call; each doubles the expression."""


def _by_pattern(column: Column, pattern: Value, value: Value) -> Column:
    """``re.sub`` in every text, as ``str.replace`` does it; numbers and times have no patterns.

    Of several patterns each is looked for in the text as it was, and replaced in what the ones before have made of it.
    """
    pairs = _pairs(constant(pattern, "the pattern"), value)
    if not pairs or not all(isinstance(part, str) for pair in pairs for part in pair):
        raise Decline("only patterns are replaced by texts", code="T310")
    if len(pairs) > MAX_PATTERNS:
        raise Decline("each further pattern doubles the expression", code="T310")
    if column.dtype not in TEXTS:
        if column.dtype not in NUMBERS | {"datetime", "bool"}:
            raise Decline(f"a pattern in a {column.dtype} column", code="T312")
        return column
    result = column
    for old, new in pairs:
        found = Const(literal(old), old)
        replaced = _on_texts("replace", result, found, Const(literal(new), new))
        if result is not column:
            there = _on_texts("contains", column, found, na=Const(literal(False), False))
            replaced = replaced.then(F.when(there.code, replaced.code).otherwise(result.code), none=replaced.none)
        result = replaced
    return result


def _on_texts(method: str, column: Column, *args: Value, **options: Value) -> Column:
    texts = Accessor(column.code, base=column, name="str")
    result = by_rule(f"Series.str.{method}", texts, *args, regex=Const(literal(True), True), **options)
    assert isinstance(result, Column)
    return result


@rule("Series.replace")
def replace_(column: Column, to_replace: Value, value: Value, regex: Value) -> Column:
    """Some values replaced by others of the same type, or by missing.

    Example:
        df["k"].replace({"a": "x", "b": "y"})
    Becomes:
        F.when(F.col("k") == "a", "x").when(F.col("k") == "b", "y").otherwise(F.col("k"))
    """
    if flag(regex):
        return _by_pattern(column, to_replace, value)
    pairs = _pairs(constant(to_replace, "what is replaced"), value)
    kinds = {type(new) for _, new in pairs}
    numbers = kinds <= {int, float} and all(new == new for _, new in pairs)
    if column.dtype == "str" and pairs and (numbers or kinds == {bool}):
        return _recoded(column, pairs, to_replace)
    code = F
    nullable = column.nullable
    for old, new in pairs:
        _same_family(column, old)
        if new is None or new != new:
            if new is None:
                raise Decline("None is kept as an object in pandas", code="T312")
            code, nullable = code.when(column.settled == old, F.lit(None)), True
            continue
        _same_family(column, new)
        code = code.when(column.settled == old, float(new) if column.dtype == "float64" else new)
    return column.then(code.otherwise(column.settled), nullable=nullable, missing=None)


def _recoded(column: Column, pairs: list[tuple[Any, Any]], to_replace: Value) -> Column:
    """Texts that all become numbers or truth values, as in the data at hand; pandas then makes it a column of those."""
    data = at_hand.of(column)
    keys = {old for old, _ in pairs}
    if data is None or not set(data.dropna().unique()) <= keys or data.isna().all() or not all(type(k) is str for k in keys):
        raise Decline("texts beside numbers make a column of objects", code="T312")
    current().site.assume("A110")
    table = to_replace.code if isinstance(constant(to_replace), dict) else literal(dict(pairs))
    kinds = {type(new) for _, new in pairs}
    dtype = "bool" if kinds == {bool} else "int64" if kinds == {int} else "float64"
    if dtype == "bool" and has_missing(column):
        dtype = "bool?"
    none = column.none if dtype == "bool?" else False
    return column.then(parity.recoded(column.settled, table), dtype=dtype, missing=column.missing, none=none)


def _pairs(old: Any, value: Value) -> list[tuple[Any, Any]]:
    if isinstance(old, dict):
        if given(value) or any(isinstance(v, dict) for v in old.values()):
            raise Decline("this form of replace is not translated", code="T310")
        return list(old.items())
    if not given(value):
        raise Decline("replacing without a value fills from neighbours in pandas", code="T310")
    new = constant(value, "the new value")
    if isinstance(old, list) and isinstance(new, list):
        if len(old) != len(new):
            raise Decline("the two lists differ in length", code="T310")
        return list(zip(old, new, strict=True))
    if isinstance(old, list):
        return [(item, new) for item in old]
    return [(old, new)]


def _same_family(column: Column, value: object) -> None:
    kind = literal_dtype(type(value))
    text = kind == "str" and column.dtype in TEXTS
    number = kind in ("int64", "float64") and column.dtype == "float64" or kind == "int64" and column.dtype == "int64"
    if not text and not number or value != value:
        raise Decline(f"{value!r} in a {column.dtype} column is not replaced", code="T312")
