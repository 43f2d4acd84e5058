"""Plans a join of two frames: keys, names of both sides' columns, and the row order pandas gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from translator.rulekit import (
    CATEGORICAL,
    RANGE,
    ROW,
    ROW_ORDER,
    CallSite,
    Code,
    Decline,
    F,
    Field,
    Frame,
    Index,
    Order,
    SortKey,
    all_of,
    at_hand,
    col,
    current,
    fresh,
    fresh_rows,
    nones,
    ordered,
    replace,
    unique_columns,
    unsettled,
    unsorted,
    with_labels,
)

SELECTABLE = 8
"""Up to this many columns, a plain join followed by ``select`` reads better than renamed keys."""


@dataclass(frozen=True)
class Key:
    """One pair of key columns; `merged` pairs become one column of the result."""

    left: str
    right: str
    merged: bool = False


@dataclass
class Plan:
    """A join under construction. Names are physical columns of `left` and `right`.

    Attributes:
        labels: where the result's index comes from: "fresh" numbers, the "left" frame, or the
            "keys" (a join of two indexes).
        lookup: no key repeats on the right, so each left row meets one row at most.
    """

    left: Frame
    right: Frame
    how: str
    keys: tuple[Key, ...]
    suffixes: tuple[str | None, str | None] = ("_x", "_y")
    labels: str = "fresh"
    indicator: bool = False
    sort: bool = False
    lookup: bool = False
    left_names: dict[str, str] = field(default_factory=dict)
    right_names: dict[str, str] = field(default_factory=dict)


def joined(at: CallSite, plan: Plan) -> Frame:
    """The join of a plan, with pandas' columns, missing values, index and (if wanted) order."""
    _compare_as_texts(plan)
    _check_keys(plan)
    wanted = at.wants_order
    if wanted:
        _require_plain_order(plan)
    plan.left, plan.right = unsorted(plan.left), unsorted(plan.right)
    if wanted:
        plan.left = ordered(plan.left, "the join")
        plan.right = plan.right if _left_order_serves(plan) else ordered(plan.right, "the join")
        ranges = is_range(plan.left) and is_range(plan.right)
        if plan.labels == "keys" and plan.how == "outer" and not ranges and not _by_label(plan):
            raise Decline("the row order of an outer join of two indexes is not defined", code="T316")
    default_labels = plan.labels == "left" and plan.left.index.kind != "stored"
    if default_labels and at.wants_labels:
        plan.left = with_labels(plan.left, "the join")
    ordering = wanted and not _left_order_serves(plan)
    kept_left, kept_right = _kept(plan, plan.left, wanted, 0), _kept(plan, plan.right, ordering, 1)
    _name_columns(plan, kept_left, kept_right)
    code = _join_code(plan, kept_left, kept_right)
    frame = _facts(plan, code, kept_left, kept_right, at)
    if plan.indicator:
        frame = _with_indicator(plan, frame)
    if wanted:
        frame = _in_order(plan, frame)
    if plan.labels != "fresh":
        return frame
    if wanted and not at.wants_labels:  # the keys of the order serve; nothing has to be numbered
        return replace(frame, rows=(fresh(),))
    temporary = [c for c in frame.hidden if c != ROW]
    return replace(fresh_rows(at, frame, drop=temporary), rows=(fresh(),))


def _left_order_serves(plan: Plan) -> bool:
    """Whether each left row meets one row at most, and the result has the left rows' order."""
    unique = unique_columns(plan.right)
    alone = plan.lookup or bool(unique) and unique <= {key.right for key in plan.keys}
    return alone and plan.how in ("left", "inner") and not plan.sort


def _require_plain_order(plan: Plan) -> None:
    """An inner join with as many rows as its left side, by chance: pandas mixes them up (`at_hand.mixes_rows`)."""
    if plan.how != "inner" or plan.sort or _left_order_serves(plan):
        return
    if at_hand.mixes_rows(plan.left, [k.left for k in plan.keys], plan.right, [k.right for k in plan.keys]):
        raise Decline("pandas mixes up the rows: some met several, and there are as many as on the left", code="T312")
    current().site.assume("A118")


