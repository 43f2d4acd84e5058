"""Joins: ``merge`` in all its forms and ``join`` on the index."""

from __future__ import annotations

from rules.frame.merge_plan import Key, Plan, joined
from translator.rulekit import (
    CallSite,
    Column,
    Decline,
    Frame,
    Label,
    Parts,
    Value,
    constant,
    flag,
    frame_of_parts,
    given,
    names,
    one_of,
    parity,
    rule,
    series_frame,
    with_labels,
)

HOW = ("inner", "left", "right", "outer", "cross")
VALIDATE = {
    "one_to_one": (True, True), "1:1": (True, True), "one_to_many": (True, False), "1:m": (True, False),
    "many_to_one": (False, True), "m:1": (False, True), "many_to_many": (False, False), "m:m": (False, False),
}  # fmt: skip


@rule("DataFrame.merge", ignores=("copy",))
def merge(
    df: Frame, right: Value, how: Value, on: Value, left_on: Value, right_on: Value, left_index: Value,
    right_index: Value, sort: Value, suffixes: Value, indicator: Value, validate: Value, at: CallSite,
) -> Frame:  # fmt: skip
    """Join two frames on columns or indexes.

    pandas lets missing keys match each other, gives columns that both sides have a suffix, and
    keeps the left frame's row order. Where both keys may be missing the join is null-safe; the
    order is rebuilt only where somebody observes it.

    Example:
        df.merge(other, on="k", how="left")
    Becomes:
        df.join(
            other.withColumnRenamed("k", "k_right"),
            F.col("k").eqNullSafe(F.col("k_right")),
            "left",
        ).drop("k_right")
    """
    other = joinable(right)
    mode = one_of(how, *HOW)
    by_left, by_right = flag(left_index), flag(right_index)
    plan = Plan(df, other, mode, (), _suffixes(suffixes), indicator=_indicator(indicator), sort=flag(sort))
    if mode == "cross":
        if given(on) or given(left_on) or by_left or by_right:
            raise Decline("a cross join takes no keys", code="T310")
        return joined(at, plan)
    if plan.sort and mode == "right":
        raise Decline("a sorted right join is not translated", code="T310")
    if by_left or by_right:
        index_keys(plan, by_left, by_right, left_on, right_on)
    else:
        plan.keys = _column_keys(df, other, on, left_on, right_on)
    _validated(plan, validate)
    return joined(at, plan)


@rule("pandas.merge", ignores=("copy",))
def merge_function(
    left: Value, right: Value, how: Value, on: Value, left_on: Value, right_on: Value, left_index: Value,
    right_index: Value, sort: Value, suffixes: Value, indicator: Value, validate: Value, at: CallSite,
) -> Frame:  # fmt: skip
    """The function form of ``DataFrame.merge``.

    Example:
        pd.merge(df[["k", "n"]], other, on="k")
    Becomes:
        df.select("k", "n").join(
            other.withColumnRenamed("k", "k_right"),
            F.col("k").eqNullSafe(F.col("k_right")),
            "inner",
        ).drop("k_right")
    """
    return merge(joinable(left), right, how, on, left_on, right_on, left_index, right_index, sort,
                 suffixes, indicator, validate, at)  # fmt: skip


@rule("DataFrame.join")
def join(
    df: Frame, other: Value, on: Value, how: Value, lsuffix: Value, rsuffix: Value, sort: Value, at: CallSite
) -> Frame:
    """Join on the other frame's index; a left join unless told otherwise.

    Example:
        df.join(other.set_index("k"), on="k")
    Becomes:
        df.join(
            other.withColumnRenamed("k", "k_right"),
            F.col("k").eqNullSafe(F.col("k_right")),
            "left",
        ).drop("k_right")
    """
    right = joinable(other)
    mode = one_of(how, *HOW[:4])
    if flag(sort):
        raise Decline("a sorted join is not translated", code="T310")
    suffixes = (constant(lsuffix) or None, constant(rsuffix) or None)
    plan = Plan(df, right, mode, (), suffixes)
    if given(on):
        index_keys(plan, False, True, on, None)
    else:
        index_keys(plan, True, True, None, None)
    return joined(at, plan)


def joinable(value: Value) -> Frame:
    """A frame, or a Series as the frame of its one column."""
    if isinstance(value, Frame):
        return value
    if isinstance(value, Parts):
        return frame_of_parts(value)
    if isinstance(value, Column) and not value.array and value.name is not None:
        frame, label = series_frame(value)
        if label != value.name:
            raise Decline("a Series whose name is taken by another column is not joined", code="T311")
        return frame
    raise Decline("only frames that live in Spark are joined", code="T311")


