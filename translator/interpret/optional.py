"""Variables that hold a frame or None, depending on the run: ``if targets is not None:``.

The emitted program holds None as the original does, so tests for it stay. What pandas and Spark would make
of None in other places differs; a frame goes there only where a test has said that there is one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import libcst as cst

from translator.diagnostics import Decline
from translator.frames.values import Elements, Frame, Value
from translator.frames.variables import variable
from translator.interpret.run import Run

REASON = "a variable holds a frame or None here"


def is_optional(value: Value) -> bool:
    if isinstance(value, Elements):
        return any(map(is_optional, value.items))
    return isinstance(value, Frame) and value.optional


def require_there(key: str, args: Sequence[Value], kwargs: Mapping[str, Value], is_method: bool) -> None:
    """See to it that no rule takes None for a frame.

    What is called a method of needs no look, nor does ``len``: None has no methods, and no length.

    Raises:
        Decline: T318 where an argument may be None.
    """
    given = [*(args[1:] if is_method or key == "builtins.len" else args), *kwargs.values()]
    if any(map(is_optional, given)):
        raise Decline(REASON, "ask for None first", code="T318")


def narrow(run: Run, test: cst.BaseExpression, truth: bool) -> None:
    """In a branch: what its test says of variables that may hold None."""
    match test:
        case cst.Comparison(left=left, comparisons=[cst.ComparisonTarget(operator=operator, comparator=cst.Name("None"))]):
            if isinstance(operator, cst.IsNot if truth else cst.Is):
                _is_there(run, left)
        case cst.UnaryOperation(operator=cst.Not(), expression=inner):
            narrow(run, inner, not truth)
        case cst.BooleanOperation(operator=operator, left=left, right=right):
            if isinstance(operator, cst.And if truth else cst.Or):
                narrow(run, left, truth)
                narrow(run, right, truth)


def _is_there(run: Run, node: cst.BaseExpression) -> None:
    text = run.variable(node)
    binding = run.env.names.get(text or "")
    if binding is None or not is_optional(binding.value):
        return
    for alias in run.env.aliases(binding.ref):
        held = run.env.names[alias]
        if isinstance(held.value, Frame):
            run.env.bind(alias, variable(replace(held.value, optional=False), alias), held.place, held.ref)
