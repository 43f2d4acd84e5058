"""Rows by condition and label with ``loc`` and ``at``, and setting values there."""

from __future__ import annotations

import math

from translator.rulekit import (
    FLOATS,
    INTEGERS,
    ROW,
    Accessor,
    Code,
    Column,
    Const,
    Decline,
    Elements,
    F,
    Frame,
    Function,
    Label,
    Local,
    Membership,
    Value,
    aligned,
    by_rule,
    call_lambda,
    chosen,
    code_text,
    col,
    column_like,
    frame_on_driver,
    lit,
    literal,
    names,
    new_column,
    ordered,
    pandas_api,
    replace,
    rule,
    select_all,
    with_column,
    with_labels,
)
from translator.rulekit import filtered as keep_rows

EVERYTHING = slice(None)


def _frame(accessor: Value) -> Frame:
    base = accessor.base if isinstance(accessor, Accessor) else accessor
    if not isinstance(base, Frame):
        raise Decline("the object is not a frame", code="T311")
    return base


def _two(df: Frame, key: Value) -> tuple[Value, Value | None]:
    """The row key and the column key."""
    rows, columns = key, None
    if isinstance(key, Elements) and key.kind == "tuple" and len(key.items) == 2:
        rows, columns = key.items
    elif isinstance(key, Const) and isinstance(key.value, tuple) and len(key.value) == 2:
        rows, columns = (Const(_code(v), v) for v in key.value)
    if isinstance(rows, Function):
        rows = call_lambda(rows, [df])
    return rows, columns


def _code(value: object) -> Code:
    try:
        return literal(value)
    except TypeError:
        return literal(repr(value))


@rule("DataFrame.loc.__getitem__")
def loc(accessor: Accessor, key: Value) -> Value:
    """Rows by condition, and columns by name; a single label is looked up on the driver.

    Example:
        df.loc[df["v"] > 1, ["k", "n"]]
    Becomes:
        df.filter(F.col("v") > 1).select("k", "n")
    """
    df = _frame(accessor)
    rows, columns = _two(df, key)
    if isinstance(rows, Const) and not isinstance(rows.value, (slice, list, tuple)):
        return _labelled(df, rows, columns)
    chosen = _rows(df, rows)
    if columns is None:
        return chosen
    if isinstance(columns, Const) and isinstance(columns.value, str):
        return chosen.column(Label(columns.value, columns.code))
    return select_all(chosen, _columns(df, columns))


def _columns(df: Frame, key: Value) -> list[str] | list[Label]:
    if isinstance(key, Const) and isinstance(key.value, pandas_api.ConstantMask):
        return [c for c, chosen in zip(df.fields, key.value, strict=True) if chosen]
    if isinstance(key, Const) and isinstance(key.value, slice):
        labels = list(df.fields)
        bounds = key.value
        if bounds.step is not None:
            raise Decline("a column slice with a step", code="T310")
        for bound in (bounds.start, bounds.stop):
            if bound is not None:
                df.field(bound)
        first = 0 if bounds.start is None else labels.index(bounds.start)
        last = len(labels) if bounds.stop is None else labels.index(bounds.stop) + 1
        return labels[first:last]
    return names(key)


def _rows(df: Frame, key: Value) -> Frame:
    if isinstance(key, Column):
        return keep_rows(df, key)
    if isinstance(key, Membership):
        return chosen(df, key)
    if isinstance(key, Const) and key.value == EVERYTHING:
        return df
    if isinstance(key, Const) and isinstance(key.value, slice) and df.index.is_default:
        return _label_range(df, key.value)
    raise Decline("rows are chosen by labels that are not translated", code="T316")


def _label_range(df: Frame, bounds: slice) -> Frame:
    """``df.loc[a:b]`` on default labels: both ends belong to it."""
    first, last = bounds.start, bounds.stop
    if bounds.step is not None or not all(isinstance(b, (int, type(None))) for b in (first, last)):
        raise Decline("the labels are not numbers", code="T316")
    labelled = ordered(with_labels(df, "a slice of labels"), "a slice of labels")
    if labelled.order is None or labelled.order.columns() != (ROW,):
        raise Decline("the labels are not in order", code="T316")
    row = col(ROW)
    if first is None:
        return labelled.subset(labelled.code.filter(row <= last))
    if last is None:
        return labelled.subset(labelled.code.filter(row >= first))
    return labelled.subset(labelled.code.filter(row.between(first, last)))


def _labelled(df: Frame, label: Const, columns: Value | None) -> Local:
    """Look one label up: how many rows have it decides what pandas gives, so pandas does that."""
    labelled = with_labels(df, "a label")
    if len(labelled.index.levels) != 1:
        raise Decline("a label of several index levels", code="T316")
    level = labelled.index.levels[0].column
    dtype = labelled.physical[level].dtype
    fits = {str: dtype == "str", int: dtype in INTEGERS}.get(type(label.value), False)
    if not fits:
        raise Decline(f"a label of another type than the index ({dtype})", code="T312")
    found = labelled.subset(labelled.code.filter(col(level) == lit(label)), bounded=True)
    if columns is None:
        return Local(frame_on_driver(found).loc[label.code], type="Series", was_spark=True)
    picked = select_all(found, [Label(c) for c in _columns(df, columns)])
    return Local(frame_on_driver(picked).loc[label.code, columns.code], was_spark=True)


