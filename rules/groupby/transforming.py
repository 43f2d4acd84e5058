"""A value of the group beside every row, and groups kept or left out as a whole."""

from __future__ import annotations

from collections.abc import Callable

from rules.column.windows import Rows, each_chosen, rows_of, source
from translator.rulekit import (
    FLOATS,
    INTEGERS,
    NUMBERS,
    TEXTS,
    Code,
    Column,
    Decline,
    F,
    Frame,
    Function,
    Grouped,
    Value,
    Window,
    Within,
    all_of,
    at_hand,
    by_rule,
    call_lambda,
    col,
    filtered,
    fresh,
    given,
    items,
    missing_if_nan,
    replace,
    rule,
    text,
    unsettled_column,
)

from .functions import function_name
from .selecting import series_of

Transformed = tuple[Code, str, bool]
"""Code, dtype and nullability of a column."""


def _over(build: Code, dtype: str | None = None, nullable: bool = False) -> Callable[[Rows], Transformed]:
    def over(rows: Rows) -> Transformed:
        code = build(source(rows.column)).over(rows.group())
        if dtype is not None and at_hand.may_be_infinite(rows.column):
            return missing_if_nan(code), dtype, True
        return code, dtype or rows.column.dtype, nullable or rows.column.nullable

    return over


def _sum_over(rows: Rows) -> Transformed:
    code = F.sum(source(rows.column)).over(rows.group())
    if rows.column.nullable:
        code = F.coalesce(code, F.lit(0.0 if rows.column.dtype in FLOATS else 0))
    if at_hand.may_be_infinite(rows.column):
        return missing_if_nan(code), rows.column.dtype, True
    return code, rows.column.dtype, False


def _distinct_over(rows: Rows) -> Transformed:
    value = rows.column.code + 0.0 if rows.column.dtype in FLOATS else source(rows.column)  # -0.0 is 0.0
    count = F.size(F.collect_set(value).over(rows.group()))
    if rows.column.nullable:  # engines differ on the set of nothing
        count = F.coalesce(count, F.lit(0))
    return count.cast("bigint"), "int64", False


def _end(build: Code) -> Callable[[Rows], Transformed]:
    def over(rows: Rows) -> Transformed:
        window = rows.window().rowsBetween(Window.unboundedPreceding, Window.unboundedFollowing)
        return build(source(rows.column), ignorenulls=True).over(window), rows.column.dtype, rows.column.nullable

    return over


NUMERIC: dict[str, Callable[[Rows], Transformed]] = {
    "sum": _sum_over,
    "mean": _over(F.avg, "float64"),
    "median": _over(F.median, "float64"),
    "min": _over(F.min),
    "max": _over(F.max),
    "std": _over(F.stddev_samp, "float64", nullable=True),
    "var": _over(F.var_samp, "float64", nullable=True),
}
"""Statistics of numbers."""
COUNTS: dict[str, Callable[[Rows], Transformed]] = {
    "count": lambda rows: (F.count(source(rows.column)).over(rows.group()), "int64", False),
    "size": lambda rows: (F.count("*").over(rows.group()), "int64", False),
    "nunique": _distinct_over,
}
ENDS = {"first": _end(F.first), "last": _end(F.last)}
RUNNING = ("cumsum", "cummax", "cummin", "shift", "diff", "rank", "ffill", "bfill", "pct_change", "cumprod")
"""Names that mean the method of the same name."""


@rule("GroupBy.transform", ignores=("engine", "engine_kwargs"), unused_groups=True)
def transform(grouped: Grouped, func: Value, kwargs: Value) -> Value:
    """An aggregate of the group beside every row, or an expression in such aggregates.

    Example:
        df.groupby("n")["v"].transform("mean")
    Becomes:
        F.avg("v").over(Window.partitionBy("n"))
    """
    if isinstance(func, Function):
        if given(kwargs):
            raise Decline("further arguments of the function", code="T310")
        if getattr(at_hand.of(grouped), "ngroups", None) == 0:
            raise Decline("with the data at hand there is no group, for which pandas gives no rows", code="T312")
        return each_chosen(grouped, lambda one: _by_lambda(one, func))
    known = function_name(func)
    options = {text(k): v for k, v in items(kwargs)} if given(kwargs) else {}
    if known in RUNNING:
        return by_rule(f"GroupBy.{known}", grouped, **options)
    if options:
        raise Decline("further arguments of an aggregate", code="T310")
    return each_chosen(grouped, lambda one: _named(one, known))


