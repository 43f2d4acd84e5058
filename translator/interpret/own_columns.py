"""Which Series are the columns of a frame themselves, and not others that hold the same values.

pandas leaves the column out of ``df.groupby(df["k"])``, whose key is that very column, but not out of
``df.groupby(df["k"].copy())``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import libcst as cst

from translator.evidence import at_hand
from translator.frames.values import Column, Frame, Value
from translator.interpret.run import Run

SELECTIONS = frozenset({"DataFrame.__getitem__", "DataFrame.get", "DataFrame.loc.__getitem__"})
"""Rules that may give a column itself; what others give is new."""


def noted(run: Run, node: cst.CSTNode, key: str, result: Value) -> Value:
    """The result of a rule, which knows whether it is a column of the object that the rule was applied to."""
    if not isinstance(result, Column):
        return result
    if key in SELECTIONS:
        return column_of(run, _selected_from(node), result)
    return _with(result, None)


def column_of(run: Run, node: cst.CSTNode | None, column: Column) -> Column:
    """The column, which is one of the frame itself where that is a variable's, with all its rows."""
    found = _held(run, node)
    own = found is not None and column.plain in found[1].fields and column.frame.rows == found[1].rows
    return _with(column, (found[0], found[1].fields) if found is not None and own else None)


def _with(column: Column, member_of: Any) -> Column:
    if column.member_of is member_of:
        return column
    noted_so = replace(column, member_of=member_of)
    at_hand.carried(noted_so, column)
    return noted_so


def is_column_of(run: Run, node: cst.CSTNode, column: Column) -> bool:
    """Whether the Series is a column of the frame that the variable holds, in which nothing has been changed meanwhile."""
    found = _held(run, node)
    if column.member_of is None or found is None:
        return False
    ref, frame = found
    versions = {label: fact.version for label, fact in frame.fields.items()}
    unchanged = all(versions.get(label) == fact.version for label, fact in column.member_of[1].items())
    return unchanged and ref == column.member_of[0] and column.frame.rows == frame.rows


def _held(run: Run, node: cst.CSTNode | None) -> tuple[int, Frame] | None:
    """The frame that a variable holds, and its identity."""
    name = None if node is None else run.variable(node)
    binding = None if name is None else run.env.lookup(name)
    return (binding.ref, binding.value) if binding is not None and isinstance(binding.value, Frame) else None


def _selected_from(node: cst.CSTNode) -> cst.CSTNode | None:
    """The frame in ``df["k"]``, ``df.get("k")`` or ``df.loc[:, "k"]``."""
    view = node.func if isinstance(node, cst.Call) else node.value if isinstance(node, cst.Subscript) else None
    named = isinstance(view, cst.Attribute) and (isinstance(node, cst.Call) or view.attr.value == "loc")
    return view.value if named and isinstance(view, cst.Attribute) else view
