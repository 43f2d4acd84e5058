"""The code that brings Spark values to the driver as the pandas objects of the original program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from translator.context import current
from translator.diagnostics import Decline
from translator.emission.emit import Code, Item, literal, name, name_of, parity
from translator.evidence import pandas_api, time_units
from translator.frames.categories import ComputedCategories, OrderedCategories, listed_categories
from translator.frames.columns import unsettled, unsettled_column
from translator.frames.demanded import ordered, with_labels
from translator.frames.dtypes import CATEGORICAL, MASKED, PERIODS
from translator.frames.fields import OBJECTS, Field
from translator.frames.naming import labels_of
from translator.frames.rows import in_order, numbering, series_frame
from translator.frames.values import ROW, ROW_ORDER, Column, Frame, Scalar

pd = name("pd", "import pandas as pd")
RESTORED = MASKED | PERIODS | CATEGORICAL | {"list", "uint8", "uint16", "uint32", "bool?"}
"""Dtypes that ``toPandas`` does not give back by itself."""


def frame_on_driver(frame: Frame, units: Mapping[str, str] | None = None) -> Code:
    """``to_pandas(...)`` of a frame: rows in order, index and dtypes restored.

    Args:
        units: the dtypes of columns of times that do not count nanoseconds, where the frame itself does not tell.

    Raises:
        Decline: T316 where order or labels that pandas code could see cannot be rebuilt.
    """
    if (made_of := frame.as_made) is not None and made_of.type == "DataFrame":
        return made_of.pandas
    code, options = rows_and_labels(frame, units=time_units.of_frame(frame) if units is None else units)
    whole = parity.to_pandas(code, **options)
    if frame.tuples:
        return whole.set_axis(labels_of(frame), axis=1)
    return whole if frame.columns_name is None else whole.rename_axis(columns=literal(frame.columns_name))


def rows_and_labels(
    frame: Frame, for_file: bool = False, units: Mapping[str, str] | None = None
) -> tuple[Code, dict[str, Any]]:
    """The rows in order, and what ``to_pandas`` has to know of index and dtypes to restore them.

    With `for_file` it is left out what a file of texts does not tell: None from NaN, an index with a frequency.
    `units` are the dtypes of columns of times that do not count nanoseconds.

    Raises:
        Decline: T316 where order or labels that pandas code could see cannot be rebuilt.
    """
    places = [] if for_file else numbering(frame)
    frame = with_labels(frame, "the driver-side code") if frame.index.kind == "lost" and not places else frame
    frame = ordered(frame, "the driver-side code")
    options: dict[str, Any] = {"places": places} if places else {}
    if frame.index.kind == "stored":
        columns = [level.column for level in frame.index.levels]
        options["index"] = columns
        names = [level.name for level in frame.index.levels]
        if names != columns and columns != [ROW]:
            options["names"] = names
        if not for_file and len(columns) == 1 and frame.index.levels[0].freq is not None:
            options["freq"] = frame.index.levels[0].freq
    levels = {c: frame.physical[c] for c in options.get("index", ())}
    options |= _dtype_options({**levels, **frame.fields}, for_file)
    if units:
        options["dtypes"] = {**options.get("dtypes", {}), **units}
    if "none" in options and current().several and name_of(frame.code) is not None:
        texts = [f for f in frame.physical.values() if f.nullable and f.dtype in OBJECTS]
        if all(f.none is True for f in texts):
            options["none"] = frame.code.columns
    kept = {*frame.fields, *options.get("index", ())}
    hidden = [c for c in frame.physical if c not in kept]
    code = in_order(frame)
    return (code.drop(*hidden) if hidden else code), options


def keeps_range(frame: Frame) -> bool:
    """Whether pandas holds the labels as a range: the default ones of all rows, or of rows cut out of those in order."""
    whole = len(frame.rows) == 1 or len(frame.rows) == 2 and frame.is_slice
    return frame.index.is_default and whole and not frame.repeats


def may_be_range(frame: Frame) -> bool:
    """Whether it depends on the data: a condition that all rows fulfil leaves a range what it is."""
    return frame.index.is_default and not keeps_range(frame)


def label_on_driver(label: Scalar, frame: Frame, none: bool = False) -> Scalar:
    """One label: of a range pandas gives Python's numbers, of others those of numpy; NaN where there may be `none`."""
    if not keeps_range(frame):
        return label
    return replace(label, code=parity.unwrapped(label.code) if none else label.code.item())


def index_on_driver(frame: Frame) -> Code:
    """The pandas Index of a frame; only what it is made of is collected."""
    levels = [level.column for level in frame.index.levels]
    untouched = levels == [ROW] and len(frame.rows) == 1 and frame.order == ROW_ORDER
    if frame.index.kind == "range" or untouched:
        return pd.RangeIndex(frame.code.count())
    return parity.in_range(_labels_on_driver(frame)) if keeps_range(frame) else _labels_on_driver(frame)


