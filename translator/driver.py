"""The code that brings Spark values to the driver as the pandas objects of the original program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from translator.dtypes import MASKED
from translator.emit import Code, Item, literal, parity
from translator.rows import ordered, series_frame, with_labels, with_order
from translator.values import ROW, Column, Field, Frame

RESTORED = MASKED | {"category", "uint8", "uint16", "uint32", "bool?"}
"""Dtypes that ``toPandas`` does not give back by itself."""


class OrderedCategories(tuple[Any, ...]):
    """Categories that have an order, as bins have."""


def frame_on_driver(frame: Frame) -> Code:
    """``to_pandas(...)`` of a frame: rows in order, index and dtypes restored.

    Raises:
        Decline: T316 where order or labels that pandas code could see cannot be rebuilt.
    """
    frame = with_labels(frame, "the driver-side code") if frame.index.kind == "lost" else frame
    frame = ordered(frame, "the driver-side code")
    options: dict[str, Any] = {}
    if frame.index.kind == "stored":
        columns = [level.column for level in frame.index.levels]
        options["index"] = columns
        names = [level.name for level in frame.index.levels]
        if names != columns and columns != [ROW]:
            options["names"] = names
    levels = {c: frame.physical[c] for c in options.get("index", ())}
    options |= _dtype_options({**levels, **frame.fields})
    kept = {*frame.fields, *options.get("index", ())}
    hidden = [c for c in frame.physical if c not in kept]
    code = with_order(frame)
    if hidden:
        code = code.drop(*hidden)
    whole = parity.to_pandas(code, **options)
    return whole if frame.columns_name is None else whole.rename_axis(columns=literal(frame.columns_name))


def rows_on_driver(frame: Frame) -> Code:
    """``to_pandas(...)`` of a frame for a consumer that reads neither row order nor labels."""
    return parity.to_pandas(frame.code, **_dtype_options(frame.fields))


def _dtype_options(fields: Mapping[str, Field]) -> dict[str, Any]:
    dtypes = {c: _restored(f.dtype, f.categories) for c, f in fields.items() if f.dtype in RESTORED}
    none = [c for c, f in fields.items() if f.none]
    return {**({"dtypes": dtypes} if dtypes else {}), **({"none": none} if none else {})}


def _restored(dtype: str, categories: tuple[object, ...] | None) -> Any:
    if dtype == "category":
        return tuple(categories) if isinstance(categories, OrderedCategories) else list(categories or ())
    return "object" if dtype == "bool?" else dtype


def series_on_driver(column: Column) -> Code:
    """The pandas Series, or the array taken from it, that a column stands for."""
    frame, label = series_frame(column)
    if column.array:
        frame = ordered(frame, "the array")
        return Item(parity.to_pandas(with_order(frame).select(label)), literal(label)).to_numpy()
    code = Item(frame_on_driver(frame), literal(label))
    return code if column.name == label else code.rename(column.name)
