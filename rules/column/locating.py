"""Values of a Series by label and position: ``s[...]``, ``loc``, ``iloc``, ``at`` and ``iat``."""

from __future__ import annotations

from rules.frame.labelled import is_label, labelled_rows, rows_by_label
from rules.frame.positions import cell, rows_at
from translator.rulekit import (
    INTEGERS,
    Accessor,
    Code,
    Column,
    Const,
    Decline,
    Elements,
    Frame,
    Function,
    Item,
    Local,
    Scalar,
    Slice,
    Value,
    aligned,
    by_rule,
    call_lambda,
    cell_on_driver,
    column_like,
    constant,
    filtered,
    frame_of,
    frame_on_driver,
    literal,
    replace,
    rule,
    select_all,
    series_frame,
)

KEPT = "_keep"


def _series(accessor: Value) -> Column:
    base = accessor.base if isinstance(accessor, Accessor) else accessor
    if not isinstance(base, Column) or base.array:
        raise Decline("the object is not a Series", code="T311")
    return base


@rule("Series.__getitem__")
def getitem(column: Column, key: Value) -> Value:
    """Values by a condition, a label, a slice of positions or labels, or a list of labels.

    Example:
        df["v"][df["n"] > 2].sum()
    Becomes:
        scalar(df.filter(F.col("n") > 2).agg(F.coalesce(F.sum("v"), F.lit(0.0))))
    """
    if isinstance(key, Column) and not key.labels:
        return _where(column, key)
    if isinstance(key, Function):
        return getitem(column, call_lambda(key, [column]))
    if isinstance(key, Const) and isinstance(key.value, int) and not isinstance(key.value, bool):
        if _is_position(column.frame, key.value):
            return iloc(column, key)
        by_number = column.frame.index.is_default or _level_dtype(column) in INTEGERS
        return loc(column, key) if by_number else iloc(column, key)
    if isinstance(key, Slice):
        return iloc(column, key)
    if isinstance(key, Const) and isinstance(key.value, slice):
        numbers = all(isinstance(b, (int, type(None))) for b in (key.value.start, key.value.stop, key.value.step))
        return iloc(column, key) if numbers else loc(column, key)
    return loc(column, key)


def _is_position(frame: Frame, label: int) -> bool:
    """Whether a label is the place of its row, so that rows need no numbers."""
    return label >= 0 and frame.index.kind == "range" and frame.order is not None and frame.order.total


def _level_dtype(column: Column) -> str | None:
    levels = column.frame.index.levels
    return column.frame.physical[levels[0].column].dtype if len(levels) == 1 else None


def _where(column: Column, condition: Column) -> Column:
    if column.shape == "window":
        frame, label = series_frame(column)
        if not aligned(condition, frame):  # both are computed over all rows, before some go
            both = frame_of({label: column, KEPT: condition})
            frame = select_all(filtered(both, both.column(KEPT)), [label])
        else:
            frame = filtered(frame, column_like(condition, frame))
        return replace(frame.column(label), name=column.name)
    frame = filtered(column.frame, column_like(condition, column.frame, "the condition"))
    return replace(column, frame=frame, own=False)


@rule("Series.loc.__getitem__")
def loc(accessor: Value, key: Value) -> Value:
    """Values by a condition or by labels.

    Example:
        df["v"].loc[2]
    Becomes:
        scalar(df.select("_row", "v").filter(F.col("_row") == 2).select("v"))
    """
    column = _series(accessor)
    if isinstance(key, Column) and key.dtype in ("bool", "boolean"):
        return _where(column, key)
    frame, label = series_frame(column)
    if isinstance(key, Elements):
        key = Const(key.code, constant(key, "the label"))
    if is_label(frame, key):
        return _looked_up(column, frame, label, key)
    return _of_rows(column, rows_by_label(frame, key), label)


def _of_rows(column: Column, rows: Frame, label: str) -> Column:
    return replace(rows.column(label), name=column.name)


def _looked_up(column: Column, frame: Frame, label: str, key: Value) -> Value:
    found, single = labelled_rows(frame, key)
    if single:
        return cell_on_driver(found.code.select(label), column)
    if isinstance(key, Scalar):
        raise Decline("labels may repeat, and this one is not known", code="T311")
    return Local(_named(column, Item(frame_on_driver(found), literal(label)), label).loc[key.code], was_spark=True)


def _named(column: Column, values: Code, label: str) -> Code:
    return values if column.name == label else values.rename(column.name)


@rule("Series.at.__getitem__")
def at(accessor: Accessor, key: Value) -> Value:
    """One value by its label."""
    return loc(accessor, key)


@rule("Series.iloc.__getitem__")
def iloc(accessor: Value, key: Value) -> Value:
    """Values by position.

    Example:
        df["v"].iloc[0]
    Becomes:
        scalar(df.select("_row", "v").orderBy("_row").limit(1).select("v"))
    """
    column = _series(accessor)
    if column.within is not None:
        return by_rule("Series.of_group.at", column, key)
    if isinstance(key, Column):
        return _where(column, key)
    frame, label = series_frame(column)
    if isinstance(key, Const) and isinstance(key.value, int) and not isinstance(key.value, bool):
        return cell(frame, key.value, label)
    rows = rows_at(frame, key)
    if isinstance(rows, Frame):
        return _of_rows(column, rows, label)
    return Local(_named(column, Item(rows.code, literal(label)), label), "Series", was_spark=True)


@rule("Series.iat.__getitem__")
def iat(accessor: Accessor, key: Value) -> Value:
    """One value by its position."""
    return iloc(accessor, key)
