"""Functions of rows that give several values: ``df.apply(lambda r: pd.Series({...}), axis=1)``.

Each of the values is followed for itself, as what a function gives that returns only this one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import libcst as cst

from translator.diagnostics import Decline
from translator.documents import syntax
from translator.frames.values import Function, Module, Value


def values_of(function: Value, expanded: bool) -> dict[str | int, Function] | None:
    """By label, the function that gives one of the values; None for a function that gives no such collection.

    Args:
        expanded: lists and tuples become columns, too (``result_type="expand"``).

    Raises:
        Decline: where it gives different collections.
    """
    if not isinstance(function, Function):
        return None
    node = function.definition.node
    results = [node.body] if isinstance(node, cst.Lambda) else [r.value for r in _returns(node)]
    found = [_items(function, result, expanded) for result in results]
    if not found or all(items is None for items in found):
        return None
    labels = [tuple(items) if items is not None else () for items in found]
    if len(set(labels)) > 1:
        raise Decline("the function gives different collections, or only sometimes one", code="T310")
    return {label: _giving(function, dict(zip(map(id, results), found, strict=True)), label) for label in labels[0]}


Items = Mapping[str | int, cst.BaseExpression]


def _returns(node: cst.FunctionDef) -> list[cst.Return]:
    """The statements that return something from a function itself."""
    found, waiting = [], list(syntax.children(node.body))
    while waiting:
        item = waiting.pop()
        if isinstance(item, cst.Return):
            found.append(item)
        elif not isinstance(item, (cst.FunctionDef, cst.Lambda, cst.ClassDef)):
            waiting += syntax.children(item)
    return found


def _items(function: Function, result: cst.BaseExpression | None, expanded: bool) -> Items | None:
    match result:
        case cst.Call(func=cst.Attribute(value=cst.Name(value=module), attr=cst.Name(value="Series")), args=[data, *options]):
            known = function.definition.closed_over(module)
            if not isinstance(known, Module) or known.name != "pandas" or data.keyword is not None:
                return None
            return _with_index(_of_collection(data.value), options)
        case cst.Tuple() | cst.List() if expanded:
            return _of_collection(result)
    return None


def _with_index(items: Items | None, options: Sequence[cst.Arg]) -> Items | None:
    """The values under the labels of ``index=[...]``."""
    if items is None or not options:
        return items
    [option, *more] = options
    labels = option.value
    if more or option.keyword is None or option.keyword.value != "index" or not isinstance(labels, (cst.List, cst.Tuple)):
        return None
    names = [e.value.evaluated_value if isinstance(e.value, cst.SimpleString) else None for e in labels.elements]
    texts = [name for name in names if isinstance(name, str)]
    if len(texts) != len(names) or len({*texts}) != len(items) or list(items) != list(range(len(items))):
        return None
    return dict(zip(texts, items.values(), strict=True))


def _of_collection(node: cst.BaseExpression) -> Items | None:
    match node:
        case cst.Dict(elements=elements):
            found: dict[str | int, cst.BaseExpression] = {}
            for element in elements:
                key = element.key.evaluated_value if isinstance(element, cst.DictElement) and isinstance(
                    element.key, cst.SimpleString) else None  # fmt: skip
                if not isinstance(key, str) or key in found:
                    return None
                found[key] = element.value
            return found or None
        case cst.List(elements=parts) | cst.Tuple(elements=parts):
            if any(not isinstance(part, cst.Element) for part in parts):
                return None
            return {number: part.value for number, part in enumerate(parts)} or None
    return None


def _giving(function: Function, results: Mapping[int, Items | None], label: str | int) -> Function:
    """The function as if it gave only the value of one label."""
    definition: Any = function.definition
    node = definition.node
    if isinstance(node, cst.Lambda):
        items = results[id(node.body)]
        assert items is not None
        changed: cst.CSTNode = node.with_changes(body=items[label])
    else:
        changed = node.visit(_Replaced(results, label))
    return replace(function, definition=replace(definition, node=changed))


class _Replaced(cst.CSTTransformer):
    """Returns one of the values in place of all of them."""

    def __init__(self, results: Mapping[int, Items | None], label: str | int) -> None:
        super().__init__()
        self._results, self._label = results, label

    def leave_Return(self, original_node: cst.Return, updated_node: cst.Return) -> cst.Return:  # noqa: N802
        items = self._results.get(id(original_node.value))
        return updated_node if items is None else updated_node.with_changes(value=items[self._label])
