"""Brings Spark values to the driver as the pandas objects that the original program had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import libcst as cst

from translator.diagnostics import Decline, Status
from translator.emit import Argument, Code, DictDisplay, Display, Item, literal, parity
from translator.interpret.run import Run
from translator.rulekit import ordered, series_frame, with_labels, with_order
from translator.values import (
    MASKED,
    ROW,
    Accessor,
    Column,
    Elements,
    Frame,
    Grouped,
    Local,
    Value,
    Windowed,
    is_spark,
)

RESTORED = MASKED | {"category", "uint8", "uint16", "uint32", "bool?"}
"""Dtypes that ``toPandas`` does not give back by itself."""


class Refusal(Exception):
    """A statement that may not be bridged; it is left as it was with a TODO comment."""

    def __init__(self, decline: Decline) -> None:
        super().__init__(decline.message)
        self.decline = decline


def escape(run: Run, node: cst.CSTNode, value: Value) -> Value:
    """The value as ordinary Python code may hold it: Spark values are brought to the driver."""
    if not is_spark(value):
        return value
    if isinstance(value, Elements):
        items = [escape(run, node, item) for item in value.items]
        return Local(_display(value, items), was_spark=True)
    local = to_driver(run, value)
    size = "bounded" if _bounded(value) else "unbounded"
    run.diagnose(node, "T315", f"rows are brought to the driver here ({size})")
    return local


def _display(value: Elements, items: Sequence[Value]) -> Code:
    if value.kind == "dict":
        return DictDisplay(tuple((k.code, v.code) for k, v in zip(value.keys, items, strict=True)))
    brackets = "[]" if value.kind == "list" else "()"
    return Display(brackets, tuple(Argument(item.code) for item in items))


def _bounded(value: Value) -> bool:
    match value:
        case Frame():
            return value.bounded
        case Column():
            return value.frame.bounded
    return False


def to_driver(run: Run, value: Value) -> Local:
    """A `Local` whose code rebuilds the pandas object from Spark.

    Raises:
        Decline: T316 where order or labels that pandas code could see cannot be rebuilt.
        Refusal: when the configuration allows no bridge here.
    """
    policy = run.context.config.bridge
    if policy == "never" or (policy == "bounded" and not _bounded(value)):
        raise Refusal(Decline(f"a bridge to the driver is not allowed (--bridge {policy})", code="T315"))
    match value:
        case Frame():
            return Local(_frame_code(value), "DataFrame", was_spark=True)
        case Column():
            return Local(_series_code(value), "ndarray" if value.array else "Series", was_spark=True)
        case Grouped() | Windowed() | Accessor() if value.as_pandas is not None:
            kind = type(value).__name__
            return Local(value.as_pandas(), {"Grouped": "GroupBy"}.get(kind, kind), was_spark=True)
    raise Decline(f"a {type(value).__name__} cannot be brought to the driver", code="T318")


def _frame_code(frame: Frame) -> Code:
    frame = with_labels(frame, "the driver-side code") if frame.index.kind == "lost" else frame
    frame = ordered(frame, "the driver-side code")
    options: dict[str, Any] = {}
    if frame.index.kind == "stored":
        columns = [level.column for level in frame.index.levels]
        options["index"] = columns
        names = [level.name for level in frame.index.levels]
        if names != columns and names != [None]:
            options["names"] = names
    dtypes = {c: _restored(f.dtype, f.categories) for c, f in frame.fields.items() if f.dtype in RESTORED}
    if dtypes:
        options["dtypes"] = dtypes
    kept = {*frame.fields, *options.get("index", ())}
    hidden = [c for c in frame.physical if c not in kept]
    code = with_order(frame)
    if hidden:
        code = code.drop(*hidden)
    return parity.to_pandas(code, **options)


def _restored(dtype: str, categories: tuple[object, ...] | None) -> Any:
    if dtype == "category":
        return list(categories or ())
    return "object" if dtype == "bool?" else dtype


def _series_code(column: Column) -> Code:
    if column.array:
        frame, label = series_frame(column)
        frame = ordered(frame, "the array")
        code = with_order(frame).select(label)
        return Item(parity.to_pandas(code), literal(label)).to_numpy()
    frame, label = series_frame(column)
    code = Item(_frame_code(frame), literal(label))
    if column.name != label:
        code = code.rename(column.name)
    return code


def driver_status(parts: Sequence[tuple[cst.CSTNode, Value]]) -> Status:
    """``driver`` when Spark data comes to this site, ``local`` when it never was in Spark."""
    spark = any(is_spark(v) or (isinstance(v, Local) and v.was_spark) for _, v in parts)
    return "driver" if spark else "local"


def unlabelled(frame: Frame) -> Frame:
    """The frame without its default label column, where labels are not observed."""
    if frame.index.is_default and ROW in frame.hidden:
        hidden = {c: f for c, f in frame.hidden.items() if c != ROW}
        return replace(frame, code=frame.code.drop(ROW), hidden=hidden)
    return frame
