"""Which Series are the columns of a frame themselves, and not others that hold the same values.

pandas leaves the column out of ``df.groupby(df["k"])``, whose key is that very column, but not out of
``df.groupby(df["k"].copy())``.
"""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from translator.diagnostics import Decline
from translator.evidence import at_hand
from translator.frames.fields import Owner
from translator.frames.values import Column, Frame, Value
from translator.interpret import bridges, passing
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
    if found is None or column.plain not in found[1].fields or column.frame.rows != found[1].rows:
        return _with(column, None)
    return _with(column, Owner(found[0], str(column.plain), found[1].fields))


def _with(column: Column, owner: Owner | None) -> Column:
    if column.owner is owner:
        return column
    owned = replace(column, owner=owner)
    at_hand.carried(owned, column)
    return owned


def label_in(run: Run, node: cst.CSTNode, column: Column) -> str | None:
    """What the frame that a variable holds calls a Series that is its own column.

    Raises:
        bridges.Refusal: which frame that is depends on the branch that was taken, or on what callers give.
    """
    found, owner = _held(run, node), column.owner
    if owner is None or found is None or not owner.has_kept(found[1].fields) or column.frame.rows != found[1].rows:
        return None
    is_own = passing.are_one(run, found[0], owner.ref)
    if is_own is None:
        raise bridges.Refusal(Decline("it is not known whether the key is a column of this very frame", "name it", "T311"))
    return owner.label if is_own else None


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
