"""Attributes outside of calls: properties, columns, accessors and members of modules."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

import libcst as cst

from translator.emission.emit import Attribute, literal
from translator.evidence import likeness, pandas_api, specimens
from translator.frames.constants import MODULE_CONSTANTS
from translator.frames.values import (
    Accessor,
    Class,
    Column,
    Const,
    Frame,
    Function,
    Grouped,
    Instance,
    Local,
    Module,
    Value,
    Windowed,
)
from translator.interpret import (
    bridges,
    calls,
    command_line,
    expressions,
    instances,
    local_objects,
    modules,
    own_columns,
    paths,
    single_times,
)
from translator.interpret.application import ruled
from translator.interpret.run import Run
from translator.registry import RULES

ACCESSORS = {
    "DataFrame": frozenset({"loc", "iloc", "at", "iat", "plot", "style"}),
    "Series": frozenset({"str", "dt", "cat", "loc", "iloc", "at", "iat", "plot"}),
}


def attribute(run: Run, node: cst.Attribute) -> Value:
    """``value.attr`` outside of a call: a property, a column, an accessor or a module member."""
    text = node.attr.value
    value = expressions.evaluate(run, node.value)
    base = single_times.of_group(value, text)
    parts: expressions.Parts = [(node.value, base)]
    if isinstance(base, Module):
        return member(run, node, base, text)
    if isinstance(base, Instance):
        return instances.attribute(run, node, base)
    if isinstance(base, Class):
        return instances.of_class(run, node, base)
    if isinstance(base, Function):  # its name, or what the program keeps there
        return Local(Attribute(base.code, text) if not text.startswith("__") else run.original(node))
    if isinstance(base, (Frame, Column, Grouped, Windowed, Accessor)) or calls.owner(base) == "Index":
        found = _property(run, node, base, text, parts)
        return found if base is value else single_times.as_python(found)
    result = expressions.splice(run, node, parts)
    option = command_line.member(base, text, result.code)
    if option is not None:
        return option
    result = replace(result, specimen=specimens.member(base, text), likeness=likeness.attribute(base, text))
    if isinstance(base, Local) and base.type in local_objects.PANDAS_TYPES:
        run.record(node, f"{base.type}.{text}", bridges.driver_status(parts))
        type_ = pandas_api.result_type(base.type, text)
        return replace(result, type=type_, was_spark=base.was_spark)
    known = paths.member_value(base.value, text) if isinstance(base, Const) else None
    if isinstance(known, (str, PurePath)):
        return Const(result.code, known)
    changes = isinstance(base, Local) and base.changes
    return replace(result, specimen=result.specimen or paths.likely_member(base, text), changes=changes)


def member(run: Run, node: cst.Attribute, base: Module, text: str) -> Value:
    if base.scope is not None:
        return modules.member(run, base, text)
    qualified = f"{base.name}.{text}"
    constant = MODULE_CONSTANTS.get(qualified)
    if constant is not None:
        return Const(run.original(node), constant)
    if qualified in ("pandas.NA", "pandas.NaT"):
        return Local(run.original(node), specimen=specimens.missing_marker(text))
    return Module(run.original(node), qualified)


def _is_column(frame: Frame, text: str) -> bool:
    """Whether an attribute of the frame is one of its columns."""
    return text in frame.fields and not frame.tuples and not hasattr(pandas_api.callable_of("pandas.DataFrame"), text)


def _property(run: Run, node: cst.Attribute, base: Value, text: str, parts: expressions.Parts) -> Value:
    own = calls.owner(base)
    key = f"{own}.{text}"
    if isinstance(base, Frame) and _is_column(base, text):
        run.record(node, "DataFrame.__getattr__", "native")
        return own_columns.column_of(run, node.value, base.column(text))
    if text in ACCESSORS.get(own, ()) and (key in RULES or any(k.startswith(key + ".") for k in RULES)):
        if key not in RULES:
            rebuilt = calls.rebuilt(run, node, parts, likeness.attribute(base, text))
            return Accessor(base.code, base=base, name=text, as_pandas=rebuilt)
    if isinstance(base, Grouped) and text in base.frame.fields and key not in RULES:
        return calls.subscript(run, node, base, Const(literal(text), text), parts)

    def bridged() -> Value:
        result = expressions.splice(run, node, [(n, bridges.escape(run, n, v)) for n, v in parts])
        type_ = pandas_api.result_type(own.split(".")[0], text)
        return replace(result, type=type_, was_spark=True, likeness=likeness.attribute(base, text))

    return ruled(run, node, key, [base], {}, bridged)
