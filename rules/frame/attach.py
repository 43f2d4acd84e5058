"""Columns from other objects: lists meet the rows by position, Series of other rows by label."""

from __future__ import annotations

from rules.frame.join import index_keys
from rules.frame.labelled import unique_labels
from rules.frame.merge_plan import Plan, joined
from translator.rulekit import (
    CATEGORICAL,
    ROW,
    ROW_ORDER,
    SPARK_TYPES,
    Column,
    Const,
    Decline,
    Elements,
    F,
    Field,
    Frame,
    Label,
    Local,
    Value,
    Window,
    aligned,
    col,
    current,
    fresh,
    ordered,
    pandas_api,
    parity,
    replace,
    sort_code,
    specimens,
    staged,
    with_column,
    with_labels,
)

POSITION = "_position"


def is_list(value: Value) -> bool:
    """Whether a value is a list, array or Index of the driver that pandas attaches by position."""
    if isinstance(value, Const):
        return isinstance(value.value, (list, tuple, range)) and not isinstance(value.value, pandas_api.ConstantMask)
    if isinstance(value, Elements):
        return value.kind != "dict"
    known = value.specimen.value if isinstance(value, Local) and value.specimen is not None else None
    return isinstance(known, (*specimens.ARRAYS, list, tuple, range)) and getattr(known, "ndim", 1) == 1


def attached(df: Frame, label: Label, value: Value) -> Frame:
    """``df[label] = [...]``: the values of a list by position, checked to be as many as the rows.

    Raises:
        Decline: T311 when it is not known what the list holds, T202 where Spark cannot hold it.
    """
    found = specimens.specimen_of(value)
    if found is None:
        raise Decline("what the list holds is not known at translation time", code="T311")
    fact = pandas_api.values_field(found.value, found.exact)
    if fact is None or fact.dtype in CATEGORICAL:
        raise Decline("the values of the list are of no one type that Spark holds", code="T202")
    name = str(label)
    if name in df.hidden or any(c.lower() == name.lower() and c != name for c in df.physical):
        raise Decline(f"column {name!r} is taken", code="T202")
    frame = ordered(df, "a list as a column")
    kind = SPARK_TYPES[fact.dtype]
    if frame.order == ROW_ORDER and len(frame.rows) == 1 and ROW in frame.physical:
        code = parity.with_values(frame.code, label, value.code, kind, ROW)
        return _with_field(frame, name, fact).then(code)
    assert frame.order is not None
    if name in frame.order.columns():
        raise Decline("the column that the rows are sorted by is replaced", code="T316")
    physical = frame.physical
    keys = [sort_code(k, physical[k.column].nullable) for k in frame.order.keys]
    place = F.row_number().over(Window.orderBy(*keys)) - 1
    code = parity.with_values(frame.code.withColumn(POSITION, place), label, value.code, kind, POSITION).drop(POSITION)
    return _with_field(frame, name, fact).then(code)


def by_label(df: Frame, label: Label, value: Column) -> Frame:
    """``df[label] = series``: the values of other rows that have the same labels, which may not repeat there.

    Raises:
        Decline: where labels are not known, or of different types.
    """
    chosen = _of_chosen_rows(df, value)
    if chosen is not None:
        return with_column(df, label, chosen)
    name = str(label)
    new = name if name not in df.physical else f"{name}_new"
    values = replace(_side(value, new, "right", "many_to_one"), order=None)
    plan = Plan(df, values, "left", (), (None, None), lookup=True)
    index_keys(plan, True, True, None, None)
    result = replace(joined(current().site, plan), rows=df.rows)
    if new == name:
        return result
    fields = {c: f for c, f in result.fields.items() if c != new}
    code = result.code.withColumn(label, col(new)).drop(new)
    return replace(result, code=code, fields={**fields, name: replace(result.fields[new], version=fresh())})


def by_row(df: Frame, label: Label, value: Column) -> Frame | None:
    """``df[label] = series``: the values of the very same rows that are held in another frame.

    None where no column tells in both which row is which.
    """
    beside = value.frame
    numbered = all(f.order is not None and f.order.total and f.order.columns() == (ROW,) for f in (df, beside))
    same = beside.rows[-1] == df.rows[-1] and not value.array and not aligned(value, df) and staged(df, value) is None
    if not numbered or not same or df.physical[ROW].version != beside.physical[ROW].version:
        return None
    name = str(label)
    new = name if name not in df.physical else df.free(f"{name}_new")
    values = beside.code.select(ROW, value.settled.alias(new))
    fact = Field(value.dtype, value.nullable and value.null_means is None, categories=value.categories,
                 missing=value.missing, none=value.none)  # fmt: skip
    result = _with_field(df, new, fact).then(df.code.join(values, ROW))
    if new == name:
        return result
    fields = {c: f for c, f in result.fields.items() if c != new}
    return replace(result, code=result.code.withColumn(label, col(new)).drop(new), fields={**fields, name: fact})


