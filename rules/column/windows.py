"""Columns computed from several rows in order: shifts, running totals, ranks, rolling windows.

The same functions serve a Series and the groups of a frame; groups only add a partition.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from translator.rulekit import (
    FLOATS,
    INTEGERS,
    NUMBERS,
    Code,
    Column,
    Const,
    Decline,
    F,
    Frame,
    Grouped,
    Value,
    Window,
    Windowed,
    all_of,
    by_order,
    col,
    constant,
    flag,
    given,
    literal,
    materialised,
    number,
    one_of,
    ordered,
    parity,
    replace,
    rule,
    text,
)


@dataclass(frozen=True)
class Rows:
    """A column with the rows around it: its frame in order, and the keys of its group."""

    column: Column
    frame: Frame
    keys: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    def window(self) -> Code:
        return by_order(self.frame, [literal(_key(k)) for k in self.keys])

    def group(self) -> Code:
        return Window.partitionBy(*(_key(k) for k in self.keys))

    def then(self, code: Code, nullable: bool = True, **facts: str) -> Column:
        """The result: missing where the key of the row is missing, as pandas leaves it out."""
        if self.dropped:
            code, nullable = F.when(all_of(col(k).isNotNull() for k in self.dropped), code), True
        order = self.frame.order.columns() if self.frame.order else ()
        physical = self.column.frame.physical  # a row column that is only asked for yet is not there
        refs = {c: physical[c].version for c in (*self.keys, *order) if c in physical}
        column = replace(self.column, frame=self.frame)
        return column.then(code, nullable=nullable, shape="window", refs={**self.column.refs, **refs}, **facts)


def _key(label: str) -> Code | str:
    return col(label) if "." in label else label


def rows_of(value: Value, why: str, in_order: bool = True) -> Rows:
    """A Series, or the one column selected from a groupby, as `Rows`."""
    if isinstance(value, Column):
        column = materialised(value, "_value") if value.shape == "window" else value
        frame = ordered(column.frame, why) if in_order else column.frame
        return Rows(column.settled_column, frame)
    if not isinstance(value, Grouped) or not value.single:
        raise Decline(f"{why} is translated for one column only", code="T312")
    frame = ordered(value.frame, why) if in_order else value.frame
    dropped = tuple(k for k in value.keys if frame.physical[k].nullable) if value.dropna else ()
    return Rows(value.frame.column(value.chosen[0]), frame, value.keys, dropped)


def _numeric(rows: Rows) -> Rows:
    if rows.column.dtype not in NUMBERS:
        raise Decline(f"a {rows.column.dtype} column is not a number", code="T312")
    return rows


@rule("Series.shift", "GroupBy.shift")
def shift(column: Value, periods: Value) -> Column:
    """Values of earlier (later) rows.

    Example:
        df.groupby("n")["v"].shift(1)
    Becomes:
        F.lag("v", 1).over(Window.partitionBy("n").orderBy("_row"))
    """
    if number(periods, "periods") == 0:
        raise Decline("a shift by no rows", code="T310")
    rows = rows_of(column, "shift")
    if rows.column.dtype in ("bool", "bool?"):
        raise Decline("shifted conditions are objects in pandas", code="T312")
    code = _shifted(rows, int(number(periods, "periods")))
    if rows.column.dtype in INTEGERS:  # the row without a predecessor makes the column float
        return rows.then(code.cast("double"), dtype="float64")
    return rows.then(code)


def _shifted(rows: Rows, count: int) -> Code:
    source = _source(rows.column)
    return (F.lag(source, count) if count >= 0 else F.lead(source, -count)).over(rows.window())


def _source(column: Column) -> Code | str:
    return column.plain if column.plain is not None and "." not in column.plain else column.code


@rule("Series.diff", "GroupBy.diff")
def diff(column: Value, periods: Value) -> Column:
    """Difference to an earlier row.

    Example:
        df.groupby("n")["v"].diff()
    Becomes:
        F.col("v") - F.lag("v", 1).over(Window.partitionBy("n").orderBy("_row"))
    """
    rows = rows_of(column, "diff")
    count = int(number(periods, "periods"))
    change = rows.column.code - _shifted(rows, count)
    if rows.column.dtype in NUMBERS:
        whole = rows.column.dtype in INTEGERS
        return rows.then(change.cast("double") if whole else change, dtype="float64")
    if rows.column.dtype == "datetime":
        return rows.then(change, dtype="timedelta")
    raise Decline(f"differences of a {rows.column.dtype} column are not translated", code="T312")


@rule("Series.pct_change", "GroupBy.pct_change")
def pct_change(column: Value, periods: Value, fill_method: Value) -> Column:
    """Relative change to an earlier row.

    pandas fills missing values forward first, unless told not to.

    Example:
        df["n"].pct_change()
    Becomes:
        divide(F.col("n"), F.lag("n", 1).over(Window.orderBy("_row"))) - 1
    """
    rows = _numeric(rows_of(column, "pct_change"))
    unfilled = isinstance(fill_method, Const) and fill_method.value is None
    if rows.column.nullable and not unfilled:
        raise Decline("missing values are filled forward first", "pass fill_method=None", code="T310")
    code = parity.divide(rows.column.code, _shifted(rows, int(number(periods, "periods")))) - 1
    return rows.then(code, dtype="float64")


def _running(build: Code) -> Callable[[Value], Column]:
    def run(value: Value) -> Column:
        rows = _numeric(rows_of(value, "a running total"))
        window = rows.window().rowsBetween(Window.unboundedPreceding, Window.currentRow)
        code = build(_source(rows.column)).over(window)
        if rows.column.nullable:
            code = F.when(rows.column.code.isNotNull(), code)
        return rows.then(code, nullable=rows.column.nullable)

    return run


@rule("Series.cumsum", "GroupBy.cumsum")
def cumsum(column: Value) -> Column:
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
    return _running(F.sum)(column)


@rule("Series.cummax", "GroupBy.cummax")
def cummax(column: Value) -> Column:
    """Largest value so far."""
    return _running(F.max)(column)


@rule("Series.cummin", "GroupBy.cummin")
def cummin(column: Value) -> Column:
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
    if not flag(ascending):
        raise Decline("counting down is not translated", code="T310")
    frame = ordered(grouped.frame, "cumcount")
    if grouped.dropna and any(frame.physical[k].nullable for k in grouped.keys):
        raise Decline("keys can be missing", code="T312")
    first = grouped.frame.column(grouped.keys[0])
    rows = Rows(first, frame, grouped.keys)
    number_ = F.row_number().over(rows.window()).cast("bigint") - 1
    return replace(rows.then(number_, nullable=False, dtype="int64"), name=None)


@rule("Series.rank", "GroupBy.rank")
def rank(column: Value, method: Value, ascending: Value, na_option: Value, pct: Value) -> Column:
    """Rank of each value, from 1; missing values have none.

    Example:
        df["n"].rank(method="dense")
    Becomes:
        F.dense_rank().over(Window.orderBy("n")).cast("double")
    """
    one_of(na_option, "keep")
    one_of(pct, False)
    kind = one_of(method, "average", "min", "max", "dense", "first")
    rows = rows_of(column, "rank", in_order=kind == "first")
    value, up = rows.column, flag(ascending)
    if value.dtype not in NUMBERS | {"datetime", "str"} or value.dtype == "str" and value.nullable:
        raise Decline(f"ranks of a {value.dtype} column are not translated", code="T312")
    keys: list[Code | str] = []
    if value.nullable:
        keys.append(value.code.asc_nulls_last() if up else value.code.desc_nulls_last())
    else:
        keys.append(_source(value) if up else value.code.desc())
    if kind == "first":
        assert rows.frame.order is not None
        keys += list(rows.frame.order.columns())
    parts = [_key(k) for k in rows.keys]
    window = Window.partitionBy(*parts).orderBy(*keys) if parts else Window.orderBy(*keys)
    build = {"dense": F.dense_rank, "first": F.row_number}.get(kind, F.rank)
    code = build().over(window)
    if kind in ("average", "max"):
        ties = F.count("*").over(Window.partitionBy(*parts, value.code)) - 1
        code = code + (ties / 2 if kind == "average" else ties)
    if kind != "average":
        code = code.cast("double")
    if value.nullable:
        code = F.when(value.code.isNotNull(), code)
    return rows.then(code, nullable=value.nullable, dtype="float64")


# --- transform ---------------------------------------------------------------------------------------------


def _over(build: Code, dtype: str | None = None) -> Callable[[Rows], tuple[Code, str, bool]]:
    def over(rows: Rows) -> tuple[Code, str, bool]:
        code = build(_source(rows.column)).over(rows.group())
        return code, dtype or rows.column.dtype, rows.column.nullable

    return over


def _sum_over(rows: Rows) -> tuple[Code, str, bool]:
    code = F.sum(_source(rows.column)).over(rows.group())
    if rows.column.nullable:
        code = F.coalesce(code, F.lit(0.0 if rows.column.dtype in FLOATS else 0))
    return code, rows.column.dtype, False


TRANSFORMS: dict[str, Callable[[Rows], tuple[Code, str, bool]]] = {
    "sum": _sum_over,
    "mean": _over(F.avg, "float64"),
    "min": _over(F.min),
    "max": _over(F.max),
    "count": lambda rows: (F.count(_source(rows.column)).over(rows.group()), "int64", False),
    "size": lambda rows: (F.count("*").over(rows.group()), "int64", False),
    "std": lambda rows: (F.stddev_samp(_source(rows.column)).over(rows.group()), "float64", True),
}


@rule("GroupBy.transform")
def transform(grouped: Grouped, func: Value) -> Column:
    """An aggregate of the group beside every row.

    Example:
        df.groupby("n")["v"].transform("mean")
    Becomes:
        F.avg("v").over(Window.partitionBy("n"))
    """
    known = text(func, "the function")
    rows = rows_of(grouped, "transform", in_order=False)
    if known not in TRANSFORMS:
        raise Decline(f"the function {known!r} is not translated here", code="T310")
    if known not in ("count", "size"):
        if rows.column.dtype not in NUMBERS:
            raise Decline(f"a {rows.column.dtype} column is not a number", code="T312")
        if rows.column.dtype in INTEGERS and rows.column.nullable:
            raise Decline("whether this column is int or float depends on the data", code="T312")
    code, dtype, nullable = TRANSFORMS[known](rows)
    return rows.then(code, nullable=nullable, dtype=dtype)


# --- rolling ----------------------------------------------------------------------------------------------


@rule("Series.rolling")
def rolling(column: Column, window: Value, min_periods: Value, center: Value) -> Windowed:
    """A window of a fixed number of rows.

    Example:
        df["n"].rolling(2).mean()
    Becomes:
        F.when(
            F.count("n").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
            F.avg("n").over(Window.orderBy("_row").rowsBetween(-1, 0)),
        )
    """
    one_of(center, False)
    size = constant(window, "the window")
    if not isinstance(size, int) or isinstance(size, bool) or size < 1:
        raise Decline("only windows of a number of rows are translated", code="T310")
    least = int(number(min_periods)) if given(min_periods) else size
    return Windowed(column.code, base=column, kind="Rolling", options={"size": size, "least": least})


@rule("Series.expanding")
def expanding(column: Column, min_periods: Value) -> Windowed:
    """A window from the first row to the current one."""
    return Windowed(column.code, base=column, kind="Expanding", options={"least": int(number(min_periods))})


def _rolled(windowed: Windowed, build: Code) -> Column:
    rows = _numeric(rows_of(windowed.base, "a rolling window"))
    if windowed.kind == "Rolling":
        window = rows.window().rowsBetween(1 - int(windowed.options["size"]), 0)
    else:
        window = rows.window().rowsBetween(Window.unboundedPreceding, Window.currentRow)
    least = windowed.options["least"]
    if least < 1 or least > windowed.options.get("size", least):
        raise Decline("min_periods is not between 1 and the size of the window", code="T310")
    value = build(_source(rows.column)).over(window)
    enough = F.count(_source(rows.column)).over(window) >= least
    return rows.then(F.when(enough, value), dtype="float64")


@rule("Rolling.mean", "Expanding.mean")
def rolling_mean(windowed: Windowed, numeric_only: Value) -> Column:
    """Mean of the window."""
    one_of(numeric_only, False)
    return _rolled(windowed, F.avg)


@rule("Rolling.sum", "Expanding.sum")
def rolling_sum(windowed: Windowed, numeric_only: Value) -> Column:
    """Sum of the window, as a float."""
    one_of(numeric_only, False)
    result = _rolled(windowed, F.sum)
    return replace(result, code=result.code.cast("double"))


@rule("Rolling.min", "Expanding.min")
def rolling_min(windowed: Windowed, numeric_only: Value) -> Column:
    """Smallest value of the window, as a float."""
    one_of(numeric_only, False)
    result = _rolled(windowed, F.min)
    return replace(result, code=result.code.cast("double"))


@rule("Rolling.max", "Expanding.max")
def rolling_max(windowed: Windowed, numeric_only: Value) -> Column:
    """Largest value of the window, as a float."""
    one_of(numeric_only, False)
    result = _rolled(windowed, F.max)
    return replace(result, code=result.code.cast("double"))


@rule("Rolling.std", "Expanding.std")
def rolling_std(windowed: Windowed, ddof: Value, numeric_only: Value) -> Column:
    """Sample standard deviation of the window."""
    one_of(ddof, 1)
    one_of(numeric_only, False)
    return _rolled(windowed, F.stddev_samp)
