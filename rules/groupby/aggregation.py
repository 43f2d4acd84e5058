"""Aggregations of groups: one row per group, keys sorted and kept as the index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translator.rulekit import (
    NUMBERS,
    RANGE,
    ROW,
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
    Module,
    Order,
    SortKey,
    Value,
    col,
    constant,
    flag,
    fresh,
    fresh_rows,
    given,
    items,
    name_of,
    number,
    one_of,
    ordered,
    replace,
    rule,
)

from .grouping import grouped_code

SMALL_INTEGERS = {"int32": "int", "int16": "smallint", "int8": "tinyint"}


@dataclass(frozen=True)
class Aggregate:
    """One output column of an aggregation."""

    label: str
    code: Code
    field: Field


def _name(label: str) -> Code | str:
    return col(label) if "." in label else label


def _certain(label: str, field: Field) -> None:
    if field.dtype.startswith(("int", "uint")) and field.nullable:
        raise Decline(f"whether {label!r} is int or float depends on the data", code="T312")


def _total(label: str, field: Field) -> tuple[Code, Field]:
    if field.dtype == "bool" and not field.nullable:
        return F.count_if(col(label)), Field("int64", False)
    if field.dtype not in NUMBERS:
        raise Decline(f"the sum of {field.dtype} column {label!r} is not translated", code="T312")
    _certain(label, field)
    total = F.sum(_name(label))
    if field.dtype in SMALL_INTEGERS:
        return total.cast(SMALL_INTEGERS[field.dtype]), Field(field.dtype, False)
    if field.nullable:
        total = F.coalesce(total, F.lit(0.0 if "loat" in field.dtype else 0))
    return total, Field(field.dtype, False)


def _numeric(
    build: Callable[[Code | str], Code], nullable: bool | None = None
) -> Callable[[str, Field], tuple[Code, Field]]:
    def aggregate(label: str, field: Field) -> tuple[Code, Field]:
        if field.dtype == "bool" and not field.nullable:
            source: Code | str = col(label).cast("int")
        elif field.dtype in NUMBERS and field.dtype != "float32":
            source = _name(label)
        else:
            raise Decline(f"{field.dtype} column {label!r} is not a number", code="T312")
        return build(source), Field("float64", field.nullable if nullable is None else nullable)

    return aggregate


def _extreme(build: Callable[[Code | str], Code]) -> Callable[[str, Field], tuple[Code, Field]]:
    def aggregate(label: str, field: Field) -> tuple[Code, Field]:
        if field.dtype in ("category", "bool?", "null"):
            raise Decline(f"the extreme of {field.dtype} column {label!r} is not translated", code="T312")
        _certain(label, field)
        return build(_name(label)), Field(field.dtype, field.nullable)

    return aggregate


def _count(label: str, field: Field) -> tuple[Code, Field]:
    return F.count(_name(label)), Field("int64", False)


def _size(label: str, field: Field) -> tuple[Code, Field]:
    return F.count("*"), Field("int64", False)


def _distinct(label: str, field: Field) -> tuple[Code, Field]:
    return F.countDistinct(_name(label)), Field("int64", False)


def _truth(build: Callable[[Code], Code]) -> Callable[[str, Field], tuple[Code, Field]]:
    def aggregate(label: str, field: Field) -> tuple[Code, Field]:
        if field.dtype != "bool" or field.nullable:
            raise Decline(f"the truth of {field.dtype} column {label!r} is not translated", code="T312")
        return build(col(label)), Field("bool", False)

    return aggregate


FUNCTIONS: dict[str, Callable[[str, Field], tuple[Code, Field]]] = {
    "sum": _total,
    "mean": _numeric(F.avg),
    "median": _numeric(F.median),
    "std": _numeric(F.stddev_samp, nullable=True),
    "var": _numeric(F.var_samp, nullable=True),
    "min": _extreme(F.min),
    "max": _extreme(F.max),
    "count": _count,
    "size": _size,
    "nunique": _distinct,
    "any": _truth(F.bool_or),
    "all": _truth(F.bool_and),
}
MODULE_FUNCTIONS = {"numpy.sum": "sum", "numpy.mean": "mean", "numpy.median": "median", "numpy.min": "min",
                    "numpy.max": "max", "numpy.std": "std", "numpy.var": "var", "builtins.sum": "sum",
                    "builtins.min": "min", "builtins.max": "max", "builtins.len": "size"}  # fmt: skip


def aggregate(grouped: Grouped, label: str, function: str, out: str | None = None) -> Aggregate:
    """One aggregate of one column by pandas' function name."""
    if function in ("first", "last"):
        raise Decline(f"'{function}' beside other aggregates is not translated", code="T310")
    build = FUNCTIONS.get(function)
    if build is None:
        raise Decline(f"the aggregate {function!r} is not translated", code="T310")
    code, field = build(label, grouped.frame.field(label))
    return Aggregate(out or label, code, field)


