"""``groupby`` itself and the selection of columns from it."""

from __future__ import annotations

from collections.abc import Collection

from translator.rulekit import (
    Code,
    Column,
    Decline,
    Elements,
    Frame,
    Grouped,
    Value,
    column_like,
    constant,
    flag,
    given,
    materialised,
    name_of,
    names,
    replace,
    rule,
    unsorted,
    with_column,
    without_missing,
)


def grouped_code(grouped: Grouped) -> Code:
    """``frame.groupBy(keys)``, without the rows whose key is missing where pandas drops them.

    Groups that a variable holds are that variable.
    """
    if name_of(grouped.code) is not None and grouped.code is not grouped.frame.code:
        return grouped.code
    frame = grouped.frame
    nullable = [k for k in grouped.keys if frame.physical[k].nullable]
    code = frame.code
    if grouped.dropna and nullable:
        code = without_missing(code, nullable)
    return code.groupBy(*grouped.keys)


@rule("DataFrame.groupby", "Series.groupby", ignores=("group_keys", "axis"))
def groupby(
    df: Value, by: Value, level: Value, as_index: Value, sort: Value, observed: Value, dropna: Value
) -> Grouped:
    """Group rows by key columns.

    pandas leaves out rows whose key is missing, where Spark makes a group of them.

    Example:
        df.groupby("k")["v"].max()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.max("v").alias("v"))
    """
    source = df.frame if isinstance(df, Column) else df
    if not isinstance(source, Frame):
        raise Decline("only frames and columns are grouped", code="T312")
    source = unsorted(source)
    if given(level):
        frame, keys, key_names = _by_levels(source, level)
    else:
        frame, keys, key_names = by_keys(source, by)
    for key in keys:
        if frame.physical[key].dtype == "category" and not (given(observed) and constant(observed) is True):
            raise Decline("categories without rows become groups too unless observed=True", code="T310")
        labels = list(frame.physical[key].categories or ())
        if labels != sorted(labels, key=str):
            raise Decline("groups follow the order of the categories, which is not that of the texts", code="T312")
    selection: tuple[str, ...] | None = None
    if isinstance(df, Column):
        frame, label = with_value(frame, df, keys)
        selection = (label,)
    grouped = Grouped(
        frame.code, frame=frame, keys=tuple(keys), key_names=tuple(key_names), selection=selection,
        single=selection is not None, as_index=flag(as_index, "as_index"), sort=flag(sort, "sort"),
        dropna=flag(dropna, "dropna"),
    )  # fmt: skip
    return replace(grouped, code=grouped_code(grouped))


def with_value(frame: Frame, column: Column, keys: Collection[str]) -> tuple[Frame, str]:
    """The frame with a Series of its rows as a data column, and the name of that column."""
    own = column_like(column, frame)
    if own.plain is not None and own.plain in frame.fields and own.name == own.plain:
        return frame, own.plain
    if own.name is None:
        raise Decline("the grouped Series has no name", code="T310")
    if own.name in keys:
        raise Decline("a key has the name of the Series", code="T310")
    return with_column(frame, own.name, own), own.name


def _by_levels(frame: Frame, level: Value) -> tuple[Frame, list[str], list[str | None]]:
    wanted = constant(level, "level")
    wanted = wanted if isinstance(wanted, list) else [wanted]
    levels = []
    for item in wanted:
        found = [lv for n, lv in enumerate(frame.index.levels) if item == lv.name or item == n]
        if frame.index.kind != "stored" or frame.index.is_default or not found:
            raise Decline("the index level is not stored here", code="T316")
        levels.append(found[0])
    return frame, [lv.column for lv in levels], [lv.name for lv in levels]


def by_keys(frame: Frame, by: Value) -> tuple[Frame, list[str], list[str | None]]:
    parts = by.items if isinstance(by, Elements) and by.kind != "dict" else None
    if parts is None and not isinstance(by, Column):
        labels = names(by, "the group keys")
        for label in labels:
            frame.field(label)
        return frame, list(labels), [str(k) for k in labels]
    keys: list[str] = []
    key_names: list[str | None] = []
    for number, part in enumerate(parts if parts is not None else [by]):
        if isinstance(part, Column):
            aligned = column_like(part, frame, "the group key")
            stored = materialised(aligned, f"_key{number}" if number else "_key")
            frame = stored.frame
            keys.append(str(stored.plain))
            key_names.append(part.name)
        else:
            label = names(part, "the group key")[0]
            frame.field(label)
            keys.append(label)
            key_names.append(str(label))
    return frame, keys, key_names


@rule("GroupBy.__getitem__")
def getitem(grouped: Grouped, key: Value) -> Grouped:
    """Select the column or columns that an aggregation applies to.

    Example:
        df.groupby("k")[["v", "w"]].min()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.min("v").alias("v"), F.min("w").alias("w"))
    """
    known = constant(key, "the selection") if not isinstance(key, Elements) else None
    chosen = names(key, "the selection")
    for label in chosen:
        grouped.frame.field(label)
    return replace(grouped, selection=tuple(str(c) for c in chosen), single=isinstance(known, str), as_pandas=None)


