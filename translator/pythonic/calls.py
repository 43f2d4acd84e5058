"""Columns that a Python function fills, which Spark's workers call for every value or row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import libcst as cst

from translator.cellwise.cells import Cell, cell_of, row_of
from translator.context import current
from translator.diagnostics import Decline
from translator.documents import syntax
from translator.emission.emit import Code, F, by_name, parity
from translator.frames.columns import has_missing
from translator.frames.dtypes import DType
from translator.frames.values import Column, Frame, Function, Value, col
from translator.pythonic.results import FLOATS, Types, given_by, value_types

SPARK: Mapping[DType, str] = {"int64": "bigint", "float64": "double", "str": "string", "bool": "boolean"}


def of_cells(column: Column, function: Function, args: Sequence[Value], skip_missing: bool) -> Column:
    """What ``Series.map(function)`` gives, by calling the function on Spark's workers.

    Raises:
        Decline: where the type of the result is not known, or the function is not known to be pure.
    """
    cell = cell_of(column)
    extra = value_types(args)
    try:
        types = given_by(function, [_types(cell.certain if skip_missing else cell), *extra])
        _result(types)
    except Decline:
        if has_missing(cell.column) is not False or not cell.column.nullable:
            raise
        types = given_by(function, [_types(cell.certain), *extra])
        current().site.assume("A115")
    if skip_missing and cell.missing is not None:
        types |= {"none" if cell.missing == "none" else "nan"}
    dtype, nullable, none = _result(types)
    options: dict[str, object] = {}
    if cell.kind == "str" and cell.missing == "none":
        options["none"] = True
    if skip_missing and cell.missing is not None:
        options["skip_missing"] = True
    current().site.assume("A121")
    code = parity.map_values(cell.column.code, function.code, SPARK[dtype], *(a.code for a in args), **options)
    _keep(function)
    return column.then(code, dtype=dtype, nullable=nullable, none=none, null_means=None)


def of_rows(frame: Frame, function: Function, args: Sequence[Value]) -> Column:
    """What ``DataFrame.apply(function, axis=1)`` gives, by calling the function on Spark's workers.

    Raises:
        Decline: where the type of the result is not known, or the function is not known to be pure.
    """
    row = row_of(frame)
    cells = {label: row.cell(label) for label in frame.fields}
    types = given_by(function, [{label: _types(cell) for label, cell in cells.items()}, *value_types(args)])
    dtype, nullable, none = _result(types)
    used = [label for label in frame.fields if label in _labels(function, frame)]
    options: dict[str, object] = {}
    texts = [label for label in used if cells[label].kind == "str" and cells[label].missing == "none"]
    if texts:
        options["none"] = texts
    if row.numeric is None:
        options["objects"] = True
    cells_of_row = F.struct(*_parts(frame, used, as_floats=row.numeric == "float64"))
    current().site.assume("A121")
    code = parity.map_rows(cells_of_row, function.code, SPARK[dtype], *(a.code for a in args), **options)
    _keep(function)
    like = frame.column(used[0])
    refs = {label: frame.fields[label].version for label in used}
    return like.then(code, dtype=dtype, nullable=nullable, none=none, name=None, refs=refs)


def _parts(frame: Frame, used: Sequence[str], as_floats: bool) -> list[Code]:
    """The cells that the function reads: whole numbers beside floats, which it may not read, are floats in a row."""
    if as_floats and not any(frame.fields[c].dtype in ("float64", "float32") for c in used):
        return [col(c).cast("double").alias(c) for c in used]
    return [by_name(c) for c in used]


def _labels(function: Function, frame: Frame) -> set[str]:
    """The columns that the function reads, by the texts in it; all where it calls another one with the row."""
    node = function.definition.node
    texts = {str(n.evaluated_value) for n in syntax.walk(node) if isinstance(n, cst.SimpleString)}
    texts |= {n.attr.value for n in syntax.walk(node) if isinstance(n, cst.Attribute)}
    row = node.params.params[0].name.value
    attributes = [n.value for n in syntax.walk(node) if isinstance(n, (cst.Attribute, cst.Subscript))]
    plain = sum(isinstance(n, cst.Name) and n.value == row for n in attributes)
    every = sum(isinstance(n, cst.Name) and n.value == row for n in syntax.walk(node)) - 1
    used = texts & frame.fields.keys()
    return used if used and plain == every else set(frame.fields)


def _types(cell: Cell) -> Types:
    missing = {"none": {"none"}, "nan": {"nan"}}.get(cell.missing or "", set())
    if cell.kind not in ("int", "float", "str", "bool"):
        return frozenset({"datetime" if cell.kind == "datetime" and cell.missing is None else "other"})
    if cell.missing == "unclear":
        raise Decline("whether missing texts are None or NaN is not known", code="T312")
    return frozenset({cell.kind}) | (missing if cell.kind == "str" else set())


def _result(types: Types) -> tuple[DType, bool, bool]:
    """The dtype that pandas infers, whether values may be missing, and whether these are None.

    Raises:
        Decline: where that depends on the data.
    """
    for kind, dtype in (("int", "int64"), ("bool", "bool")):
        if types == {kind}:
            return dtype, False, False
    if types and types <= FLOATS | {"none"} and "float" in types:
        return "float64", True, False
    if "str" in types and types <= {"str", "none"} or types == {"str", "nan"}:
        return "str", len(types) > 1, "none" in types
    shown = " or ".join(sorted(types)) or "nothing"
    raise Decline(f"the type of the result of the function is not certain ({shown})", code="T312")


def _keep(function: Function) -> None:
    """Ask that the function stays as it is: Spark calls it with Python's own objects."""
    definition = function.definition
    if isinstance(definition.node, cst.FunctionDef):
        current().demand("function", definition.place)
        for name in {n.value for n in syntax.walk(definition.node.body) if isinstance(n, cst.Name)}:
            inner = definition.closed_over(name)
            if isinstance(inner, Function) and inner.definition is not definition:
                _keep(inner)
