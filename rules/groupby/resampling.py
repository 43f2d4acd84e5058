"""Time series by day, week, month, quarter or year: one row for every period, also the empty ones."""

from __future__ import annotations

from collections.abc import Sequence

from translator.rulekit import (
    BOOLEANS,
    NUMBERS,
    CallSite,
    Code,
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
    by_rule,
    col,
    constant,
    flag,
    given,
    items,
    names,
    one_of,
    ordered,
    pandas_times,
    parity,
    replace,
    rule,
    select_all,
    text,
    whole,
    without_missing,
)

from .functions import Aggregate, aggregate, function_name, named_functions, pair_of
from .periods import Period, period_of
from .selecting import series_of, with_value

FUNCTIONS = ("sum", "mean", "median", "min", "max", "std", "var", "count", "size", "nunique", "first", "last")
FROM_NOTHING = frozenset({"sum", "count", "size", "nunique"})
"""Functions that are 0 for a period without rows."""


@rule("DataFrame.resample", "Series.resample")
def resample(df: Frame | Column, rule: Value, on: Value, closed: Value, label: Value) -> Windowed:
    """Rows by the period of the index or of a column.

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
    options = {"period": period_of(rule, closed, label), "plain": not any(map(given, (on, closed, label)))}
    options["freq"] = pandas_times.frequency_name(constant(rule))
    frame = df.frame if isinstance(df, Column) else df
    selection: tuple[str, ...] | None = None
    level = _times_of(frame, on)
    if isinstance(df, Column):
        frame, label_ = with_value(frame, df, [level.column])
        selection = (label_,)
    grouped = Grouped(frame.code, frame=frame, keys=(level.column,), key_names=(level.name,), selection=selection,
                      single=selection is not None, unnamed=isinstance(df, Column) and df.name is None)  # fmt: skip
    return Windowed(frame.code, base=grouped, kind="Resampler", options=options)


def _times_of(frame: Frame, on: Value) -> Level:
    """The column or the index that periods are made of."""
    index = frame.index
    if given(on):
        key = text(on, "on")
        frame.field(key)
        level = Level(key, key)
    elif index.kind != "stored" or index.is_default or len(index.levels) != 1:
        raise Decline("the index is not known to be one of times", code="T316")
    else:
        [level] = index.levels
    if frame.physical[level.column].dtype != "datetime":
        raise Decline("only times are resampled", code="T312")
    return level


@rule("GroupBy.resample")
def resample_in_groups(grouped: Grouped, rule: Value, on: Value, closed: Value, label: Value) -> Windowed:
    """Rows of each group by periods, of which each group has its own from its first to its last row.

    Example:
        df.groupby("k").resample("D", on="t")["n"].sum()
    Becomes:
        every_period(
            df.dropna(subset=["k", "t"])
            .groupBy("k", F.col("t").cast("date").alias("t"))
            .agg(F.sum("n").alias("n")),
            "t",
            "1 day",
            keys=["k"],
        )
    """
    if not (grouped.as_index and grouped.sort and grouped.dropna) or grouped.unused:
        raise Decline("groups are translated in the order of their keys only", code="T310")
    frame, whole_ = grouped.frame, grouped.selection is None
    level = _times_of(frame, on)
    if level.column in grouped.keys or None in grouped.key_names:
        raise Decline("the keys of groups and the times need names of their own", code="T310")
    chosen = tuple(c for c in grouped.chosen if c != level.column)
    base = replace(
        grouped, code=frame.code, keys=(*grouped.keys, level.column), key_names=(*grouped.key_names, level.name),
        selection=chosen, as_pandas=None,
    )  # fmt: skip
    options = {"period": period_of(rule, closed, label), "freq": None, "plain": False, "whole": whole_}
    return Windowed(frame.code, base=base, kind="Resampler", options=options)


@rule("Resampler.__getitem__")
def getitem(windowed: Windowed, key: Value) -> Windowed:
    """Select the column or columns that an aggregation applies to."""
    grouped = _grouped(windowed)
    known = constant(key, "the selection") if not isinstance(key, Elements) else None
    chosen = tuple(str(c) for c in names(key, "the selection"))
    for label in chosen:
        grouped.frame.field(label)
    base = replace(grouped, selection=chosen, single=isinstance(known, str))
    return replace(windowed, base=base, as_pandas=None, options={**windowed.options, "plain": False, "whole": False})


def _grouped(windowed: Windowed) -> Grouped:
    assert isinstance(windowed.base, Grouped)
    return windowed.base


def _by_time(grouped: Grouped) -> Grouped:
    """The rows in the order of their times, as pandas puts them before it looks for the first of a period."""
    frame = ordered(grouped.frame, "the first row of a period")
    assert frame.order is not None
    keys = (SortKey(grouped.keys[-1]), *(k for k in frame.order.keys if k.column != grouped.keys[-1]))
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
    frame, (*groups, key) = grouped.frame, grouped.keys
    if not chosen or len({out for *_, out in chosen}) < len(chosen):
        raise Decline("columns of periods need names of their own", code="T310")
    if frame.columns_name is not None:
        raise Decline("the column axis has a name, which some aggregations keep", code="T316")
    parts = [_aggregate(grouped, *one) for one in chosen]
    if set(grouped.keys) & {part.label for part in parts}:
        raise Decline("an aggregate has the name of a key", code="T310")
    missing = [k for k in grouped.keys if frame.physical[k].nullable]
    rows = without_missing(frame.code, missing) if missing else frame.code
    code = binned(rows, key, period, groups).agg(*(p.code.alias(p.label) for p in parts))
    code = without_gaps(code, key, period, groups)
    zero = [out for _, function, out in chosen if function in FROM_NOTHING]
    code = code.fillna(0, subset=zero) if zero else code
    if period.relabels:
        code = code.withColumn(key, period.label_of(col(key)))
    levels = [Level(k, name) for k, name in zip(groups, grouped.key_names, strict=False)]
    times = Level(key, grouped.key_names[-1], freq=None if groups else windowed.options["freq"])
    hidden = {k: replace(frame.physical[k], nullable=False, missing=False) for k in groups}
    return Frame(
        code, fields={p.label: p.field for p in parts}, hidden={**hidden, key: Field("datetime", False)},
        index=Index("stored", (*levels, times)), order=Order(tuple(map(SortKey, grouped.keys)), total=True), bounded=True,
    )  # fmt: skip


def binned(rows: Code, key: str, period: Period, groups: Sequence[str] = ()) -> Code:
    """The rows grouped by the keys of their periods."""
    if not period.counted:
        return rows.groupBy(*groups, period.start(col(key)).alias(key))
    if groups:
        raise Decline("periods that are counted from the first row of each group", code="T310")
    return _counted(rows, key, period).groupBy(F.col("_bin").alias(key))


def _counted(rows: Code, key: str, period: Period) -> Code:
    """The rows with the keys of bins that are counted from the first row."""
    return parity.in_bins(rows.withColumn("_bin", period.start(col(key))), "_bin", period.step, **_closed(period))


def _closed(period: Period) -> dict[str, str]:
    return {"closed": "right"} if period.holds_end else {}


def without_gaps(found: Code, key: str, period: Period, groups: Sequence[str] = ()) -> Code:
    """One row for each period from the first to the last one."""
    beside = {"keys": list(groups)} if groups else {}
    if period.weekdays:
        return parity.every_weekday(found, key, **beside)
    return parity.every_period(found, key, period.step, **beside)


def _numbers(windowed: Windowed, numeric_only: Value) -> Windowed:
    """The periods, of which only numbers are aggregated where the program says so."""
    grouped = _grouped(windowed)
    if not flag(numeric_only) or grouped.single:
        return windowed
    kept = tuple(c for c in grouped.chosen if grouped.frame.field(c).dtype in NUMBERS | {"bool"})
    return replace(windowed, base=replace(grouped, selection=kept))


def _all(windowed: Windowed, function: str) -> Value:
    grouped = _grouped(windowed)
    if windowed.options.get("whole"):
        raise Decline("the keys of the groups are aggregated as well", "select columns first", code="T310")
    result = _resampled(windowed, [(c, function, c) for c in grouped.chosen])
    return series_of(grouped, result, grouped.chosen[0]) if grouped.single else result


@rule("Resampler.sum", "Resampler.min", "Resampler.max")
def extreme(windowed: Windowed, numeric_only: Value, min_count: Value, at: CallSite) -> Value:
    """Sum or extreme of each period; the sum of a period without rows is 0."""
    one_of(min_count, 0)
    return _all(_numbers(windowed, numeric_only), at.api.rpartition(".")[2])


@rule("Resampler.mean", "Resampler.median")
def middle(windowed: Windowed, numeric_only: Value, at: CallSite) -> Value:
    """Mean or exact median of each period."""
    return _all(_numbers(windowed, numeric_only), at.api.rpartition(".")[2])


@rule("Resampler.std", "Resampler.var")
def deviation(windowed: Windowed, ddof: Value, numeric_only: Value, at: CallSite) -> Value:
    """Sample standard deviation or variance of each period."""
    one_of(ddof, 1)
    return _all(_numbers(windowed, numeric_only), at.api.rpartition(".")[2])


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
    result = _resampled(windowed, [(label, "size", label)])
    return series_of(grouped, result, label) if grouped.single else replace(result.column(label), name=None)


@rule("Resampler.count", "Resampler.nunique")
def number_of(windowed: Windowed, at: CallSite) -> Value:
    """Number of values (distinct values) of each period that are not missing."""
    return _all(windowed, at.api.rpartition(".")[2])


@rule("Resampler.agg", "Resampler.aggregate", "Resampler.apply")
def agg(windowed: Windowed, func: Value, kwargs: Value) -> Value:
    """Statistics of each period by name: one for all columns, one for each, several, or under names of their own.

    Example:
        df.resample("D", on="t").agg(low=("v", "min"), rows=("n", "size"))
    Becomes:
        .agg(F.min("v").alias("low"), F.count("*").alias("rows"))
    """
    grouped = _grouped(windowed)
    if given(kwargs):
        named = [(str(constant(k)), pair_of(grouped, v)) for k, v in items(kwargs)]
        return _resampled(windowed, [(label, function_name(f), out) for out, (label, f) in named])
    known = func.value if isinstance(func, Const) else None
    if isinstance(known, dict) or isinstance(func, Elements) and func.kind == "dict":
        if grouped.single:
            raise Decline("a dict of names for one column is not in pandas any more", code="T310")
        chosen = [(str(constant(k)), v) for k, v in items(func)]
        if any(named_functions(v) is not None for _, v in chosen):
            return _below_each(windowed, [(c, named_functions(v) or [(function_name(v), v)]) for c, v in chosen])
        return _resampled(windowed, [(c, function_name(v), c) for c, v in chosen])
    functions = named_functions(func)
    if functions is not None and not grouped.single and not windowed.options.get("whole"):
        return _below_each(windowed, [(c, functions) for c in grouped.chosen])
    if functions is not None:
        return _resampled(windowed, [(grouped.chosen[0], function_name(f), out) for out, f in functions])
    return _all(windowed, function_name(func))


def _below_each(windowed: Windowed, chosen: Sequence[tuple[str, list[tuple[str, Value]]]]) -> Frame:
    """Several functions of each column: labels are the column and the function."""
    labels = {f"{c}_{out}": (c, out) for c, functions in chosen for out, _ in functions}
    if len(labels) < sum(len(functions) for _, functions in chosen):
        raise Decline("two columns of the result have one name", code="T202")
    parts = [(c, function_name(f), f"{c}_{out}") for c, functions in chosen for out, f in functions]
    return replace(_resampled(windowed, parts), tuples=dict(labels))


@rule("Resampler.ohlc")
def ohlc(windowed: Windowed) -> Frame:
    """First, largest, smallest and last value of each period.

    Example:
        df.dropna().set_index("t").resample("D")["v"].ohlc()
    Becomes:
        F.max("v").alias("high")
    """
    grouped = _grouped(windowed)
    if not grouped.single:
        raise Decline("the columns of the result have two levels", code="T312")
    names = {"open": "first", "high": "max", "low": "min", "close": "last"}
    return _resampled(windowed, [(grouped.chosen[0], f, out) for out, f in names.items()])


# --- a finer calendar --------------------------------------------------------------------------------------


@rule("Resampler.asfreq")
def asfreq(windowed: Windowed) -> Value:
    """The rows at the starts of the periods (at their ends, for months and the like), missing elsewhere."""
    return _upsampled(windowed)


@rule("Resampler.ffill", "Resampler.pad", "Resampler.bfill", "Resampler.backfill")
def filled(windowed: Windowed, limit: Value, at: CallSite) -> Value:
    """The row before (after) the start of each period."""
    forward = at.api.endswith(("ffill", "pad"))
    return _upsampled(windowed, "ffill" if forward else "bfill", whole(limit) if given(limit) else None)


@rule("Resampler.interpolate")
def interpolate(windowed: Windowed, method: Value, limit_direction: Value) -> Value:
    """Values on the line between the rows at starts of periods."""
    result = _upsampled(windowed)
    owner = "Series" if isinstance(result, Column) else "DataFrame"
    return by_rule(f"{owner}.interpolate", result, method=method, limit_direction=limit_direction)


def _upsampled(windowed: Windowed, fill: str | None = None, limit: int | None = None) -> Value:
    grouped, period = _grouped(windowed), windowed.options["period"]
    if len(grouped.keys) > 1:
        raise Decline("the rows of each group at the times of a calendar of its own", code="T310")
    frame, [key] = grouped.frame, grouped.keys
    week = period.fixed and period.step.endswith("days") and int(period.step.split()[0]) % 7 == 0
    if not windowed.options["plain"] or period.business and not period.weekdays or week:
        raise Decline("rows at these periods are not translated", code="T310")
    times = frame.physical[key]
    if times.nullable and times.missing is not False:
        raise Decline("times may be missing", code="T312")
    calendar = _calendar(frame.code, key, period)
    options = {"fill": fill, "limit": limit, "weekdays": period.weekdays or None}
    given_options = {k: v for k, v in options.items() if v is not None}
    source = frame if grouped.chosen == tuple(frame.fields) else select_all(frame, grouped.chosen)
    physical = [c for c in source.hidden if c != key]
    plain = source.code.drop(*physical) if physical else source.code
    code = parity.upsampled(calendar, plain, key, **given_options)
    fields = {c: _maybe_missing(f) for c, f in source.fields.items()}
    level = Level(key, grouped.key_names[0], freq=windowed.options["freq"])
    result = Frame(
        code, fields=fields, hidden={key: Field("datetime", False)}, index=Index("stored", (level,)),
        order=Order((SortKey(key),), total=True), columns_name=frame.columns_name,
    )  # fmt: skip
    return series_of(grouped, result, grouped.chosen[0]) if grouped.single else result


def _calendar(rows: Code, key: str, period: Period) -> Code:
    """The labels of all periods."""
    keys = rows.select(period.start(col(key)).alias(key))
    found = parity.in_bins(keys, key, period.step, **_closed(period)) if period.counted else keys
    calendar = without_gaps(found.distinct(), key, period)
    return calendar.withColumn(key, period.label_of(col(key))) if period.relabels else calendar


def _maybe_missing(field: Field) -> Field:
    """A column after rows without values may have come in: whole numbers are floats, if some did."""
    if field.dtype in BOOLEANS:
        raise Decline("whether conditions are missing depends on the data", code="T312")
    return Field(field.dtype, True, categories=field.categories, none=field.none)
