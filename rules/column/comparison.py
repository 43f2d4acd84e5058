"""Comparisons and membership, with pandas' answers for missing values.

A NumPy-backed column answers a comparison with missing by False (``!=`` by True). The emitted
condition keeps Spark's null where that reads the same in a filter, and knows its negation in a
form that Spark can push down.
"""

from __future__ import annotations

import re

from translator.rulekit import (
    CATEGORICAL,
    MASKED,
    Code,
    Column,
    Const,
    Decline,
    F,
    Membership,
    OrderedCategories,
    Scalar,
    Value,
    Window,
    all_of,
    any_of,
    beside,
    binary,
    column_by_rule,
    column_like,
    current,
    family,
    is_odd,
    literal,
    literal_dtype,
    of_both,
    one_of,
    replace,
    rule,
    staged,
)

OPPOSITE = {">": "<=", "<=": ">", "<": ">=", ">=": "<", "==": "!=", "!=": "=="}
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?)?")


def _operand(column: Column, other: Value) -> tuple[Code, str, bool]:
    """The other side: code, dtype, and whether it can be missing."""
    if isinstance(other, Const) and isinstance(other.value, str) and column.dtype == "datetime":
        if not ISO_DATE.fullmatch(other.value):
            raise Decline(f"the date {other.value!r} is not written as an ISO date", code="T310")
        return F.lit(other.code).cast("timestamp_ntz"), "datetime", False
    if isinstance(other, Const) and literal_dtype(type(other.value)) is not None and other.value == other.value:
        return other.code, str(literal_dtype(type(other.value))), False
    beside = column_like(other, column.frame, "the other operand")
    if beside.dtype == "null":
        raise Decline("a comparison with a missing value has one answer for all rows", code="T310")
    return beside.settled, beside.dtype, beside.nullable and beside.null_means is None


def _summed(column: Column) -> set[object]:
    """The calls that made the sums which a column is made of."""
    physical = column.frame.physical
    return {physical[c].summed for c in column.refs if c in physical} - {None}


def _of_the_same_sums(column: Column, other: Value) -> Value:
    """The smallest or largest of sums, beside each of them: added up a second time, no sum might be equal to it.

    Beside sums that have come to other rows since, they are demanded to be added up once, where they arise.
    """
    if not isinstance(other, Scalar) or other.extreme is None:
        return other
    build, source = other.extreme
    made = _summed(column) & _summed(source)
    same = source.frame.rows[-1] == column.frame.rows[-1] and dict(source.refs) == dict(column.refs)
    if not same or column.plain is None or column.within is not None or not made:
        for place in made:
            current().demand("once", place)
        return other
    value = column.code if is_odd(column.plain) else column.plain
    return column.then(build(value).over(Window.partitionBy()), shape="window")


def _by_order(column: Column, other: Value, operator: str) -> Column:
    """A comparison with one of the categories: whether the value is one of those before or behind it."""
    known = other.value if isinstance(other, Const) else None
    categories = list(column.categories or ())
    if not isinstance(column.categories, OrderedCategories) or known not in categories or type(known) not in (str, int):
        raise Decline("categories are compared by their order", code="T312")
    place = categories.index(known)
    end = place + (operator in (">", "<="))
    chosen = categories[end:] if operator in (">", ">=") else categories[:end]
    if not chosen:
        raise Decline("no category is before the first, or behind the last", code="T312")
    return column_by_rule("Series.isin", column, Const(literal(chosen), chosen))


