"""``functools.reduce`` over known items: frames that are joined one by one, steps that are carried out in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import libcst as cst

from translator.context import current
from translator.frames.naming import without_variables
from translator.frames.values import Const, Elements, Frame, Function, Value, parts_of
from translator.interpret import expressions, functions, passing, versions
from translator.interpret.environment import one_of
from translator.interpret.run import Run

MAX_ITEMS = 64


def reduced(run: Run, node: cst.Call, args: Sequence[Value], parts: expressions.Parts) -> Frame | None:
    """The frame that ``reduce(function, items[, first])`` gives; None where it is not followed."""
    items = parts_of(args[1]) if len(args) in (2, 3) else None
    function = args[0] if args else None
    if items is None or not isinstance(function, Function) or len(items) > MAX_ITEMS or run.pandas_only:
        return None
    values = [*args[2:], *items]
    objects = [*(passing.objects_of(run, part) for part, _ in parts[2:]), *_objects_in(run, parts[1][0], items)]
    if len(parts) != len(args) or not values or not any(isinstance(v, (Frame, Function)) for v in values):
        return None
    result = _carried_out(run, node, function, values, objects)
    if result is None:
        return None
    return without_variables(replace(result, code=functions.call_code(run.original(node.func), node, parts)))


def _carried_out(
    run: Run, node: cst.Call, function: Function, values: Sequence[Value], objects: Sequence[frozenset[int]]
) -> Frame | None:
    so_far, held = values[0], objects[0]
    for value, refs in zip(values[1:], objects[1:], strict=True):
        call = cst.Call(func=node.func)
        given = passing.Arguments(refs={id(so_far): held, id(value): refs})
        result = functions.follow(run, call, function, [so_far, value], {}, [], code=function.code, given=given)
        run.giving.pop(id(call), None)
        gives = run.objects.pop(id(call), None)
        if versions.may_come(function.definition):
            current().demand("function", function.definition.place)
            return None
        if not isinstance(result, Frame):
            return None
        so_far, held = result, frozenset({gives} if isinstance(gives, int) else ())
    if held:
        run.objects[id(node)] = one_of(*held)
    return so_far if isinstance(so_far, Frame) else None


def _objects_in(run: Run, node: cst.BaseExpression, items: Sequence[Value]) -> list[frozenset[int]]:
    """The objects that the items are, where something else holds them."""
    if isinstance(node, (cst.List, cst.Tuple)) and len(node.elements) == len(items):
        return [passing.objects_of(run, element.value) for element in node.elements]
    known = run.env.lookup(run.variable(node) or "")
    value = known.value if known is not None else None
    refs = value.refs if isinstance(value, Elements) else ()
    if len(refs) == len(items):
        return [frozenset({ref} if ref is not None else ()) for ref in refs]
    whole = passing.objects_of(run, node)
    return [whole if not isinstance(item, (Const, Function)) else frozenset() for item in items]
