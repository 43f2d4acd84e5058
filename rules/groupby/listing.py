"""Values of each group by their place or frequency, as a list or as one text, as functions called per group take them."""

from __future__ import annotations

from typing import Any

from translator.rulekit import (
    ROW,
    ROW_ORDER,
    Accessor,
    Code,
    Column,
    Decline,
    F,
    Value,
    constant,
    ordered,
    parity,
    partition,
    place_of,
    reduced,
    replace,
    rule,
    text,
    unsettled_column,
)


@rule("Series.of_group.at")
def value_at(values: Value, key: Value) -> Column:
    """The first or last value of a group, missing or not.

    Example:
        df.groupby("k")["s"].apply(lambda x: x.iloc[0])
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.min_by("s", "_row").alias("s"))
    """
    place = constant(key, "the position")
    if not isinstance(values, Column) or place not in (0, -1) or isinstance(place, bool) or unsettled_column(values):
        raise Decline("only the first and the last value of a group are translated", code="T310")
    frame = ordered(values.frame, "the first value of a group")
    pick = F.min_by if place == 0 else F.max_by
    code = pick(_plain(values), ROW if frame.order == ROW_ORDER else place_of(frame))
    sure = False if values.missing is False else None  # the first values may all be there where others are missing
    return replace(reduced(values, code, values.dtype, values.nullable), missing=sure, none=values.none)


@rule("Series.modes.iloc")
def positions_of_modes(modes: Accessor) -> Accessor:
    """The most frequent values of a group by position."""
    return modes


@rule("Series.modes.__getitem__")
def first_mode(modes: Accessor, key: Value) -> Column:
    """The smallest of the most frequent values of a group; pandas raises for a group without any value.

    Example:
        df.groupby("k")["s"].agg(lambda x: x.mode()[0])
    Becomes:
        F.mode("s", True)
    """
    column = modes.base
    if constant(key, "the position") != 0 or not isinstance(column, Column):
        raise Decline("only the first of the most frequent values is translated", code="T310")
    found = reduced(column, F.mode(_plain(column), True), column.dtype, column.nullable)
    return replace(found, missing=False if column.missing is False else None)


@rule("Series.of_group.list", "Series.of_group.tuple")
def listed(values: Value) -> Accessor:
    """The values of a group, in the order of its rows.

    Example:
        df.groupby("k")["s"].apply(lambda x: list(x.dropna()))
    Becomes:
        F.array_compact(listed("_row", F.col("s")))
    """
    return of_group(values)


@rule("Series.of_group.set")
def as_set(values: Value) -> Accessor:
    """The distinct values of a group, in no order.

    Example:
        df.groupby("k")["s"].apply(lambda x: ", ".join(sorted(set(x.dropna()))))
    Becomes:
        F.concat_ws(", ", F.array_sort(F.collect_set("s")))
    """
    return _ordered(of_group(values), "set")


@rule("Series.of_group.unique")
def distinct(values: Accessor) -> Accessor:
    """The distinct values of a group that are there, in order of first appearance.

    Example:
        df.groupby("k")["s"].apply(lambda x: ", ".join(x.dropna().unique()))
    Becomes:
        F.array_distinct(F.array_compact(listed("_row", F.col("s"))))
    """
    return _ordered(of_group(values), "distinct")


@rule("Series.of_group.sorted")
def as_sorted(values: Value) -> Accessor:
    """The values of a group by size; a missing one among them raises in Python.

    Example:
        df.groupby("k")["s"].apply(lambda x: "/".join(sorted(x.dropna())))
    Becomes:
        F.concat_ws("/", F.array_sort(F.collect_list("s")))
    """
    found = of_group(values)
    return _ordered(found, "sorted set" if found.options["order"] in ("set", "distinct", "sorted set") else "sorted")


@rule("Series.of_group.join")
def joined(values: Value, separator: Value) -> Column:
    """The texts of a group in one, with a separator between them; a missing one raises in Python.

    Example:
        df.groupby("k")["s"].apply(lambda x: ", ".join(x.fillna("-")))
    Becomes:
        F.concat_ws(", ", listed("_row", F.coalesce(F.col("s"), F.lit("-"))))
    """
    texts = as_list(of_group(values))
    return texts.then(F.concat_ws(text(separator, "the separator"), texts.code), dtype="str", nullable=False, none=False)


def of_group(values: Value, order: str = "rows") -> Accessor:
    """The values of a group, as a list that is put into the column of a result once it is known how.

    Raises:
        Decline: T312 for values that are not texts, all of them there.
    """
    if isinstance(values, Accessor) and values.name == "of_group":
        return values
    if not isinstance(values, Column) or values.within is None or values.shape == "window":
        raise Decline("only the values of a group are listed", code="T311")
    present = order == "present" or not values.nullable or values.missing is False
    if values.dtype != "str" or not present:
        raise Decline("only texts, none of them missing, are listed by group", code="T312")
    return Accessor(values.code, values, "of_group", {"order": order})


def _ordered(found: Accessor, order: str) -> Accessor:
    return replace(found, options={"order": order})


def as_list(found: Accessor) -> Column:
    """The list as a column: of one row a group, or beside every row of it.

    Raises:
        Decline: T316 for sets, whose order Python leaves open.
    """
    column, order = found.base, found.options["order"]
    assert isinstance(column, Column)
    assert column.within is not None
    if order == "set":
        raise Decline("the order of a set is open", code="T316")
    if order.startswith("sorted"):
        collect = F.collect_set if order == "sorted set" else F.collect_list
        listed_ = reduced(column, collect(_plain(column)), "list", nullable=False)
        return listed_.then(F.array_sort(listed_.code), nullable=False)
    frame = ordered(column.frame, "the order of the values of a group")
    place: Any = ROW if frame.order == ROW_ORDER else place_of(frame)
    over = {} if column.within.groups is not None else {"over": partition(column.within.keys)}
    code = parity.listed(place, column.settled, **over)
    listed_ = replace(reduced(column, code, "list", nullable=False), code=code)
    if column.nullable and column.missing is not False:
        listed_ = listed_.then(F.array_compact(listed_.code), nullable=False)
    return listed_.then(F.array_distinct(listed_.code), nullable=False) if order == "distinct" else listed_



def _plain(column: Column) -> Code | str:
    return column.plain if column.plain is not None and "." not in column.plain else column.settled
