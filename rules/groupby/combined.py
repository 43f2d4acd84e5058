"""Several aggregates of each group at once: ``agg``, ``describe`` and ``apply``."""

from __future__ import annotations

from collections.abc import Sequence

from rules.frame.describe import SHOWN_FIRST
from translator.rulekit import (
    NUMBERS,
    CallSite,
    Const,
    Decline,
    Elements,
    Field,
    Frame,
    Function,
    Grouped,
    Value,
    constant,
    flag,
    given,
    items,
    replace,
    rule,
    showing,
    text,
)

from .aggregation import aggregated, quantile_of, reduced, selected
from .functions import (
    Aggregate,
    aggregate,
    aggregate_by,
    by_lambda,
    function_name,
    join_of,
    named_function,
    named_functions,
    pair_of,
    several_by_lambda,
)
from .picking import picks_rows, rows_by_function, values_by_function
from .selecting import series_of


@rule("GroupBy.agg", "GroupBy.aggregate", unused_groups=True)
def agg(grouped: Grouped, func: Value, kwargs: Value, at: CallSite) -> Value:
    """Several aggregates at once, in every form that gives plain column names.

    Example:
        df.groupby("k").agg(low=("v", "min"), rows=("n", "size"))
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.min("v").alias("low"), F.count("*").alias("rows"))
    """
    if given(kwargs):
        return aggregated(at, grouped, [_named(grouped, str(constant(k)), v) for k, v in items(kwargs)])
    if isinstance(func, Const) and isinstance(func.value, str):
        return reduced(at, grouped, func.value)
    if isinstance(func, Elements) and func.kind == "dict" or isinstance(func, Const) and isinstance(func.value, dict):
        if grouped.single:
            raise Decline("a dict of names for one column is not in pandas any more", code="T310")
        chosen = [(str(constant(k)), v) for k, v in items(func)]
        if any(named_functions(v) is not None for _, v in chosen):
            return _below_each(at, grouped, [(label, named_functions(v) or [named_function(v)]) for label, v in chosen])
        return aggregated(at, grouped, [aggregate_by(grouped, label, v) for label, v in chosen])
    functions = named_functions(func)
    if functions is not None and grouped.single:
        label = grouped.chosen[0]
        return aggregated(at, grouped, [aggregate_by(grouped, label, f, out) for out, f in functions])
    if functions is not None:
        return _below_each(at, grouped, [(label, functions) for label in grouped.chosen])
    if isinstance(func, Function) or join_of(func) is not None:
        return selected(at, grouped, [aggregate_by(grouped, c, func) for c in grouped.chosen])
    return reduced(at, grouped, function_name(func))


@rule("pandas.NamedAgg")
def named_agg(column: Value, aggfunc: Value, at: CallSite) -> Elements:
    """A column and its aggregate, as the pair that ``agg`` takes as well.

    Example:
        result = df.groupby("k").agg(total=pd.NamedAgg(column="v", aggfunc="sum"))
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("total"))
    """
    at.status = "local"
    return Elements(at.pandas_code, "tuple", (column, aggfunc))


def _below_each(at: CallSite, grouped: Grouped, chosen: Sequence[tuple[str, list[tuple[str, Value]]]]) -> Frame:
    """Several functions of each column: labels are the column and the function."""
    parts = [((label, out), f) for label, functions in chosen for out, f in functions]
    made = {pair: aggregate_by(grouped, pair[0], f, "_".join(pair)) for pair, f in parts}
    return tabled(at, grouped, made, len(parts))


def tabled(at: CallSite, grouped: Grouped, parts: dict[tuple[str, str], Aggregate], count: int) -> Frame:
    """Aggregates under labels of two levels."""
    if len(parts) < count:
        raise Decline("a function is named twice for one column", code="T310")
    if not grouped.as_index and {label for label, _ in parts} & set(grouped.keys):
        raise Decline("the aggregates of a key take its place among the columns", code="T310")
    result = aggregated(at, grouped, list(parts.values()))
    keys = {c: (c, "") for c in result.fields}
    return replace(result, tuples={**keys, **{part.label: pair for pair, part in parts.items()}})


def _named(grouped: Grouped, out: str, spec: Value) -> Aggregate:
    return aggregate_by(grouped, *pair_of(grouped, spec), out)