def aggregated(at: CallSite, grouped: Grouped, parts: Sequence[Aggregate]) -> Frame:
    """The frame of groups: keys as index (or first columns), sorted by key."""
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
    code = source.agg(*(part.code.alias(part.label) for part in parts))
    key_fields = {
        c: Field(frame.physical[k].dtype, frame.physical[k].nullable and not grouped.dropna,
                 categories=frame.physical[k].categories)
        for k, c in key_columns.items()
    }  # fmt: skip
    fields = {part.label: part.field for part in parts}
    order = Order(tuple(SortKey(c) for c in key_columns.values()), total=True)
    levels = tuple(Level(key_columns[k], name) for k, name in zip(grouped.keys, grouped.key_names, strict=True))
    if grouped.as_index:
        return Frame(code, fields=fields, hidden=key_fields, index=Index("stored", levels), order=order, bounded=True)
    if any(name is None for name in grouped.key_names):
        raise Decline("a key without a name has no column", code="T310")
    result = Frame(code, fields={**key_fields, **fields}, index=RANGE, order=order, rows=(fresh(),), bounded=True)
    return fresh_rows(at, result)


def _key_columns(grouped: Grouped, taken: set[str]) -> dict[str, str]:
    """The output column of each key: its pandas name, unless an aggregate has it."""
    columns: dict[str, str] = {}
    for key, name in zip(grouped.keys, grouped.key_names, strict=True):
        wanted = name if name is not None else key
        if wanted in taken or wanted in columns.values():
            wanted = f"{wanted}_key"
        columns[key] = wanted
    return columns


def renamed_groups(grouped: Grouped, columns: dict[str, str]) -> Code:
    frame = grouped.frame
    nullable = [k for k in grouped.keys if frame.physical[k].nullable]
    code = frame.code.dropna(subset=nullable) if grouped.dropna and nullable else frame.code
    return code.groupBy(*(col(k).alias(c) if c != k else k for k, c in columns.items()))


def _reduced(at: CallSite, grouped: Grouped, function: str, numeric_only: bool = False) -> Value:
    """A named reduction of the chosen columns; a Series where one column was selected."""
    frame = grouped.frame
    chosen = list(grouped.chosen)
    if numeric_only:
        chosen = [c for c in chosen if frame.fields[c].dtype in NUMBERS or frame.fields[c].dtype == "bool"]
    if not chosen:
        raise Decline("no column is left to aggregate", code="T314")
    result = aggregated(at, grouped, [aggregate(grouped, c, function) for c in chosen])
    if grouped.single and grouped.as_index:
        return _series(result, chosen[0])
    return result


def _series(frame: Frame, label: str, name: str | None = "") -> Column:
    column = frame.column(label)
    return column if name == "" else _renamed(column, name)


def _renamed(column: Column, name: str | None) -> Column:
    return replace(column, name=name)


@rule("GroupBy.sum")
def total(grouped: Grouped, numeric_only: Value, min_count: Value, at: CallSite) -> Value:
    """Sum per group; the sum of nothing but missing values is 0, where Spark gives null.

    Example:
        df.groupby("k")["v"].sum()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
    """
    one_of(min_count, 0, -1)
    return _reduced(at, grouped, "sum", flag(numeric_only))