@rule("DataFrame.at.__getitem__")
def at(accessor: Accessor, key: Value) -> Value:
    """One value by label and column name, looked up on the driver among the rows with the label.

    Example:
        df.at[2, "v"]
    Becomes:
        to_pandas(
            df.filter(F.col("_row") == 2).select("_row", "v").orderBy("_row"), index=["_row"]
        ).loc[2, "v"]
    """
    df = _frame(accessor)
    rows, columns = _two(df, key)
    if columns is None or not isinstance(rows, Const):
        raise Decline("the label is not known", code="T311")
    return _labelled(df, rows, columns)


@rule("DataFrame.loc.__setitem__")
def set_loc(accessor: Accessor, key: Value, value: Value) -> Frame:
    """Set a column where a condition holds; elsewhere the old value stays.

    Example:
        df.loc[df["v"] > 1, "w"] = 0.5
    Becomes:
        df = df.withColumn("w", F.when(F.col("v") > 1, 0.5).otherwise(F.col("w")))
    """
    df = _frame(accessor)
    rows, columns = _two(df, key)
    if columns is None:
        raise Decline("whole rows are set", code="T310")
    if isinstance(rows, Const) and rows.value == EVERYTHING:
        changed = by_rule("DataFrame.__setitem__", df, columns, value)
        assert isinstance(changed, Frame)
        return changed
    if not isinstance(rows, Column) or rows.dtype not in ("bool", "boolean"):
        raise Decline("values are set at labels, which may add rows", code="T316")
    test = column_like(rows, df, "the condition")
    for label in names(columns):
        df = with_column(df, label, _set_where(df, label, test, _beside(df, test, value)))
    return df


def _beside(df: Frame, test: Column, value: Value) -> Value:
    """The value set, where it was taken from the same selection of rows: then of all rows."""
    if isinstance(value, Column) and not aligned(value, df) and value.shape == "row" and not value.array:
        same = code_text(value.frame.code) == code_text(keep_rows(df, test).code)
        if same and set(df.rows) <= set(value.frame.rows):
            return replace(value, frame=df)
    return value


def _set_where(df: Frame, label: Label, test: Column, value: Value) -> Column:
    condition = test.settled if test.null_means else test.code
    missing = isinstance(value, Const) and (value.value is None or value.value != value.value)
    new = column_like(value, df, "the value")
    code = lit(value) if isinstance(value, Const) and not missing else new.settled
    if label not in df.fields:
        return _new_where(df, condition, test, new_column(df, value), code)
    old = df.column(label)
    dtype = old.dtype if missing else joined_dtype(old, new, value)
    if missing and dtype in INTEGERS and dtype.islower():
        dtype = "float64"
        old = replace(old, code=old.code.cast("double"))
    elif missing and dtype == "bool":
        raise Decline("a bool column with missing values becomes a column of objects", code="T312")
    if dtype == "float64" and isinstance(value, Const) and isinstance(value.value, int):
        code = literal(float(value.value))  # a whole number among floats; Sail would take its type
    chosen = F.when(condition, F.lit(None) if missing else code).otherwise(old.code)
    return old.then(
        chosen, dtype=dtype, nullable=missing or old.nullable or new.nullable,
        missing=None if missing or new.nullable else old.missing,
        refs={**old.refs, **new.refs, **test.refs}, shape=_shape(test, new), categories=None,
    )  # fmt: skip


def _shape(*columns: Column) -> str:
    return "window" if any(c.shape == "window" for c in columns) else "row"


def joined_dtype(old: Column, new: Column, value: Value) -> str:
    """The dtype of a column after values are set into some of its rows.

    Raises:
        Decline: where pandas makes a column of mixed objects, or the values decide.
    """
    if (old.dtype == new.dtype and old.dtype != "category") or new.dtype == "null":
        return old.dtype
    if old.dtype == "null" and new.dtype == "str":
        return "str"
    if old.dtype == "float64" and new.dtype in INTEGERS | FLOATS:
        return "float64"
    integral = isinstance(value, Const) and isinstance(value.value, float) and not math.isinf(value.value)
    if old.dtype == "int64" and new.dtype == "float64" and integral and value.value % 1:  # type: ignore[attr-defined]
        return "float64"
    raise Decline(f"a {new.dtype} value is set into a {old.dtype} column", code="T312")


def _new_where(df: Frame, condition: Code, test: Column, new: Column, code: Code) -> Column:
    """A column that exists only where the condition holds, missing elsewhere."""
    dtype = {"int64": "float64", "bool": "bool?"}.get(new.dtype, new.dtype)
    if dtype not in ("float64", "str", "datetime", "bool?", "null"):
        raise Decline(f"a new {dtype} column with missing values", code="T312")
    chosen = F.when(condition, code)
    if new.dtype == "int64":
        chosen = chosen.cast("double")
    return new.then(
        chosen, dtype=dtype, nullable=True, refs={**new.refs, **test.refs}, shape=_shape(test, new), frame=df
    )
