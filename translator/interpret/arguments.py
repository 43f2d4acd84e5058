"""Evaluates the arguments of a call; what is unpacked with stars goes in part by part where it is known."""

from __future__ import annotations

import libcst as cst

from translator.emission.emit import Item, Label, literal
from translator.frames.values import Const, Elements, Value, parts_of
from translator.interpret import expressions, paths
from translator.interpret.expressions import Parts
from translator.interpret.member_values import member_values
from translator.interpret.run import Run


def evaluated(
    run: Run, node: cst.Call, constructing: bool = False
) -> tuple[list[Value] | None, dict[str, Value], Parts]:
    """Argument values; the positional list is None when ``*`` or ``**`` hides what is passed."""
    with run.scoped(constructing=constructing):
        return _values(run, node)


def _values(run: Run, node: cst.Call) -> tuple[list[Value] | None, dict[str, Value], Parts]:
    args: list[Value] | None = []
    kwargs: dict[str, Value] = {}
    parts: Parts = []
    looked_up = isinstance(node.func, cst.Attribute) and node.func.attr.value == "isin"
    assigns = isinstance(node.func, cst.Attribute) and node.func.attr.value == "assign"
    evaluate = member_values if looked_up else expressions.evaluate
    for arg in node.args:
        value = evaluate(run, arg.value)
        parts.append((arg.value, value))
        if arg.star == "*" and (parts_ := parts_of(value)) is not None and args is not None:
            args += parts_
        elif arg.star == "**" and (unpacked := _keywords(value)) is not None and not unpacked.keys() & kwargs.keys():
            kwargs |= unpacked
        elif arg.star:
            args = None
        elif arg.keyword is not None:
            kwargs[arg.keyword.value] = paths.as_text(value) if assigns else value
        elif args is not None:
            args.append(value)
    return args, kwargs, parts


def _keywords(value: Value) -> dict[str, Value] | None:
    """The parts of an unpacked dict whose keys are known."""
    if isinstance(value, Const) and isinstance(value.value, dict) and all(isinstance(k, str) for k in value.value):
        return {k: Const(Item(value.code, literal(k)), v) for k, v in value.value.items()}
    if isinstance(value, Elements) and value.kind == "dict":
        pairs = [(_keyword(k), v) for k, v in zip(value.keys, value.items, strict=True)]
        return {k: v for k, v in pairs if k is not None} if all(k is not None for k, _ in pairs) else None
    return None


def _keyword(key: Value) -> Label | None:
    """A keyword of an unpacked dict, written as its key is."""
    known = key.value if isinstance(key, Const) else None
    return Label(known, key.code) if isinstance(known, str) else None