def _by_label(plan: Plan) -> bool:
    """Whether the rows of both sides are sorted by labels that do not repeat: then the result is, too."""
    sides = (plan.left.order, [k.left for k in plan.keys]), (plan.right.order, [k.right for k in plan.keys])
    return plan.lookup and all(
        order is not None and all(k.ascending and k.among is None for k in order.keys[: len(keys)])
        and list(order.columns())[: len(keys)] == keys
        for order, keys in sides
    )


def is_range(frame: Frame) -> bool:
    """Whether the labels are those that rows get when they are made, 0 to n-1, in this order."""
    return len(frame.rows) == 1 and frame.index.is_default and frame.order in (None, ROW_ORDER)


def _compare_as_texts(plan: Plan) -> None:
    """Let keys with other categories than those of the other side be the objects that pandas makes of them."""
    for key in plan.keys:
        sides = plan.left.fields.get(key.left), plan.right.fields.get(key.right)
        kinds = [_categories_of_texts(fact) for fact in sides]
        if None in kinds or not any(kinds) or kinds[0] == kinds[1]:
            continue
        plan.left, plan.right = (
            replace(frame, fields={**frame.fields, c: Field("str", fact.nullable, missing=fact.missing, none=fact.none)})
            if fact is not None and fact.dtype == "category" else frame
            for frame, c, fact in zip((plan.left, plan.right), (key.left, key.right), sides, strict=True)
        )  # fmt: skip


def _categories_of_texts(fact: Field | None) -> frozenset[object] | None:
    """The categories of a column, none of those of a column of texts; None for anything else."""
    if fact is None or fact.dtype not in ("category", "str"):
        return None
    found = frozenset(fact.categories or ())
    return found if (fact.dtype == "category") == bool(found) and all(isinstance(text, str) for text in found) else None


def _check_keys(plan: Plan) -> None:
    for key in plan.keys:
        left_twice = key.right not in plan.right.fields and key.left in plan.right.fields  # the other key is an index
        right_twice = key.left not in plan.left.fields and key.right in plan.left.fields
        if left_twice or right_twice:
            raise Decline(f"the key {key.left!r} comes out once more beside the columns of its name", code="T202")
        a, b = plan.left.physical[key.left], plan.right.physical[key.right]
        numbers = {"int64", "int32", "int16", "int8", "float64", "float32"}
        if a.dtype == "datetime" and (a.nullable or b.nullable) and (plan.how == "outer" or plan.sort):
            raise Decline("pandas sorts missing times before all others in a join", code="T312")
        mixed = a.dtype in numbers and b.dtype in numbers and plan.how in ("inner", "left")
        if a.dtype == b.dtype and (a.dtype not in CATEGORICAL or a.categories == b.categories):
            if a.dtype in ("null", "bool?") or (a.dtype in CATEGORICAL and (plan.how == "outer" or plan.sort)):
                raise Decline(f"keys of dtype {a.dtype} are not joined faithfully", code="T312")
            continue
        if not mixed:
            raise Decline(
                f"the keys {key.left!r} ({a.dtype}) and {key.right!r} ({b.dtype}) have different dtypes",
                code="T312",
            )


def _kept(plan: Plan, frame: Frame, wanted: bool, side: int) -> list[str]:
    """The hidden columns of one side that the result (or its order) needs."""
    keys = {key.left if side == 0 else key.right for key in plan.keys}
    kept = [c for c in frame.hidden if c in keys]
    if wanted and frame.order is not None:
        kept += [c for c in frame.hidden if c in frame.order.columns() and c not in kept]
    if side == 0 and plan.labels == "left" and frame.index.kind == "stored":
        levels = [level.column for level in frame.index.levels]
        if levels != [ROW] or wanted:
            kept += [c for c in levels if c in frame.hidden and c not in kept]
    return kept


