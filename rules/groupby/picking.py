"""Some rows of each group: the largest, or the first of a sort, below the keys of their group."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.frame.labelled import unique_labels
from translator.rulekit import (
    INTEGERS,
    NUMBERS,
    TEXTS,
    CallSite,
    Column,
    Const,
    Decline,
    Frame,
    Function,
    Grouped,
    Index,
    Level,
    SortKey,
    Value,
    Within,
    by_rule,
    call_lambda,
    code_text,
    col,
    fresh,
    literal,
    one_of,
    ordered,
    replace,
    rule,
    showing,
    with_column,
    with_labels,
    without_missing,
)

from .selecting import series_of

PICKS = re.compile(r"lambda (\w+): \1\.(nlargest|nsmallest|head|sort_values)\b")


def picks_rows(func: Value) -> bool:
    """Whether the function is a lambda that takes some rows of its group."""
    return isinstance(func, Function) and PICKS.match(code_text(func.code)) is not None


def rows_by_function(at: CallSite, grouped: Grouped, func: Value) -> Frame:
    """What ``groupby(...).apply`` gives of a function that gives rows of its group, with other columns or not.

    Without ``group_keys`` rows stay where they were if no group has lost one or is in another order.
    """
    rows = _selected(grouped, _members(grouped, "group_keys" in grouped.options))
    picked = call_lambda(func, [rows])
    if not isinstance(picked, Frame) or picked.within is not rows.within or rows.rows[-1] not in picked.rows:
        raise Decline("the function does not give rows of its group", code="T310")
    kept = {c: f.version for c, f in picked.physical.items()}
    if any(kept.get(key) != rows.physical[key].version for key in grouped.keys):
        raise Decline("the function changes a key of its group, or drops it", code="T310")
    at.assume("A109")
    if "group_keys" not in grouped.options:
        return _bare(_below_keys(grouped, picked))
    return _in_place(at, picked, (picked.rows[-1], picked.order) == (rows.rows[-1], rows.order))


def values_by_function(at: CallSite, grouped: Grouped, func: Value) -> Column:
    """The same of a function that gives a value for each value of one column."""
    label = grouped.chosen[0]
    rows = _members(grouped, "group_keys" in grouped.options)
    made = call_lambda(func, [series_of(grouped, rows, label)])
    if not isinstance(made, Column) or made.within is not rows.within or made.frame.rows[-1] != rows.rows[-1]:
        raise Decline("the function does not give a value for each row of its group", code="T310")
    made = made.settled_column
    if made.dtype not in NUMBERS | TEXTS | {"datetime"} or made.dtype in INTEGERS and made.nullable:
        raise Decline(f"{made.dtype} values from a function are not translated", code="T312")
    at.assume("A109")
    source = showing(made.frame, [label])
    if label in grouped.keys:
        raise Decline("the values are those of a key", code="T310")
    picked = with_column(source, label, replace(made, frame=source))
    whole = _in_place(at, picked, True) if "group_keys" in grouped.options else _bare(_below_keys(grouped, picked))
    return series_of(grouped, whole, label)


def _selected(grouped: Grouped, rows: Frame) -> Frame:
    """The rows with the columns that were selected, which the function sees."""
    return rows if grouped.selection is None else showing(rows, grouped.selection)


def _in_place(at: CallSite, picked: Frame, same: bool) -> Frame:
    """The rows with their own labels only; in what order they are may depend on the data."""
    same = same and unique_labels(picked)
    order = picked.order if same else None
    if at.wants_order and not same:
        raise Decline("without group_keys the order of the rows depends on whether some were left out, "
                      "and on labels that repeat", code="T310")  # fmt: skip
    origins = picked.origins if same else frozenset([at.origin])  # who wants an order asks for it here
    return _bare(replace(picked, within=None, order=order, sorted=False, parts={}, steps=None, origins=origins))


def _bare(frame: Frame) -> Frame:
    """The frame without columns that the function saw no more than the result has them."""
    needed = {level.column for level in frame.index.levels}
    needed |= set(frame.order.columns()) if frame.order is not None else set()
    hidden = {c: f for c, f in frame.hidden.items() if c in needed}
    if len(hidden) == len(frame.hidden):
        return frame
    return replace(frame, code=frame.code.select(*hidden, *(col(c) if "." in c else c for c in frame.fields)), hidden=hidden)


@rule("GroupBy.nlargest", "GroupBy.nsmallest")
def largest(grouped: Grouped, n: Value, keep: Value, at: CallSite) -> Column:
    """The largest (smallest) values of each group, below the keys of their group and with their labels.

    Example:
        df.groupby("n")["v"].nlargest(1)
    Becomes:
        F.row_number().over(
    """
    one_of(keep, "first")
    if not grouped.single:
        raise Decline("only the values of one column are ranked", code="T312")
    label = grouped.chosen[0]
    picked = by_rule(f"DataFrame.{at.api.rpartition('.')[2]}", _members(grouped), n, Const(literal(label), label))
    assert isinstance(picked, Frame)
    return series_of(grouped, _below_keys(grouped, _alone(picked, label, grouped.keys)), label)


def _alone(frame: Frame, label: str, keys: Sequence[str]) -> Frame:
    """One column, beside the keys and what tells the order."""
    assert frame.order is not None
    aside = [c for c in dict.fromkeys((*keys, *frame.order.columns())) if c in frame.fields and c != label]
    hidden = {**frame.hidden, **{c: frame.fields[c] for c in aside}}
    return replace(frame, code=frame.code.select(*hidden, label), hidden=hidden, fields={label: frame.fields[label]})


def _members(grouped: Grouped, without_keys: bool = False) -> Frame:
    """The rows of any one group, in order and with their labels."""
    usual = without_keys or grouped.as_index and grouped.sort and "group_keys" not in grouped.options
    if not usual or not grouped.dropna or grouped.unused:
        raise Decline("the rows of groups are translated in the usual order, below their keys", code="T310")
    frame = ordered(with_labels(grouped.frame, "rows of groups"), "rows of groups")
    missing = [k for k in grouped.keys if frame.physical[k].nullable]
    if missing:
        frame = frame.subset(without_missing(frame.code, missing), sorted=False)
    return replace(frame, within=Within(grouped.keys, frame.rows[-1]))


def _below_keys(grouped: Grouped, picked: Frame) -> Frame:
    """The picked rows, group after group, with the keys as the first levels of their labels."""
    assert picked.order is not None
    code, hidden, levels = picked.code, dict(picked.hidden), []
    for key, name in zip(grouped.keys, grouped.key_names, strict=True):
        column = key
        if key in picked.fields:
            column = picked.free(f"_{key}")
            code = code.withColumn(column, col(key))
        hidden[column] = replace(picked.physical[key], nullable=False, missing=False, version=fresh())
        levels.append(Level(column, name))
    keys = tuple(SortKey(level.column) for level in levels)
    order = replace(picked.order, keys=(*keys, *(k for k in picked.order.keys if k.column not in grouped.keys)))
    return replace(
        picked, code=code, hidden=hidden, within=None, order=order, sorted=False, rows=(fresh(),),
        index=Index("stored", (*levels, *picked.index.levels)), parts={}, steps=None,
    )  # fmt: skip
