"""What the data at hand settle: integers that are floats there because some were missing, and sure integers.

The schema cannot tell which of both pandas has. A rule that declines for it is tried again with the settled values.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from translator.context import current
from translator.evidence.at_hand import carried, of
from translator.frames.columns import unsettled, unsettled_column, unsettled_truth
from translator.frames.fields import Field
from translator.frames.values import Accessor, Column, Elements, Frame, Grouped, Value, col


def settled_call(
    args: Sequence[Value], kwargs: Mapping[str, Value]
) -> tuple[list[Value], dict[str, Value]] | None:  # fmt: skip
    """The arguments of a call, `settled`; None when that changes nothing."""
    positional, named = [settled(a) for a in args], {k: settled(v) for k, v in kwargs.items()}
    if all(map(operator.is_, (*positional, *named.values()), (*args, *kwargs.values()))):
        return None
    if args and isinstance(args[0], Frame) and isinstance(positional[0], Frame):
        before, after = args[0], positional[0]
        positional[1:] = [_on_settled(a, before, after) for a in positional[1:]]
    return positional, named


def _on_settled(value: Value, before: Frame, after: Frame) -> Value:
    """A condition on the rows of a frame, as one on its settled form: a float compares as pandas compares it."""
    if not isinstance(value, Column) or value.dtype != "bool" or value.frame.rows[-1] != before.rows[-1]:
        return value
    new = {before.fields[c].version: after.fields[c].version for c in after.fields}
    return replace(value, refs={c: new.get(version, version) for c, version in value.refs.items()})


def settled(value: Value) -> Value:
    """The value with integers as floats where the data at hand say so, and as sure integers where not.

    Raises nothing: what is not known stays as it was.
    """
    match value:
        case Frame():
            return _settled_frame(value)
        case Column() if unsettled_column(value):
            return _settled_column(value)
        case Accessor():
            base = settled(value.base)
            return value if base is value.base else replace(value, base=base)
        case Elements() if value.kind != "dict":
            items = tuple(map(settled, value.items))
            return value if all(map(operator.is_, items, value.items)) else replace(value, items=items)
        case Grouped():
            frame = _settled_frame(value.frame)
            return value if frame is value.frame else carried(replace(value, frame=frame), value)
    return value


def _settled_frame(frame: Frame) -> Frame:
    doubtful = [c for c, f in frame.fields.items() if unsettled(f) or unsettled_truth(f)]
    data = of(frame) if doubtful else None
    if not isinstance(data, pd.DataFrame) or list(data.columns) != list(frame.fields):
        return frame
    floats = [c for c in doubtful if data[c].dtype == "float64"]
    objects = [c for c in doubtful if data[c].dtype == object]
    certain = [c for c in doubtful if data[c].dtype == frame.fields[c].dtype]
    if not floats and not objects and not certain:
        return frame
    facts = {c: Field("float64", missing=True, increasing=frame.fields[c].increasing) for c in floats}
    facts |= {c: replace(frame.fields[c], dtype="bool?", missing=True) for c in objects}
    facts |= {c: replace(frame.fields[c], missing=False) for c in certain}
    code = frame.code
    if len(floats) == 1:
        code = code.withColumn(floats[0], col(floats[0]).cast("double"))
    elif floats:
        code = code.withColumns({c: col(c).cast("double") for c in floats})
    changed = replace(frame, code=code, fields={**frame.fields, **facts}, parts={}, steps=None)
    for label in (*floats, *objects, *certain):
        current().site.assume("A110", f"{label} is {data[label].dtype}")
    carried(changed, frame)
    return changed


def _settled_column(column: Column) -> Column:
    data = of(column)
    if not isinstance(data, pd.Series):
        return column
    learned = f"{column.name} is {data.dtype}"
    if data.dtype == "float64":
        current().site.assume("A110", learned)
        kept = {"none": column.none, "missing": column.missing}
        result = column.then(column.settled.cast("double"), dtype="float64", nullable=True, **kept)
    elif data.dtype == column.dtype:
        current().site.assume("A110", learned)
        result = replace(column, missing=False)
    else:
        return column
    carried(result, column)
    return result
