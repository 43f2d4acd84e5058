"""Rows of groups: the first and last of each, and the number of groups."""

from __future__ import annotations

from typing import Any

from translator.rulekit import (
    CATEGORICAL,
    FLOATS,
    NUMBERS,
    ROW,
    ROW_ORDER,
    CallSite,
    Code,
    Column,
    Decline,
    F,
    Field,
    Frame,
    Grouped,
    Order,
    Scalar,
    SortKey,
    Value,
    Window,
    all_of,
    any_of,
    by_order,
    col,
    constant,
    family,
    flag,
    literal_dtype,
    ordered,
    parity,
    place_of,
    replace,
    rule,
    select_all,
    sort_code,
    stored_index,
    whole,
    with_labels,
    without_missing,
)

from .aggregation import aggregated
from .functions import Aggregate
from .selecting import series_of


def _droppable(grouped: Grouped) -> list[str]:
    """Key columns whose missing values keep a row out of every group."""
    physical = grouped.frame.physical
    return [k for k in grouped.keys if physical[k].nullable] if grouped.dropna else []


def _keys(grouped: Grouped) -> list[Any]:
    return list(grouped.keys)


def _members(grouped: Grouped, count: int, from_end: bool, only: bool = False) -> Value:
    frame = ordered(grouped.frame, "the first or last rows of a group")
    missing = _droppable(grouped)
    code = without_missing(frame.code, missing) if missing else frame.code
    place = F.row_number().over(by_order(frame, _keys(grouped), reverse=from_end))
    wanted = F.col("_place") == count if only else F.col("_place") <= count
    kept = code.withColumn("_place", place).filter(wanted).drop("_place")
    result = frame.subset(kept, sorted=False)
    if grouped.selection is None:
        return result
    return series_of(grouped, result, grouped.chosen[0]) if grouped.single else select_all(result, grouped.chosen)


@rule("GroupBy.head")
def head(grouped: Grouped, n: Value) -> Value:
    """The first rows of each group, in the frame's order and with its labels.

    pandas leaves out rows whose key is missing.

    Example:
        df.groupby("n").head(1)
    Becomes:
        df.withColumn("_place", F.row_number().over(Window.partitionBy("n").orderBy("_row")))
        .filter(F.col("_place") <= 1)
        .drop("_place")
    """
    return _members(grouped, _count(n), from_end=False)


@rule("GroupBy.tail")
def tail(grouped: Grouped, n: Value) -> Value:
    """The last rows of each group, in the frame's order and with its labels.

    Example:
        df.groupby("n").tail(1)
    Becomes:
        .orderBy(F.col("_row").desc())
    """
    return _members(grouped, _count(n), from_end=True)


@rule("GroupBy.get_group")
def get_group(grouped: Grouped, name: Value) -> Value:
    """The rows of one group, with their labels; pandas raises where there is no such group.

    Example:
        df.groupby("k").get_group("a")
    Becomes:
        require_rows(df.filter(F.col("k") == "a"), "a")
    """
    known = constant(name, "the key")
    wanted = list(known) if isinstance(known, tuple) else [known]
    physical = grouped.frame.physical
    if len(wanted) != len(grouped.keys):
        raise Decline("there is not one value for each key", code="T310")
    for key, value in zip(grouped.keys, wanted, strict=True):
        dtype, kind = physical[key].dtype, literal_dtype(type(value)) or "?"
        if family(dtype) != family(kind) or (dtype == "bool") != (kind == "bool") or dtype in CATEGORICAL:
            raise Decline(f"{value!r} among {dtype} keys", code="T312")
    tests = all_of(col(key) == value for key, value in zip(grouped.keys, wanted, strict=True))
    result = grouped.frame.subset(parity.require_rows(grouped.frame.code.filter(tests), name.code))
    if grouped.selection is None:
        return result
    return result.column(grouped.chosen[0]) if grouped.single else select_all(result, grouped.chosen)


def _count(n: Value) -> int:
    count = whole(n)
    if count < 0:
        raise Decline("all rows but some of each group", code="T310")
    return count


def _result(grouped: Grouped, column: Column, code: Code, order: tuple[str, ...], nullable: bool) -> Column:
    """A window column, missing where the key of the row is."""
    missing = _droppable(grouped)
    if missing:
        code, nullable = F.when(all_of(col(k).isNotNull() for k in missing), code), True
    physical = grouped.frame.physical
    refs = {c: physical[c].version for c in (*grouped.keys, *order) if c in physical}
    return column.then(code, nullable=nullable, shape="window", refs={**column.refs, **refs})


