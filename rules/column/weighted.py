"""Exponentially weighted windows, which pandas computes on Spark's workers, group by group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from translator.rulekit import (
    NUMBERS,
    CallSite,
    Code,
    Column,
    Decline,
    F,
    Field,
    Frame,
    Grouped,
    Value,
    Windowed,
    all_of,
    by_name,
    by_order,
    col,
    constant,
    given,
    materialised,
    one_of,
    ordered,
    parity,
    replace,
    rule,
    text,
)

from .rolling import by_groups
from .windows import Rows, numeric, rows_of

VALUE = "_value"
"""Working column that holds the results until they are named."""

USUAL = {"min_periods": 0, "adjust": True, "ignore_na": False}
"""pandas' defaults, which are not written out."""


@rule("Series.ewm", "DataFrame.ewm", "GroupBy.ewm")
def ewm(
    column: Column | Frame | Grouped, com: Value, span: Value, halflife: Value, alpha: Value, min_periods: Value,
    adjust: Value, ignore_na: Value,
) -> Windowed:  # fmt: skip
    """Windows of all rows so far, in which later rows weigh more.

    Each result needs the one before it, for which Spark has no expression: pandas computes them on the
    workers, from the rows of one group each, or from all rows where there are no groups.

    Example:
        df["z"] = df["v"].ewm(span=3).mean()
    Becomes:
        exponential(df, {"_value": "v"}, "mean", Window.orderBy("_row"), span=3)
    """
    named = {"com": com, "span": span, "halflife": halflife, "alpha": alpha}
    decay = {k: v for k, v in named.items() if given(v) and constant(v) is not None}
    if len(decay) != 1 or not all(isinstance(constant(v), (int, float)) for v in decay.values()):
        raise Decline("the weights are not given by one number", code="T310")
    others = {"min_periods": min_periods, "adjust": adjust, "ignore_na": ignore_na}
    changed = {k: v for k, v in others.items() if given(v) and constant(v) != USUAL[k]}
    shown = {k: v.code for k, v in {**decay, **changed}.items()}
    return Windowed(column.code, base=column, kind="Ewm", options=shown)


@rule("Ewm.mean", "Ewm.sum", ignores=("engine", "engine_kwargs"))
def weighted_mean(windowed: Windowed, numeric_only: Value, at: CallSite) -> Value:
    """Weighted mean (or sum) of the rows so far."""
    one_of(numeric_only, False)
    return _weighted(windowed, at.api.rpartition(".")[2], {})


@rule("Ewm.std", "Ewm.var")
def weighted_deviation(windowed: Windowed, bias: Value, numeric_only: Value, at: CallSite) -> Value:
    """Weighted standard deviation (or variance) of the rows so far."""
    one_of(numeric_only, False)
    return _weighted(windowed, at.api.rpartition(".")[2], {"bias": bias.code} if given(bias) and constant(bias) else {})


@rule("Ewm.agg", "Ewm.aggregate")
def weighted_aggregate(windowed: Windowed, func: Value) -> Value:
    """One statistic by its name."""
    name = constant(func, "the function")
    if name not in ("mean", "sum", "std", "var"):
        raise Decline("only one statistic by its name is translated", code="T310")
    return _weighted(windowed, name, {})


@rule("Ewm.__getitem__")
def getitem(windowed: Windowed, key: Value) -> Windowed:
    """One column of the windows of a frame."""
    if not isinstance(windowed.base, Frame):
        raise Decline("only one column of a frame is chosen", code="T310")
    return replace(windowed, base=windowed.base.column(text(key, "the column")), as_pandas=None)


def _weighted(windowed: Windowed, statistic: str, of_statistic: Mapping[str, Code]) -> Value:
    options = {**windowed.options, **of_statistic}

    def over(value: Value) -> Column:
        return _weighted_column(numeric(rows_of(value, "a weighted window")), statistic, options)

    base = windowed.base
    if isinstance(base, Grouped):
        return by_groups(base, over)
    if isinstance(base, Column):
        return over(base)
    assert isinstance(base, Frame)
    return _weighted_frame(base, statistic, options)


def _weighted_column(rows: Rows, statistic: str, options: Mapping[str, Any]) -> Column:
    """The statistic as a working column of the rows."""
    column = rows.column
    if column.plain is None or column.plain not in rows.frame.physical:
        column = materialised(replace(column, frame=rows.frame), rows.frame.free(VALUE))
    frame, label = column.frame, str(column.plain)
    result = frame.free(VALUE)
    code = _computed(frame, {result: label}, statistic, rows.keys, options)
    if label not in rows.frame.physical:
        code = code.drop(label)
    fact = Field("float64", infinite=False)
    target = rows.frame.then(code, hidden={**rows.frame.hidden, result: fact}, sorted=False)
    found = column.then(col(result), frame=target, plain=result, dtype="float64", nullable=True, none=False,
                        refs={result: fact.version})  # fmt: skip
    if not rows.dropped:
        return found
    in_group = all_of(col(k).isNotNull() for k in rows.dropped)
    keys = {k: target.physical[k].version for k in rows.dropped}
    return found.then(F.when(in_group, found.code), refs={**found.refs, **keys})


def _weighted_frame(frame: Frame, statistic: str, options: Mapping[str, Any]) -> Frame:
    """The statistic of every column."""
    frame = ordered(frame, "a weighted window")
    assert frame.order is not None
    if any(f.dtype not in NUMBERS for f in frame.fields.values()) or set(frame.order.columns()) & set(frame.fields):
        raise Decline("not all columns are numbers, or the rows are in the order of one", code="T312")
    code = _computed(frame, {c: c for c in frame.fields}, statistic, (), options)
    fields = {c: Field("float64") for c in frame.fields}
    return frame.then(code, fields=fields, parts={}, steps=None, sorted=False)


def _computed(
    frame: Frame, columns: Mapping[str, str], statistic: str, keys: Sequence[str], options: Mapping[str, Any]
) -> Code:
    beside = {"keys": list(keys)} if keys else {}
    rows = by_order(frame, [by_name(k) for k in keys])
    return parity.exponential(frame.code, dict(columns), statistic, rows, **beside, **options)
