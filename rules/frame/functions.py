"""Python functions called for every row or cell of a frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rules.groupby.functions import by_lambda, join_of
from translator.rulekit import (
    NUMBERS,
    Column,
    Const,
    Decline,
    Elements,
    F,
    Frame,
    Grouped,
    Local,
    Module,
    Scalar,
    Value,
    at_hand,
    by_rule,
    call_lambda,
    cellwise,
    column_like,
    constant,
    current,
    each,
    frame_of,
    function_by_rule,
    given,
    is_odd,
    items,
    listed_codes,
    literal,
    parity,
    remembering,
    replace,
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

    Example:
        df.apply(lambda row: pd.Series({"double": row["v"] * 2, "more": row["v"] + row["n"]}), axis=1)
    Becomes:
        df.select((F.col("v") * 2).alias("double"), (F.col("v") + F.col("n")).alias("more"))
    """
    if constant(raw) or given(result_type) and constant(result_type) != "expand":
        raise Decline("rows as arrays, and results of another shape, are not translated", code="T310")
    known = constant(args, "args") if given(args) and not isinstance(args, Elements) else ()
    extra = list(args.items) if isinstance(args, Elements) else [Const(literal(v), v) for v in known]
    named = {text(k): v for k, v in items(kwargs)} if isinstance(kwargs, Elements) else {}
    if constant(axis) in (1, "columns"):
        separator = join_of(func)
        if separator is not None:
            return _joined(df, separator)
        several = cellwise.records_of_rows(df, func, extra, named, given(result_type))
        if several is not None:
            return _as_frame(several)
        return cellwise.of_rows(df, func, extra, named)
    if given(result_type):
        raise Decline("a shape for the results of columns", code="T310")
    return _of_columns(df, func, extra, named)


def _joined(df: Frame, separator: str) -> Column:
    """The texts of each row in one; Python raises for missing ones, and for anything but texts."""
    data = at_hand.of(df)
    missing = [c for c, f in df.fields.items() if f.nullable and f.missing is not False]
    if not df.fields or any(f.dtype != "str" for f in df.fields.values()):
        raise Decline("not all columns are texts, which alone are joined", code="T312")
    if missing and (data is None or not at_hand.guarded(lambda: bool(data[missing].notna().all(axis=None)))):
        raise Decline(f"texts in {missing[0]!r} may be missing, for which Python raises", code="T312")
    if missing:
        current().site.assume("A110", f"no text is missing in {', '.join(missing)}")
    columns = [df.column(c) for c in df.fields]
    refs = {c: version for column in columns for c, version in column.refs.items()}
    code = F.concat_ws(separator, *(c.plain if c.plain and not is_odd(c.plain) else c.code for c in columns))
    return columns[0].then(code, dtype="str", nullable=False, none=False, name=None, refs=refs)


def _as_frame(several: Mapping[str | int, Column]) -> Frame:
    """Columns of the same rows; without any row pandas gives back the frame itself."""
    current().site.assume("A109")
    named = {str(label): column for label, column in several.items()}
    result = remembering(frame_of(named), named)
    numbered = {str(label): (label,) for label in several if isinstance(label, int)}
    return replace(result, tuples=numbered, columns_name=None)


@rule("DataFrame.transform")
def transform(df: Frame, func: Value, axis: Value) -> Value:
    """Call a function that gives as many values as it gets for every column.

    Example:
        df[["v", "w"]].transform(lambda c: c - c.min())
    Becomes:
        df.select("v", "w").withColumns({"v": F.col("v")
    """
    if isinstance(func, (Const, Elements)) or constant(axis) not in (0, "index"):
        raise Decline("functions named by text, several, or along the rows", code="T310")
    result = _of_columns(df, func, [], {})
    if not isinstance(result, Frame):
        raise Decline("the function does not give a column of the same rows", code="T310")
    return result


SKIPPING = {"numpy.sum": "sum", "numpy.mean": "mean", "numpy.min": "min", "numpy.max": "max"}
"""Functions of numpy that leave a Series to its own method, which skips missing values."""


def _of_columns(df: Frame, func: Value, extra: Sequence[Value], named: Mapping[str, Value]) -> Value:
    """What a function makes of every column: columns of the same rows, or one value for each."""
    if isinstance(func, Module) and func.name in SKIPPING and not extra and not named:
        return by_rule(f"DataFrame.{SKIPPING[func.name]}", df)
    if isinstance(func, Module):
        return each(df, lambda c: _same_rows(function_by_rule(func.name, c, *extra, **named), c))
    if extra or named:
        raise Decline("further arguments of the function are not translated", code="T310")
    results = {label: call_lambda(func, [df.column(label)]) for label in df.fields}
    if any(isinstance(result, Scalar) for result in results.values()):
        return _reduced(df, func)
    return each(df, lambda c: _same_rows(results[str(c.plain)], c))


def _same_rows(result: Value, column: Column) -> Column:
    if not isinstance(result, Column) or result.frame.rows != column.frame.rows:
        raise Decline("the function does not give a column of the same rows", code="T310")
    return column_like(result, column.frame)


def _reduced(df: Frame, func: Value) -> Local:
    """One value of every column, from one aggregation."""
    whole = Grouped(df.code, frame=df, keys=())
    parts = [by_lambda(whole, func, label, label) for label in df.fields]
    kinds = {"number" if part.field.dtype in NUMBERS else part.field.dtype for part in parts}
    if len(kinds) > 1 or df.columns_name is not None:
        raise Decline("the values of the columns are not all of one type", code="T312")
    codes = {part.label: part.code.alias(part.label) for part in parts}
    return Local(parity.column_values(df.code.agg(*listed_codes(df, codes))), "Series", was_spark=True)


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