def _named(value: Value, known: str) -> Column:
    build = NUMERIC.get(known) or COUNTS.get(known) or ENDS.get(known)
    if build is None:
        raise Decline(f"the function {known!r} is not translated here", code="T310")
    rows = rows_of(value, "transform", in_order=known in ENDS)
    dtype = rows.column.dtype
    if known in NUMERIC and dtype not in NUMBERS and not (known in ("min", "max") and dtype == "datetime"):
        raise Decline(f"a {dtype} column is not a number", code="T312")
    if known not in COUNTS and unsettled_column(rows.column):
        raise Decline("whether this column is int or float depends on the data", code="T312")
    if known in ENDS and dtype not in NUMBERS | TEXTS | {"datetime"}:
        raise Decline(f"{known} of a {dtype} column is not translated", code="T312")
    code, dtype, nullable = build(rows)
    if known in ENDS and dtype == "str":  # a group without any has None, rows of no group have NaN
        return rows.then(code, nullable=nullable, dtype=dtype, none="either" if rows.dropped else True)
    return rows.then(code, nullable=nullable, dtype=dtype)


def member(frame: Frame, grouped: Grouped, groups: Frame | None = None) -> Frame:
    """The frame as a function called per group sees it: the rows of any one group."""
    return replace(frame, within=Within(grouped.keys, frame.rows[-1], groups))


def _by_lambda(value: Value, func: Value) -> Column:
    assert isinstance(value, Grouped)
    rows = rows_of(value, "transform", in_order=False)
    frame = member(value.frame, value)
    result = call_lambda(func, [series_of(value, frame, value.chosen[0])])
    if not isinstance(result, Column) or result.within is not frame.within or result.frame.rows[-1] != frame.rows[-1]:
        raise Decline("the function does not give a value for each row of its group", code="T310")
    result = result.settled_column
    if result.dtype not in NUMBERS | TEXTS | {"bool", "datetime"}:
        raise Decline(f"{result.dtype} values from a function are not translated", code="T312")
    if result.dtype in INTEGERS | {"bool"} and (result.nullable or result.dtype == "bool" and rows.dropped):
        raise Decline("the type of the result depends on the data", code="T312")
    whole = replace(rows, column=replace(rows.column, refs=result.refs), frame=replace(result.frame, within=None))
    return whole.then(result.code, nullable=result.nullable, dtype=result.dtype)


@rule("GroupBy.filter")
def filter_(grouped: Grouped, func: Value) -> Value:
    """The rows of those groups for which a condition holds.

    Example:
        df.groupby("k").filter(lambda g: len(g) > 1)
    Becomes:
        F.col("k").isNotNull() & (F.count("*").over(Window.partitionBy("k")) > 1)
    """
    frame = grouped.frame
    if not grouped.dropna and any(frame.physical[k].nullable for k in grouped.keys):
        raise Decline("the group of missing keys is kept in pandas only sometimes", code="T310")
    groups = Frame(grouped.code, rows=(fresh(),))
    single = _condition(grouped, member(frame, grouped, groups), func)
    if single.frame.rows != groups.rows:
        raise Decline("the condition does not tell about a whole group", code="T310")
    test = _condition(grouped, member(frame, grouped), func).settled_column
    missing = [k for k in grouped.keys if frame.physical[k].nullable]
    code = all_of([*(col(k).isNotNull() for k in missing), test.code])
    kept = filtered(frame, replace(test, code=code, frame=replace(test.frame, within=None), within=None, plain=None))
    return series_of(grouped, kept, grouped.chosen[0]) if grouped.single else kept


def _condition(grouped: Grouped, frame: Frame, func: Value) -> Column:
    argument = series_of(grouped, frame, grouped.chosen[0]) if grouped.single else frame
    result = call_lambda(func, [argument])
    if not isinstance(result, Column) or result.within is not frame.within or result.dtype != "bool":
        raise Decline("the function does not give a condition on its group", code="T310")
    return result
