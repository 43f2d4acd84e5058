"""Which classes are followed, and what their bodies define."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import libcst as cst

from translator.context import current
from translator.emit import name
from translator.interpret import parameters, statements
from translator.interpret.classes import ClassDefinition, Kind, Method
from translator.interpret.definitions import Definition
from translator.interpret.environment import Env
from translator.interpret.run import Run
from translator.values import Class, Const, Local, Value

KINDS: Mapping[str, Kind] = {"property": "property", "staticmethod": "static"}
"""Decorators of methods that are followed."""

CHANGE_ACCESS = frozenset({
    "__new__", "__getattr__", "__getattribute__", "__setattr__", "__delattr__", "__del__", "__init_subclass__",
})  # fmt: skip
"""Methods after which an attribute is not just what was assigned to it."""

DATA_CLASSES = ("dataclass", "dataclasses.dataclass")


def define(run: Run, node: cst.ClassDef) -> bool:
    """Bind the name of a class that is followed; False for any other class."""
    functions = [item for item in node.body.body if isinstance(item, cst.FunctionDef)]
    stays = current().is_demanded("class", run.place(node)) or any(
        current().is_demanded(kind, run.place(f)) for f in functions for kind in ("function", "gives_back")
    )
    data_class = _is_data_class(node)
    if run.pandas_only or stays or data_class is None or not all(map(_is_followed, node.body.body)):
        return False
    text, place, outer = node.name.value, run.statement_place, run.env
    for decorator in node.decorators:
        statements.commit(run, decorator.decorator)
    run.env = Env(outer)
    try:
        methods = {f.name.value: _method(run, f, outer) for f in functions}
        attributes, fields = _body(run, node, data_class)
    finally:
        run.env = outer
    definition = ClassDefinition(node, run.cell, place, methods, attributes, fields if data_class else None)
    run.env.bind(text, Class(name(text), definition), place)
    return True


def _is_data_class(node: cst.ClassDef) -> bool | None:
    """Whether it is a data class or a plain one; None for classes that are not followed."""
    plain_base = not node.bases or [_dotted(base.value) for base in node.bases] == ["object"]
    if not plain_base or node.keywords:
        return None
    if not node.decorators:
        return False
    return True if len(node.decorators) == 1 and _dotted(node.decorators[0].decorator) in DATA_CLASSES else None


def _dotted(node: cst.BaseExpression) -> str | None:
    return cst.helpers.get_full_name_for_node(node) if isinstance(node, (cst.Name, cst.Attribute)) else None


def _is_followed(item: cst.CSTNode) -> bool:
    """Whether a statement of the body of a class is a method or an assignment of a plain kind."""
    match item:
        case cst.FunctionDef():
            kinds = [_dotted(d.decorator) for d in item.decorators]
            plain = not kinds or len(kinds) == 1 and kinds[0] in KINDS
            return plain and item.name.value not in CHANGE_ACCESS and item.asynchronous is None
        case cst.SimpleStatementLine():
            return all(isinstance(small, (cst.Assign, cst.AnnAssign, cst.Pass, cst.Expr)) for small in item.body)
    return False


def _method(run: Run, node: cst.FunctionDef, outer: Env) -> Method:
    statements.commit_defaults(run, node)
    definition = replace(Definition.of(run, node, parameters.defaults(run, node)), env=outer, is_method=True)
    run.definitions[definition.place] = definition
    decorator = _dotted(node.decorators[0].decorator) if node.decorators else None
    return Method(definition, KINDS.get(decorator or "", "method"))


def _body(run: Run, node: cst.ClassDef, data_class: bool) -> tuple[dict[str, Value], dict[str, Value | None]]:
    """What the body assigns, and the arguments of a data class."""
    outer, run.pandas_only = run.pandas_only, True
    fields: dict[str, Value | None] = {}
    try:
        for item in node.body.body:
            if not isinstance(item, cst.FunctionDef):
                statements.execute_body(run, [item])  # type: ignore[list-item]
            for small in item.body if isinstance(item, cst.SimpleStatementLine) else ():
                if isinstance(small, cst.AnnAssign) and isinstance(small.target, cst.Name):
                    fields[small.target.value] = None
    finally:
        run.pandas_only = outer
    attributes = {text: _lasting(binding.value, text) for text, binding in run.env.names.items()}
    if not data_class:
        return attributes, {}
    return attributes, {text: attributes.get(text) for text in fields}


def _lasting(value: Value, text: str) -> Value:
    """What all objects share is only known if nobody can change it."""
    changes = not isinstance(value, Const) or isinstance(value.value, (list, dict, set))
    return Local(name(text)) if changes else value
