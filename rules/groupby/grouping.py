"""``groupby`` itself and the selection of columns from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from translator.rulekit import (
    CATEGORICAL,
    INTEGERS,
    CallSite,
    Code,
    Column,
    Const,
    Decline,
    Elements,
    Frame,
    Function,
    Grouped,
    Label,
    Value,
    by_rule,
    column_like,
    constant,
    flag,
    given,
    literal,
    materialised,
    name_of,
    names,
    replace,
    rule,
    settling,
    text,
    unselected,
    unsettled,
    unsorted,
    with_labels,
    without_missing,
)

from .periods import period_of
from .selecting import with_value


def grouped_code(grouped: Grouped) -> Code:
    """``frame.groupBy(keys)``, without the rows whose key is missing where pandas drops them.

    Groups that a variable holds are that variable.
    """
    if name_of(grouped.code) is not None and grouped.code is not grouped.frame.code:
        return grouped.code
    return grouped_rows(grouped).groupBy(*grouped.keys)


def grouped_rows(grouped: Grouped) -> Code:
    """The rows of all groups, for what names the columns that it reads."""
    nullable = [k for k in grouped.keys if grouped.frame.physical[k].nullable]
    code = unselected(grouped.frame.code)
    return without_missing(code, nullable) if grouped.dropna and nullable else code


@rule("DataFrame.groupby", "Series.groupby")
def groupby(
    df: Value, by: Value, axis: Value, level: Value, as_index: Value, sort: Value, group_keys: Value, observed: Value,
    dropna: Value,
) -> Value:  # fmt: skip
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
    if given(axis) and constant(axis) not in (0, "index"):
        raise Decline("columns are grouped", code="T310")
    source = unsorted(source)
    if given(level):
        frame, keys, key_names = _by_levels(source, level)
    else:
        grouper = _grouper(by)
        if grouper is not None:
            return _by_period(df, grouper)
        frame, keys, key_names = by_keys(source, by, apart=isinstance(df, Frame))
    if len(set(keys)) < len(keys):
        raise Decline("a key is named twice", code="T310")
    if not flag(as_index) and any(isinstance(part, Column) for part in (by, *(by.items if isinstance(by, Elements) else ()))):
        raise Decline("most results lack a key that is no column of the frame", "put it into a column first", code="T310")
    if not flag(dropna, "dropna") and any(frame.physical[k].dtype in ("bool?", "date") for k in keys):
        raise Decline("where pandas sorts a missing key among truth values or dates depends on the data", code="T312")
    if any(unsettled(frame.physical[key]) for key in keys) and settling.settled_call([source, by], {}) is not None:
        raise Decline("whether a key is int or float depends on the data", code="T312")
    categorical = [key for key in keys if frame.physical[key].dtype in CATEGORICAL]
    unused = bool(categorical) and not (given(observed) and constant(observed) is True)
    selection: tuple[str, ...] | None = None
    options: dict[str, Any] = {} if flag(group_keys) else {"group_keys": False}
    if not given(level) and any(_grouper(part) is not None for part in _parts(by) or ()):
        options["periods"] = True
    if isinstance(df, Column):
        before = frame
        frame, label = with_value(frame, df, keys)
        selection = (label,)
        if label in before.fields and frame is not before:
            options["own"] = column_like(df, before)  # beside the column of its name, for results of the same rows
        if df.name is None and not flag(as_index):
            raise Decline("the column would be called 0, which is no name in Spark", code="T310")
    grouped = Grouped(
        frame.code, frame=frame, keys=tuple(keys), key_names=tuple(key_names), selection=selection,
        single=selection is not None, as_index=flag(as_index, "as_index"), sort=flag(sort, "sort"),
        dropna=flag(dropna, "dropna"), unnamed=isinstance(df, Column) and df.name is None, unused=unused,
        options=options,
    )  # fmt: skip
    return replace(grouped, code=grouped_code(grouped))


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


def _is_dict(by: Const | Elements) -> bool:
    return isinstance(by.value, dict) if isinstance(by, Const) else by.kind == "dict"


def _of_labels(frame: Frame, by: Value) -> Column:
    """What a function or dict makes of the label of each row."""
    if len(frame.index.levels) != 1:
        raise Decline("labels of several levels are tuples", code="T316")
    made = by_rule("Series.map", frame.level(frame.index.levels[0]), by)
    assert isinstance(made, Column)
    if made.nullable and made.dtype in INTEGERS | {"bool"}:
        raise Decline("the type of the keys depends on whether the dict has all labels", code="T312")
    return made


def _require_columns(frame: Frame, labels: Sequence[str]) -> None:
    """That a list of keys names columns, of which it may be pandas' list of one value for each row."""
    known = {*frame.fields, *(level.name for level in frame.index.levels)}
    if len(labels) > 1 and not known & set(labels):
        raise Decline("the keys are no columns, but one value for each row", "put them into a column first", code="T311")


