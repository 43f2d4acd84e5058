"""Time series by day, week, month, quarter or year: one row for every period, also the empty ones."""

from __future__ import annotations

from translator.rulekit import (
    CallSite,
    Column,
    Const,
    Decline,
    Elements,
    F,
    Field,
    Frame,
    Grouped,
    Index,
    Level,
    Order,
    SortKey,
    Value,
    Windowed,
    col,
    constant,
    given,
    items,
    names,
    one_of,
    ordered,
    parity,
    replace,
    rule,
    text,
    without_missing,
)

from .functions import Aggregate, aggregate, function_name, named_functions
from .periods import period_of
from .selecting import with_value

FUNCTIONS = ("sum", "mean", "median", "min", "max", "std", "var", "count", "size", "nunique", "first", "last")
FROM_NOTHING = frozenset({"sum", "count", "size", "nunique"})
"""Functions that are 0 for a period without rows."""


@rule("DataFrame.resample", "Series.resample")
def resample(df: Frame | Column, rule: Value, on: Value) -> Windowed:
    """Rows by the calendar period of the index or of a column.

    Example:
        df.resample("ME", on="t")["n"].sum()
    Becomes:
        every_period(
            df.dropna(subset=["t"])
            .groupBy(F.trunc(F.col("t"), "month").alias("t"))
            .agg(F.sum("n").alias("n")),
            "t",
            "1 month",
        )
    """
    period = period_of(text(rule, "the rule"))
    frame = df.frame if isinstance(df, Column) else df
    selection: tuple[str, ...] | None = None
    if given(on):
        key = text(on, "on")
        frame.field(key)
        level = Level(key, key)
    else:
        index = frame.index
        if index.kind != "stored" or index.is_default or len(index.levels) != 1:
            raise Decline("the index is not known to be one of times", code="T316")
        [level] = index.levels
    if frame.physical[level.column].dtype != "datetime":
        raise Decline("only times are resampled", code="T312")
    if isinstance(df, Column):
        frame, label = with_value(frame, df, [level.column])
        selection = (label,)
    grouped = Grouped(frame.code, frame=frame, keys=(level.column,), key_names=(level.name,), selection=selection,
                      single=selection is not None)  # fmt: skip
    return Windowed(frame.code, base=grouped, kind="Resampler", options={"period": period})


@rule("Resampler.__getitem__")
def getitem(windowed: Windowed, key: Value) -> Windowed:
    """Select the column or columns that an aggregation applies to."""
    grouped = _grouped(windowed)
    known = constant(key, "the selection") if not isinstance(key, Elements) else None
    chosen = tuple(str(c) for c in names(key, "the selection"))
    for label in chosen:
        grouped.frame.field(label)
    base = replace(grouped, selection=chosen, single=isinstance(known, str))
    return replace(windowed, base=base, as_pandas=None)


def _grouped(windowed: Windowed) -> Grouped:
    assert isinstance(windowed.base, Grouped)
    return windowed.base


def _by_time(grouped: Grouped) -> Grouped:
    """The rows in the order of their times, as pandas puts them before it looks for the first of a period."""
    frame = ordered(grouped.frame, "the first row of a period")
    assert frame.order is not None
    keys = (SortKey(grouped.keys[0]), *(k for k in frame.order.keys if k.column != grouped.keys[0]))
    return replace(grouped, frame=replace(frame, order=Order(keys, total=True)))


def _aggregate(grouped: Grouped, label: str, function: str, out: str) -> Aggregate:
    if function not in FUNCTIONS:
        raise Decline(f"the aggregate {function!r} of periods is not translated", code="T310")
    part = aggregate(_by_time(grouped) if function in ("first", "last") else grouped, label, function, out)
    if function in FROM_NOTHING:
        plain = F.sum(label)  # what is missing becomes 0 with the empty periods
        return replace(part, code=plain) if function == "sum" and grouped.frame.field(label).nullable else part
    return replace(part, field=replace(part.field, nullable=True, missing=None))


