"""What a column is: its size, whether it repeats or misses values, where its extremes stand."""

from __future__ import annotations

from translator.rulekit import (
    NUMBERS,
    CallSite,
    Column,
    Const,
    Decline,
    F,
    Scalar,
    SortKey,
    Value,
    col,
    flag,
    literal,
    ordered,
    parity,
    rule,
    series_frame,
    sort_code,
    with_labels,
)


@rule("Series.empty")
def empty(column: Column) -> Scalar:
    """Whether there are no rows.

    Example:
        df["v"].empty
    Becomes:
        df.isEmpty()
    """
    return Scalar(column.frame.code.isEmpty(), dtype="bool")


@rule("Series.ndim")
def ndim(column: Column) -> Const:
    """Always 1.

    Example:
        df["v"].ndim
    Becomes:
        1
    """
    return Const(literal(1), 1)


@rule("Series.is_unique")
def is_unique(column: Column) -> Scalar:
    """Whether no value repeats; missing counts as one value.

    Example:
        df["k"].is_unique
    Becomes:
        df.select("k").distinct().count() == df.count()
    """
    frame = column.frame
    value = column.plain if column.plain is not None and "." not in column.plain else column.settled
    return Scalar(frame.code.select(value).distinct().count() == frame.code.count(), dtype="bool")


@rule("Series.hasnans")
def hasnans(column: Column) -> Value:
    """Whether a value is missing.

    Example:
        df["v"].hasnans
    Becomes:
        df.filter(F.col("v").isNull()).count() > 0
    """
    if column.shape == "window":
        raise Decline("a filter on a window", code="T312")
    return Scalar(column.frame.code.filter(column.settled.isNull()).count() > 0, dtype="bool")


@rule("Series.idxmax", "Series.idxmin")
def extreme_label(column: Column, skipna: Value, at: CallSite) -> Scalar:
    """Label of the first largest (smallest) value.

    Example:
        df["n"].idxmax()
    Becomes:
        scalar(df.select("_row", "n").orderBy(F.col("n").desc(), "_row").limit(1).select("_row"))
    """
    if not flag(skipna):
        raise Decline("missing values are not skipped", code="T310")
    if column.dtype not in NUMBERS | {"datetime"} or column.array:
        raise Decline(f"the extreme of a {column.dtype} column", code="T312")
    frame, label = series_frame(column)
    frame = with_labels(ordered(frame, "the first extreme"), "idxmax")
    if len(frame.index.levels) != 1:
        raise Decline("labels of several levels", code="T312")
    level = frame.index.levels[0].column
    value, fact = col(label), frame.fields[label]
    up = at.api.endswith("idxmin")
    key = sort_code(SortKey(label, ascending=up), fact.nullable)
    assert frame.order is not None
    ties = [sort_code(k, frame.physical[k.column].nullable) for k in frame.order.keys if k.column != label]
    first = frame.code.orderBy(key, *ties).limit(1)
    answer = F.when(value.isNotNull(), col(level)) if fact.nullable else level
    return Scalar(parity.scalar(first.select(answer)), dtype=frame.physical[level].dtype)
