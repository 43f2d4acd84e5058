"""Functions of the program on the data at hand: read and calculated step by step, never executed.

Only what is known to be pure is calculated: expressions, tests, local names, text and number
methods, functions of `math` and numpy, members of pandas that change nothing. Anything else, or too
many steps, and nothing is known of the result.
"""

from __future__ import annotations

import ast
import datetime
import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import libcst as cst
import numpy as np
import pandas as pd

from translator.documents.syntax import children
from translator.evidence.purity import is_pure, is_pure_function
from translator.frames.values import Function, Module, Value

STEPS = 3_000_000
"""Steps that one object may take to calculate."""

_BINARY: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod, ast.Pow: operator.pow,
    ast.BitAnd: operator.and_, ast.BitOr: operator.or_, ast.BitXor: operator.xor,
}  # fmt: skip
_UNARY: Mapping[type[ast.unaryop], Callable[[Any], Any]] = {
    ast.USub: operator.neg, ast.UAdd: operator.pos, ast.Not: operator.not_, ast.Invert: operator.invert,
}  # fmt: skip
_COMPARE: Mapping[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt,
    ast.GtE: operator.ge, ast.Is: operator.is_, ast.IsNot: operator.is_not,
    ast.In: lambda a, b: a in b, ast.NotIn: lambda a, b: a not in b,
}  # fmt: skip
_BUILTINS: Mapping[str, Any] = {
    f.__name__: f for f in (abs, all, any, bool, dict, float, int, isinstance, len, list, max, min, round, set, sorted,
                            str, sum, tuple)
}  # fmt: skip
_ERRORS: Mapping[str, type[Exception]] = {
    e.__name__: e for e in (ValueError, TypeError, KeyError, IndexError, ZeroDivisionError, AttributeError, Exception)
}  # fmt: skip
_MODULES: Mapping[str, Any] = {"math": math, "numpy": np, "pandas": pd, "datetime": datetime}
_PANDAS = frozenset({"isna", "isnull", "notna", "notnull", "Timestamp", "Timedelta", "to_datetime", "to_numeric", "Series"})
_SCALARS = (str, int, float, datetime.date, datetime.timedelta, np.generic, tuple, frozenset)
_MEMBERS: Mapping[type, frozenset[str]] = {
    dict: frozenset({"get", "keys", "values", "items"}), list: frozenset({"index", "count"}),
}  # fmt: skip


_WIDENING = frozenset({"ljust", "rjust", "center", "zfill", "format", "format_map", "expandtabs"})


class Unreadable(Exception):
    """The function does something that is not calculated here."""


class _Return(Exception):
    def __init__(self, value: Any) -> None:
        super().__init__()
        self.value = value


def reader(function: Function, known: Callable[[Value], Any]) -> Callable[[], Callable[..., Any]]:
    """What later gives the function as one that can be called on the data at hand.

    The names that it reads are looked up now; `known` tells their objects when they are needed.
    """
    definition = function.definition
    outer = {text: definition.closed_over(text) for text in set(_names(definition.node))}
    text = cst.Module([]).code_for_node(definition.node).strip()

    def build() -> Callable[..., Any]:
        tree = ast.parse(text).body[0]
        node: Any = tree.value if isinstance(tree, ast.Expr) else tree
        if not isinstance(node, (ast.Lambda, ast.FunctionDef)) or getattr(node, "decorator_list", None):
            raise Unreadable
        names = {t: v for t, v in outer.items() if v is not None}
        return _Reading(names, known).function(node, {})

    return build


def _names(node: cst.CSTNode) -> Iterator[str]:
    if isinstance(node, cst.Name):
        yield node.value
    for child in children(node):
        yield from _names(child)


