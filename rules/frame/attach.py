"""Columns from lists and arrays of the driver: they meet the rows by position."""

from __future__ import annotations

from translator.rulekit import (
    ROW,
    ROW_ORDER,
    SPARK_TYPES,
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
    ordered,
    pandas_api,
    parity,
    replace,
    sort_code,
    specimens,
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
    if fact is None or fact.dtype == "category":
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


def _with_field(df: Frame, name: str, fact: Field) -> Frame:
    return replace(df, fields={**df.fields, name: fact}, sorted=False)
