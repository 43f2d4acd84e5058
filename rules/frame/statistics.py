"""Statistics of a whole frame that are a table, or one label or quantile of each column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rules.frame.reduce import AGGREGATES, NUMERIC, checked
from rules.groupby.functions import function_name, named_functions
from translator.rulekit import (
    NUMBERS,
    ROW,
    Accessor,
    CallSite,
    Code,
    Column,
    Const,
    Decline,
    Elements,
    F,
    Frame,
    Local,
    Value,
    by_rule,
    col,
    constant,
    flag,
    given,
    is_odd,
    items,
    listed_codes,
    literal,
    number,
    one_of,
    ordered,
    parity,
    reduced,
    replace,
    rule,
    showing,
    text,
    with_labels,
)

PAIRS = 30
"""Of so many columns each pair is compared in one aggregation."""


def _numbers(df: Frame, numeric_only: Value) -> Frame:
    """The columns whose statistics pandas computes.

    Raises:
        Decline: T312 where pandas raises, or the values are no plain numbers.
    """
    others = [c for c, f in df.fields.items() if f.dtype not in NUMERIC]
    if others and not flag(numeric_only):
        raise Decline(f"column {others[0]!r} is not a number", code="T312")
    if any(df.fields[c].dtype == "boolean" for c in others):
        raise Decline("nullable truth values are numbers to pandas", code="T312")
    fields = {c: f for c, f in df.fields.items() if c not in others}
    unsure = [c for c, f in fields.items() if f.dtype == "float32" or f.dtype == "bool" and f.nullable]
    if unsure or not fields:
        raise Decline("the columns are not all plain numbers", code="T312")
    return showing(df, fields)


@rule("DataFrame.corr")
def corr(df: Frame, method: Value, min_periods: Value, numeric_only: Value) -> Value:
    """Pearson's correlation of every pair of columns, over the rows where both are there.

    Example:
        df[["v", "w"]].corr()
    Becomes:
        correlations(df.select("v", "w"), ["v", "w"])
    """
    one_of(method, "pearson")
    one_of(min_periods, 1)
    if df.within is not None:
        return Accessor(df.code, _numbers(df, numeric_only), "correlations")
    chosen = _paired(df, numeric_only)
    return _table_of_pairs(df, parity.correlations(df.code, list(chosen.fields)))


@rule("DataFrame.cov")
def cov(df: Frame, min_periods: Value, ddof: Value, numeric_only: Value) -> Local:
    """Sample covariance of every pair of columns, over the rows where both are there.

    Example:
        df[["v", "w"]].cov()
    Becomes:
        covariances(df.select("v", "w"), ["v", "w"])
    """
    one_of(min_periods, None, 1)
    one_of(ddof, 1)
    chosen = _paired(df, numeric_only)
    return _table_of_pairs(df, parity.covariances(df.code, list(chosen.fields)))


@rule("DataFrame.correlations.__getitem__", "Series.correlations.__getitem__")
def correlation_of_group(table: Accessor, key: Value) -> Value:
    """The table of a group's correlations by column, and by column again: only what is read of it is computed.

    Example:
        df.groupby("k").apply(lambda g: g[["v", "w"]].corr()["v"]["w"])
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(correlation(F.col("v"), F.col("w")).alias("value"))
    """
    frame = table.base if isinstance(table.base, Frame) else table.options["frame"]
    column = frame.column(text(key, "the column"))
    if isinstance(table.base, Frame):
        return replace(table, base=column, options={"frame": frame})
    return reduced(column, parity.correlation(table.base.code, column.code), "float64", nullable=True)


def _table_of_pairs(df: Frame, table: Code) -> Local:
    """The table; a name of the columns is that of both its axes."""
    if df.columns_name is not None:
        table = table.rename_axis(index=literal(df.columns_name), columns=literal(df.columns_name))
    return Local(table, "DataFrame", was_spark=True)


def _paired(df: Frame, numeric_only: Value) -> Frame:
    chosen = _numbers(df, numeric_only)
    if len(chosen.fields) > PAIRS:
        raise Decline(f"more than {PAIRS} columns", code="T310")
    return chosen


@rule("DataFrame.quantile")
def quantile(df: Frame, q: Value, axis: Value, numeric_only: Value, interpolation: Value, method: Value) -> Local:
    """Exact quantiles of every column, interpolated linearly.

    Example:
        df[["v", "n"]].quantile(0.9)
    Becomes:
        column_values(
            df.select("v", "n").agg(F.percentile("v", 0.9).alias("v"), F.percentile("n", 0.9).alias("n"))
        ).rename(0.9)
    """
    one_of(interpolation, "linear")
    one_of(axis, 0, "index")
    chosen = _numbers(df, numeric_only)
    if any(f.dtype == "bool" for f in chosen.fields.values()) or df.columns_name is not None:
        raise Decline("quantiles of truth values, or an axis with a name", code="T312")
    known = constant(q, "q") if given(q) else 0.5
    if isinstance(known, (list, tuple)):
        if not all(isinstance(share, (int, float)) and 0 <= share <= 1 for share in known):
            raise Decline("the shares are not numbers between 0 and 1", code="T310")
        return Local(parity.quantiles(df.code, list(chosen.fields), q.code), "DataFrame", was_spark=True)
    share = number(q, "q") if given(q) else 0.5
    code = q.code if given(q) else literal(0.5)
    codes = {c: F.percentile(c if not is_odd(c) else col(c), share).alias(c) for c in chosen.fields}
    return Local(parity.column_values(df.code.agg(*listed_codes(df, codes))).rename(code), "Series", was_spark=True)


@rule("DataFrame.idxmax", "DataFrame.idxmin")
def label_of_extreme(df: Frame, axis: Value, skipna: Value, numeric_only: Value, at: CallSite) -> Value:
    """The index label of the first largest (smallest) value of every column, or with ``axis=1`` the column's name in each row.

    Example:
        df[["n"]].idxmax()
    Becomes:
        column_values(
            df.select("_row", "n").agg(F.max_by("_row", F.struct("n", -F.col("_row"))).alias("n"))
        )
    """
    along = one_of(axis, 0, "index", 1, "columns") in (1, "columns")
    if not flag(skipna):
        raise Decline("missing values are not skipped", code="T310")
    chosen = _numbers(df, numeric_only)
    if along:
        return _column_of_extreme(chosen, at.api.endswith("max"))
    if any(f.dtype == "bool" for f in chosen.fields.values()) or df.columns_name is not None:
        raise Decline("extremes of truth values, or an axis with a name", code="T312")
    frame = ordered(with_labels(chosen, "the label of an extreme"), "the first of equal extremes")
    assert frame.order is not None
    if len(frame.index.levels) != 1 or frame.order.columns() != (ROW,):
        raise Decline("the labels or the order of the rows have several columns", code="T316")
    label = frame.index.levels[0].column
    largest = at.api.endswith("max")
    codes = {c: _label(frame, c, label, largest).alias(c) for c in chosen.fields}
    return Local(parity.column_values(frame.code.agg(*listed_codes(frame, codes))), "Series", was_spark=True)


def _column_of_extreme(df: Frame, largest: bool) -> Column:
    """The name of the first column that holds the largest (smallest) value of its row."""
    facts = df.fields.values()
    if df.tuples or not facts or any(f.dtype not in ("int64", "float64") for f in facts):
        raise Decline("extremes among values that are not plain numbers", code="T312")
    code = (parity.greatest_column if largest else parity.least_column)(list(df.fields))
    refs = {c: f.version for c, f in df.fields.items()}
    return Column(code, frame=df, dtype="str", nullable=all(f.nullable for f in facts), refs=refs)


def _label(frame: Frame, column: str, label: str, largest: bool) -> Code:
    value, kept = (col(c) if is_odd(c) else c for c in (column, label))
    rank = F.struct(value, -F.col(ROW) if largest else ROW)
    if frame.fields[column].nullable:
        rank = F.when(col(column).isNotNull(), rank)
    return (F.max_by if largest else F.min_by)(kept, rank)


@rule("DataFrame.agg", "DataFrame.aggregate")
def agg(df: Frame, func: Value, axis: Value) -> Value:
    """One statistic of every column, or several as the rows of a table.

    Example:
        df[["v", "n"]].agg(["min", "max"])
    Becomes:
        statistics_table(
            df.select("v", "n")
            .agg(F.min("v").alias("0"), F.max("v").alias("1"), F.min("n").alias("2"), F.max("n").alias("3")),
            ["min", "max"],
            ["v", "n"],
        )
    """
    if constant(axis) in (1, "columns"):
        return by_rule("DataFrame.apply", df, func, axis=axis)
    one_of(axis, 0, "index")
    if df.columns_name is not None:
        raise Decline("the column axis has a name", code="T316")
    if isinstance(func, Elements) and func.kind == "dict" or isinstance(func, Const) and isinstance(func.value, dict):
        return _by_column(df, {text(k, "the column name"): v for k, v in items(func)})
    several = named_functions(func)
    if several is None:
        return by_rule(f"DataFrame.{function_name(func)}", df)
    return _table(df, list(df.fields), [(name, function_name(value)) for name, value in several])


def _by_column(df: Frame, functions: Mapping[str, Value]) -> Local:
    """One function for each column, or the same list of functions for all of them."""
    lists = {label: named_functions(value) for label, value in functions.items()}
    known = {label: None if found is None else [(n, function_name(v)) for n, v in found] for label, found in lists.items()}
    if all(found is not None for found in known.values()):
        first, *rest = known.values()
        if first is None or any(other != first for other in rest):
            raise Decline("the columns have different functions, which leaves cells empty", code="T310")
        return _table(df, list(functions), first)
    if any(found is not None for found in known.values()):
        raise Decline("names and lists of functions are mixed", code="T310")
    codes = {label: _statistic(df, label, function_name(value)).alias(label) for label, value in functions.items()}
    if len({_kind(df.fields[c].dtype, function_name(v)) for c, v in functions.items()}) > 1:
        raise Decline("the statistics are not all numbers", code="T312")
    return Local(parity.column_values(df.code.agg(*codes.values())), "Series", was_spark=True)


def _kind(dtype: str, function: str) -> str:
    return "number" if dtype in NUMERIC or function in ("count", "nunique") else dtype


def _table(df: Frame, columns: Sequence[str], functions: Sequence[tuple[str, str]]) -> Local:
    names = [name for name, _ in functions]
    if len(set(names)) < len(names):
        raise Decline("a function is there twice", code="T310")
    if any(len({_kind(df.field(c).dtype, f) for _, f in functions}) > 1 for c in columns):
        raise Decline("the statistics of a column are not all of one type", code="T312")
    codes = [_statistic(df, c, function) for c in columns for _, function in functions]
    row = df.code.agg(*(code.alias(str(place)) for place, code in enumerate(codes)))
    return Local(parity.statistics_table(row, names, list(columns)), "DataFrame", was_spark=True)


def _statistic(df: Frame, label: str, function: str) -> Code:
    build = AGGREGATES.get(function)
    if build is None:
        raise Decline(f"the statistic {function!r} is not translated here", code="T310")
    column: Column = df.column(label)
    if function in ("any", "all") or column.dtype == "bool" and function not in ("sum", "mean", "count", "nunique"):
        raise Decline("truth values beside other statistics", code="T312")
    if function in ("median", "std", "var") and column.dtype not in NUMBERS:
        raise Decline(f"{function} of the {column.dtype} column {label!r}", code="T312")
    checked(function, label, column)
    return build(column)
