"""Some rows of each group: the largest, or the first of a sort, below the keys of their group."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.rulekit import (
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
    with_labels,
    without_missing,
)

from .selecting import series_of

PICKS = re.compile(r"lambda (\w+): \1\.(nlargest|nsmallest|head|sort_values)\b")


def picks_rows(func: Value) -> bool:
    """Whether the function is a lambda that takes some rows of its group."""
    return isinstance(func, Function) and PICKS.match(code_text(func.code)) is not None


def rows_by_function(grouped: Grouped, func: Value) -> Frame:
    """What ``groupby(...).apply`` gives of a lambda that takes some rows of each group.

    Without ``group_keys`` the order of the result depends on whether some row was left out.
    """
    rows = _members(grouped)
    picked = call_lambda(func, [rows])
    if not isinstance(picked, Frame) or picked.within is not rows.within or rows.rows[-1] not in picked.rows:
        raise Decline("the function does not give rows of its group", code="T310")
    return _below_keys(grouped, picked)


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


def _members(grouped: Grouped) -> Frame:
    """The rows of any one group, in order and with their labels."""
    if not (grouped.as_index and grouped.sort and grouped.dropna) or grouped.unused or "group_keys" in grouped.options:
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