def _name_columns(plan: Plan, kept_left: Sequence[str], kept_right: Sequence[str]) -> None:
    """Suffixes for columns that both sides have, and free names for what stays hidden."""
    left, right = plan.left, plan.right
    merged = {key.right for key in plan.keys if key.merged}
    data = [c for c in right.fields if c not in merged]
    both = [c for c in left.fields if c in data]
    first, second = plan.suffixes
    if both and not first and not second:
        raise Decline(f"both frames have the columns {both} and no suffix tells them apart", code="T310")
    plan.left_names.update({c: c + (first or "") for c in both if first})
    plan.right_names.update({c: c + (second or "") for c in both if second})
    result = [plan.left_names.get(c, c) for c in left.fields] + [plan.right_names.get(c, c) for c in data]
    if plan.indicator:
        result.append("_merge")
    _check_distinct(result)
    taken = {c.lower() for c in result}
    for names, hidden in ((plan.left_names, kept_left), (plan.right_names, kept_right)):
        for column in hidden:
            if names is plan.right_names and column in merged:
                continue
            new, number = column, 1
            while new.lower() in taken:
                new = f"{column}_{'right' if names is plan.right_names else 'left'}{number if number > 1 else ''}"
                number += 1
            if new != column:
                if names is plan.left_names and column in {level.column for level in left.index.levels} - {ROW}:
                    raise Decline(f"an index level and a column are both called {column!r}", code="T202")
                names[column] = new
            taken.add(new.lower())


def _check_distinct(names: Sequence[str]) -> None:
    lowered = [c.lower() for c in names]
    for name in names:
        if lowered.count(name.lower()) > 1:
            raise Decline(f"the result would have two columns named {name!r} but for case", code="T202")


def _side(frame: Frame, kept: Sequence[str], names: dict[str, str], drop: Sequence[str] = ()) -> Code:
    """One side's code: what is not needed dropped, what clashes renamed."""
    gone = [c for c in frame.hidden if c not in kept] + list(drop)
    code = frame.code.drop(*gone) if gone else frame.code
    if len(names) == 1:
        [(old, new)] = names.items()
        return code.withColumnRenamed(old, new)
    if {new.lower() for new in names.values()} & {old.lower() for old in names}:  # one after the other would meet twice
        physical = [c for c in frame.physical if c not in gone]
        return code.select(*(col(c).alias(names[c]) if c in names else c for c in physical))
    return code.withColumnsRenamed(names) if names else code


def _join_code(plan: Plan, kept_left: Sequence[str], kept_right: Sequence[str]) -> Code:
    left, right, how = plan.left, plan.right, plan.how
    if how == "cross":
        one = _side(left, kept_left, plan.left_names)
        return one.crossJoin(_side(right, kept_right, plan.right_names))
    sides = [(left.physical[k.left].nullable, right.physical[k.right].nullable) for k in plan.keys]
    null_safe = [a and b for a, b in sides]
    plain = all(key.merged and key.left == key.right for key in plan.keys) and not any(null_safe)
    keys = [key.left for key in plan.keys]
    data = [c for c in left.fields if c not in keys]
    leading = list(left.fields)[: len(keys)] == keys or not any(k in left.fields for k in keys)
    if plain and (leading or len(left.fields) + len(right.fields) <= SELECTABLE):
        code = _flagged(plan, _side(left, kept_left, plan.left_names)).join(
            _flagged(plan, _side(right, kept_right, plan.right_names), 1),
            keys[0] if len(keys) == 1 else keys,
            how,
        )
        if leading:
            return code
        hidden = [plan.left_names.get(c, c) for c in kept_left if c not in keys]
        hidden += [plan.right_names.get(c, c) for c in kept_right if c not in keys]
        chosen = [plan.left_names.get(c, c) for c in left.fields]
        chosen += [plan.right_names.get(c, c) for c in right.fields if c not in keys]
        return code.select(*hidden, *chosen, *_flags(plan)) if data or chosen else code
    return _conditional(plan, kept_left, kept_right, null_safe)