@rule("GroupBy.mean")
def mean(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """Mean per group, missing values left out.

    Example:
        df.groupby("k")["v"].mean()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.avg("v").alias("v"))
    """
    return _reduced(at, grouped, "mean", flag(numeric_only))


@rule("GroupBy.median")
def median(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """Exact median per group.

    Example:
        df.groupby("k")["v"].median()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.median("v").alias("v"))
    """
    return _reduced(at, grouped, "median", flag(numeric_only))


@rule("GroupBy.min")
def minimum(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """Smallest value per group.

    Example:
        df.groupby("k")["n"].min()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.min("n").alias("n"))
    """
    return _reduced(at, grouped, "min", flag(numeric_only))


@rule("GroupBy.max")
def maximum(grouped: Grouped, numeric_only: Value, at: CallSite) -> Value:
    """Largest value per group.

    Example:
        df.groupby("k")["n"].max()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.max("n").alias("n"))
    """
    return _reduced(at, grouped, "max", flag(numeric_only))


@rule("GroupBy.count")
def count(grouped: Grouped, at: CallSite) -> Value:
    """Number of values per group that are not missing.

    Example:
        df.groupby("k")["v"].count()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.count("v").alias("v"))
    """
    return _reduced(at, grouped, "count")


@rule("GroupBy.nunique")
def nunique(grouped: Grouped, at: CallSite) -> Value:
    """Number of distinct values per group, missing left out.

    Example:
        df.groupby("k")["s"].nunique()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.countDistinct("s").alias("s"))
    """
    return _reduced(at, grouped, "nunique")


@rule("GroupBy.std")
def std(grouped: Grouped, ddof: Value, numeric_only: Value, at: CallSite) -> Value:
    """Sample standard deviation per group; missing for a single row, on both sides.

    Example:
        df.groupby("k")["v"].std()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.stddev_samp("v").alias("v"))
    """
    one_of(ddof, 1)
    return _reduced(at, grouped, "std", flag(numeric_only))


@rule("GroupBy.var")
def var(grouped: Grouped, ddof: Value, numeric_only: Value, at: CallSite) -> Value:
    """Sample variance per group.

    Example:
        df.groupby("k")["v"].var()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.var_samp("v").alias("v"))
    """
    one_of(ddof, 1)
    return _reduced(at, grouped, "var", flag(numeric_only))


@rule("GroupBy.quantile")
def quantile(grouped: Grouped, q: Value, interpolation: Value, at: CallSite) -> Value:
    """Exact quantile per group, interpolated linearly.

    Example:
        df.groupby("k")["v"].quantile(0.25)
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.percentile("v", 0.25).alias("v"))
    """
    one_of(interpolation, "linear")
    share = number(q, "q")
    build = _numeric(lambda c: F.percentile(c, share))
    parts = [Aggregate(c, *build(c, grouped.frame.field(c))) for c in grouped.chosen]
    result = aggregated(at, grouped, parts)
    return result.column(parts[0].label) if grouped.single and grouped.as_index else result


@rule("GroupBy.size")
def size(grouped: Grouped, at: CallSite) -> Value:
    """Number of rows per group.

    Example:
        df.groupby("k").size()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.count("*").alias("size"))
    """
    result = aggregated(at, grouped, [Aggregate("size", F.count("*"), Field("int64", False))])
    if not grouped.as_index:
        return result
    return _series(result, "size", grouped.chosen[0] if grouped.single else None)


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
    frame = ordered(grouped.frame, "the first row of a group")
    assert frame.order is not None
    if frame.order.columns() != (ROW,):
        raise Decline("rows are in an order of several keys", code="T316")
    pick = F.min_by if at.api.endswith("first") else F.max_by
    parts = []
    for label in grouped.chosen:
        field = frame.field(label)
        _certain(label, field)
        position = F.when(col(label).isNotNull(), F.col(ROW)) if field.nullable else F.col(ROW)
        kept = Field(field.dtype, field.nullable, categories=field.categories)
        parts.append(Aggregate(label, pick(_name(label), position), kept))
    result = aggregated(at, replace(grouped, frame=frame), parts)
    return result.column(parts[0].label) if grouped.single and grouped.as_index else result


@rule("GroupBy.agg", "GroupBy.aggregate")
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
        parts = [aggregate(grouped, str(constant(k)), function_name(v)) for k, v in items(func)]
        return aggregated(at, grouped, parts)
    functions = _function_list(func)
    if functions is not None and grouped.single:
        label = grouped.chosen[0]
        return aggregated(at, grouped, [aggregate(grouped, label, f, f) for f in functions])
    if functions is not None:
        raise Decline("a list of functions gives columns of two levels", code="T312")
    return _reduced(at, grouped, function_name(func))


def _named(grouped: Grouped, out: str, spec: Value) -> Aggregate:
    if grouped.single:
        return aggregate(grouped, grouped.chosen[0], function_name(spec), out)
    if isinstance(spec, Const) and isinstance(spec.value, tuple) and len(spec.value) == 2:
        label, function = spec.value
        return aggregate(grouped, str(label), function_name(Const(spec.code, function)), out)
    if isinstance(spec, Elements) and spec.kind == "tuple" and len(spec.items) == 2:
        return aggregate(grouped, str(constant(spec.items[0])), function_name(spec.items[1]), out)
    raise Decline("the aggregate is not given as (column, function)", code="T311")


def function_name(value: Value) -> str:
    """pandas' name of an aggregate given as text, as a builtin or as a numpy function."""
    if isinstance(value, Const) and isinstance(value.value, str):
        return str(value.value)
    if isinstance(value, Module) and value.name in MODULE_FUNCTIONS:
        return MODULE_FUNCTIONS[value.name]
    builtin = f"builtins.{name_of(value.code)}"
    if builtin in MODULE_FUNCTIONS:
        return MODULE_FUNCTIONS[builtin]
    raise Decline("the aggregate is a function of the program", code="T311")


def _function_list(func: Value) -> list[str] | None:
    if isinstance(func, Const) and isinstance(func.value, list):
        return [str(f) for f in func.value]
    if isinstance(func, Elements) and func.kind == "list":
        return [function_name(f) for f in func.items]
    return None
