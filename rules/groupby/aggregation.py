"""Aggregations of groups: one row per group, keys sorted and kept as the index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from translator.rulekit import (
    NUMBERS,
    RANGE,
    ROW,
    ROW_ORDER,
    CallSite,
    Code,
    Const,
    Decline,
    F,
    Field,
    Frame,
    Grouped,
    Index,
    Level,
    Order,
    SortKey,
    Value,
    col,
    current,
    flag,
    fresh,
    fresh_rows,
    is_odd,
    number,
    one_of,
    parity,
    positioned,
    replace,
    rule,
    sort_key,
    with_unique,
)

from .categories import with_unused
from .functions import (
    Aggregate,
    aggregate,
    like,
    numeric,
)
from .grouping import grouped_code, grouped_rows
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
    fields = {part.label: replace(part.field, summed=part.field.summed and at.origin) for part in parts}
    if current().is_demanded("once", at.origin):
        code = parity.computed_once(code)
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
    """Whether a key may have values that only rows have which are left out, as another key is missing there,
    or that no row has, as they are periods.

    pandas lists them among the labels of their level all the same, and ``unstack`` then puts the labels
    that are used in order of appearance.
    """
    physical = grouped.frame.physical
    may_miss = any(physical[k].nullable and physical[k].missing is not False for k in grouped.keys)
    missed = may_miss and len(grouped.keys) > 1 and grouped.dropna and not grouped.unused
    return missed or "periods" in grouped.options


def _appearance(at: CallSite, grouped: Grouped) -> list[Code]:
    """Where each group first appears, if groups come in that order and somebody observes it."""
    if grouped.sort or not at.wants_order:
        return []
    positioned(grouped.frame, "the order of first appearance")
    return [F.min(ROW).alias(ROW)]


def _key_columns(grouped: Grouped, taken: set[str]) -> dict[str, str]:
    """The output column of each key: its pandas name."""
    columns: dict[str, str] = {}
    for key, name in zip(grouped.keys, grouped.key_names, strict=True):
        wanted = key if name is None or name == key else name  # a key knows how the program wrote it
        if wanted in taken and grouped.as_index:  # a value may have the name of a level, which is another column
            wanted = f"{wanted}_key"
        if grouped.as_index and wanted in columns.values():  # two parts of one date: labels of levels may repeat
            wanted = f"{wanted}_{len(columns) + 1}"
        if wanted in taken or wanted in columns.values():
            raise Decline(f"two columns of the result are called {wanted!r}", code="T202")
        columns[key] = wanted
    return columns


def renamed_groups(grouped: Grouped, columns: dict[str, str]) -> Code:
    return grouped_rows(grouped).groupBy(*(col(k).alias(c) if c != k else k for k, c in columns.items()))


def reduced(at: CallSite, grouped: Grouped, function: str, numeric_only: bool = False) -> Value:
    """A named reduction of the chosen columns; a Series where one column was selected."""
    frame = grouped.frame
    chosen = list(grouped.chosen)
    if numeric_only:
        chosen = [c for c in chosen if frame.fields[c].dtype in NUMBERS or frame.fields[c].dtype == "bool"]
    if not chosen:
        raise Decline("no column is left to aggregate", code="T314")
    return selected(at, grouped, [aggregate(grouped, c, function) for c in chosen])


def selected(at: CallSite, grouped: Grouped, parts: Sequence[Aggregate]) -> Value:
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
    return reduced(at, grouped, "sum", flag(numeric_only))


@rule("GroupBy.mean", unused_groups=True)
def mean(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """Mean per group, missing values left out.

    Example:
        df.groupby("k")["v"].mean()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.avg("v").alias("v"))
    """
    return reduced(at, grouped, "mean", flag(numeric_only))


@rule("GroupBy.median", unused_groups=True)
def median(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """Exact median per group.

    Example:
        df.groupby("k")["v"].median()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.median("v").alias("v"))
    """
    return reduced(at, grouped, "median", flag(numeric_only))


@rule("GroupBy.min", unused_groups=True)
def minimum(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """Smallest value per group.

    Example:
        df.groupby("k")["n"].min()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.min("n").alias("n"))
    """
    return reduced(at, grouped, "min", flag(numeric_only))


@rule("GroupBy.max", unused_groups=True)
def maximum(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """Largest value per group.

    Example:
        df.groupby("k")["n"].max()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.max("n").alias("n"))
    """
    return reduced(at, grouped, "max", flag(numeric_only))


@rule("GroupBy.count", unused_groups=True)
def count(grouped: Grouped, at: CallSite) -> Value:
    """Number of values per group that are not missing.

    Example:
        df.groupby("k")["v"].count()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.count("v").alias("v"))
    """
    return reduced(at, grouped, "count")


@rule("GroupBy.nunique", unused_groups=True)
def nunique(grouped: Grouped, at: CallSite) -> Value:
    """Number of distinct values per group, missing left out.

    Example:
        df.groupby("k")["s"].nunique()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.countDistinct("s").alias("s"))
    """
    return reduced(at, grouped, "nunique")


@rule("GroupBy.std", unused_groups=True)
def std(grouped: Grouped, ddof: Value, numeric_only: Value, at: CallSite) -> Value:
    """Sample standard deviation per group; missing for a single row, on both sides.

    Example:
        df.groupby("k")["v"].std()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.stddev_samp("v").alias("v"))
    """
    return reduced(at, grouped, "std" if one_of(ddof, 0, 1) else "std of all", flag(numeric_only))


@rule("GroupBy.var", unused_groups=True)
def var(grouped: Grouped, ddof: Value, numeric_only: Value, at: CallSite) -> Value:
    """Sample variance per group.

    Example:
        df.groupby("k")["v"].var()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.var_samp("v").alias("v"))
    """
    return reduced(at, grouped, "var" if one_of(ddof, 0, 1) else "var of all", flag(numeric_only))


@rule("GroupBy.quantile")
def quantile(grouped: Grouped, q: Value, interpolation: Value, at: CallSite) -> Value:
    """Exact quantile per group, interpolated linearly.

    Example:
        df.groupby("k")["v"].quantile(0.25)
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.percentile("v", 0.25).alias("v"))

    Of several shares each is a row below the keys of its group.

    Example:
        df.groupby("n")["v"].quantile([0.25, 0.75])
    Becomes:
        .agg(
            F.explode(
    """
    one_of(interpolation, "linear")
    if isinstance(q, Const) and isinstance(q.value, (list, tuple)):
        return _quantiles(at, grouped, list(q.value))
    build = quantile_of(number(q, "q"))
    parts = [Aggregate(c, *build(c, grouped.frame.field(c))) for c in grouped.chosen]
    return selected(at, grouped, parts)


SHARE = "_share"


def _quantiles(at: CallSite, grouped: Grouped, shares: list[Any]) -> Value:
    """One row for each group and share, labelled by both."""
    if not shares or any(not isinstance(s, (int, float)) or not 0 <= s <= 1 for s in shares) or shares != sorted({*shares}):
        raise Decline("the shares are not rising numbers from 0 to 1", code="T310")
    if not grouped.as_index or not grouped.sort or SHARE in grouped.frame.physical:
        raise Decline("quantiles of groups in another form than by their keys", code="T310")
    labels, frame = grouped.chosen, grouped.frame
    if set(labels) & set(grouped.keys):
        raise Decline("quantiles of a key stand beside it", code="T310")
    if any(map(is_odd, labels)):
        raise Decline("the name of a column needs quoting", code="T202")
    parts = [[Aggregate(c, *quantile_of(float(s))(c, frame.field(c))) for c in labels] for s in shares]
    rows = F.array(*(
        F.struct(F.lit(float(share)).alias(SHARE), *(p.code.alias(p.label) for p in row))
        for share, row in zip(shares, parts, strict=True)
    ))  # fmt: skip
    result = aggregated(at, grouped, [Aggregate("_quantiles", rows, Field("list", False))])
    keys = [level.column for level in result.index.levels]
    code = result.code.withColumn("_quantiles", F.explode("_quantiles"))
    code = code.select(*keys, *(F.col(f"_quantiles.{c}").alias(c) for c in (SHARE, *labels)))
    assert result.order is not None
    made = replace(
        result, code=code, fields={p.label: p.field for p in parts[0]}, unique=None,
        hidden={**result.hidden, SHARE: Field("float64", False, distinct=tuple(map(float, shares)))}, rows=(fresh(),),
        index=Index("stored", (*result.index.levels, Level(SHARE, None))),
        order=replace(result.order, keys=(*result.order.keys, SortKey(SHARE))),
    )  # fmt: skip
    return series_of(grouped, made, labels[0]) if grouped.single else made


def quantile_of(share: float) -> Callable[[str, Field], tuple[Code, Field]]:
    """What builds the exact quantile of a column, for a share from 0 to 1."""
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
    dtype = like(grouped.frame.field(label), "int64") if grouped.single and grouped.as_index else "int64"
    result = aggregated(at, grouped, [Aggregate(label, F.count("*"), Field(dtype, False), 0)])
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
    return reduced(at, grouped, "first" if at.api.endswith("first") else "last")


@rule("GroupBy.sem", "GroupBy.prod")
def spread(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """Standard error of the mean, or product, per group.

    Example:
        df.groupby("k")["v"].sem()
    Becomes:
        F.stddev_samp("v") / F.sqrt(F.nullif(F.count("v"), F.lit(0)))
    """
    return reduced(at, grouped, at.api.rpartition(".")[2], flag(numeric_only))


@rule("GroupBy.any", "GroupBy.all")
def truth(grouped: Grouped, at: CallSite) -> Value:
    """Whether a condition holds for any (all) rows of a group."""
    return reduced(at, grouped, at.api.rpartition(".")[2])
