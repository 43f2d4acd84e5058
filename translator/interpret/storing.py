"""The form in which a variable or an attribute can hold a value."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from translator.context import current
from translator.diagnostics import Decline
from translator.emission.emit import is_odd, name_of
from translator.evidence import at_hand
from translator.frames import membership
from translator.frames.naming import renamed
from translator.frames.rows import frame_of_parts
from translator.frames.values import Accessor, Column, Elements, Frame, Labels, Membership, Parts, Value, is_spark
from translator.interpret import bridges
from translator.interpret.run import Run
from translator.rulekit import label_column, series_frame


def stored(run: Run, value: Value, text: str = "") -> Value:
    """The value in the form in which a variable or an attribute (`text`) can hold it."""
    numbered = isinstance(value, Column) and isinstance(value.name, int)
    if _has_names_twice(value) or numbered:
        return _brought(run, value)
    match value:
        case Labels():
            return _stored_labels(run, value)
        case Column():
            holder, dot, _ = text.rpartition(".")
            anchor = name_of(value.frame.code)
            anchored = anchor is not None and anchor.startswith(holder + dot) and anchor != text  # ``df = df["a"] * 2``
            if value.own or anchored and not current().is_demanded("own", run.statement_place):
                return at_hand.carried(value.settled_column, value)
            frame, label = series_frame(value)
            if isinstance(value.name, str) and value.name != label and not is_odd(value.name):
                with contextlib.suppress(Decline):  # else the name lives on in what is known of the Series
                    frame, label = renamed(frame, {label: value.name}), value.name
            taken = value.settled_column if anchored else None
            own = replace(frame.column(label), name=value.name, array=value.array, own=True, taken=taken)
            return at_hand.carried(own, value)
        case Membership():
            kept = None if current().is_demanded("own", run.statement_place) else membership.kept(value)
            return _brought(run, value) if kept is None else kept
        case Parts() if value.count is not None:
            return at_hand.carried(frame_of_parts(value), value)
        case Accessor() if value.options:  # a result of its own that only the rule for its next method knows
            return _brought(run, value)
        case Elements() if is_spark(value):
            value = _holding_rows(run, value)
            return _holding_objects(run, value)
    return value


def _holding_objects(run: Run, value: Elements) -> Elements:
    """The list or dict that knows which objects of variables it and its parts hold."""
    bindings = [run.env.lookup(name_of(item.code) or "") for item in value.items]
    refs = tuple(None if binding is None else binding.ref for binding in bindings)
    run.captured |= {ref for ref in refs if ref is not None}
    items = (_holding_objects(run, item) if isinstance(item, Elements) and is_spark(item) else item for item in value.items)
    return replace(value, items=tuple(items), refs=refs)


def _brought(run: Run, value: Value) -> Value:
    """The pandas object of a value that no variable can hold in Spark; that it comes to the driver is said."""
    return value if run.statement is None else bridges.escape(run, run.statement, value)


def _has_names_twice(value: Value) -> bool:
    """Whether a level of the index has the name of a column beside it, which a variable in Spark cannot show."""
    frame = value.frame if isinstance(value, Column) else value
    if not isinstance(frame, Frame) or not frame.bounded:
        return False
    return any(level.name in frame.fields and level.name != level.column for level in frame.index.levels)


def _holding_rows(run: Run, value: Elements) -> Elements:
    """The container, where Series whose rows no variable holds are brought to the driver."""
    loose = [isinstance(item, Column) and name_of(item.frame.code) is None for item in value.items]
    if not any(loose):
        return value
    items = [bridges.to_driver(run, item) if alone else item for item, alone in zip(value.items, loose, strict=True)]
    return replace(value, code=bridges.display(value, (item.code for item in items)), items=tuple(items))


def _stored_labels(run: Run, value: Labels) -> Value:
    """Labels in columns of a frame that a variable holds are an expression over it, others a pandas Index."""
    if name_of(value.frame.code) is None or len(value.frame.index.levels) != 1:
        return _brought(run, value)
    return label_column(value)
