"""Setting values in some rows with ``loc``."""

from __future__ import annotations

import math

from rules.frame.labelled import EVERYTHING, at_labels, condition_of, frame_of, row_and_column
from translator.rulekit import (
    CATEGORICAL,
    FLOATS,
    INTEGERS,
    OBJECTS,
    Accessor,
    Code,
    Column,
    Const,
    Decline,
    Elements,
    F,
    Frame,
    Label,
    Labels,
    Value,
    aligned,
    by_rule,
    code_text,
    column_like,
    lit,
    literal,
    names,
    new_column,
    nones,
    replace,
    rule,
    unsettled,
    with_fields,
)
from translator.rulekit import filtered as keep_rows


@rule("DataFrame.loc.__setitem__")
def set_loc(accessor: Accessor, key: Value, value: Value) -> Frame:
    """Set a column where a condition holds; elsewhere the old value stays.

    Example:
        df.loc[df["v"] > 1, "w"] = 0.5
    Becomes:
        df = df.withColumn("w", F.when(F.col("v") > 1, 0.5).otherwise(F.col("w")))
    """
    df = frame_of(accessor)
    rows, columns = row_and_column(df, key)
    if columns is None:
        raise Decline("whole rows are set", code="T310")
    if isinstance(rows, Const) and rows.value == EVERYTHING:
        changed = by_rule("DataFrame.__setitem__", df, columns, value)
        assert isinstance(changed, Frame)
        return changed
    if isinstance(rows, Labels):
        rows = condition_of(df, rows)
    if not isinstance(rows, Column) or rows.dtype not in ("bool", "boolean"):
        df, rows = at_labels(df, rows)
    test = column_like(rows, df, "the condition")
    labels = names(columns)
    if len(set(labels)) < len(labels):
        raise Decline("a column is named twice", code="T310")
    listed = _listed(value) if _listed(columns) is not None else None
    if listed is not None:
        if len(listed) != len(labels):
            raise Decline("there is not one value for each column", code="T310")
        pairs = zip(labels, listed, strict=True)
        return with_fields(df, {label: _set_where(df, label, test, _beside(df, test, part)) for label, part in pairs})
    beside = _beside(df, test, value)  # all at once: the condition may read what is set
    return with_fields(df, {label: _set_where(df, label, test, beside) for label in labels})


@rule("DataFrame.at.__setitem__")
def set_at(accessor: Accessor, key: Value, value: Value) -> Frame:
    """Set the cell with one label, which some row has to have: pandas would add a row for another.

    Example:
        df.at[0, "w"] = 0.5
    Becomes:
        df = require_labels(df, "_row", [0]).withColumn("w", F.when(F.col("_row") == 0, 0.5).otherwise(F.col("w")))
    """
    rows, columns = row_and_column(frame_of(accessor), key)
    single = isinstance(rows, Const) and isinstance(columns, Const) and not isinstance(rows.value, (list, slice))
    if not single or isinstance(columns, Const) and isinstance(columns.value, list):
        raise Decline("only the cell at one label and column is set", code="T316")
    changed = by_rule("DataFrame.loc.__setitem__", accessor, key, value)
    assert isinstance(changed, Frame)
    return changed


def _listed(value: Value) -> list[Value] | None:
    """The parts of a list or tuple; None for anything else."""
    if isinstance(value, Elements) and value.kind != "dict":
        if any(isinstance(item, Column) for item in value.items):
            raise Decline("a list of columns is a block of rows to pandas", code="T310")
        return list(value.items)
    known = value.value if isinstance(value, Const) else None
    return [Const(literal(part), part) for part in known] if isinstance(known, (list, tuple)) else None


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
        made = new_column(df, value)
        code = code.cast("double") if missing and made.dtype == "float64" else code
        return _new_where(df, condition, test, made, code)
    if unsettled(df.field(label)):
        raise Decline(f"whether {label!r} is int or float depends on the data", code="T312")
    old = df.column(label)
    dtype = old.dtype if missing else joined_dtype(old, new, value)
    if missing and dtype in INTEGERS and dtype.islower():
        dtype = "float64"
        old = replace(old, code=old.code.cast("double"))
    elif missing and dtype == "bool":
        raise Decline("a bool column with missing values becomes a column of objects", code="T312")
    if dtype == "float64" and isinstance(value, Const) and isinstance(value.value, int):
        code = literal(float(value.value))  # a whole number among floats; Sail would take its type
    elif dtype == "float64" and new.dtype in INTEGERS:
        code = code.cast("double")
    chosen = F.when(condition, F.lit(None) if missing else code).otherwise(old.code)
    return old.then(
        chosen, dtype=dtype, nullable=missing or old.nullable or new.nullable,
        none=nones((old, new)) if dtype in OBJECTS | {"null"} else False,
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
    if (old.dtype == new.dtype and old.dtype not in CATEGORICAL) or new.dtype == "null":
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
