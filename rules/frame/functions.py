"""Python functions called for every row or cell of a frame."""

from __future__ import annotations

from translator.rulekit import (
    Column,
    Const,
    Decline,
    Elements,
    Frame,
    Value,
    call_lambda,
    cellwise,
    column_like,
    constant,
    each,
    given,
    items,
    literal,
    rule,
    text,
)


@rule("DataFrame.apply")
def apply(df: Frame, func: Value, axis: Value, raw: Value, result_type: Value, args: Value, kwargs: Value) -> Value:
    """Call a function for every row, or for every column.

    Example:
        df.apply(lambda row: row["v"] if row["n"] > 0 else 0.0, axis=1)
    Becomes:
        F.when(F.col("n") > 0, F.col("v")).otherwise(0.0)
    """
    if constant(raw) or given(result_type):
        raise Decline("rows as arrays, and results that become columns, are not translated", code="T310")
    if constant(axis) in (1, "columns"):
        known = constant(args, "args") if given(args) and not isinstance(args, Elements) else ()
        extra = list(args.items) if isinstance(args, Elements) else [Const(literal(v), v) for v in known]
        named = {text(k): v for k, v in items(kwargs)} if isinstance(kwargs, Elements) else {}
        return cellwise.of_rows(df, func, extra, named)
    if given(args) and constant(args) != () or isinstance(kwargs, Elements):
        raise Decline("further arguments of the function are not translated", code="T310")
    return each(df, lambda c: _of_column(func, c))


def _of_column(func: Value, column: Column) -> Column:
    """What a function that is called with a whole column makes of it, where rows stay."""
    result = call_lambda(func, [column])
    if not isinstance(result, Column) or result.frame.rows != column.frame.rows:
        raise Decline("the function does not give a column of the same rows", code="T310")
    return column_like(result, column.frame)


@rule("DataFrame.applymap", "DataFrame.map")
def map_(df: Frame, func: Value, na_action: Value) -> Frame:
    """Call a function for every cell.

    Example:
        df[["v", "w"]].map(lambda x: x * 2)
    Becomes:
        df.select("v", "w").withColumns({"v": F.col("v") * 2, "w": F.col("w") * 2})
    """
    skip = constant(na_action) == "ignore"
    return each(df, lambda c: cellwise.of_cells(c, func, skip_missing=skip))
