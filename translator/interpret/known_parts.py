"""Lists, tuples and dicts whose parts are known one by one, also where the parts are functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import libcst as cst

from translator.context import current
from translator.emission.emit import Argument, Code, DictDisplay, Display, Item, literal
from translator.frames.values import Const, Elements, Function, Value, is_spark, parts_of
from translator.interpret.changes import may_change_arguments
from translator.interpret.run import Run


def functions_in(value: Value) -> list[Function]:
    """The functions that a value is or holds."""
    if isinstance(value, Elements):
        return [f for item in value.items for f in functions_in(item)]
    return [value] if isinstance(value, Function) else []


def hand_changing_functions(values: Iterable[Value]) -> bool:
    """Whether functions of the program are handed over that may change what they are given next: ``map(clean, frames)``."""
    definitions = [f.definition for value in values for f in functions_in(value)]
    return any(d.cell.source.once(may_change_arguments, d.node) for d in definitions)


def element_of(base: Elements, key: Value) -> Value | None:
    """``base[key]``, where the key is known."""
    if not isinstance(key, Const):
        return None
    found = None
    if base.kind == "dict":
        pairs = zip(base.keys, base.items, strict=True)
        found = next((v for k, v in pairs if isinstance(k, Const) and k.value == key.value), None)
    elif isinstance(key.value, int) and -len(base.items) <= key.value < len(base.items):
        found = base.items[key.value]
    if found is None or isinstance(base.code, (Display, DictDisplay)):
        return found
    return replace(found, code=Item(base.code, key.code))


def view(run: Run, node: cst.Call, receiver: Value, text: str, args: Sequence[Value]) -> Value | None:
    """``d.items()``, ``d.values()``, ``d.keys()`` and ``d.get(key)`` of a dict; of one with frames for a loop only."""
    if not isinstance(receiver, Elements) or receiver.kind != "dict":
        return None
    code: Code = run.original(node)
    if is_spark(receiver):
        statement = run.statement
        looped = isinstance(statement, cst.For) and statement.iter is node and text in ("items", "values")
        if not looped or run.pandas_only or current().is_demanded("local", run.statement_place):
            return None
        code = getattr(receiver.code, text)()
    pairs = list(zip(receiver.keys, receiver.items, strict=True))
    views: dict[str, list[Value]] = {
        "items": [Elements(Display("()", tuple(Argument(part.code) for part in pair)), "tuple", pair) for pair in pairs],
        "values": [value for _, value in pairs], "keys": [key for key, _ in pairs],
    }  # fmt: skip
    if text in views and not args:
        return Elements(code, "list", tuple(views[text]))
    if text == "get" and args:
        found = element_of(receiver, args[0])
        return None if found is None else replace(found, code=code)
    return None


def builtin(name: str, args: Sequence[Value], kwargs: Mapping[str, Value], code: Code) -> Value | None:
    """``enumerate``, ``zip``, ``list``, ``tuple``, ``reversed`` and ``len`` where not all parts are constants."""
    if not any(isinstance(v, Elements) for v in args) or any(map(is_spark, args)):
        return None
    lists = [_iterated(v) for v in args]
    first = lists[0]
    if name == "enumerate" and first is not None and kwargs.keys() <= {"start"}:
        start = args[1] if len(args) > 1 else kwargs.get("start", Const(literal(0), 0))
        if not isinstance(start, Const) or not isinstance(start.value, int):
            return None
        numbers = [Const(literal(n), n) for n in range(start.value, start.value + len(first))]
        return _pairs([numbers, first], code)
    if kwargs or any(one is None for one in lists):
        return None
    known = [one for one in lists if one is not None]
    match name:
        case "zip":
            return _pairs(known, code)
        case "list" | "tuple":
            return Elements(code, "list" if name == "list" else "tuple", tuple(known[0]))
        case "reversed":
            return Elements(code, "list", tuple(reversed(known[0])))
        case "len":
            return Const(code, len(known[0]))
    return None


def _iterated(value: Value) -> list[Value] | None:
    """The parts that iterating gives."""
    if isinstance(value, Elements) and value.kind == "dict":
        return list(value.keys)
    if isinstance(value, Const) and isinstance(value.value, (range, dict)):
        return [Const(literal(v), v) for v in value.value] if len(value.value) <= 100 else None
    return parts_of(value)


def _pairs(lists: Sequence[Sequence[Value]], code: Code) -> Value:
    rows = (Elements(code, "tuple", tuple(row)) for row in zip(*lists, strict=False))
    return Elements(code, "list", tuple(rows))


def names_of_module(run: Run, node: cst.Call) -> Value:
    """``globals()``, as far as it serves to look a function up."""
    scope = list(run.env.chain())[-1]
    found = {text: b.value for text, b in scope.names.items() if isinstance(b.value, Function)}
    return Elements(run.original(node), "dict", tuple(found.values()), tuple(Const(literal(t), t) for t in found))
