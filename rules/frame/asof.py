"""``merge_asof``: each row beside the nearest row of another frame."""

from __future__ import annotations

from typing import Any

from translator.rulekit import (
    FLOATS,
    INTEGERS,
    MASKED,
    CallSite,
    Decline,
    Field,
    Frame,
    Label,
    Value,
    constant,
    flag,
    fresh,
    fresh_rows,
    given,
    names,
    nones,
    one_of,
    ordered,
    pandas_times,
    parity,
    place_of,
    renamed,
    replace,
    rule,
    text,
    unique_columns,
    unsorted,
)

from .join import joinable


@rule("pandas.merge_asof")
def merge_asof(
    left: Value, right: Value, on: Value, left_on: Value, right_on: Value, by: Value, suffixes: Value,
    tolerance: Value, allow_exact_matches: Value, direction: Value, at: CallSite,
) -> Frame:  # fmt: skip
    """Each row of the left frame beside the nearest row of the right one by a time or number.

    Both frames are sorted by it, as pandas demands.

    Example:
        pd.merge_asof(df[["n", "v"]].sort_values("n", kind="stable"), df[["n", "k"]].sort_values("n", kind="stable"), on="n")
    Becomes:
        join_nearest(
    """
    one, other = unsorted(joinable(left)), unsorted(joinable(right))
    if at.wants_order:
        one = ordered(one, "the join")
    first, second = (text(on), text(on)) if given(on) else (text(left_on), text(right_on))
    keys = [str(k) for k in names(by, "the keys")] if given(by) else []
    _check(one, other, first, second, keys)
    gone = {*keys, *([second] if first == second else [])}
    one, other, kept = _suffixed(one, other, gone, constant(suffixes, "the suffixes"))
    options: dict[str, Any] = {"keys": keys} if keys else {}
    if first != second:
        options["right_on"] = second
    side = one_of(direction, "backward", "forward", "nearest")
    if side != "backward":
        options["direction"] = side
    if not flag(allow_exact_matches):
        options["exact"] = False
    if given(tolerance):
        options["tolerance"] = _distance(tolerance, one.fields[first].dtype)
    unique = unique_columns(other)
    if unique and unique <= {second, *keys}:
        options["place"] = second
    else:
        other = ordered(other, "which of two rows at one time is the last")
        assert other.order is not None
        if other.order.columns() != ("_row",):
            options["place"] = place_of(other)
    code = parity.join_nearest(one.code, other.code, first, kept, **options)
    fields = {**one.fields, **{c: _maybe_missing(other.fields[c]) for c in kept}}
    result = replace(
        one, code=code, fields=fields, rows=(fresh(),), sorted=False, parts={}, steps=None, original=None, bounded=False,
    )  # fmt: skip
    return replace(fresh_rows(at, result), rows=(fresh(),))


def _check(one: Frame, other: Frame, first: str, second: str, keys: list[str]) -> None:
    """Refuse keys of other types, and such as may be missing on both sides."""
    near = {one.field(first).dtype, other.field(second).dtype}
    if len(near) != 1 or not near <= {"datetime"} | (INTEGERS | FLOATS) - MASKED - {"float32"}:
        raise Decline(f"values of {' and '.join(sorted(near))} are not near each other", code="T312")
    for key in keys:
        facts = (one.field(key), other.field(key))
        if facts[0].dtype != facts[1].dtype or facts[0].dtype not in {"str", "int64", "bool", "date"}:
            raise Decline(f"the keys {key!r} are not of one plain type", code="T312")
        if all(f.nullable and f.missing is not False for f in facts):
            raise Decline(f"the keys {key!r} may be missing on both sides", code="T312")
    if one.tuples or other.tuples:
        raise Decline("columns with labels of several levels", code="T202")


def _suffixed(one: Frame, other: Frame, gone: set[str], suffixes: Any) -> tuple[Frame, Frame, list[str]]:
    """Both frames with suffixes at the columns that both have, and the columns that come from the right."""
    kept = [c for c in other.fields if c not in gone]
    both = [c for c in kept if c in one.fields]
    if both and not (isinstance(suffixes, (tuple, list)) and all(suffixes)):
        raise Decline("no suffixes tell the columns of both sides apart", code="T310")
    if both:
        one = renamed(one, {c: Label(f"{c}{suffixes[0]}") for c in both})
        other = renamed(other, {c: Label(f"{c}{suffixes[1]}") for c in both})
        kept = [f"{c}{suffixes[1]}" if c in both else c for c in kept]
    taken = {c.lower() for c in one.physical}
    if any(c.lower() in taken for c in kept):
        raise Decline("two columns would have the same name for Spark", code="T202")
    return one, other, kept


def _distance(tolerance: Value, dtype: str) -> float:
    known = constant(tolerance, "the tolerance")
    found = pandas_times.seconds_in(known) if dtype == "datetime" else known
    if not isinstance(found, (int, float)) or isinstance(found, bool):
        raise Decline("the tolerance is not a known length", code="T310")
    return int(found) if found == int(found) else found


def _maybe_missing(field: Field) -> Field:
    """A column of the right frame, where some rows find no partner."""
    none = nones([field, Field("str", True)])
    return Field(field.dtype, True, categories=field.categories, none=none, infinite=field.infinite)