def _conditional(
    plan: Plan, kept_left: Sequence[str], kept_right: Sequence[str], null_safe: Sequence[bool]
) -> Code:
    """A join on a condition: keys that may both be missing match each other, as pandas lets them."""
    taken = {c.lower() for c in (*plan.left.physical, *plan.right.physical, *plan.left_names.values(),
                                 *plan.right_names.values())}  # fmt: skip
    names = dict(plan.right_names)
    for key in plan.keys:
        if key.merged:
            new = f"{key.right}_right"
            while new.lower() in taken:
                new += "_"
            names[key.right] = new
    conditions, settled, gone = [], {}, []
    for key, safe in zip(plan.keys, null_safe, strict=True):
        a, b = plan.left_names.get(key.left, key.left), names.get(key.right, key.right)
        conditions.append(col(a).eqNullSafe(col(b)) if safe else col(a) == col(b))
        if key.merged:
            gone.append(b)
            if plan.how in ("right", "outer"):
                settled[a] = col(b) if plan.how == "right" else F.coalesce(col(a), col(b))
    left = _flagged(plan, _side(plan.left, kept_left, plan.left_names))
    right = _flagged(plan, _side(plan.right, kept_right, names), 1)
    code = left.join(right, all_of(conditions), plan.how)
    for label, value in settled.items():
        code = code.withColumn(label, value)
    return code.drop(*gone) if gone else code


def _flags(plan: Plan) -> list[str]:
    """Names of the columns that tell which side a row came from."""
    if not plan.indicator:
        return []
    return {"left": ["_in_right"], "right": ["_in_left"], "outer": ["_in_left", "_in_right"]}.get(
        plan.how, []
    )


def _flagged(plan: Plan, code: Code, side: int = 0) -> Code:
    flag = ("_in_left", "_in_right")[side]
    return code.withColumn(flag, F.lit(True)) if flag in _flags(plan) else code


def _with_indicator(plan: Plan, frame: Frame) -> Frame:
    """The column ``_merge``, from flags: a data column may be missing on either side anyway."""
    flags = _flags(plan)
    value = F.lit("both")
    if flags == ["_in_right"]:
        value = F.when(F.col("_in_right"), "both").otherwise("left_only")
    elif flags == ["_in_left"]:
        value = F.when(F.col("_in_left"), "both").otherwise("right_only")
    elif flags:
        value = F.when(F.col("_in_right").isNull(), "left_only").when(
            F.col("_in_left").isNull(), "right_only"
        )
        value = value.otherwise("both")
    fact = Field("category", False, categories=("left_only", "right_only", "both"))
    code = frame.code.withColumn("_merge", value)
    return frame.then(code.drop(*flags) if flags else code, fields={**frame.fields, "_merge": fact})


def _missing(fact: Field) -> Field:
    """The facts of a column that unmatched rows leave missing."""
    if fact.dtype.startswith("uint"):
        raise Decline("unsigned integers with missing values are not held in Spark", code="T202")
    return Field(fact.dtype, True, categories=fact.categories, none=fact.none_beside_nan,
                 infinite=fact.infinite, summed=fact.summed, dates=fact.dates)


def _require_settled(frame: Frame, all_rows: bool) -> None:
    """Where rows may go, no column may be float because of what is missing in just these rows."""
    levels = [] if frame.index.is_default else [level.column for level in frame.index.levels]
    labels = [c for c in (*frame.fields, *levels) if unsettled(frame.physical[c])]
    if labels and not all_rows:
        raise Decline(f"whether {labels[0]!r} is int or float depends on rows that are not matched", code="T312")