@rule("GroupBy.describe")
def describe(grouped: Grouped, at: CallSite) -> Frame:
    """Count, mean, deviation and quartiles of one column per group.

    Example:
        df.groupby("k")["v"].describe()
    Becomes:
        F.percentile("v", 0.25).alias("25%")
    """
    if grouped.single:
        return aggregated(at, grouped, _described(grouped, grouped.chosen[0], ""))
    labels = [c for c in grouped.chosen if grouped.frame.field(c).dtype in SHOWN_FIRST]
    if not labels:
        raise Decline("no column is a number", code="T312")
    parts = {(c, p.label.removeprefix(f"{c}_")): p for c in labels for p in _described(grouped, c, f"{c}_")}
    return tabled(at, grouped, parts, len(parts))


def _described(grouped: Grouped, label: str, before: str) -> list[Aggregate]:
    field = grouped.frame.field(label)
    if field.dtype not in NUMBERS:
        raise Decline(f"a {field.dtype} column is not a number", code="T312")
    parts = [aggregate(grouped, label, f, before + f) for f in ("count", "mean", "std", "min")]
    parts += [Aggregate(f"{before}{p}%", *quantile_of(p / 100)(label, field)) for p in (25, 50, 75)]
    parts.append(aggregate(grouped, label, "max", f"{before}max"))
    return [
        p if p.field.dtype == "float64" else
        replace(p, code=p.code.cast("double"), field=Field("float64", p.field.nullable)) for p in parts
    ]  # fmt: skip


OF_A_SERIES = frozenset({"list", "size"})
"""Functions of Python that give the same for a Series as the aggregate of the name."""


@rule("GroupBy.apply")
def apply(grouped: Grouped, func: Value, include_groups: Value, kwargs: Value, at: CallSite) -> Value:
    """A lambda that gives one value for each group, or a Series of named values.

    Without any row pandas never calls the function, and gives back the empty frame.

    Example:
        df.groupby("k").apply(lambda g: g["n"].max() - g["n"].min())
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg((F.max("n") - F.min("n")).alias("value"))

    Example:
        df.groupby("k").apply(lambda g: pd.Series({"rows": len(g), "mean": g["v"].mean()}))
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(
            F.count("*").cast("double").alias("rows"), F.avg("v").alias("mean")
        )

    Example:
        df.groupby("n", group_keys=False).apply(lambda g: g.assign(share=g["v"] / g["v"].sum()))
    Becomes:
        df.withColumn("share",
    """
    if given(kwargs):
        func = _filled_in(func, kwargs)
    if grouped.single and grouped.as_index and join_of(func) is not None:
        return series_of(grouped, aggregated(at, grouped, [aggregate_by(grouped, grouped.chosen[0], func)]), grouped.chosen[0])
    if grouped.single and not isinstance(func, Function) and function_name(func) in OF_A_SERIES:
        return reduced(at, grouped, function_name(func))
    if not flag(include_groups):
        grouped = _without_keys(grouped)
    if not grouped.single and picks_rows(func):
        return rows_by_function(at, grouped, func)
    try:
        return _one_for_each(at, grouped, func)
    except Decline as declined:
        if not isinstance(func, Function):
            raise
        try:
            return values_by_function(at, grouped, func) if grouped.single else rows_by_function(at, grouped, func)
        except Decline as other:
            both = dict.fromkeys((declined.message, other.message))
            raise Decline("; ".join(both), declined.hint, code=declined.code) from other


def _filled_in(func: Value, kwargs: Value) -> Function:
    """The function with further arguments of ``apply``."""
    if not isinstance(func, Function):
        raise Decline("further arguments of a function that is none of the program", code="T310")
    return replace(func, named={**func.named, **{text(k): v for k, v in items(kwargs)}})


def _one_for_each(at: CallSite, grouped: Grouped, func: Value) -> Value:
    """What a function gives that makes one value of each group, or a Series of named ones."""
    several = several_by_lambda(grouped, func, grouped.chosen[0] if grouped.single else None)
    if several is not None and not grouped.single:
        at.assume("A109")
        return aggregated(at, grouped, several)
    if several is not None or not grouped.as_index:
        raise Decline("only groups with keys as index are translated", code="T310")
    at.assume("A109")
    if not grouped.single:
        part = by_lambda(grouped, func, None, "value")
        return replace(aggregated(at, grouped, [part]).column("value"), name=None)
    label = grouped.chosen[0]
    return series_of(grouped, aggregated(at, grouped, [by_lambda(grouped, func, label, label)]), label)


def _without_keys(grouped: Grouped) -> Grouped:
    """Groups whose rows the function sees without the keys."""
    return replace(grouped, frame=showing(grouped.frame, [c for c in grouped.frame.fields if c not in grouped.keys]))