def _resampled(windowed: Windowed, chosen: list[tuple[str, str, str]]) -> Frame:
    """One row for each period, from (column, function, new name)."""
    grouped, period = _grouped(windowed), windowed.options["period"]
    frame, [key], [key_name] = grouped.frame, grouped.keys, grouped.key_names
    if not chosen or len({out for *_, out in chosen}) < len(chosen):
        raise Decline("columns of periods need names of their own", code="T310")
    if frame.columns_name is not None:
        raise Decline("the column axis has a name, which some aggregations keep", code="T316")
    parts = [_aggregate(grouped, *one) for one in chosen]
    if key in {part.label for part in parts}:
        raise Decline("an aggregate has the name of the times", code="T310")
    rows = without_missing(frame.code, [key]) if frame.physical[key].nullable else frame.code
    found = rows.groupBy(period.start(col(key)).alias(key)).agg(*(p.code.alias(p.label) for p in parts))
    code = parity.every_period(found, key, period.step)
    zero = [out for _, function, out in chosen if function in FROM_NOTHING]
    code = code.fillna(0, subset=zero) if zero else code
    label = col(key) if period.label is None else period.label(col(key))
    if not period.fixed:
        code = code.withColumn(key, label.cast("timestamp_ntz"))
    return Frame(
        code, fields={p.label: p.field for p in parts}, hidden={key: Field("datetime", False)},
        index=Index("stored", (Level(key, key_name),)), order=Order((SortKey(key),), total=True), bounded=True,
    )  # fmt: skip


def _all(windowed: Windowed, function: str) -> Value:
    grouped = _grouped(windowed)
    result = _resampled(windowed, [(c, function, c) for c in grouped.chosen])
    return result.column(grouped.chosen[0]) if grouped.single else result


@rule("Resampler.sum", "Resampler.min", "Resampler.max")
def extreme(windowed: Windowed, numeric_only: Value, min_count: Value, at: CallSite) -> Value:
    """Sum or extreme of each period; the sum of a period without rows is 0."""
    one_of(numeric_only, False)
    one_of(min_count, 0)
    return _all(windowed, at.api.rpartition(".")[2])


@rule("Resampler.mean", "Resampler.median")
def middle(windowed: Windowed, numeric_only: Value, at: CallSite) -> Value:
    """Mean or exact median of each period."""
    one_of(numeric_only, False)
    return _all(windowed, at.api.rpartition(".")[2])


@rule("Resampler.std", "Resampler.var")
def deviation(windowed: Windowed, ddof: Value, numeric_only: Value, at: CallSite) -> Value:
    """Sample standard deviation or variance of each period."""
    one_of(numeric_only, False)
    one_of(ddof, 1)
    return _all(windowed, at.api.rpartition(".")[2])


@rule("Resampler.first", "Resampler.last")
def end(windowed: Windowed, numeric_only: Value, at: CallSite) -> Value:
    """First (last) value of each period that is not missing, in row order."""
    one_of(numeric_only, False)
    return _all(windowed, at.api.rpartition(".")[2])


@rule("Resampler.size")
def size(windowed: Windowed) -> Column:
    """Number of rows of each period."""
    grouped = _grouped(windowed)
    if not grouped.chosen:
        raise Decline("no column is left to count", code="T314")
    label = grouped.chosen[0]
    result = _resampled(windowed, [(label, "size", label)]).column(label)
    return replace(result, name=label if grouped.single else None)


@rule("Resampler.count", "Resampler.nunique")
def number_of(windowed: Windowed, at: CallSite) -> Value:
    """Number of values (distinct values) of each period that are not missing."""
    return _all(windowed, at.api.rpartition(".")[2])


@rule("Resampler.agg", "Resampler.aggregate", "Resampler.apply")
def agg(windowed: Windowed, func: Value) -> Value:
    """Statistics of each period by name: one for all columns, or one for each."""
    grouped = _grouped(windowed)
    known = func.value if isinstance(func, Const) else None
    if isinstance(known, dict) or isinstance(func, Elements) and func.kind == "dict":
        if grouped.single:
            raise Decline("a dict of names for one column is not in pandas any more", code="T310")
        return _resampled(windowed, [(str(constant(k)), function_name(v), str(constant(k))) for k, v in items(func)])
    functions = named_functions(func)
    if functions is not None:
        if not grouped.single:
            raise Decline("a list of functions gives columns of two levels", code="T312")
        return _resampled(windowed, [(grouped.chosen[0], function_name(f), out) for out, f in functions])
    return _all(windowed, function_name(func))