class _Reading:
    """Calculates function bodies; counts its steps."""

    def __init__(self, outer: Mapping[str, Value], known: Callable[[Value], Any]) -> None:
        self._outer, self._known, self._left = outer, known, STEPS

    def function(self, node: ast.Lambda | ast.FunctionDef, scope: Mapping[str, Any]) -> Callable[..., Any]:
        given = node.args
        if given.vararg or given.kwarg or given.kwonlyargs:
            raise Unreadable
        names = [a.arg for a in (*given.posonlyargs, *given.args)]
        defaults = dict(zip(names[len(names) - len(given.defaults) :], given.defaults, strict=True))

        def call(*args: Any, **named: Any) -> Any:
            local = {**scope, **{n: self.value(d, scope) for n, d in defaults.items()}}
            local |= dict(zip(names, args, strict=False)) | named
            if isinstance(node, ast.Lambda):
                return self.value(node.body, local)
            try:
                self._run(node.body, local)
            except _Return as found:
                return found.value
            return None

        call.__name__ = "<lambda>" if isinstance(node, ast.Lambda) else node.name  # pandas makes labels of it
        return call

    # --- statements

    def _run(self, body: list[ast.stmt], local: dict[str, Any]) -> None:
        for statement in body:
            match statement:
                case ast.Return(value=value):
                    raise _Return(None if value is None else self.value(value, local))
                case ast.If(test=test, body=then, orelse=otherwise):
                    self._run(then if self.value(test, local) else otherwise, local)
                case ast.Assign(targets=[ast.Name(id=text)], value=value):
                    local[text] = self.value(value, local)
                case ast.AugAssign(target=ast.Name(id=text), op=op, value=value) if isinstance(local.get(text), _SCALARS):
                    local[text] = self._operate(op, local[text], self.value(value, local))
                case ast.For(target=ast.Name(id=text), iter=items, body=then, orelse=[]):
                    for item in self.value(items, local):
                        local[text] = item
                        self._run(then, local)
                case ast.Try(body=tried, handlers=handlers, orelse=[], finalbody=[]):
                    self._try(tried, handlers, local)
                case ast.Pass() | ast.Expr(value=ast.Constant()):
                    pass
                case _:
                    raise Unreadable

    def _try(self, body: list[ast.stmt], handlers: list[ast.ExceptHandler], local: dict[str, Any]) -> None:
        try:
            self._run(body, local)
        except (_Return, Unreadable):
            raise
        except Exception as error:
            for handler in handlers:
                if isinstance(error, self._caught(handler.type)):
                    self._run(handler.body, local)
                    return
            raise

    def _caught(self, kind: ast.expr | None) -> tuple[type[Exception], ...]:
        names = [kind] if not isinstance(kind, ast.Tuple) else kind.elts
        found = [_ERRORS.get(n.id) if isinstance(n, ast.Name) else Exception if n is None else None for n in names]
        if None in found:
            raise Unreadable
        return tuple(e for e in found if e is not None)

    # --- expressions

    def value(self, node: ast.expr, local: Mapping[str, Any]) -> Any:
        self._left -= 1
        if self._left < 0:
            raise Unreadable
        match node:
            case ast.Constant(value=value):
                return value
            case ast.Name(id=text):
                return self._named(text, local)
            case ast.BinOp(left=left, op=op, right=right):
                return self._operate(op, self.value(left, local), self.value(right, local))
            case ast.UnaryOp(op=op, operand=operand):
                return _UNARY[type(op)](self.value(operand, local))
            case ast.BoolOp(op=op, values=values):
                return self._either(isinstance(op, ast.Or), values, local)
            case ast.Compare(left=left, ops=ops, comparators=others):
                return self._compare(self.value(left, local), ops, others, local)
            case ast.IfExp(test=test, body=then, orelse=otherwise):
                return self.value(then if self.value(test, local) else otherwise, local)
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
                kind = {ast.Tuple: tuple, ast.List: list}.get(type(node), set)
                return kind(self.value(part, local) for part in parts)
            case ast.Dict(keys=keys, values=values) if None not in keys:
                return {self.value(k, local): self.value(v, local) for k, v in zip(keys, values, strict=True) if k}
            case ast.Subscript(value=base, slice=ast.Slice(lower=low, upper=high, step=step)):
                bounds = (None if b is None else self.value(b, local) for b in (low, high, step))
                return self.value(base, local)[slice(*bounds)]
            case ast.Subscript(value=base, slice=key):
                return self.value(base, local)[self.value(key, local)]
            case ast.Attribute(value=base, attr=text):
                return _member(self.value(base, local), text)
            case ast.Call(func=called, args=args, keywords=named) if all(k.arg for k in named):
                options = {str(k.arg): self.value(k.value, local) for k in named}
                return self.value(called, local)(*(self.value(a, local) for a in args), **options)
            case ast.Lambda():
                return self.function(node, local)
            case ast.JoinedStr(values=parts):
                return "".join(self._text(part, local) for part in parts)
        raise Unreadable

    def _named(self, text: str, local: Mapping[str, Any]) -> Any:
        if text in local:
            return local[text]
        value = self._outer.get(text)
        if isinstance(value, Module):
            return _module(value.name)
        if isinstance(value, Function):
            return reader(value, self._known)()
        if value is not None:
            return self._known(value)
        if text not in _BUILTINS:
            raise Unreadable
        return _BUILTINS[text]

    def _operate(self, op: ast.operator, left: Any, right: Any) -> Any:
        if type(op) not in _BINARY or _may_explode(op, left, right):
            raise Unreadable
        return _BINARY[type(op)](left, right)

    def _either(self, wanted: bool, values: list[ast.expr], local: Mapping[str, Any]) -> Any:
        result: Any = None
        for value in values:
            result = self.value(value, local)
            if bool(result) is wanted:
                break
        return result

    def _compare(self, left: Any, ops: list[ast.cmpop], others: list[ast.expr], local: Mapping[str, Any]) -> Any:
        result: Any = True
        for op, other in zip(ops, others, strict=True):
            right = self.value(other, local)
            result = _COMPARE[type(op)](left, right)
            if len(ops) > 1 and not result:
                break
            left = right
        return result

    def _text(self, part: ast.expr, local: Mapping[str, Any]) -> str:
        if isinstance(part, ast.Constant):
            return str(part.value)
        if not isinstance(part, ast.FormattedValue) or part.conversion != -1:
            raise Unreadable
        pattern = "" if part.format_spec is None else self.value(part.format_spec, local)
        if any(int(digits) > 99 for digits in re.findall(r"\d+", pattern)):
            raise Unreadable
        return format(self.value(part.value, local), pattern)


def _may_explode(op: ast.operator, left: Any, right: Any) -> bool:
    """Whether a product or power may take more memory than there is."""
    if isinstance(op, ast.Mult):
        return isinstance(left, (str, list, tuple)) or isinstance(right, (str, list, tuple))
    return isinstance(op, ast.Pow) and isinstance(left, int) and isinstance(right, int) and abs(right) > 64


def _module(name: str) -> Any:
    if name in _MODULES:
        return _MODULES[name]
    module, _, member = name.rpartition(".")
    if module not in _MODULES:
        raise Unreadable
    return _member(_MODULES[module], member)


def _member(base: Any, text: str) -> Any:
    """A member that changes nothing."""
    if text.startswith("_") or not _is_pure_member(base, text):
        raise Unreadable
    return getattr(base, text)


def _is_pure_member(base: Any, text: str) -> bool:
    if base is math or base is datetime:
        return True
    if base is pd:
        return text in _PANDAS
    if base is np:
        return text in ("nan", "inf") or is_pure_function(text)
    if isinstance(base, type):
        return issubclass(base, (datetime.date, datetime.timedelta))
    if isinstance(base, _SCALARS):
        return text not in _WIDENING
    return text in _MEMBERS.get(type(base), ()) or is_pure(base, text)
