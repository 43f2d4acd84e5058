"""Column names of frames: the constant Index that stands for them, and renaming."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from translator.diagnostics import Decline
from translator.emission.emit import Code, literal, name, parity, star
from translator.evidence.pandas_api import ConstantIndex
from translator.frames.values import Const, Frame, Level, col, held_by

pd = name("pd", "import pandas as pd")
product = name("product", "from itertools import product")


class Int32(int):
    """A column label of an Index of 32-bit numbers, as the parts of dates are."""

    dtype = "int32"


def columns_of(frame: Frame) -> Const:
    """``df.columns``: the names are known; the code is the pandas Index of them."""
    if frame.tuples:
        return Const(labels_of(frame), labels_listed(frame))
    listed: Code = literal(list(map(str, frame.fields)))
    if not frame.hidden and held_by(frame):
        listed = frame.code.columns
    index = ConstantIndex(map(str, frame.fields))
    index.listed, index.chain, index.name = listed, (), frame.columns_name
    named = {} if frame.columns_name is None else {"name": frame.columns_name}
    return Const(pd.Index(listed, **named), index)


def labels_listed(frame: Frame) -> ConstantIndex:
    """Labels of columns that are tuples, or no texts."""
    labels = [frame.tuples[c] for c in frame.fields]
    index = ConstantIndex([label[0] for label in labels] if len(labels[0]) == 1 else labels)
    index.listed, index.name = literal(list(index)), frame.columns_name
    return index


def labels_of(frame: Frame) -> Code:
    """Code of the pandas Index of such labels."""
    index = labels_listed(frame)
    if isinstance(index[0], tuple):
        return _in_levels(list(index), frame.columns_name)
    options: dict[str, Any] = {"dtype": Int32.dtype} if all(isinstance(label, Int32) for label in index) else {}
    if frame.columns_name is not None:
        options["name"] = frame.columns_name
    return pd.Index(index.listed, **options)


def _in_levels(labels: list[tuple[Any, ...]], last: str | None) -> Code:
    """Code of the Index of labels of several levels; those of one level stay in the order in which they appear.

    pandas' own constructors sort them, and labels that are out of that order can then not be sliced.
    """
    names = {} if last is None else {"names": [*[None] * (len(labels[0]) - 1), last]}
    levels = [list(dict.fromkeys(level)) for level in zip(*labels, strict=True)]
    full = list(itertools.product(*levels)) == labels and sum(len(level) > 1 for level in levels) > 1
    in_order = all(len(set(map(type, level))) == 1 for level in levels) and labels == sorted(labels)
    if not in_order:
        return parity.in_turn(product(*map(literal, levels)) if full else literal(labels), **names)
    return pd.MultiIndex.from_product(literal(levels), **names) if full else pd.MultiIndex.from_tuples(literal(labels), **names)


def renamed(frame: Frame, mapping: Mapping[str, Any], code: Code | None = None) -> Frame:
    """The frame with data columns renamed all at once; labels as `mapping` gives them.

    Raises:
        Decline: T202 when two columns would have one name.
    """
    changed = {old: new for old, new in mapping.items() if old in frame.fields and old != new}
    names = [str(changed.get(c, c)) for c in frame.fields]
    lowered = [n.lower() for n in (*names, *frame.hidden)]
    if len(set(lowered)) != len(lowered):
        raise Decline("two columns would have the same name for Spark", code="T202")
    if not changed:
        return replace(frame, tuples={})
    if code is None:
        code = _renaming(frame, changed)
    fields = dict(zip(names, frame.fields.values(), strict=True))
    order = frame.order
    if order is not None:
        keys = tuple(replace(k, column=str(changed.get(k.column, k.column))) for k in order.keys)
        order = replace(order, keys=keys)
    parts = {str(changed.get(c, c)): part for c, part in frame.parts.items()}
    return replace(frame, code=code, fields=fields, order=order, parts=parts, tuples={})


def _renaming(frame: Frame, changed: Mapping[str, Any]) -> Code:
    if {str(n).lower() for n in changed.values()} & {c.lower() for c in changed}:
        same = all(str(n).lower() == c.lower() for c, n in changed.items())
        if not same:
            kept: list[Any] = list(frame.hidden)
            return frame.code.select(
                *kept, *(col(c).alias(changed[c]) if c in changed else c for c in frame.fields)
            )
    if len(changed) == 1:
        [(old, new)] = changed.items()
        return frame.code.withColumnRenamed(old, new)
    if len(changed) == len(frame.fields) and not frame.hidden:
        return frame.code.toDF(*(changed[c] for c in frame.fields))
    return frame.code.withColumnsRenamed(dict(changed))


def relabelled(frame: Frame, labels: Sequence[Any], code: Code | None = None) -> Frame:
    """The frame with new names for all its data columns, in their order.

    Args:
        code: code of the list of names, when a variable or comprehension holds it.
    """
    if len(labels) != len(frame.fields) or not all(isinstance(n, (str, int)) for n in labels):
        raise Decline("the new names are not as many texts as there are columns", code="T310")
    if not all(isinstance(n, str) for n in labels):
        named = renamed(frame, dict(zip(frame.fields, map(str, labels), strict=True)))
        return replace(named, tuples={str(n): (n,) for n in labels})
    whole = frame.code.toDF(star(code)) if code is not None and not frame.hidden else None
    return renamed(frame, dict(zip(frame.fields, labels, strict=True)), whole)


def level_renamed(frame: Frame, level: Level, new: str) -> Frame:
    """The frame with one index level, and the column that stores it, under a new name."""
    if new in frame.physical and new != level.column:
        raise Decline(f"the index name {new!r} is a column as well", code="T202")
    levels = tuple(replace(lv, column=new, name=new) if lv == level else lv for lv in frame.index.levels)
    hidden = {(new if c == level.column else c): f for c, f in frame.hidden.items()}
    order = frame.order
    if order is not None:
        keys = tuple(replace(k, column=new) if k.column == level.column else k for k in order.keys)
        order = replace(order, keys=keys)
    code = frame.code if new == level.column else frame.code.withColumnRenamed(level.column, new)
    return replace(frame, code=code, hidden=hidden, order=order, index=replace(frame.index, levels=levels))


def without_variables(frame: Frame) -> Frame:
    """The frame, whose labels and order no longer go by variables of the function that gives it."""
    levels = tuple(replace(level, column=str(level.column)) for level in frame.index.levels)
    order = frame.order and replace(frame.order, keys=tuple(replace(k, column=str(k.column)) for k in frame.order.keys))
    fields, hidden = ({str(c): f for c, f in part.items()} for part in (frame.fields, frame.hidden))
    return replace(frame, fields=fields, hidden=hidden, index=replace(frame.index, levels=levels), order=order)
