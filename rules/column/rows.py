"""Rows of a Series: what frames can do, done on the Series as a frame of one column."""

from __future__ import annotations

from typing import Any

from rules.groupby.listing import of_group
from translator.rulekit import (
    CATEGORICAL,
    PERIODS,
    CallSite,
    Column,
    Const,
    Decline,
    Frame,
    Value,
    by_rule,
    constant,
    flag,
    given,
    literal,
    names,
    replace,
    rule,
    series_frame,
)


def _as_frame(column: Column, key: str, *args: Value, **kwargs: Value) -> Column:
    """The DataFrame rule for `key` applied to the Series as a frame."""
    frame, label = series_frame(column)
    result = by_rule(key, frame, *args, **kwargs)
    if not isinstance(result, Frame):
        raise Decline(f"{key} does not give a frame here", code="T312")
    return replace(result.column(label), name=column.name)


@rule("Series.head")
def head(column: Column, n: Value) -> Column:
    """The first rows.

    Example:
        df["v"].head(2)
    Becomes:
        df.select("_row", "v").orderBy("_row").limit(2)
    """
    return _as_frame(column, "DataFrame.head", n)


@rule("Series.tail")
def tail(column: Column, n: Value) -> Column:
    """The last rows, in order."""
    return _as_frame(column, "DataFrame.tail", n)


@rule("Series.dropna")
def dropna(column: Column, ignore_index: Value) -> Value:
    """Without missing values.

    Example:
        df["v"].dropna().max()
    Becomes:
        scalar(df.dropna(subset=["v"]).agg(F.max("v")))
    """
    if flag(ignore_index):
        raise Decline("ignore_index is not translated here", code="T310")
    if not column.nullable:
        return column
    if column.within is not None and column.within.groups is not None and column.dtype == "str":
        return of_group(column, "present")
    return _as_frame(column, "DataFrame.dropna")


@rule("Series.drop_duplicates")
def drop_duplicates(column: Column, keep: Value, ignore_index: Value) -> Column:
    """Distinct values, the first (or last) of equal ones kept."""
    if flag(ignore_index):
        raise Decline("ignore_index is not translated here", code="T310")
    return _as_frame(column, "DataFrame.drop_duplicates", keep=keep)


@rule("Series.sort_values", ignores=("kind",))
def sort_values(column: Column, ascending: Value, na_position: Value) -> Column:
    """Sort by value.

    Example:
        df["n"].sort_values(ascending=False)
    Becomes:
        df.select("n").orderBy(F.col("n").desc())
    """
    frame, label = series_frame(column)
    by = Const(literal(label), label)
    result = by_rule("DataFrame.sort_values", frame, by, ascending=ascending, na_position=na_position)
    if not isinstance(result, Frame):
        raise Decline("the sort does not give a frame", code="T312")
    return replace(result.column(label), name=column.name)


@rule("Series.sort_index", ignores=("kind",))
def sort_index(column: Column, ascending: Value) -> Column:
    """Sort by index."""
    return _as_frame(column, "DataFrame.sort_index", ascending=ascending)


@rule("Series.nlargest", "Series.nsmallest")
def nlargest(column: Column, n: Value, at: Any) -> Column:
    """The largest (smallest) values; missing ones last."""
    frame, label = series_frame(column)
    key = "DataFrame.nlargest" if at.api.endswith("nlargest") else "DataFrame.nsmallest"
    result = by_rule(key, frame, n, Const(literal(label), label))
    if not isinstance(result, Frame):
        raise Decline("the selection does not give a frame", code="T312")
    return replace(result.column(label), name=column.name)


@rule("Series.reset_index")
def reset_index(column: Column, level: Value, drop: Value, name: Value) -> Value:
    """The index as a column beside the values, or dropped.

    Example:
        df.groupby("k")["n"].max().reset_index(name="top")
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.max("n").alias("n")).withColumnRenamed("n", "top")
    """
    frame, label = series_frame(column)
    if flag(drop):
        return _as_frame(column, "DataFrame.reset_index", level=level, drop=drop)
    wanted = names(name)[0] if given(name) else column.name
    if wanted is None:
        raise Decline("the column would be called 0, which is no name in Spark", code="T310")
    if wanted != label:
        frame = _relabelled(frame, label, wanted)
    return by_rule("DataFrame.reset_index", frame, level=level)


def _relabelled(frame: Frame, label: str, wanted: str) -> Frame:
    """The frame with its value column renamed."""
    if wanted in frame.physical:
        raise Decline(f"there is a column {str(wanted)!r} already", code="T310")
    fields = {(str(wanted) if c == label else c): f for c, f in frame.fields.items()}
    order = frame.order
    if order is not None:
        keys = tuple(replace(k, column=str(wanted)) if k.column == label else k for k in order.keys)
        order = replace(order, keys=keys)
    return replace(frame, code=frame.code.withColumnRenamed(label, wanted), fields=fields, order=order)


@rule("Series.to_frame")
def to_frame(column: Column, name: Value) -> Frame:
    """A frame of this one column.

    Example:
        df["v"].to_frame("speed")
    Becomes:
        df.select("v").withColumnRenamed("v", "speed")
    """
    frame, label = series_frame(column)
    wanted = names(name)[0] if given(name) else column.name
    if wanted is None:
        raise Decline("the column would be called 0, which is no name in Spark", code="T310")
    return (frame if wanted == label else _relabelled(frame, label, wanted)).as_slice()


@rule("Series.copy", ignores=("deep",))
def copy(column: Column) -> Column:
    """A copy; Spark columns cannot change."""
    return column


@rule("Series.values", "Series.to_numpy", "Series.array")
def values(column: Column, at: CallSite) -> Column:
    """The values without their index; they combine with columns of the same rows.

    Example:
        df["z"] = df["v"].values
    Becomes:
        df = df.withColumn("z", F.col("v"))
    """
    if column.dtype in CATEGORICAL | PERIODS and not at.api.endswith("to_numpy"):
        raise Decline(f"the array of a {column.dtype} column is one of pandas' own", code="T312")
    return replace(column, array=True)


@rule("Series.drop")
def drop(column: Column, labels: Value, index: Value, errors: Value) -> Column:
    """Without the values of some labels, each of which has to occur unless ``errors="ignore"``."""
    return _as_frame(column, "DataFrame.drop", index=index if given(index) else labels, errors=errors)


@rule("Series.reindex")
def reindex(column: Column, index: Value, fill_value: Value) -> Column:
    """The values in the order of a list of labels, missing where no row has the label.

    Example:
        df.groupby("k")["n"].max().reindex(["b", "z"])
    Becomes:
        reindexed(
            df.dropna(subset=["k"]).groupBy("k").agg(F.max("n").alias("n")), "k", ["b", "z"], "STRING"
        )
    """
    return _as_frame(column, "DataFrame.reindex", index=index, fill_value=fill_value)


@rule("Series.rename")
def rename(column: Column, index: Value) -> Column:
    """Another name for the Series."""
    known = constant(index, "the name")
    if not isinstance(known, str):
        raise Decline("only a new name is translated", code="T310")
    return replace(column, name=known)


@rule("Series.name")
def name_(column: Column) -> Const:
    """The Series' name."""
    return Const(literal(column.name), column.name)