def _suffixes(value: Value) -> tuple[str | None, str | None]:
    known = constant(value, "the suffixes")
    if not isinstance(known, (tuple, list)) or len(known) != 2:
        raise Decline("the suffixes are not a pair", code="T310")
    first, second = known
    return first, second


def _indicator(value: Value) -> bool:
    known = constant(value, "the indicator")
    if not isinstance(known, bool):
        raise Decline("an indicator column with a name of its own is not translated", code="T310")
    return known


def _key_column(frame: Frame, label: str) -> str:
    """The physical column of a key, which may be a column or a named index level."""
    levels = {level.name: level.column for level in frame.index.levels}
    if label in frame.fields:
        if label in levels and levels[label] != label:
            raise Decline(f"{label!r} is both a column and an index level", code="T310")
        return label
    if label in levels:
        return levels[label]
    frame.field(label)
    return label


def _column_keys(df: Frame, other: Frame, on: Value, left_on: Value, right_on: Value) -> tuple[Key, ...]:
    if given(on):
        pairs = [(c, c) for c in names(on)]
    elif given(left_on) and given(right_on):
        first, second = names(left_on), names(right_on)
        if len(first) != len(second):
            raise Decline("the key lists have different lengths", code="T310")
        pairs = list(zip(first, second, strict=True))
    elif given(left_on) or given(right_on):
        raise Decline("only one side's keys are given", code="T310")
    else:
        pairs = [(c, c) for c in map(Label, df.fields) if c in other.fields]
        if not pairs:
            raise Decline("the frames have no common column", code="T314")
    keys = []
    for a, b in pairs:
        left, right = _key_column(df, a), _key_column(other, b)
        if a not in df.fields or (b not in other.fields and a != b):
            raise Decline("keys that are index levels of the left frame are not translated", code="T316")
        same = str(a) == str(b)
        keys.append(Key(a if left == a else left, b if right == b else right, merged=same))
    return tuple(keys)


def index_keys(
    plan: Plan, by_left: bool, by_right: bool, left_on: Value | None, right_on: Value | None
) -> None:
    """Keys of a join in which one or both sides take part with their index."""
    if not by_right:
        raise Decline("a join of the left frame's index with columns is not translated", code="T316")
    right = plan.right = with_labels(plan.right, "a join on the index")
    levels = right.index.levels
    if by_left:
        left = plan.left = with_labels(plan.left, "a join on the index")
        if len(left.index.levels) != len(levels):
            raise Decline("the indexes have different numbers of levels", code="T316")
        pairs = [(a.column, b.column) for a, b in zip(left.index.levels, levels, strict=True)]
        if plan.how != "left" and [a.name for a in left.index.levels] != [b.name for b in levels]:
            raise Decline("the indexes have different names", code="T316")
        if any(a in left.fields or b in right.fields for a, b in pairs):
            raise Decline("an index level is a data column as well", code="T316")
        if any(left.physical[a].dtype != right.physical[b].dtype for a, b in pairs):
            raise Decline("labels of two types become labels of a common one", code="T312")
        plan.labels = "keys"
        plan.keys = tuple(Key(a, b, merged=True) for a, b in pairs)
        return
    if left_on is None or not given(left_on):
        raise Decline("the left keys are not given", code="T310")
    if plan.how not in ("inner", "left"):
        raise Decline("an outer or right join of columns with an index is not translated", code="T316")
    labels = names(left_on)
    if len(labels) != len(levels):
        raise Decline("there are not as many keys as index levels", code="T310")
    for label in labels:
        plan.left.field(label)
    if any(level.column in right.fields for level in levels):
        raise Decline("an index level is a data column as well", code="T316")
    if len(labels) > 1 and any(plan.left.field(c).nullable for c in labels):
        raise Decline("pandas does not match missing keys with a MultiIndex reliably", code="T312")
    plan.labels = "left"
    plan.keys = tuple(Key(a, b.column, merged=True) for a, b in zip(labels, levels, strict=True))


def _validated(plan: Plan, validate: Value) -> None:
    """``validate=``: raise as pandas does when keys repeat on a side where they must not."""
    if not given(validate):
        return
    kind = one_of(validate, *VALIDATE)
    left, right = VALIDATE[kind]
    if left:
        keys = [key.left for key in plan.keys]
        plan.left = plan.left.then(parity.require_unique(plan.left.code, keys, "left", kind))
    if right:
        keys = [key.right for key in plan.keys]
        plan.right = plan.right.then(parity.require_unique(plan.right.code, keys, "right", kind))