def _facts(
    plan: Plan, code: Code, kept_left: Sequence[str], kept_right: Sequence[str], at: CallSite
) -> Frame:
    left, right = plan.left, plan.right
    merged = {key.left: key.right for key in plan.keys if key.merged}
    _require_settled(left, plan.how in ("left", "outer", "cross"))
    _require_settled(right, plan.how in ("right", "outer", "cross"))
    lose_left, lose_right = plan.how in ("right", "outer"), plan.how in ("left", "outer")

    def of_left(c: str) -> Field:
        fact = left.physical[c]
        if c in merged and lose_left:
            other = right.physical[merged[c]]
            return Field(fact.dtype, fact.nullable or other.nullable, categories=fact.categories, none=nones((fact, other)))
        return _missing(fact) if lose_left else replace(fact, distinct=None, increasing=False)

    def of_right(c: str) -> Field:
        fact = right.physical[c]
        return _missing(fact) if lose_right else replace(fact, distinct=None, increasing=False)

    fields = {plan.left_names.get(c, c): of_left(c) for c in left.fields}
    fields |= {plan.right_names.get(c, c): of_right(c) for c in right.fields if c not in merged.values()}
    hidden = {plan.left_names.get(c, c): of_left(c) for c in kept_left}
    hidden |= {plan.right_names.get(c, c): of_right(c) for c in kept_right if c not in merged.values()}
    index, origins = RANGE, frozenset([at.origin])
    if plan.labels != "fresh":
        levels = left.index.levels
        stored = all(plan.left_names.get(v.column, v.column) in {**hidden, **fields} for v in levels)
        if levels and stored and (plan.labels == "keys" or left.index.kind == "stored"):
            index = Index(
                "stored", tuple(replace(v, column=plan.left_names.get(v.column, v.column)) for v in levels)
            )
        else:
            index = Index("lost")
    return Frame(code, fields=fields, hidden=hidden, index=index, order=None, origins=origins,
                 bounded=left.bounded and right.bounded, repeats=_repeats(plan))  # fmt: skip


def _repeats(plan: Plan) -> bool:
    """Whether a row label may come out several times: its row met several others, or it was so before."""
    if plan.labels == "fresh":
        return False
    if plan.labels == "left":
        return plan.left.repeats or not plan.lookup
    return any(side.repeats or not side.index.is_default for side in (plan.left, plan.right))


def _in_order(plan: Plan, frame: Frame) -> Frame:
    """State pandas' row order: the left (for "right": the right) rows' order, then the other's."""
    merged = {key.right: key.left for key in plan.keys if key.merged}

    def keys_of(order: Order | None, names: dict[str, str], side: int) -> list[SortKey]:
        assert order is not None
        found = []
        for key in order.keys:
            column = key.column if side == 0 else merged.get(key.column, key.column)
            known = plan.left_names if side == 1 and key.column in merged else names
            found.append(replace(key, column=known.get(column, column)))
        return found

    left = keys_of(plan.left.order, plan.left_names, 0)
    right = [] if _left_order_serves(plan) else keys_of(plan.right.order, plan.right_names, 1)
    parts = right + left if plan.how == "right" else left + right
    if plan.how == "outer" or plan.sort:
        first_keys = []
        for key in plan.keys:
            frame, column = _sorted_by(plan, frame, key)
            first_keys.append(SortKey(column))
        parts = first_keys + parts
    unique = {key.column: key for key in reversed(parts)}
    first = list(dict.fromkeys(key.column for key in parts))
    return replace(frame, order=Order(tuple(unique[c] for c in first), total=True))


def _sorted_by(plan: Plan, frame: Frame, key: Key) -> tuple[Frame, str]:
    """The column of the values that both sides were matched by: of differently named keys it is a further one."""
    left = plan.left_names.get(key.left, key.left)
    if key.merged:
        return frame, left
    right, made = plan.right_names.get(key.right, key.right), frame.free("_matched")
    first, second = frame.physical[left], frame.physical[right]
    fact = Field(first.dtype if first.dtype == second.dtype else "float64", first.nullable and second.nullable)
    code = frame.code.withColumn(made, F.coalesce(col(left), col(right)))
    return replace(frame, code=code, hidden={**frame.hidden, made: fact}), made
