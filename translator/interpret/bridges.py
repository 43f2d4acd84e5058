"""Brings Spark values to the driver as the pandas objects that the original program had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import libcst as cst

from translator.context import current
from translator.diagnostics import Decline, Status
from translator.emission.emit import Argument, Code, DictDisplay, Display
from translator.evidence import likeness, specimens
from translator.evidence.stand_ins import Specimen
from translator.frames.columns import unsettled_column
from translator.frames.driver import frame_on_driver, index_on_driver, may_be_range, series_on_driver
from translator.frames.values import (
    Accessor,
    Class,
    Collected,
    Column,
    Elements,
    Frame,
    Grouped,
    Instance,
    Labels,
    Local,
    Membership,
    Original,
    Value,
    Windowed,
    is_spark,
)
from translator.interpret import classes, optional
from translator.interpret.run import Run


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
        _hand_out(run, value)
        items = [escape(run, node, item) for item in value.items]
        return Local(display(value, (item.code for item in items)), was_spark=True)
    local = to_driver(run, value)
    if not local.was_spark:
        return local
    size = "bounded" if _bounded(value) else "unbounded"
    run.diagnose(node, "T315", f"rows are brought to the driver here ({size})")
    if isinstance(value, Labels) and may_be_range(value.frame):
        run.diagnose(node, "T316", "whether the labels are shown as a range depends on which rows there are")
    return local


def _hand_out(run: Run, value: Elements) -> None:
    """Code that is not followed takes what it likes from a list or dict: its objects may have other names from now on.

    Loops look at what becomes of their items.
    """
    ask_for_pandas(value)
    if not isinstance(run.statement, (cst.Expr, cst.For)):
        run.capture({ref for ref in value.refs if ref is not None})


def ask_for_pandas(value: Elements) -> bool:
    """Ask the function that gives a tuple or dict of frames for pandas objects, where a call stands for all of it."""
    if value.call is not None:
        current().demand("for_pandas", value.call)
    return value.call is not None


def display(value: Elements, items: Iterable[Code]) -> Code:
    """The literal with this code for its items."""
    if value.kind == "dict":
        return DictDisplay(tuple((key.code, item) for key, item in zip(value.keys, items, strict=True)))
    brackets = "[]" if value.kind == "list" else "()"
    return Display(brackets, tuple(map(Argument, items)))


def _bounded(value: Value) -> bool:
    match value:
        case Frame():
            return value.bounded
        case Column() | Labels():
            return value.frame.bounded
    return False


def to_driver(run: Run, value: Value) -> Local:
    """A `Local` whose code rebuilds the pandas object from Spark.

    Raises:
        Decline: T316 where order or labels that pandas code could see cannot be rebuilt.
        Refusal: when the configuration allows no bridge here.
    """
    if isinstance(value, (Class, Instance)):
        if not (isinstance(value, Instance) and classes.is_settings(run, value)):
            classes.keep_pandas(run, value, "code that is not followed is given one of its objects")
        return Local(value.code)
    made = _original(run, value)
    if made is not None:
        return made
    policy = run.context.config.bridge
    if policy == "never" or (policy == "bounded" and not _bounded(value)):
        raise Refusal(Decline(f"a bridge to the driver is not allowed (--bridge {policy})", code="T315"))
    match value:
        case Frame(optional=True):
            raise Decline(optional.REASON, "ask for None first", code="T318")
        case Frame():
            return Local(frame_on_driver(value), "DataFrame", was_spark=True, likeness=likeness.of(value))
        case Column():
            kind = "Index" if value.labels else "ndarray" if value.array else "Series"
            known = specimens.like(kind, value.dtype) if value.array and not unsettled_column(value) else None
            return Local(series_on_driver(value), kind, was_spark=True, specimen=known, likeness=likeness.of(value))
        case Labels():
            return Local(index_on_driver(value.frame), "Index", was_spark=True, specimen=_like_labels(value.frame))
        case Elements():
            _hand_out(run, value)
            items = (to_driver(run, item) if is_spark(item) else item for item in value.items)
            return Local(display(value, (item.code for item in items)), was_spark=True)
        case Grouped() | Windowed() | Accessor() | Membership() if value.as_pandas is not None:
            kind = type(value).__name__
            type_ = {"Grouped": "GroupBy", "Membership": "Series"}.get(kind, kind)
            return replace(value.as_pandas(), type=type_, was_spark=True)
    what = "list of frames" if isinstance(value, Collected) else type(value).__name__
    raise Decline(f"a {what} cannot be brought to the driver", code="T318")


def _like_labels(frame: Frame) -> Specimen | None:
    levels = frame.index.levels
    if len(levels) > 1:
        return None
    return specimens.like("Index", frame.physical[levels[0].column].dtype if levels else "int64")


def _original(run: Run, value: Value) -> Local | None:
    """The pandas object that a Spark frame would just have been made of, where nothing else holds the frame."""
    frame = value.frame if isinstance(value, Column) and value.own else value
    made_of = frame.as_made if isinstance(frame, Frame) else None
    if made_of is None or not _is_made(value, made_of):
        return None
    for key, site in run.sites.items():
        if any(key[:3] == (cell, line, column + 1) for cell, line, column, *_ in made_of.made.origins):
            run.sites[key] = replace(site, status="local")
    return Local(made_of.pandas, made_of.type, specimen=made_of.specimen)


def _is_made(value: Value, made_of: Original) -> bool:
    """Whether the value is of the type, and under the name, that pandas gave it."""
    if isinstance(value, Column):
        return made_of.type == "Series" and value.plain is not None and value.name == made_of.name
    return made_of.type == "DataFrame"


def driver_status(parts: Sequence[tuple[cst.CSTNode, Value]]) -> Status:
    """``driver`` when Spark data comes to this site, ``local`` when it never was in Spark."""
    spark = any(is_spark(v) or (isinstance(v, Local) and v.was_spark) for _, v in parts)
    return "driver" if spark else "local"