@rule("GroupBy.value_counts")
def value_counts(grouped: Grouped, normalize: Value, sort: Value, ascending: Value) -> Column:
    """How often each value occurs in each group, the most frequent first and equal counts by value.

    Example:
        df.groupby("n")["k"].value_counts()
    Becomes:
        df.dropna(subset=["k"]).groupBy("n", "k").agg(F.count("*").alias("count"))
    """
    if not grouped.single or grouped.unnamed or not flag(sort) or not grouped.sort or not grouped.as_index:
        raise Decline("counts are translated for one column and in the usual order", code="T310")
    frame, value = grouped.frame, grouped.chosen[0]
    field, share = frame.field(value), flag(normalize)
    if field.dtype not in NUMBERS | {"str", "bool", "datetime"} or value in grouped.keys or None in grouped.key_names:
        raise Decline(f"values of a {field.dtype} column are not counted here", code="T312")
    names = [str(n) for n in grouped.key_names]
    label = "proportion" if share else "count"
    if len({*names, value, label}) != len(names) + 2:
        raise Decline("two columns of the result have one name", code="T202")
    missing = [*_droppable(grouped), *([value] if field.nullable else [])]
    code = frame.code.dropna(subset=missing) if missing else frame.code
    keys = [col(k).alias(n) if k != n else k for k, n in zip(grouped.keys, names, strict=True)]
    code = code.groupBy(*keys, col(value) if "." in value else value).agg(F.count("*").alias(label))
    if share:
        total = F.sum(label).over(Window.partitionBy(*(col(n) if "." in n else n for n in names)))
        code = code.withColumn(label, F.col(label) / total)
    levels = {**{n: frame.physical[k] for k, n in zip(grouped.keys, names, strict=True)}, value: field}
    facts = {n: Field(f.dtype, f.nullable and not grouped.dropna and n != value, categories=f.categories,
                      infinite=f.infinite)
             for n, f in levels.items()}  # fmt: skip
    order = Order((*(SortKey(n) for n in names), SortKey(label, flag(ascending)), SortKey(value)), total=True)
    result = Frame(code, fields={label: Field("float64" if share else "int64", False)}, hidden=facts,
                   index=stored_index(*names, value), order=order, bounded=True)  # fmt: skip
    return result.column(label)


@rule("GroupBy.nth")
def nth(grouped: Grouped, n: Value) -> Value:
    """One row of each group by its place, in the frame's order and with its labels.

    Example:
        df.groupby("n").nth(0)
    Becomes:
        .filter(F.col("_place") == 1)
    """
    place = whole(n)
    return _members(grouped, place + 1 if place >= 0 else -place, from_end=place < 0, only=True)


@rule("GroupBy.ngroup")
def ngroup(grouped: Grouped) -> Column:
    """The number of each row's group, counted in the order of the keys.

    Example:
        df.groupby("n").ngroup()
    Becomes:
        F.dense_rank().over(Window.orderBy("n")).cast("bigint") - 1
    """
    if not grouped.sort:
        raise Decline("numbers in order of first appearance are not translated", code="T310")
    physical = grouped.frame.physical
    order = [sort_code(SortKey(k), physical[k].nullable) for k in grouped.keys]
    missing = _droppable(grouped)
    if len(grouped.keys) > 1 and missing:  # rows of no group must not take a number
        order.insert(0, any_of(col(k).isNull() for k in missing))
    code = F.dense_rank().over(Window.orderBy(*order)).cast("bigint") - 1
    plain = Column(col(grouped.keys[0]), frame=grouped.frame, dtype="int64")
    return _result(grouped, plain, code, (), nullable=False)


@rule("GroupBy.ngroups")
def ngroups(grouped: Grouped) -> Scalar:
    """The number of groups.

    Example:
        df.groupby("k").ngroups
    Becomes:
        df.dropna(subset=["k"]).select("k").distinct().count()
    """
    missing = _droppable(grouped)
    frame: Frame = grouped.frame
    code = without_missing(frame.code, missing) if missing else frame.code
    return Scalar(code.select(*_keys(grouped)).distinct().count(), dtype="int64")


@rule("GroupBy.idxmax", "GroupBy.idxmin")
def label_of_extreme(grouped: Grouped, at: CallSite) -> Column:
    """The index label of each group's first largest (smallest) value.

    Example:
        df.groupby("n")["v"].idxmax()
    Becomes:
        F.max_by("_row", F.when(F.col("v").isNotNull(), F.struct("v", -F.col("_row")))).alias("v")
    """
    if not grouped.single or not grouped.as_index:
        raise Decline("labels of extremes are translated for one column only", code="T312")
    frame = ordered(with_labels(grouped.frame, "the label of an extreme"), "the first of equal extremes")
    assert frame.order is not None
    if len(frame.index.levels) != 1:
        raise Decline("the labels have several levels", code="T316")
    label, value = frame.index.levels[0].column, grouped.chosen[0]
    field = frame.field(value)
    if field.dtype not in NUMBERS | {"datetime"}:
        raise Decline(f"a {field.dtype} column has no extreme here", code="T312")
    code = _label_of(frame, label, value, largest=at.api.endswith("max"))
    kept = frame.physical[label]
    part = Aggregate(value, code, Field(kept.dtype, kept.nullable or field.nullable, categories=kept.categories))
    return series_of(grouped, aggregated(at, replace(grouped, frame=frame), [part]), value)


def _label_of(frame: Frame, label: str, value: str, largest: bool) -> Code:
    """The label of the first row with the largest (smallest) value, in the order of the rows."""
    fact = frame.field(value)
    by_row = frame.order is not None and frame.order.keys == ROW_ORDER.keys
    if not largest:
        pick, rank = F.min_by, F.struct(value, ROW if by_row else place_of(frame))
    elif by_row:
        pick, rank = F.max_by, F.struct(value, -F.col(ROW))
    elif fact.dtype in FLOATS:  # a place of several columns has no negative, the value has
        pick, rank = F.min_by, F.struct(-col(value), place_of(frame))
    else:
        raise Decline("the order of the rows has several columns", code="T316")
    return pick(label, F.when(col(value).isNotNull(), rank) if fact.nullable else rank)
