"""Row order and labels on demand: who reads them gets them, and the next run has them from the start."""

from __future__ import annotations

from dataclasses import replace

from translator.context import current
from translator.diagnostics import Decline
from translator.frames.fields import Field
from translator.frames.values import ROW, ROW_INDEX, ROW_ORDER, Column, Frame, Labels, Level, Value


def ordered(frame: Frame, why: str) -> Frame:
    """The frame, whose row order somebody observes: its `order` is known and total.

    Where it is not yet, order is demanded at the frame's origins and this run goes on as if it
    were there; the next run has it.

    Raises:
        Decline: T316 when no origin can provide the order.
    """
    if frame.order is not None and frame.order.total:
        return frame
    if not current().demand_rows(frame, "order"):
        raise Decline(f"{why} depends on the row order, which is not known here", code="T316")
    return _provisional(frame)


def positioned(frame: Frame, why: str) -> Frame:
    """As `ordered`, by the row column alone: rows in an order of several keys are numbered where they arise.

    Raises:
        Decline: T316 when the rows were sorted since.
    """
    frame = ordered(frame, why)
    assert frame.order is not None
    if frame.order.keys == ROW_ORDER.keys:
        return frame
    if not current().demand_rows(frame, "labels"):
        raise Decline(f"{why} depends on an order of several keys", code="T316")
    return _provisional(frame)


def with_labels(frame: Frame, why: str) -> Frame:
    """The frame with its pandas index stored in columns.

    Raises:
        Decline: T316 when the labels cannot be rebuilt.
    """
    if frame.index.kind == "stored":
        return frame
    if not current().demand_rows(frame, "labels"):
        raise Decline(f"{why} depends on index labels, which are not known here", code="T316")
    return replace(_provisional(frame), index=ROW_INDEX)


def label_column(labels: Labels, level: Level | None = None) -> Column:
    """The labels (of one level) as a column of their rows.

    Raises:
        Decline: T316 when they cannot be rebuilt, or are tuples of several levels.
    """
    frame = with_labels(labels.frame, "the index")
    if level is None and len(frame.index.levels) != 1:
        raise Decline("labels of several levels are no column", code="T316")
    return replace(frame.level(level or frame.index.levels[0]), array=True, labels=True)


def operand(value: Value) -> Value:
    """Labels of rows beside an operator; those of several levels are left as they are."""
    one = isinstance(value, Labels) and len(value.frame.index.levels) <= 1
    return label_column(value) if one and isinstance(value, Labels) else value


def _provisional(frame: Frame) -> Frame:
    hidden = {**frame.hidden, ROW: frame.hidden.get(ROW, Field("int64", False))}
    return replace(frame, hidden=hidden, order=ROW_ORDER)
