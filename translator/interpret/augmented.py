"""Augmented assignments: ``df["v"] += 1``, ``df.loc[rows, "v"] *= 2``, ``total += x``."""

from __future__ import annotations

import libcst as cst

from translator.emission.emit import literal, name
from translator.frames.values import Accessor, Column, Const, Elements, Frame, Local, Value, is_spark
from translator.interpret import assignments, calls, expressions, forgetting, mutation, statements
from translator.interpret.run import Run

AUGMENTED = {
    cst.AddAssign: "__add__", cst.SubtractAssign: "__sub__", cst.MultiplyAssign: "__mul__",
    cst.DivideAssign: "__truediv__", cst.FloorDivideAssign: "__floordiv__", cst.ModuloAssign: "__mod__",
    cst.PowerAssign: "__pow__", cst.BitAndAssign: "__and__", cst.BitOrAssign: "__or__",
}  # fmt: skip


def augmented(run: Run, node: cst.AugAssign) -> None:
    """``target += value``; on a column it is an assignment of the operator's result."""
    target = node.target
    text = run.variable(target)
    if text is not None:
        _augmented_name(run, target, text, node, expressions.evaluate(run, node.value))
        return
    method = AUGMENTED.get(type(node.operator))
    if method is not None and (_augmented_column(run, node, method) or _augmented_cells(run, node, method)):
        return
    value = expressions.evaluate(run, node.value)
    assignments.spoil(run, target)
    if isinstance(target, cst.Subscript):
        parts: expressions.Parts = []
        base = expressions.evaluate(run, target.value)
        expressions.subscript_key(run, target.slice, parts)
        assignments.commit_within(run, target, base, parts)
    statements.commit(run, node.value, value)


def _augmented_column(run: Run, node: cst.AugAssign, method: str) -> bool:
    """``df["v"] += value`` and ``df.v += value``."""
    target = node.target
    if not isinstance(target, (cst.Subscript, cst.Attribute)):
        return False
    binding = run.env.lookup(run.variable(target.value) or "")
    column = expressions.evaluate(run, target) if binding is not None else None
    frame = binding.value if binding is not None else None
    if not isinstance(frame, Frame) or not isinstance(column, Column) or column.plain is None:
        return False
    result = _operated(run, node, column, method)
    mutation.keep_views(run, run.variable(target.value) or "", frame, [column.plain])  # the Series itself changes
    args = [frame, Const(literal(column.plain), column.plain), result]
    assignments.apply_change(run, target, target.value, frame, "DataFrame.__setitem__", args, node.value, [])
    return True


def _augmented_cells(run: Run, node: cst.AugAssign, method: str) -> bool:
    """``df.loc[rows, "v"] += value``, which is ``df.loc[rows, "v"] = df.loc[rows, "v"] + value``."""
    target = node.target
    if not isinstance(target, cst.Subscript) or not isinstance(target.value, cst.Attribute):
        return False
    base = expressions.evaluate(run, target.value) if run.variable(target.value.value) is not None else None
    if not (isinstance(base, Accessor) and base.name == "loc" and isinstance(base.base, Frame)):
        return False
    parts: expressions.Parts = []
    key = expressions.subscript_key(run, target.slice, parts)
    column = expressions.evaluate(run, target)
    if not isinstance(column, Column):
        return False
    args = [base, key, _operated(run, node, column, method)]
    assignments.apply_change(run, target, target.value.value, base.base, "DataFrame.loc.__setitem__", args, node.value, parts)
    return True


def _operated(run: Run, node: cst.AugAssign, column: Column, method: str) -> Value:
    value = expressions.evaluate(run, node.value)
    return calls.operator(run, node, column, method, [value], [(node.target, column), (node.value, value)])


def _augmented_name(run: Run, target: cst.BaseExpression, text: str, node: cst.AugAssign, value: Value) -> None:
    held = expressions.evaluate(run, target)
    if is_spark(held):
        mutation.keep_local_here(run, target, held)
        run.env.bind(text, Local(name(text), "Series", was_spark=True), run.statement_place)
    elif isinstance(held, (Const, Elements)):
        if isinstance(held, Const) and isinstance(held.value, (list, dict, set)):
            forgetting.forget(run, text)
        run.env.bind(text, Local(name(text)), run.statement_place)
    statements.commit(run, node.value, value)
