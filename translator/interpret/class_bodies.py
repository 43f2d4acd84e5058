"""Which classes are followed, and what their bodies define."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import libcst as cst

from translator.context import current
from translator.documents import syntax
from translator.emission.emit import name
from translator.frames.values import Class, Const, Local, Value
from translator.interpret import expressions, parameters, paths, statements
from translator.interpret.changes import may_change_arguments
from translator.interpret.classes import ClassDefinition, Kind, Method
from translator.interpret.definitions import Definition
from translator.interpret.environment import Env
from translator.interpret.run import Run

KINDS: Mapping[str, Kind] = {
    "property": "property", "staticmethod": "static", "classmethod": "class", "abstractmethod": "method",
    "abc.abstractmethod": "method",
}  # fmt: skip
"""Decorators of methods that are followed."""

PLAIN_BASES = ("object", "ABC", "abc.ABC")
"""Classes that hand nothing down to what is followed."""

CHANGE_ACCESS = frozenset({
    "__new__", "__getattr__", "__getattribute__", "__setattr__", "__delattr__", "__del__", "__init_subclass__",
})  # fmt: skip
"""Methods after which an attribute is not just what was assigned to it."""

DATA_CLASSES = ("dataclass", "dataclasses.dataclass")
DATA_CLASS_OPTIONS = frozenset({"frozen", "eq", "order", "repr", "kw_only", "slots"})
"""Arguments of the decorator that leave attributes what the arguments of a call were."""


def class_statement(run: Run, node: cst.ClassDef) -> None:
    """Bind the name of a class: one that is followed, or one that keeps its pandas code."""
    if _define(run, node):
        return
    for decorator in node.decorators:
        statements.commit(run, decorator.decorator)
    for base in (*node.bases, *node.keywords):
        statements.commit(run, base.value)
    value = Local(name(node.name.value), changes=may_change_arguments(node))
    run.env.bind(node.name.value, value, run.statement_place)
    place = run.statement_place
    outer_env, outer_mode = run.env, run.pandas_only
    run.env, run.pandas_only = Env(outer_env), True
    try:
        statements.execute_body(run, node.body)
    finally:
        attributes = {text: binding.value for text, binding in run.env.names.items()}
        run.env, run.pandas_only = outer_env, outer_mode
    run.env.bind(node.name.value, replace(value, specimen=paths.settings(attributes)), place)


def _define(run: Run, node: cst.ClassDef) -> bool:
    """Bind the name of a class that is followed; False for any other class."""
    functions = [item for item in node.body.body if isinstance(item, cst.FunctionDef)]
    stays = current().is_demanded("class", run.place(node)) or any(
        current().is_demanded(kind, run.place(f)) for f in functions for kind in ("function", "gives_back")
    )
    data_class = _is_data_class(node)
    if run.pandas_only or stays or data_class is None or not all(map(_is_followed, node.body.body)):
        return False
    known, base = _base(run, node)
    if not known or base is not None and _private(node) & _all_private(base):
        return False
    text, place, outer = node.name.value, run.statement_place, run.env
    for decorator in node.decorators:
        statements.commit(run, decorator.decorator)
    with run.scoped(env=Env(outer)):
        methods = {f.name.value: _method(run, f, outer, base) for f in functions}
        attributes, fields = _body(run, node, data_class)
    definition = ClassDefinition(node, run.cell, place, methods, attributes, fields if data_class else None, base)
    run.env.bind(text, Class(name(text), definition if base is None else _inheriting(definition, base)), place)
    return True


def _base(run: Run, node: cst.ClassDef) -> tuple[bool, ClassDefinition | None]:
    """Whether all base classes are known, and the one among them that is a class of the program."""
    found: list[ClassDefinition] = []
    for base in node.bases:
        value = None if _dotted(base.value) in PLAIN_BASES else expressions.evaluate(run, base.value)
        if isinstance(value, Class):
            found.append(value.definition)
        elif value is not None:
            return False, None
    return len(found) < 2, found[0] if found else None


def _private(node: cst.ClassDef) -> set[str]:
    """Names that Python keeps apart from the same ones of other classes: ``self.__rows``."""
    named = (item.value for item in syntax.walk(node) if isinstance(item, cst.Name))
    return {text for text in named if text.startswith("__") and not text.endswith("__")}


def _all_private(definition: ClassDefinition) -> set[str]:
    above = _all_private(definition.base) if definition.base is not None else set()
    return _private(definition.node) | above


def _inheriting(own: ClassDefinition, base: ClassDefinition) -> ClassDefinition:
    """A class with what it has from its base besides its own."""
    data_class = own.fields is not None
    inherited = {text: m for text, m in base.methods.items() if not (data_class and text == "__init__")}
    fields = {**(base.fields or {}), **(own.fields or {})} if data_class else base.fields
    return replace(
        own, methods={**inherited, **own.methods}, attributes={**base.attributes, **own.attributes}, fields=fields
    )


def _is_data_class(node: cst.ClassDef) -> bool | None:
    """Whether it is a data class or a plain one; None for classes that are not followed."""
    if node.keywords:
        return None
    if not node.decorators:
        return False
    decorator = node.decorators[0].decorator
    if isinstance(decorator, cst.Call):
        plain = all(a.keyword is not None and a.keyword.value in DATA_CLASS_OPTIONS for a in decorator.args)
        decorator = decorator.func if plain else decorator
    return True if len(node.decorators) == 1 and _dotted(decorator) in DATA_CLASSES else None


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


def _method(run: Run, node: cst.FunctionDef, outer: Env, base: ClassDefinition | None) -> Method:
    statements.commit_defaults(run, node)
    own = Definition.of(run, node, parameters.defaults(run, node))
    definition = replace(own, env=outer, is_method=True, above=base)
    run.definitions[definition.place] = definition
    decorator = _dotted(node.decorators[0].decorator) if node.decorators else None
    return Method(definition, KINDS.get(decorator or "", "method"))


def _body(run: Run, node: cst.ClassDef, data_class: bool) -> tuple[dict[str, Value], dict[str, Value | None]]:
    """What the body assigns, and the arguments of a data class."""
    fields: dict[str, Value | None] = {}
    with run.scoped(pandas_only=True):
        for item in node.body.body:
            if not isinstance(item, cst.FunctionDef):
                statements.execute_body(run, [item])  # type: ignore[list-item]
            for small in item.body if isinstance(item, cst.SimpleStatementLine) else ():
                if isinstance(small, cst.AnnAssign) and isinstance(small.target, cst.Name):
                    fields[small.target.value] = None
    attributes = {text: _lasting(binding.value, text) for text, binding in run.env.names.items()}
    if not data_class:
        return attributes, {}
    return attributes, {text: attributes.get(text) for text in fields}


def _lasting(value: Value, text: str) -> Value:
    """What all objects share is only known if nobody can change it."""
    changes = not isinstance(value, Const) or isinstance(value.value, (list, dict, set))
    return Local(name(text)) if changes else value
