"""Membership: in a list that is known, or among the values of a column of other rows."""

from __future__ import annotations

from translator.rulekit import (
    CATEGORICAL,
    MASKED,
    Column,
    Decline,
    F,
    Local,
    Membership,
    Value,
    among,
    beside,
    constant,
    family,
    literal_dtype,
    name,
    opposite,
    parity,
    rule,
)


@rule("Series.isin")
def isin(column: Column, values: Value) -> Value:
    """Whether each value is in a list, or among the values of another column; missing is not.

    Rows that are chosen by the values of another column come from a semi join, or an anti join
    for the opposite.

    Example:
        df[~df["k"].isin(["a", "b"])]
    Becomes:
        df.filter(~F.col("k").isin(["a", "b"]) | F.col("k").isNull())

    Example:
        df[~df["n"].isin(other["n"])]
    Becomes:
        df.join(other.select("n"), "n", "left_anti")

    Example:
        df[df["n"].isin(df["n"].unique().tolist())]
    Becomes:
        df.filter(is_in(F.col("n"), df.select("n").distinct().toPandas()["n"].tolist(), float))
    """
    if isinstance(values, Column):
        return among(column, values)
    if isinstance(values, Local):
        return _in_list_of_driver(column, values)
    known = constant(values, "the list of values")
    if isinstance(known, (set, frozenset, dict, tuple)) and not isinstance(known, list):
        members = list(known)
    elif isinstance(known, list):
        members = known
    else:
        raise Decline("the values are not a list", code="T310")
    kinds = {literal_dtype(type(v)) for v in members}
    if None in kinds or any(v != v for v in members):
        raise Decline("the list holds a missing value or another object", code="T310")
    mixed = any((k == "bool") != (column.dtype == "bool") for k in kinds)
    if mixed or any(family(str(k)) != family(column.dtype) for k in kinds) or column.dtype in ("bool?", "date"):
        raise Decline(f"the list does not hold {column.dtype} values", code="T312")
    if not members:
        return column.then(F.lit(False), dtype="bool", nullable=False, refs={})
    code = column.settled.isin(values.code if isinstance(known, list) else members)
    if column.dtype in MASKED:
        return column.then(F.coalesce(code, F.lit(False)), dtype="boolean", nullable=False)
    if not column.nullable:
        return column.then(code, dtype="bool", nullable=False)
    negated = ~code | column.settled.isNull()
    return column.then(code, dtype="bool", null_means=False, negated=negated)


def _in_list_of_driver(column: Column, values: Local) -> Column:
    """The program's own list, whose values and their types show when it runs."""
    kind = {"number": "float", "text": "str"}.get(family(column.dtype))
    if kind is None or column.dtype in MASKED | CATEGORICAL | {"bool"} or values.type == "DataFrame":
        raise Decline("the list of values is not known at translation time", code="T311")
    if column.none not in (True, False):
        raise Decline("missing cells may be None or NaN, which a list tells apart", code="T312")
    options = {"none": True} if column.none else {}
    return column.then(parity.is_in(column.settled, values.code, name(kind), **options), dtype="bool", nullable=False)


@rule("Membership.__invert__")
def invert(condition: Membership) -> Membership:
    """``~df["k"].isin(other["k"])``: an anti join."""
    return opposite(condition)


@rule("Membership.__and__", "Membership.__rand__")
def both(condition: Membership, other: Value) -> Membership:
    """``df["k"].isin(other["k"]) & condition``: a join after a filter."""
    return beside(condition, other)


@rule("Membership.__or__", "Membership.__ror__")
def either(condition: Membership, other: Value) -> Membership:
    """Rows of one join or another are not told apart without their labels."""
    raise Decline("a condition on other rows beside an alternative is not translated", code="T311")