def compare(column: Column, other: Value, operator: str) -> Column:
    """``column <operator> other`` with the negation at hand."""
    column = replace(column, frame=staged(column.frame, other) or column.frame)
    other = _of_the_same_sums(column, other)
    code, dtype, missing = _operand(column, other)
    truths = {dtype, column.dtype} <= {"bool", "bool?"} and operator in ("==", "!=")
    mixed = (dtype == "bool") != (column.dtype == "bool")
    if not truths and (mixed or family(dtype) != family(column.dtype) or column.dtype in ("bool?", "null")):
        raise Decline(f"{column.dtype} {operator} {dtype} is not translated", code="T312")
    if column.dtype == "bins":
        raise Decline("intervals are compared by their edges", code="T312")
    if column.dtype in CATEGORICAL and operator not in ("==", "!="):
        return _by_order(column, other, operator)
    if isinstance(other, Column) and other.dtype in CATEGORICAL and other.categories != column.categories:
        raise Decline("pandas refuses to compare other categories", code="T312")
    own = column.settled
    nullable = (column.nullable and column.null_means is None) or missing
    refs = dict(column.refs)
    shape = column.shape
    if isinstance(other, Column):
        refs.update(other.refs)
        shape = "window" if "window" in (shape, other.shape) else "row"
    facts = {"refs": refs, "shape": shape, **of_both(column, other)}
    plain = binary(operator, own, code)
    if column.dtype in MASKED or dtype in MASKED:
        return column.then(plain, dtype="boolean", nullable=nullable, **facts)
    if not nullable:
        return column.then(plain, dtype="bool", nullable=False, negated=binary(OPPOSITE[operator], own, code), **facts)
    nulls = [own.isNull()] if column.nullable else []
    nulls += [code.isNull()] if missing else []
    if operator == "!=":
        different = any_of([plain, *nulls]) if missing else ~own.eqNullSafe(code)
        equal = binary("==", own, code)
        return column.then(different, dtype="bool", nullable=False, negated=F.coalesce(equal, F.lit(False)), **facts)
    negated = any_of([binary(OPPOSITE[operator], own, code), *nulls])
    if operator == "==" and not missing:
        negated = ~own.eqNullSafe(code)
    return column.then(plain, dtype="bool", nullable=True, null_means=False, negated=negated, **facts)


@rule("Series.__gt__", "Series.gt")
def greater(column: Column, other: Value) -> Column:
    """Greater than; missing is not greater.

    Example:
        df[df["v"] > 1]
    Becomes:
        df.filter(F.col("v") > 1)
    """
    return compare(column, other, ">")


@rule("Series.__ge__", "Series.ge")
def greater_or_equal(column: Column, other: Value) -> Column:
    """Greater than or equal.

    Example:
        df[df["t"] >= "2024-01-01"]
    Becomes:
        df.filter(F.col("t") >= F.lit("2024-01-01").cast("timestamp_ntz"))
    """
    return compare(column, other, ">=")


@rule("Series.__lt__", "Series.lt")
def less(column: Column, other: Value) -> Column:
    """Less than.

    Example:
        df[df["v"] < df["w"]]
    Becomes:
        df.filter(F.col("v") < F.col("w"))
    """
    return compare(column, other, "<")


@rule("Series.__le__", "Series.le")
def less_or_equal(column: Column, other: Value) -> Column:
    """Less than or equal.

    Example:
        df[df["n"] <= 2]
    Becomes:
        df.filter(F.col("n") <= 2)
    """
    return compare(column, other, "<=")


@rule("Series.__eq__", "Series.eq")
def equal(column: Column, other: Value) -> Column:
    """Equal; missing equals nothing, not even missing.

    Example:
        df[df["k"] == "a"]
    Becomes:
        df.filter(F.col("k") == "a")
    """
    return compare(column, other, "==")


@rule("Series.__ne__", "Series.ne")
def not_equal(column: Column, other: Value) -> Column:
    """Not equal; missing differs from everything, where Spark answers null.

    Example:
        df[df["k"] != "a"]
    Becomes:
        df.filter(~F.col("k").eqNullSafe("a"))
    """
    return compare(column, other, "!=")


@rule("Series.between")
def between(column: Column, left: Value, right: Value, inclusive: Value) -> Column:
    """Whether each value lies between two bounds.

    Example:
        df[df["v"].between(0, 2)]
    Becomes:
        df.filter((F.col("v") >= 0) & (F.col("v") <= 2))
    """
    kind = one_of(inclusive, "both", "left", "right", "neither")
    low = compare(column, left, ">=" if kind in ("both", "left") else ">")
    high = compare(column, right, "<=" if kind in ("both", "right") else "<")
    return _both(low, high)


