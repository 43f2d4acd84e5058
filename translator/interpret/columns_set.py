"""``df["a"], df["b"] = x, y``: several columns of one frame set by one statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

import libcst as cst

from translator.context import CallSite
from translator.diagnostics import Decline
from translator.emission.emit import literal
from translator.frames.values import Column, Const, Frame, Scalar, Value, parts_of
from translator.interpret import application, expressions, handover, mutation
from translator.interpret.run import Run


def together(run: Run, targets: Sequence[cst.BaseExpression], value: Value) -> bool:
    """Set the columns at once, as ``assign`` does: all values are known before the first is set.

    Returns:
        whether that is what the statement does, and all values live in Spark.
    """
    held = _frame_of(run, targets)
    items = [Const(literal(v), v) for v in value.value] if _is_tuple_of_scalars(value) else parts_of(value) or []
    if held is None or len(items) != len(targets) or not all(isinstance(i, (Column, Const, Scalar)) for i in items):
        return False
    text, frame = held
    keys = [expressions.subscript_key(run, t.slice, []) for t in targets if isinstance(t, cst.Subscript)]
    names = [key.value for key in keys if isinstance(key, Const) and isinstance(key.value, str)]
    if len(set(names)) < len(targets):
        return False
    site = CallSite(run.origin(targets[0]), "DataFrame.assign", run.original(targets[0]))
    with run.context.at(site):
        try:
            result = application.apply("DataFrame.assign", [frame], dict(zip(names, items, strict=True)), site)
        except Decline:
            return False
    if not isinstance(result, Frame) or site.notes:
        return False
    handover.used(run, [frame, *items])
    for target in targets:
        run.record(target, "DataFrame.__setitem__", application.change_status(result, frame, [frame, *items]), site)
    mutation.rebind(run, text, result)
    return True


def _is_tuple_of_scalars(value: Value) -> TypeGuard[Const]:
    known = value.value if isinstance(value, Const) else None
    return isinstance(known, (tuple, list)) and all(isinstance(v, (str, bool, int, float)) for v in known)


def _frame_of(run: Run, targets: Sequence[cst.BaseExpression]) -> tuple[str, Frame] | None:
    """The variable whose columns all targets are, and the frame that it holds."""
    held = {run.variable(target.value) if isinstance(target, cst.Subscript) else None for target in targets}
    text = held.pop() if len(held) == 1 else None
    binding = None if text is None else run.env.lookup(text)
    return (text, binding.value) if text is not None and binding is not None and isinstance(binding.value, Frame) else None
