"""The argument of ``isin``: what lists the values of a column stands for the column itself.

    df[df["k"].isin(other["k"].unique())]

Repeats and order do not matter there, so nothing has to come to the driver to be listed.
"""

from __future__ import annotations

import libcst as cst

from translator.frames.values import Column, Value
from translator.interpret import expressions
from translator.interpret.run import Run

LISTING = frozenset({"unique", "drop_duplicates", "tolist", "to_list", "to_numpy"})
BUILTINS = frozenset({"set", "list", "tuple"})


def member_values(run: Run, node: cst.BaseExpression) -> Value:
    """The value of the argument, or the column whose values it lists."""
    inner = _listed(run, node)
    if inner is not None:
        value = member_values(run, inner)
        if isinstance(value, Column) and not value.array:
            if isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute):
                run.record(node, f"Series.{node.func.attr.value}", "native")
            return value
    return expressions.evaluate(run, node)


def _listed(run: Run, node: cst.BaseExpression) -> cst.BaseExpression | None:
    match node:
        case cst.Call(func=cst.Attribute(value=inner, attr=cst.Name(method)), args=[]) if method in LISTING:
            return inner
        case cst.Attribute(value=inner, attr=cst.Name("values")):
            return inner
        case cst.Call(func=cst.Name(builtin), args=[cst.Arg(value=inner, star="", keyword=None)]):
            return inner if builtin in BUILTINS and run.env.lookup(builtin) is None else None
    return None
