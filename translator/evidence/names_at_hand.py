"""Names of columns that a program makes of data: those of the data at hand, which the emitted code checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from translator.context import current
from translator.emission.emit import literal, parity
from translator.evidence import at_hand
from translator.frames.values import Const, Frame, Local, Value

LIMIT = 200
"""The longest list of names that is written out."""

METHODS = frozenset(f"DataFrame.{method}" for method in (
    "__getitem__", "drop", "dropna", "drop_duplicates", "duplicated", "filter", "fillna", "groupby", "melt", "reindex",
    "set_index", "sort_values",
))  # fmt: skip
"""Methods that are told names of columns, which lists made of data may be."""


def told(args: Sequence[Value], kwargs: Mapping[str, Value]) -> tuple[list[Value], dict[str, Value]] | None:
    """The arguments of a call with lists of columns that the data tell as the ones at hand; the frame checks them."""
    frame, *rest = args or (None,)
    if not isinstance(frame, Frame) or frame.tuples:
        return None
    code, found = frame.code, {}
    for value in (*rest, *kwargs.values()):
        listed = _names_of_columns(value, frame)
        if listed is not None:
            code = parity.require_names(code, value.code, listed)
            found[value] = Const(literal(listed), listed)
            current().site.assume("A110", f"the columns that the data tell are {', '.join(listed)}")
    if not found:
        return None
    checked = at_hand.carried(replace(frame, code=code), frame)
    return [checked, *(found.get(v, v) for v in rest)], {k: found.get(v, v) for k, v in kwargs.items()}


def in_loop(value: Value, frame: Frame) -> Const | None:
    """A list made of data that names columns of a frame, as a constant whose code checks it."""
    listed = None if frame.tuples else _names_of_columns(value, frame)
    return None if listed is None else Const(parity.known_names(value.code, listed), listed)


def _names_of_columns(value: Value, frame: Frame) -> list[str] | None:
    data = at_hand.of(value) if isinstance(value, Local) and (value.was_spark or value.likeness is not None) else None
    listing = type(data).__name__ in ("list", "Index", "ndarray") and getattr(data, "ndim", 1) == 1
    if data is None or not listing or not 0 < len(data) <= LIMIT:
        return None
    listed = [label for label in data if isinstance(label, str) and label in frame.fields]
    return listed if len(listed) == len(data) else None
