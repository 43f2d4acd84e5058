"""Columns computed from several rows in order: shifts, running totals, ranks.

The same functions serve a Series and the groups of a frame; groups only add a partition.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rules.groupby.selecting import series_of
from translator.rulekit import (
    FLOATS,
    INTEGERS,
    MASKED,
    NUMBERS,
    Code,
    Column,
    Const,
    Decline,
    F,
    Frame,
    Grouped,
    Nones,
    Value,
    Window,
    all_of,
    at_hand,
    by_name,
    by_order,
    col,
    constant,
    current,
    flag,
    given,
    has_missing,
    is_odd,
    literal_dtype,
    materialised,
    missing_if_nan,
    number,
    one_of,
    ordered,
    parity,
    partition,
    recomputed,
    replace,
    rule,
    select_all,
    sort_code,
    whole,
)


@dataclass(frozen=True)
class Rows:
    """A column with the rows around it: its frame in order, and the keys of its group."""

    column: Column
    frame: Frame
    keys: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    def window(self) -> Code:
        return by_order(self.frame, [by_name(k) for k in self.keys])

    def group(self) -> Code:
        return partition(self.keys)

    def then(self, code: Code, nullable: bool = True, **facts: Any) -> Column:
        """The result: missing where the key of the row is missing, as pandas leaves it out."""
        if self.dropped:
            code, nullable = F.when(all_of(col(k).isNotNull() for k in self.dropped), code), True
        order = self.frame.order.columns() if self.frame.order else ()
        physical = self.column.frame.physical  # a row column that is only asked for yet is not there
        refs = {c: physical[c].version for c in (*self.keys, *order) if c in physical}
        column = replace(self.column, frame=self.frame)
        return column.then(code, nullable=nullable, shape="window", refs={**self.column.refs, **refs}, **facts)


def rows_of(value: Value, why: str, in_order: bool = True) -> Rows:
    """A Series, or the one column selected from a groupby, as `Rows`."""
    if isinstance(value, Column):
        column = materialised(value, "_value") if value.shape == "window" else value
        frame = ordered(column.frame, why) if in_order else column.frame
        return Rows(column.settled_column, frame, _keys_within(column))
    if not isinstance(value, Grouped) or not value.single:
        raise Decline(f"{why} is translated for one column only", code="T312")
    own = value.options.get("own")
    if own is not None:
        own = materialised(own, own.frame.free("_value")) if own.shape == "window" else own
    frame = value.frame if own is None else own.frame
    frame = ordered(frame, why) if in_order else frame
    dropped = tuple(k for k in value.keys if frame.physical[k].nullable) if value.dropna else ()
    if own is not None:
        return Rows(own.settled_column, frame, value.keys, dropped)
    return Rows(series_of(value, value.frame, value.chosen[0]), frame, value.keys, dropped)


def _keys_within(column: Column) -> tuple[str, ...]:
    """The keys of the group where a function called per group looks at the column."""
    if column.within is None:
        return ()
    if column.within.groups is not None or column.frame.rows[-1] != column.within.rows:
        raise Decline("rows of a group are looked at before they are aggregated", code="T310")
    return column.within.keys


def each_chosen(value: Value, build: Callable[[Value], Column]) -> Value:
    """`build` on a Series or a selected column; on every selected column of groups one by one."""
    if not isinstance(value, Grouped) or value.single:
        return build(value)
    made = {c: build(replace(value, selection=(c,), single=True)) for c in value.chosen}
    if not made:
        raise Decline("no column is left", code="T314")
    frame = next(iter(made.values())).frame
    return select_all(recomputed(frame, made), made)


def numeric(rows: Rows) -> Rows:
    if rows.column.dtype not in NUMBERS:
        raise Decline(f"a {rows.column.dtype} column is not a number", code="T312")
    return rows


@rule("Series.shift", "GroupBy.shift")
def shift(column: Value, periods: Value, fill_value: Value) -> Value:
    """Values of earlier (later) rows.

    Example:
        df.groupby("n")["v"].shift(1)
    Becomes:
        F.lag("v", 1).over(Window.partitionBy("n").orderBy("_row"))
    """
    if number(periods, "periods") == 0:
        raise Decline("a shift by no rows", code="T310")
    filled = constant(fill_value, "the filling") if given(fill_value) else None
    return each_chosen(column, lambda one: _shift(one, whole(periods, "periods"), filled))


def _shift(column: Value, count: int, filled: Any) -> Column:
    rows = rows_of(column, "shift")
    dtype = rows.column.dtype
    if filled is not None:
        kind = literal_dtype(type(filled))
        if kind != dtype and (kind, dtype) != ("int64", "float64") or filled != filled:
            raise Decline(f"a {dtype} column is not filled with {filled!r}", code="T312")
        filled = float(filled) if dtype == "float64" else filled
        code = _shifted(rows, count, filled)
        if rows.dropped:  # rows of no group get the filling too
            code = F.when(all_of(col(k).isNotNull() for k in rows.dropped), code).otherwise(filled)
            rows = replace(rows, dropped=())
        return rows.then(code, nullable=rows.column.nullable)
    code = _shifted(rows, count)
    if dtype in INTEGERS:  # the row without a predecessor makes the column float
        return _as_float(rows, code)
    return rows.then(code, dtype="bool?" if dtype == "bool" else dtype, none=dtype == "str" and _emptied(rows))


def _as_float(rows: Rows, code: Code) -> Column:
    """Whole numbers of which some row misses one; in groups without any row they stay whole."""
    if rows.keys:
        current().site.assume("A111")
    return rows.then(code.cast("double"), dtype="float64")


def _emptied(rows: Rows) -> Nones:
    """What is missing in texts that are shifted: None where nothing moves in, but NaN in groups."""
    if rows.keys:
        return "either" if rows.column.none or rows.column.within is not None else False
    return True if rows.column.none is True or has_missing(rows.column) is False else "either"


def _shifted(rows: Rows, count: int, *filled: Any) -> Code:
    build = F.lag if count >= 0 else F.lead
    return build(source(rows.column), count if count >= 0 else -count, *filled).over(rows.window())


def source(column: Column) -> Code | str:
    """The column as an argument of a Spark function."""
    return column.plain if column.plain is not None and not is_odd(column.plain) else column.code


@rule("Series.diff", "GroupBy.diff")
def diff(column: Value, periods: Value) -> Value:
    """Difference to an earlier row.

    Example:
        df.groupby("n")["v"].diff()
    Becomes:
        F.col("v") - F.lag("v", 1).over(Window.partitionBy("n").orderBy("_row"))
    """
    return each_chosen(column, lambda one: _diff(one, whole(periods, "periods")))


def _diff(column: Value, count: int) -> Column:
    rows = rows_of(column, "diff")
    change = rows.column.code - _shifted(rows, count)
    if rows.column.dtype in NUMBERS:
        if at_hand.may_be_infinite(rows.column):
            change = missing_if_nan(change)
        return _as_float(rows, change) if rows.column.dtype in INTEGERS else rows.then(change, dtype="float64")
    if rows.column.dtype == "datetime":
        return rows.then(change, dtype="timedelta")
    raise Decline(f"differences of a {rows.column.dtype} column are not translated", code="T312")


@rule("Series.pct_change", "GroupBy.pct_change")
def pct_change(column: Value, periods: Value, fill_method: Value) -> Value:
    """Relative change to an earlier row.

    pandas fills missing values forward first, unless told not to, so values are compared with the
    last one that is there.

    Example:
        df["n"].pct_change()
    Becomes:
        divide(F.col("n"), F.lag("n", 1).over(Window.orderBy("_row"))) - 1
    """
    unfilled = isinstance(fill_method, Const) and fill_method.value is None
    return each_chosen(column, lambda one: _pct_change(one, whole(periods, "periods"), unfilled))


def _pct_change(column: Value, count: int, unfilled: bool) -> Column:
    rows = numeric(rows_of(column, "pct_change"))
    if not rows.column.nullable or unfilled:
        return rows.then(parity.divide(rows.column.code, _shifted(rows, count)) - 1, dtype="float64")
    if count < 1 or rows.column.dtype not in FLOATS:
        raise Decline("missing values are filled forward first", "pass fill_method=None", code="T310")
    start, value = Window.unboundedPreceding, source(rows.column)
    now = F.last(value, ignorenulls=True).over(rows.window().rowsBetween(start, Window.currentRow))
    then = F.last(value, ignorenulls=True).over(rows.window().rowsBetween(start, -count))
    return rows.then(parity.divide(now, then) - 1, dtype="float64")


def _counted(rows: Rows) -> Rows:
    """Conditions are added up as 0 and 1."""
    if rows.column.dtype != "bool" or rows.column.nullable:
        return rows
    return replace(rows, column=rows.column.then(rows.column.code.cast("bigint"), dtype="int64"))


def _running(build: Code, counts: bool = False) -> Callable[[Value], Value]:
    def run(value: Value) -> Column:
        rows = rows_of(value, "a running total")
        rows = numeric(_counted(rows) if counts else rows)
        window = rows.window().rowsBetween(Window.unboundedPreceding, Window.currentRow)
        code = build(source(rows.column)).over(window)
        if at_hand.may_be_infinite(rows.column):
            if rows.keys and rows.column.within is None and counts:
                raise Decline("after an infinite number the running total of a group is missing", code="T312")
            code = missing_if_nan(code)
        if rows.column.nullable:
            code = F.when(rows.column.code.isNotNull(), code)
        return rows.then(code, nullable=rows.column.nullable)

    return lambda value: each_chosen(value, run)


@rule("Series.cumsum", "GroupBy.cumsum")
def cumsum(column: Value) -> Value:
    """Running sum; missing values are skipped and stay missing.

    Example:
        df.groupby("n")["v"].cumsum()
    Becomes:
        F.when(
            F.col("v").isNotNull(),
            F.sum("v").over(
                Window.partitionBy("n")
                .orderBy("_row")
                .rowsBetween(Window.unboundedPreceding, Window.currentRow)
            ),
        )
    """
    return _running(F.sum, counts=True)(column)


@rule("Series.cumprod", "GroupBy.cumprod")
def cumprod(column: Value) -> Value:
    """Running product of floats; of whole numbers it overflows silently in pandas."""
    chosen = [column.frame.field(c).dtype for c in column.chosen] if isinstance(column, Grouped) else []
    if any(dtype != "float64" for dtype in chosen or [getattr(column, "dtype", "")]):
        raise Decline("the running product of whole numbers is not translated", code="T312")
    return _running(F.product)(column)


@rule("Series.cummax", "GroupBy.cummax")
def cummax(column: Value) -> Value:
    """Largest value so far."""
    return _running(F.max)(column)


@rule("Series.cummin", "GroupBy.cummin")
def cummin(column: Value) -> Value:
    """Smallest value so far."""
    return _running(F.min)(column)


@rule("GroupBy.cumcount")
def cumcount(grouped: Grouped, ascending: Value) -> Column:
    """Number of each row within its group, from 0.

    Example:
        df.groupby("n").cumcount()
    Becomes:
        F.row_number().over(Window.partitionBy("n").orderBy("_row")).cast("bigint") - 1
    """
    frame = ordered(grouped.frame, "cumcount")
    dropped = tuple(k for k in grouped.keys if frame.physical[k].nullable) if grouped.dropna else ()
    rows = Rows(Column(col(grouped.keys[0]), frame=grouped.frame), frame, grouped.keys, dropped)
    window = by_order(frame, [by_name(k) for k in grouped.keys], reverse=not flag(ascending))
    number_ = F.row_number().over(window).cast("bigint") - 1
    return replace(rows.then(number_, nullable=False, dtype="int64"), name=None)


@rule("Series.rank", "GroupBy.rank")
def rank(column: Value, method: Value, ascending: Value, na_option: Value, pct: Value) -> Value:
    """Rank of each value, from 1; missing values have none.

    Example:
        df["n"].rank(method="dense")
    Becomes:
        F.dense_rank().over(Window.orderBy("n")).cast("double")
    """
    place = one_of(na_option, "keep", "bottom", "top")
    kind = one_of(method, "average", "min", "max", "dense", "first")
    share = flag(pct)
    if share and (kind == "dense" or place != "keep"):
        raise Decline("shares of dense ranks, or of ranks of missing values", code="T310")
    return each_chosen(column, lambda one: _rank(one, kind, flag(ascending), place, share))


def _rank(column: Value, kind: str, up: bool, place: str, share: bool) -> Column:
    rows = rows_of(column, "rank", in_order=kind == "first")
    value = rows.column
    if value.dtype not in NUMBERS | {"datetime", "str"} or value.dtype == "str" and value.nullable:
        raise Decline(f"ranks of a {value.dtype} column are not translated", code="T312")
    if value.dtype in MASKED and value.nullable and not rows.keys:
        raise Decline("pandas takes NA for a value when it ranks", code="T312")
    keys: list[Code | str] = []
    if value.nullable and place == "top":
        keys.append(value.code.asc_nulls_first() if up else value.code.desc_nulls_first())
    elif value.nullable:
        keys.append(value.code.asc_nulls_last() if up else value.code.desc_nulls_last())
    else:
        keys.append(source(value) if up else value.code.desc())
    if kind == "first":
        assert rows.frame.order is not None
        physical = rows.frame.physical
        keys += [sort_code(k, k.column not in physical or physical[k.column].nullable) for k in rows.frame.order.keys]
    parts = [by_name(k) for k in rows.keys]
    window = Window.partitionBy(*parts).orderBy(*keys) if parts else Window.orderBy(*keys)
    build = {"dense": F.dense_rank, "first": F.row_number}.get(kind, F.rank)
    code = build().over(window)
    if kind in ("average", "max"):
        ties = F.count("*").over(Window.partitionBy(*parts, value.code)) - 1
        code = code + (ties / 2 if kind == "average" else ties)
    if share:
        code = code / F.count(source(value)).over(partition(rows.keys))
    elif kind != "average":
        code = code.cast("double")
    if value.nullable and place == "keep":
        code = F.when(value.code.isNotNull(), code)
    return rows.then(code, nullable=value.nullable and place == "keep", dtype="float64")
