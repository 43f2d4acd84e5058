"""Which objects a piece of code may change in place, told from its syntax alone."""

from __future__ import annotations

import builtins

import libcst as cst

from translator import syntax

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
    for item in syntax.walk(node):
        if type(item) in _CHANGES:
            found |= _changed_by(item)
    return frozenset(found)


def may_change_arguments(definition: cst.FunctionDef | cst.Lambda | cst.ClassDef) -> bool:
    """Whether a function, or a method of a class, may change an object that it is given."""
    return bool(changed_names(definition.body))


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
