"""Columns of different rows beside each other: rows with the same label meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rules.frame.join import index_keys
from rules.frame.labelled import unique_labels
from rules.frame.merge_plan import Plan, joined
from translator.rulekit import (
    Column,
    Decline,
    F,
    Field,
    Frame,
    Order,
    SortKey,
    current,
    parity,
    replace,
    series_frame,
    with_labels,
    with_unique,
)

PLACE = "_place"
"""Column of the number of the first object that has the label of a row."""


def columns_side_by_side(columns: Iterable[tuple[str, Column]]) -> Frame:
    """``pd.DataFrame({"a": first, "b": second})``: the labels of all Series, sorted."""
    return side_by_side([named(column, label) for label, column in columns], "outer", in_turn=False)


def side_by_side(objects: Sequence[Frame], how: str, in_turn: bool) -> Frame:
    """Frames matched by their labels, which no two rows of one of them share.

    Args:
        objects: frames whose columns have different names.
        how: whether the result has the labels of any ("outer") or of all of them ("inner").
        in_turn: the labels that the first object has come first, then what the second has besides …;
            otherwise, and where they are times, they are sorted.

    Raises:
        Decline: where labels are not known, or in no sorted order.
    """
    site = current().site
    sides = [_side(frame) for frame in objects]
    levels = [level.column for level in sides[0].index.levels]
    turns = in_turn and how == "outer" and site.wants_order and sides[0].physical[levels[0]].dtype != "datetime"
    if turns:
        sides = [_in_place(side, number) for number, side in enumerate(sides)]
    result = sides[0]
    for side in sides[1:]:
        plan = Plan(result, side, how, (), (None, None), lookup=True)
        index_keys(plan, True, True, None, None)
        result = joined(site, plan)
    if turns:
        result = _by_place(result, len(sides), levels)
    return replace(with_unique(result, levels), repeats=False)


def named(column: Column, label: str) -> Frame:
    """A Series as a frame of one column with this name."""
    frame, held = series_frame(column)
    if held == label:
        return frame
    if label in frame.physical:
        raise Decline(f"{label!r} is the index of the values", code="T316")
    fact = frame.fields[held]
    order = frame.order if frame.order is None or held not in frame.order.columns() else None
    return replace(frame, code=frame.code.withColumnRenamed(held, label), fields={label: fact}, order=order, parts={})


def _side(frame: Frame) -> Frame:
    """The columns with their labels, after the check that no label repeats and none is missing."""
    frame = with_labels(frame, "columns side by side")
    levels = [level.column for level in frame.index.levels]
    facts = [frame.physical[c] for c in levels]
    if any(fact.nullable and fact.missing is not False for fact in facts):
        raise Decline("labels may be missing, which pandas puts in no stable place", code="T312")
    order = frame.order
    if order is not None:  # what breaks ties between equal labels is not needed where there are none
        by_label = list(order.columns())[: len(levels)] == levels
        order = Order(order.keys[: len(levels)], total=True) if by_label else None
    code = frame.code if unique_labels(frame) else parity.require_unique(frame.code, levels, "left", "one_to_one")
    gone = [c for c in frame.hidden if c not in levels]
    return replace(frame, code=code.drop(*gone) if gone else code, hidden=dict(zip(levels, facts, strict=True)),
                   order=order, parts={})  # fmt: skip


def _in_place(side: Frame, number: int) -> Frame:
    name = f"{PLACE}_{number}"
    return replace(side, code=side.code.withColumn(name, F.lit(number)), fields={**side.fields, name: Field("int32", False)})


def _by_place(frame: Frame, count: int, levels: Sequence[str]) -> Frame:
    """The rows by the first object that has their label, and by label."""
    places = [f"{PLACE}_{number}" for number in range(count)]
    code = frame.code.withColumn(PLACE, F.coalesce(*places)).drop(*places)
    order = Order((SortKey(PLACE), *map(SortKey, levels)), total=True)
    return replace(frame, code=code, order=order, hidden={**frame.hidden, PLACE: Field("int32", False)},
                   fields={c: f for c, f in frame.fields.items() if c not in places})  # fmt: skip
