"""Aggregations of groups: one row per group, keys sorted and kept as the index."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translator.rulekit import (
    NUMBERS,
    RANGE,
    ROW,
    ROW_ORDER,
    CallSite,
    Code,
    Const,
    Decline,
    Elements,
    F,
    Field,
    Frame,
    Function,
    Grouped,
    Index,
    Level,
    Order,
    Value,
    col,
    constant,
    flag,
    fresh,
    fresh_rows,
    given,
    items,
    number,
    one_of,
    positioned,
    replace,
    rule,
    sort_key,
    with_unique,
    without_missing,
)

from .categories import with_unused
from .functions import (
    Aggregate,
    aggregate,
    aggregate_by,
    by_lambda,
    function_name,
    named_functions,
    numeric,
    several_by_lambda,
)
from .grouping import grouped_code
from .selecting import series_of


def aggregated(at: CallSite, grouped: Grouped, parts: Sequence[Aggregate]) -> Frame:
    """The frame of groups: keys as index (or first columns), sorted by key unless told not to."""
    frame = grouped.frame
    if frame.columns_name is not None:
        raise Decline("the column axis has a name, which some aggregations keep", code="T316")
    taken = {part.label for part in parts}
    if len(taken) != len(parts):
        raise Decline("two aggregates have the same name", code="T310")
    key_columns = _key_columns(grouped, taken)
    if not grouped.as_index and taken & set(grouped.keys):
        raise Decline("an aggregate has the name of a key", code="T310")
    renamed = {k: c for k, c in key_columns.items() if c != k}
    source = grouped_code(grouped) if not renamed else renamed_groups(grouped, key_columns)
    appearance = _appearance(at, grouped)
    code = source.agg(*(part.code.alias(part.label) for part in parts), *appearance)
    all_rows = all(frame.physical[k].missing is False for k in grouped.keys)
    key_fields = {
        c: Field(frame.physical[k].dtype, frame.physical[k].nullable and not grouped.dropna,
                 categories=frame.physical[k].categories,
                 distinct=frame.physical[k].distinct if all_rows else None)
        for k, c in key_columns.items()
    }  # fmt: skip
    fields = {part.label: part.field for part in parts}
    order: Order | None = Order(tuple(sort_key(frame.physical[k], c) for k, c in key_columns.items()), total=True)
    rows: dict[str, Field] = {}
    if grouped.unused:
        code, fields = with_unused(grouped, code, parts, key_columns)
    if not grouped.sort:
        order, rows = (ROW_ORDER, {ROW: Field("int64", False)}) if appearance else (None, {})
    origins = frozenset() if grouped.sort else frozenset([at.origin])
    seen = not grouped.sort or _labels_without_rows(grouped)
    pairs = zip(grouped.keys, grouped.key_names, strict=True)
    levels = tuple(Level(key_columns[k], name, seen=seen) for k, name in pairs)
    if grouped.as_index:
        result = Frame(code, fields=fields, hidden={**key_fields, **rows}, index=Index("stored", levels), order=order,
                       origins=origins, bounded=True)  # fmt: skip
        return with_unique(result, key_fields)
    if any(name is None for name in grouped.key_names):
        raise Decline("a key without a name has no column", code="T310")
    result = Frame(code, fields={**key_fields, **fields}, hidden=rows, index=RANGE, order=order, rows=(fresh(),),
                   origins=origins, bounded=True)  # fmt: skip
    return fresh_rows(at, with_unique(result, key_fields))


def _labels_without_rows(grouped: Grouped) -> bool:
    """Whether a key may have values that only rows have which are left out, as another key is missing there.

    pandas lists them among the labels of their level all the same, and ``unstack`` then puts the labels
    that are used in order of appearance.
    """
    physical = grouped.frame.physical
    may_miss = any(physical[k].nullable and physical[k].missing is not False for k in grouped.keys)
    return may_miss and len(grouped.keys) > 1 and grouped.dropna and not grouped.unused


def _appearance(at: CallSite, grouped: Grouped) -> list[Code]:
    """Where each group first appears, if groups come in that order and somebody observes it."""
    if grouped.sort or not at.wants_order:
        return []
    if not grouped.dropna and any(grouped.frame.physical[k].nullable for k in grouped.keys):
        raise Decline("the place of missing keys among unsorted groups is not known", code="T310")
    positioned(grouped.frame, "the order of first appearance")
    return [F.min(ROW).alias(ROW)]


def _key_columns(grouped: Grouped, taken: set[str]) -> dict[str, str]:
    """The output column of each key: its pandas name."""
    columns: dict[str, str] = {}
    for key, name in zip(grouped.keys, grouped.key_names, strict=True):
        wanted = key if name is None or name == key else name  # a key knows how the program wrote it
        if wanted in taken or wanted in columns.values():
            raise Decline(f"two columns of the result are called {wanted!r}", code="T202")
        columns[key] = wanted
    return columns


def renamed_groups(grouped: Grouped, columns: dict[str, str]) -> Code:
    frame = grouped.frame
    nullable = [k for k in grouped.keys if frame.physical[k].nullable]
    code = without_missing(frame.code, nullable) if grouped.dropna and nullable else frame.code
    return code.groupBy(*(col(k).alias(c) if c != k else k for k, c in columns.items()))


def _reduced(at: CallSite, grouped: Grouped, function: str, numeric_only: bool = False) -> Value:
    """A named reduction of the chosen columns; a Series where one column was selected."""
    frame = grouped.frame
    chosen = list(grouped.chosen)
    if numeric_only:
        chosen = [c for c in chosen if frame.fields[c].dtype in NUMBERS or frame.fields[c].dtype == "bool"]
    if not chosen:
        raise Decline("no column is left to aggregate", code="T314")
    return _selected(at, grouped, [aggregate(grouped, c, function) for c in chosen])


def _selected(at: CallSite, grouped: Grouped, parts: Sequence[Aggregate]) -> Value:
    """The aggregates of the chosen columns: a Series where one column was selected."""
    result = aggregated(at, grouped, parts)
    return series_of(grouped, result, parts[0].label) if grouped.single and grouped.as_index else result


@rule("GroupBy.sum", unused_groups=True)
def total(grouped: Grouped, numeric_only: Value, min_count: Value, at: CallSite) -> Value:
    """Sum per group; the sum of nothing but missing values is 0, where Spark gives null.

    Example:
        df.groupby("k")["v"].sum()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
    """
    one_of(min_count, 0, -1)
    return _reduced(at, grouped, "sum", flag(numeric_only))


@rule("GroupBy.mean", unused_groups=True)
def mean(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """Mean per group, missing values left out.

    Example:
        df.groupby("k")["v"].mean()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.avg("v").alias("v"))
    """
    return _reduced(at, grouped, "mean", flag(numeric_only))


@rule("GroupBy.median", unused_groups=True)
def median(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """Exact median per group.

    Example:
        df.groupby("k")["v"].median()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.median("v").alias("v"))
    """
    return _reduced(at, grouped, "median", flag(numeric_only))


@rule("GroupBy.min", unused_groups=True)
def minimum(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """Smallest value per group.

    Example:
        df.groupby("k")["n"].min()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.min("n").alias("n"))
    """
    return _reduced(at, grouped, "min", flag(numeric_only))


@rule("GroupBy.max", unused_groups=True)
def maximum(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """Largest value per group.

    Example:
        df.groupby("k")["n"].max()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.max("n").alias("n"))
    """
    return _reduced(at, grouped, "max", flag(numeric_only))


@rule("GroupBy.count", unused_groups=True)
def count(grouped: Grouped, at: CallSite) -> Value:
    """Number of values per group that are not missing.

    Example:
        df.groupby("k")["v"].count()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.count("v").alias("v"))
    """
    return _reduced(at, grouped, "count")


@rule("GroupBy.nunique", unused_groups=True)
def nunique(grouped: Grouped, at: CallSite) -> Value:
    """Number of distinct values per group, missing left out.

    Example:
        df.groupby("k")["s"].nunique()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.countDistinct("s").alias("s"))
    """
    return _reduced(at, grouped, "nunique")


@rule("GroupBy.std", unused_groups=True)
def std(grouped: Grouped, ddof: Value, numeric_only: Value, at: CallSite) -> Value:
    """Sample standard deviation per group; missing for a single row, on both sides.

    Example:
        df.groupby("k")["v"].std()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.stddev_samp("v").alias("v"))
    """
    return _reduced(at, grouped, "std" if one_of(ddof, 0, 1) else "std of all", flag(numeric_only))


@rule("GroupBy.var", unused_groups=True)
def var(grouped: Grouped, ddof: Value, numeric_only: Value, at: CallSite) -> Value:
    """Sample variance per group.

    Example:
        df.groupby("k")["v"].var()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.var_samp("v").alias("v"))
    """
    return _reduced(at, grouped, "var" if one_of(ddof, 0, 1) else "var of all", flag(numeric_only))


@rule("GroupBy.quantile")
def quantile(grouped: Grouped, q: Value, interpolation: Value, at: CallSite) -> Value:
    """Exact quantile per group, interpolated linearly.

    Example:
        df.groupby("k")["v"].quantile(0.25)
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.percentile("v", 0.25).alias("v"))
    """
    one_of(interpolation, "linear")
    build = _quantile(number(q, "q"))
    parts = [Aggregate(c, *build(c, grouped.frame.field(c))) for c in grouped.chosen]
    return _selected(at, grouped, parts)


def _quantile(share: float) -> Callable[[str, Field], tuple[Code, Field]]:
    return numeric(lambda c: F.percentile(c, share))


@rule("GroupBy.size", unused_groups=True)
def size(grouped: Grouped, at: CallSite) -> Value:
    """Number of rows per group.

    Example:
        df.groupby("k").size()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.count("*").alias("size"))
    """
    label = grouped.chosen[0] if grouped.single and grouped.as_index else "size"
    result = aggregated(at, grouped, [Aggregate(label, F.count("*"), Field("int64", False), 0)])
    if not grouped.as_index:
        return result
    return series_of(grouped, result, label) if grouped.single else replace(result.column(label), name=None)


@rule("GroupBy.first", "GroupBy.last")
def first(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """First (last) value of each column per group that is not missing, in row order.

    Example:
        df.groupby("k")["v"].first()
    Becomes:
        df.dropna(subset=["k"])
        .groupBy("k")
        .agg(F.min_by("v", F.when(F.col("v").isNotNull(), F.col("_row"))).alias("v"))
    """
    if flag(numeric_only):
        raise Decline("numeric_only is not translated here", code="T310")
    return _reduced(at, grouped, "first" if at.api.endswith("first") else "last")


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
        return _reduced(at, grouped, func.value)
    if isinstance(func, Elements) and func.kind == "dict" or isinstance(func, Const) and isinstance(func.value, dict):
        if grouped.single:
            raise Decline("a dict of names for one column is not in pandas any more", code="T310")
        chosen = [(str(constant(k)), v) for k, v in items(func)]
        if any(named_functions(v) is not None for _, v in chosen):
            return _below_each(at, grouped, [(label, named_functions(v) or [(function_name(v), v)]) for label, v in chosen])
        return aggregated(at, grouped, [aggregate_by(grouped, label, v) for label, v in chosen])
    functions = named_functions(func)
    if functions is not None and grouped.single:
        label = grouped.chosen[0]
        return aggregated(at, grouped, [aggregate_by(grouped, label, f, out) for out, f in functions])
    if functions is not None:
        return _below_each(at, grouped, [(label, functions) for label in grouped.chosen])
    if isinstance(func, Function):
        return _selected(at, grouped, [aggregate_by(grouped, c, func) for c in grouped.chosen])
    return _reduced(at, grouped, function_name(func))


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
    if grouped.single:
        return aggregate_by(grouped, grouped.chosen[0], spec, out)
    if isinstance(spec, Const) and isinstance(spec.value, tuple) and len(spec.value) == 2:
        label, function = spec.value
        return aggregate_by(grouped, str(label), Const(spec.code, function), out)
    if isinstance(spec, Elements) and spec.kind == "tuple" and len(spec.items) == 2:
        return aggregate_by(grouped, str(constant(spec.items[0])), spec.items[1], out)
    raise Decline("the aggregate is not given as (column, function)", code="T311")


@rule("GroupBy.sem", "GroupBy.prod")
def spread(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """Standard error of the mean, or product, per group.

    Example:
        df.groupby("k")["v"].sem()
    Becomes:
        F.stddev_samp("v") / F.sqrt(F.nullif(F.count("v"), F.lit(0)))
    """
    return _reduced(at, grouped, at.api.rpartition(".")[2], flag(numeric_only))


@rule("GroupBy.any", "GroupBy.all")
def truth(grouped: Grouped, at: CallSite) -> Value:
    """Whether a condition holds for any (all) rows of a group."""
    return _reduced(at, grouped, at.api.rpartition(".")[2])


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
    labels = [c for c in grouped.chosen if grouped.frame.field(c).dtype in NUMBERS]
    if not labels:
        raise Decline("no column is a number", code="T312")
    parts = {(c, p.label.removeprefix(f"{c}_")): p for c in labels for p in _described(grouped, c, f"{c}_")}
    return tabled(at, grouped, parts, len(parts))


def _described(grouped: Grouped, label: str, before: str) -> list[Aggregate]:
    field = grouped.frame.field(label)
    if field.dtype not in NUMBERS:
        raise Decline(f"a {field.dtype} column is not a number", code="T312")
    parts = [aggregate(grouped, label, f, before + f) for f in ("count", "mean", "std", "min")]
    parts += [Aggregate(f"{before}{p}%", *_quantile(p / 100)(label, field)) for p in (25, 50, 75)]
    parts.append(aggregate(grouped, label, "max", f"{before}max"))
    return [
        p if p.field.dtype == "float64" else
        replace(p, code=p.code.cast("double"), field=Field("float64", p.field.nullable)) for p in parts
    ]  # fmt: skip


@rule("GroupBy.apply", ignores=("include_groups",))
def apply(grouped: Grouped, func: Value, at: CallSite) -> Value:
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
    """
    alone = grouped.selection is None or grouped.single
    several = several_by_lambda(grouped, func, grouped.chosen[0] if grouped.single else None) if alone else None
    if several is not None and not grouped.single:
        at.assume("A109")
        return aggregated(at, grouped, several)
    if several is not None or not grouped.as_index or not alone:
        raise Decline("only groups with keys as index are translated", code="T310")
    at.assume("A109")
    if not grouped.single:
        part = by_lambda(grouped, func, None, "value")
        return replace(aggregated(at, grouped, [part]).column("value"), name=None)
    label = grouped.chosen[0]
    return series_of(grouped, aggregated(at, grouped, [by_lambda(grouped, func, label, label)]), label)