def _labels_on_driver(frame: Frame) -> Code:
    labelled = ordered(with_labels(frame, "the index"), "the index")
    assert labelled.order is not None
    levels = [level.column for level in labelled.index.levels]
    needed = dict.fromkeys([*levels, *labelled.order.columns()])
    hidden = {c: labelled.physical[c] for c in needed}
    bare = replace(labelled, code=labelled.code.select(*needed), fields={}, hidden=hidden, tuples={})
    units = {c: unit for c, unit in time_units.of_frame(frame).items() if c in needed}
    return frame_on_driver(bare, units).index


def rows_in_order(frame: Frame) -> Code:
    """``to_pandas(...)`` of the data columns of a frame for a consumer that reads no labels."""
    if frame.as_made is not None:
        return frame_on_driver(frame)
    frame = ordered(frame, "the order of the rows")
    code = in_order(frame)
    return parity.to_pandas(code.drop(*frame.hidden) if frame.hidden else code, **_dtype_options(frame.fields))


def rows_on_driver(frame: Frame) -> Code:
    """``to_pandas(...)`` of a frame for a consumer that reads neither row order nor labels."""
    return parity.to_pandas(frame.code, **_dtype_options(frame.fields))


def _dtype_options(fields: Mapping[str, Field], for_file: bool = False) -> dict[str, Any]:
    dtypes = {c: _restored(f.dtype, f.categories) for c, f in fields.items() if f.dtype in RESTORED}
    none = [] if for_file else [c for c, f in fields.items() if f.nullable and is_none(f)]
    return {**({"dtypes": dtypes} if dtypes else {}), **({"none": none} if none else {})}


def is_none(fact: Field | Column) -> bool:
    """Whether missing cells, which somebody looks at, are None; a call that leaves it open has to be pandas' own."""
    if isinstance(fact.none, tuple):
        current().demand(*fact.none)
    return fact.none is True


def _beside_none(column: Column) -> bool:
    """Whether a column without missing cells is treated in one text with others of its frame that have None."""
    whole = not column.nullable or column.missing is False
    return current().alike and whole and any(is_none(f) for f in column.frame.physical.values() if f.nullable)


def cell_on_driver(code: Code, fact: Field | Column) -> Scalar:
    """The single value of a frame of one row and column (`code`), a missing one as pandas has it."""
    if unsettled(fact) if isinstance(fact, Field) else unsettled_column(fact):
        raise Decline("whether the value is int or float depends on the data", code="T312")
    if fact.dtype in MASKED and fact.nullable:
        raise Decline(f"the value of a {fact.dtype} column may be NA, which Spark does not give", code="T312")
    value = Item(code.first(), literal(0)) if is_none(fact) else parity.scalar(code)
    return Scalar(value, dtype=fact.dtype)


def _restored(dtype: str, categories: tuple[object, ...] | None) -> Any:
    if isinstance(categories, ComputedCategories):
        return listed_categories(categories)
    if dtype in CATEGORICAL and not categories:
        raise Decline("the categories are not known here", code="T312")
    if dtype in ("category", "category[int]"):
        return tuple(categories) if isinstance(categories, OrderedCategories) else list(categories or ())
    if dtype == "bins":
        breaks, closed = pandas_api.breaks_of(categories or ())
        options = {} if closed == "right" else {"closed": closed}
        return pd.IntervalIndex.from_breaks(breaks, **options)
    return "object" if dtype == "bool?" else dtype


def listed_on_driver(column: Column) -> Code:
    """The values of a column in order, as a pandas Series without the labels."""
    frame, label = (column.frame, column.plain) if column.plain else series_frame(column)
    frame = ordered(frame, "the order of the values")
    options = _dtype_options({label: frame.physical[label]})
    if (unit := time_units.of_column(column)) is not None:
        options["dtypes"] = {label: unit}
    return Item(parity.to_pandas(in_order(frame).select(label), **options), literal(label))


def series_on_driver(column: Column) -> Code:
    """The pandas Series, or the array or Index taken from it, that a column stands for."""
    if column.labels and [level.column for level in column.frame.index.levels] == [column.plain]:
        return index_on_driver(column.frame)
    frame, label = series_frame(column)
    if column.array:
        values = listed_on_driver(column)
        if not column.labels:
            return values.array if column.dtype in CATEGORICAL else values.to_numpy()
        return pd.Index(values) if column.name == label else pd.Index(values, name=column.name)
    levels = [level.column for level in frame.index.levels]
    units = {c: unit for c, unit in time_units.of_frame(column.frame).items() if c in levels}
    if (unit := time_units.of_column(column)) is not None:
        units[label] = unit
    code = Item(frame_on_driver(frame, units), literal(label))
    return code if column.name == label else code.rename(column.name)


def values_on_driver(code: Code, label: str, column: Column) -> Code:
    """The array of the one column of a Spark frame; missing cells are as in `column`.

    Times and periods are pandas' own array, as ``unique`` gives it.
    """
    periods = column.dtype in PERIODS
    options: dict[str, Any] = {"dtypes": {label: column.dtype}} if periods else {}
    if (unit := time_units.of_column(column)) is not None:
        options["dtypes"] = {label: unit}
    if is_none(column) or _beside_none(column):
        options["none"] = [label]
    series = Item(parity.to_pandas(code, **options), literal(label))
    return series.array if periods or column.dtype in ("datetime", "timedelta") else series.to_numpy()
