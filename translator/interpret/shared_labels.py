"""Labels that get a name: most selections and computations hand labels on as they are, so others are named too."""

from __future__ import annotations

import libcst as cst

from translator.evidence import at_hand
from translator.frames.values import Column, Const, Frame, Labels, Local, Value
from translator.interpret import handover, mutation
from translator.interpret.environment import may_be_same
from translator.interpret.run import Run

AXES = ("index", "columns")


def axis_of(run: Run, node: cst.BaseExpression) -> tuple[str, str] | None:
    """The variable and the axis of ``df.index`` and ``df.columns``."""
    held = run.variable(node.value) if isinstance(node, cst.Attribute) else None
    return (held, node.attr.value) if isinstance(node, cst.Attribute) and held is not None and node.attr.value in AXES else None


def named_by_method(run: Run, node: cst.BaseExpression, labels: Value, options: dict[str, Value]) -> None:
    """``df.index.rename(..., inplace=True)``: the frame, and whatever shares its labels, stays pandas."""
    in_place = options.get("inplace")
    if in_place is None or isinstance(in_place, Const) and in_place.value is False:
        return
    held = axis_of(run, node)
    binding = run.env.lookup(held[0]) if held is not None else None
    if held is not None and binding is not None and isinstance(binding.value, Frame):
        keep_namesakes(run, held[0], binding.value, held[1])
        mutation.keep_local(run, binding.value)
    elif isinstance(labels, Labels):
        keep_namesakes(run, run.variable(node) or "", labels.frame, "index")
        mutation.keep_local(run, labels)
    elif held is not None and binding is not None:
        keep_brought(run, *held)
        keep_labelled_alike(run, getattr(at_hand.of(binding.value), held[1], None))
    else:
        forget_names(run)


def forget_names(run: Run) -> None:
    """Labels of an object of the driver get a name: nobody knows which others there share them."""
    for text in run.env.visible():
        handover.forget(run, text)


def keep_namesakes(run: Run, text: str, frame: Frame, axis: str) -> None:
    """The labels of a frame get a name: frames that share their object with it are named too, so all stay pandas.

    Most selections and computations hand on the row labels as they are, and filters those of the columns.
    """
    own = run.env.lookup(text)
    for held in {n: run.env.lookup(n) for n in run.env.visible() if n != text}.values():
        if held is None or own is not None and may_be_same(held.ref, own.ref):
            continue
        other = held.value.frame if isinstance(held.value, Column) else held.value
        later = held.ref > frame.rows[-1]  # than the rows got their labels
        if isinstance(other, Local) and later and _may_share_labels(other, frame, axis):
            mutation.keep_local(run, frame)
        if not isinstance(other, Frame):
            continue
        of_rows = axis == "index" and other.rows[-1] == frame.rows[-1] and other.index == frame.index
        of_columns = axis == "columns" and set(other.rows) & set(frame.rows) and list(other.fields) == list(frame.fields)
        if of_rows or of_columns:
            mutation.keep_binding(run, held)
            mutation.keep_local(run, frame)


def keep_brought(run: Run, text: str, axis: str) -> None:
    """Labels of a frame that came to pandas get a name: it has been there all along where others may share them."""
    own = run.env.lookup(text)
    before = run.brought.get(own.ref) if own is not None else None
    if own is None or before is None or not isinstance(before.value, Frame):
        return
    held = [b for n in run.env.visible() if (b := run.env.lookup(n)) is not None and b.ref != own.ref]
    if any(isinstance(b.value, Local) and _may_share_labels(b.value, before.value, axis) for b in held):
        mutation.keep_binding(run, before)


def keep_labelled_alike(run: Run, labels: object) -> None:
    """Labels (those at hand) of an object of the driver get a name: frames that pandas gave the same stay there, too."""
    for held in [b for text in run.env.visible() if (b := run.env.lookup(text)) is not None]:
        before = run.brought.get(held.ref, held)  # what came to pandas since has labels of its own
        known = at_hand.of(before.value) if isinstance(before.value, (Frame, Column)) and labels is not None else None
        if known is None and isinstance(before.value, Column):
            known = at_hand.of(before.value.frame)
        if any(getattr(known, axis, None) is labels for axis in AXES if known is not None):
            mutation.keep_binding(run, before)
    forget_names(run)


def _may_share_labels(other: Local, frame: Frame, axis: str) -> bool:
    """Whether pandas may have made an object of the driver with the labels of a frame."""
    made, of = at_hand.of(other), at_hand.of(frame)
    if made is None or of is None:
        return other.was_spark and other.type in ("Series", "DataFrame")
    return getattr(made, axis, None) is getattr(of, axis)
