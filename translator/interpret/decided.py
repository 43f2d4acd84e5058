"""Branches that the arguments of a call decide: ``if by is None:``.

Every call is followed into the branch that it takes; the others keep what the calls that take them have made
of them, and values of different kinds (a number here, a frame there) do not meet.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator

import libcst as cst

from translator.documents import syntax
from translator.frames.values import Column, Const, Elements, Frame, Value, is_spark
from translator.interpret.run import Run


def is_of_parameters(run: Run, node: cst.BaseExpression, test: Value) -> bool:
    """Whether a test asks for nothing but arguments, and what comes of them, that are known for this call."""
    if not run.following or is_spark(test):
        return False
    names = run.cell.source.once(_names, node)
    held = [binding for text in names if (binding := run.env.lookup(text)) is not None]
    known = (Const, Frame, Column, Elements) if isinstance(test, Const) else (Const,)
    repeated = run.loop is not None or run.loop_exits is not None
    own = any(b.is_parameter or not repeated and run.env.names.get(text) is b for text, b in zip(names, held, strict=False))
    return (own or _asks_container(node)) and all(isinstance(binding.value, known) for binding in held)


def _asks_container(node: cst.BaseExpression) -> bool:
    """``name not in loaded``: the first call for a name takes another way than those after it, which find it there."""
    match node:
        case cst.Comparison(comparisons=[cst.ComparisonTarget(cst.In() | cst.NotIn(), cst.Name())]):
            return True
    return False


def is_main(test: cst.CSTNode) -> bool:
    """``__name__ == "__main__"``: what follows is a part of the program, not one of two ways that it may go."""
    match test:
        case cst.Comparison(left=cst.Name("__name__"), comparisons=[cst.ComparisonTarget(cst.Equal(), cst.SimpleString())]):
            return True
    return False


def _names(node: cst.CSTNode) -> tuple[str, ...]:
    return tuple(text for text in _all_names(node) if not hasattr(builtins, text))


def _all_names(node: cst.CSTNode) -> Iterator[str]:
    if isinstance(node, cst.Name):
        yield node.value
    children = [node.value] if isinstance(node, cst.Attribute) else syntax.children(node)
    for child in children:
        yield from _all_names(child)