# --- boolean logic --------------------------------------------------------------------------------------


def _condition(value: Value, column: Column) -> Column:
    """The condition on the right of an operator, where pandas takes an object that is missing for False."""
    if isinstance(value, Const) and isinstance(value.value, bool):
        return Column(F.lit(value.code), frame=column.frame, name=column.name, dtype="bool", nullable=False)
    return _checked(_false_if_missing(column_like(value, column.frame, "the other condition")))


def _false_if_missing(column: Column) -> Column:
    """Objects as a Series shows them to ``&`` and ``|``; an array raises for them."""
    missing = column.dtype in ("bool", "bool?") and column.nullable and column.null_means is None
    if not missing or column.array:
        return column
    return replace(column, dtype="bool", null_means=False, none=False)


def _checked(column: Column) -> Column:
    if column.dtype not in ("bool", "boolean"):
        raise Decline(f"a {column.dtype} column is no condition", code="T312")
    if column.dtype == "bool" and column.nullable and column.null_means is None:
        raise Decline("the condition can be missing, where pandas has objects", code="T312")
    return column.settled_column if column.null_means else column


def negation(column: Column) -> Code:
    """Two-valued code of ``~column``."""
    if column.negated is not None:
        return column.negated
    return ~column.settled


def _joined(left: Column, right: Column, code: Code, negated: Code | None) -> Column:
    dtype = "boolean" if "boolean" in (left.dtype, right.dtype) else "bool"
    nullable = left.nullable or right.nullable
    return left.then(
        code, dtype=dtype, nullable=nullable, null_means=False if nullable and dtype == "bool" else None,
        negated=negated if dtype == "bool" else None, refs={**left.refs, **right.refs},
        shape="window" if "window" in (left.shape, right.shape) else "row",
        **of_both(left, right),
    )  # fmt: skip


def _one_logic(left: Column, right: Column) -> tuple[Column, Column]:
    """Beside a nullable dtype, a NumPy condition has to be settled: its null is no NA."""
    if left.dtype != right.dtype:
        return left.settled_column, right.settled_column
    return left, right


def _both(left: Column, right: Column) -> Column:
    left, right = _one_logic(left, right)
    return _joined(left, right, all_of([left.code, right.code]), any_of([negation(left), negation(right)]))


def _either(left: Column, right: Column) -> Column:
    left, right = _one_logic(left, right)
    return _joined(left, right, any_of([left.code, right.code]), all_of([negation(left), negation(right)]))


@rule("Series.__and__", "Series.__rand__")
def both(column: Column, other: Value) -> Value:
    """Both conditions; an object that is missing (``s.str.contains`` of nothing) counts as False.

    Example:
        df[(df["v"] > 0) & (df["k"] == "a")]
    Becomes:
        df.filter((F.col("v") > 0) & (F.col("k") == "a"))
    """
    if isinstance(other, Membership):
        return beside(other, column)
    return _both(_checked(_false_if_missing(column)), _condition(other, column))


@rule("Series.__or__", "Series.__ror__")
def either(column: Column, other: Value) -> Column:
    """At least one of the conditions; an object that is missing counts as False.

    On the left it makes the result False whatever is on the right.

    Example:
        df[(df["v"] > 0) | df["b"]]
    Becomes:
        df.filter((F.col("v") > 0) | F.col("b"))
    """
    left, right = _false_if_missing(column), _condition(other, column)
    if left is column:
        return _either(_checked(left), right)
    known = F.when(left.code.isNotNull(), left.code | right.code)
    return _joined(left, right, known, None)


@rule("Series.__invert__")
def invert(column: Column) -> Column:
    """The opposite condition; rows that are missing in a comparison are in the opposite.

    Example:
        df[~(df["v"] > 1)]
    Becomes:
        df.filter((F.col("v") <= 1) | F.col("v").isNull())
    """
    checked = _checked(column)
    if checked.dtype == "boolean":
        return checked.then(~checked.code)
    return checked.then(negation(checked), nullable=False, negated=checked.settled)