def _of_chosen_rows(df: Frame, value: Column) -> Column | None:
    """Values of rows that a condition chose from the frame's own, as values of all rows: elsewhere missing."""
    rows, condition = value.frame.condition or (0, None)
    known = condition is not None and rows == value.frame.rows[-1] and aligned(condition, df)
    if condition is None or not known or condition.array or not unique_labels(df):
        return None
    if value.shape != "row" and not set(condition.refs) <= set(value.grouped_by):
        return None  # more rows would change its windows
    physical = df.physical
    if any(c not in physical or physical[c].version != v for c, v in value.refs.items()):
        return None
    code = F.when(condition.settled, value.settled)
    return value.then(code, frame=df, nullable=True, refs={**value.refs, **condition.refs}, categories=value.categories)


def together(left: Column, right: Value) -> tuple[Column, Value]:
    """Both operands over the same rows: all labels of either side, sorted, as pandas aligns Series.

    Raises:
        Decline: where labels are not known, or the order is not that of sorted labels.
    """
    if not isinstance(right, Column) or right.array or left.array:
        return left, right
    if _same_rows(left, right):
        return _by_row_number(left, right) or (left, right)
    sides = [_side(left, "_left", "left", "one_to_one"), _side(right, "_right", "right", "one_to_one")]
    plan = Plan(sides[0], sides[1], "outer", (), (None, None), lookup=True)
    index_keys(plan, True, True, None, None)
    frame = joined(current().site, plan)
    first, second = (replace(frame.column(c), name=s.name) for c, s in (("_left", left), ("_right", right)))
    return first, second


def _by_row_number(left: Column, right: Column) -> tuple[Column, Column] | None:
    """Series of the very same rows that are held in two frames; None where an expression over one of them does."""
    one, other = left.frame, right.frame
    over_one = left.within is not None or one.rows[-1] != other.rows[-1] or aligned(right, one) or aligned(left, other)
    if over_one or staged(one, right) is not None or staged(other, left) is not None:
        return None
    numbers = [frame.hidden.get(ROW) for frame in (one, other)]
    if None in numbers or numbers[0] != numbers[1] or one.repeats or other.repeats:
        return None
    name = one.free("_other")
    code = one.code.join(other.code.select(ROW, right.settled.alias(name)), ROW)
    fact = Field(right.dtype, right.nullable and right.null_means is None, categories=right.categories,
                 missing=right.missing, none=right.none)  # fmt: skip
    both = replace(one, code=code, hidden={**one.hidden, name: fact}, sorted=False)
    beside = replace(right.then(col(name)), frame=both, plain=name, refs={name: fact.version}, shape="row", null_means=None)
    return replace(left, frame=both, own=False), beside


def _same_rows(left: Column, right: Column) -> bool:
    whole = left.frame if aligned(right, left.frame) else right.frame
    return left.within is not None or (aligned(left, whole) and aligned(right, whole)) or (
        left.frame.rows[-1] == right.frame.rows[-1])  # fmt: skip


def _side(column: Column, name: str, side: str, kind: str) -> Frame:
    """The labels of a Series and its values under a name, after the check that no label repeats."""
    frame = with_labels(column.frame, "the labels of a Series")
    levels = [level.column for level in frame.index.levels]
    if name in levels:
        raise Decline(f"{name!r} is the index of the values", code="T316")
    if frame.order is not None and not set(frame.order.columns()) <= set(levels):
        frame = replace(frame, order=None)
    code = frame.code.select(*levels, name if column.plain == name else column.settled.alias(name))
    code = code if unique_labels(frame) else parity.require_unique(code, levels, side, kind)
    fact = Field(column.dtype, column.nullable and column.null_means is None, categories=column.categories,
                 missing=column.missing, none=column.none)  # fmt: skip
    return replace(frame, code=code, fields={name: fact}, hidden={c: frame.physical[c] for c in levels}, parts={})


def _with_field(df: Frame, name: str, fact: Field) -> Frame:
    return replace(df, fields={**df.fields, name: fact}, sorted=False)