def by_keys(frame: Frame, by: Value, apart: bool = False) -> tuple[Frame, list[str], list[str | None]]:
    """The frame with the keys as columns, and their names; Series are columns beside the data with `apart`."""
    parts = _parts(by)
    if isinstance(by, Function) or isinstance(by, (Const, Elements)) and _is_dict(by):
        frame = with_labels(frame, "the labels of the rows")
        by = _of_labels(frame, by)
    if parts is None and not isinstance(by, Column):
        labels = names(by, "the group keys")
        _require_columns(frame, labels)
        return frame, [_column_named(frame, label) for label in labels], [str(k) for k in labels]
    keys: list[str] = []
    key_names: list[str | None] = []
    for number, part in enumerate(parts if parts is not None else [by]):
        if isinstance(part, Column):
            aligned = column_like(replace(part, plain=None if apart else part.plain), frame, "the group key")
            stored = materialised(aligned, f"_key{number}" if number else "_key")
            frame = stored.frame
            keys.append(str(stored.plain))
            key_names.append(name_of_key(part))
        else:
            grouper = _grouper(part)
            if grouper is not None:
                stored = materialised(_period_labels(frame, grouper), f"_key{number}" if number else "_key")
                frame = stored.frame
                keys.append(str(stored.plain))
                key_names.append(stored.name)
                continue
            label = names(part, "the group key")[0]
            keys.append(_column_named(frame, label))
            key_names.append(str(label))
    return frame, keys, key_names


def _parts(by: Value) -> tuple[Value, ...] | None:
    """The keys one by one, where not all are names."""
    if isinstance(by, Const) and isinstance(by.value, list) and any(isinstance(v, Grouper) for v in by.value):
        return tuple(Const(by.code if isinstance(v, Grouper) else literal(v), v) for v in by.value)
    return by.items if isinstance(by, Elements) and by.kind != "dict" else None


def name_of_key(key: Column) -> str | None:
    """The name of a key's level: an array, as ``s.values`` or ``index.date``, has none."""
    return None if key.array and not key.labels else key.name


def _column_named(frame: Frame, label: Label) -> str:
    """The column of a key: a data column, or an index level of that name."""
    if str(label) not in frame.fields:
        found = [lv.column for lv in frame.index.levels if lv.name == str(label)]
        if found and frame.index.kind == "stored":
            return found[0]
    frame.field(str(label))
    return label


# --- pd.Grouper ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Grouper:
    """``pd.Grouper(key=..., freq=...)``: periods of a column of times, or of the index."""

    key: Value | None
    options: dict[str, Value]


@rule("pandas.Grouper")
def grouper_of_times(key: Value, freq: Value, closed: Value, label: Value, at: CallSite) -> Const:
    """Periods to group by; as the only key they are those of ``resample``.

    Example:
        df.groupby(pd.Grouper(key="t", freq="ME"))["n"].sum()
    Becomes:
        every_period(
            df.dropna(subset=["t"])
            .groupBy(F.trunc(F.col("t"), "month").alias("t"))
            .agg(F.sum("n").alias("n")),
            "t",
            "1 month",
        )
    """
    if not given(freq):
        raise Decline("a grouper without a frequency", code="T310")
    options = {"rule": freq, **{k: v for k, v in (("closed", closed), ("label", label)) if given(v)}}
    return Const(at.original, Grouper(key if given(key) else None, options))


def _grouper(value: Value) -> Grouper | None:
    return value.value if isinstance(value, Const) and isinstance(value.value, Grouper) else None


def _by_period(df: Value, grouper: Grouper) -> Value:
    options = {"on": grouper.key} if grouper.key is not None else {}
    owner = "Series" if isinstance(df, Column) else "DataFrame"
    return by_rule(f"{owner}.resample", df, **grouper.options, **options)


def _period_labels(frame: Frame, grouper: Grouper) -> Column:
    """The label of the period that each row lies in."""
    if grouper.key is not None:
        times = frame.column(text(grouper.key, "the key"))
    elif frame.index.kind == "stored" and len(frame.index.levels) == 1:
        times = frame.level(frame.index.levels[0])
    else:
        raise Decline("the index is not known to be one of times", code="T316")
    if times.dtype != "datetime":
        raise Decline("only times are grouped by period", code="T312")
    period = period_of(grouper.options["rule"], grouper.options.get("closed"), grouper.options.get("label"))
    return times.then(period.labelled(times.code))


@rule("GroupBy.__getitem__", unused_groups=True)
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
    return replace(grouped, selection=tuple(chosen), single=isinstance(known, str), as_pandas=None)
