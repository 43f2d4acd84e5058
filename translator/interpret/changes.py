"""Which objects a piece of code may change in place, told from its syntax alone."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

import libcst as cst

from translator.documents import syntax

if TYPE_CHECKING:
    from translator.interpret.run import Run

MUTATORS = frozenset({
    "insert", "pop", "update", "clear", "setdefault", "sort", "fill", "put", "append", "extend", "remove", "add",
    "discard", "popitem", "reverse",
})  # fmt: skip
"""Methods that change their object; some of pandas' of the same name do not, which is no harm."""

HARMLESS = frozenset({*dir(builtins), "display"}) - {"setattr", "delattr", "exec", "eval", "vars", "globals", "locals"}
"""Functions that change none of their arguments."""


def changed_names(node: cst.CSTNode) -> frozenset[str]:
    """Names through which code may change an object, other than by binding the name anew.

    Functions that are not known may change what they are given.
    """
    found: set[str] = set()
    same: list[tuple[str, set[str]]] = []
    for item in syntax.walk(node):
        if type(item) in _CHANGES:
            found |= _changed_by(item)
        if isinstance(item, cst.Assign):
            same += [(target.target.value, named_objects(item.value))
                     for target in item.targets if isinstance(target.target, cst.Name)]  # fmt: skip
        if isinstance(item, cst.For):
            same += [(text, gone_through(item.iter)) for text in syntax.target_names(item.target)]
    before = -1
    while before < len(found):  # through another name of the object
        before = len(found)
        found |= {n for text, names in same if text in found for n in names}
    return frozenset(found)


def named_objects(value: cst.BaseExpression) -> set[str]:
    """The variables of which one holds the very object that an expression gives."""
    match value:
        case cst.Name():
            return {value.value}
        case cst.IfExp():
            return named_objects(value.body) | named_objects(value.orelse)
    return set()


def may_change_arguments(definition: cst.FunctionDef | cst.Lambda | cst.ClassDef) -> bool:
    """Whether a function, or a method of a class, may change an object that it is given, or ask which object that is."""
    return bool(changed_names(definition.body)) or any(map(_compares_objects, syntax.walk(definition.body)))


def _compares_objects(node: cst.CSTNode) -> bool:
    """``a is b``, but for the objects of which there is only one each: ``a is None``."""
    if not isinstance(node, cst.Comparison) or not any(isinstance(c.operator, (cst.Is, cst.IsNot)) for c in node.comparisons):
        return False
    sides = (node.left, *(each.comparator for each in node.comparisons))
    return not any(isinstance(side, cst.Name) and side.value in ("None", "True", "False") for side in sides)


def gone_through(iterable: cst.BaseExpression) -> set[str]:
    """The variables that hold what a loop goes through, or the containers of it."""
    match iterable:
        case cst.Name():
            return {iterable.value}
        case cst.List() | cst.Tuple():
            return {n for element in iterable.elements for n in named_objects(element.value)}
        case cst.Dict():
            return {n for entry in iterable.elements for n in named_objects(entry.value)}
        case cst.Call(func=cst.Name(value="zip" | "enumerate" | "reversed" | "list" | "tuple")):
            return {n for argument in iterable.args for n in gone_through(argument.value)}
        case cst.Call(func=cst.Attribute(value=held, attr=cst.Name(value="items" | "values"))):
            return gone_through(held)
    return set()


def may_give_back(definition: cst.FunctionDef | cst.Lambda | cst.ClassDef) -> bool:
    """Whether a function may return one of the very objects that it is given."""
    if isinstance(definition, cst.ClassDef):
        return False
    given = {p.name.value for p in (*definition.params.params, *definition.params.kwonly_params)}
    if isinstance(definition, cst.Lambda):
        return bool(named_objects(definition.body) & given)
    returned = (n.value for n in syntax.walk(definition.body) if isinstance(n, cst.Return) and n.value is not None)
    return any(named_objects(value) & given for value in returned)


def changed_anywhere(run: Run) -> set[str]:
    """Names through which the program changes an object, in any of its cells."""
    return {text for cell in run.cells for text in cell.source.once(changed_names, cell.source.module)}


def is_result_changed(run: Run) -> bool:
    """Whether the program changes what the current statement assigns."""
    if not isinstance(run.statement, cst.Assign):
        return False
    targets = {text for target in run.statement.targets for text in syntax.target_names(target.target)}
    return not targets.isdisjoint(changed_anywhere(run))


_CHANGES = frozenset({cst.AssignTarget, cst.AugAssign, cst.Del, cst.Call})


def _changed_by(node: cst.CSTNode) -> set[str]:
    match node:
        case cst.Call():
            return _changed_by_call(node)
        case cst.AssignTarget(target=cst.Attribute(value=cst.Name(value="self"))):
            return set()  # an object's own attribute is bound anew
        case cst.AssignTarget(target=cst.Subscript() | cst.Attribute() as target):
            return _roots(target)
        case cst.AssignTarget(target=cst.Tuple() | cst.List() as target):
            return {n for e in target.elements if not isinstance(e.value, cst.Name) for n in _roots(e.value)}
        case cst.AugAssign(target=target) | cst.Del(target=target):
            return _roots(target)
    return set()


def _changed_by_call(call: cst.Call) -> set[str]:
    in_place = any(a.keyword is not None and a.keyword.value == "inplace" for a in call.args)
    if isinstance(call.func, cst.Attribute):
        return _roots(call.func.value) if in_place or call.func.attr.value in MUTATORS else set()
    if isinstance(call.func, cst.Name) and call.func.value not in HARMLESS:
        return {n for a in call.args for n in _roots(a.value)}
    return set()


def _roots(target: cst.BaseExpression) -> set[str]:
    """The variables that an assignment target or argument leads to."""
    match target:
        case cst.Name():
            return {target.value}
        case cst.Subscript() | cst.Attribute() | cst.StarredElement():
            return _roots(target.value)
        case cst.Tuple() | cst.List():
            return {n for element in target.elements for n in _roots(element.value)}
    return set()
