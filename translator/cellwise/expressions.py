"""Evaluates the expressions of a function for one row."""

from __future__ import annotations

from typing import Any

import libcst as cst

from translator.cellwise import calls, texts
from translator.cellwise.arithmetic import negative, operate
from translator.cellwise.cells import Absent, Cell, Operand, Pieces, Row, cell_of_value
from translator.cellwise.choice import chosen
from translator.cellwise.conditions import (
    Test,
    as_column,
    both,
    compare,
    contains,
    either,
    is_none,
    truth,
)
from translator.cellwise.scope import Raises, Scope
from translator.diagnostics import Decline
from translator.emission.emit import Code, Raw, literal, name
from translator.frames.values import Const, Function, Local, Module, Scalar

BINARY = {
    cst.Add: "__add__", cst.Subtract: "__sub__", cst.Multiply: "__mul__", cst.Divide: "__truediv__",
    cst.FloorDivide: "__floordiv__", cst.Modulo: "__mod__", cst.Power: "__pow__",
}  # fmt: skip
AUGMENTED = {
    cst.AddAssign: "__add__", cst.SubtractAssign: "__sub__", cst.MultiplyAssign: "__mul__",
    cst.DivideAssign: "__truediv__", cst.FloorDivideAssign: "__floordiv__", cst.ModuloAssign: "__mod__",
    cst.PowerAssign: "__pow__",
}  # fmt: skip
COMPARED = {
    cst.Equal: "__eq__", cst.NotEqual: "__ne__", cst.LessThan: "__lt__", cst.LessThanEqual: "__le__",
    cst.GreaterThan: "__gt__", cst.GreaterThanEqual: "__ge__",
}  # fmt: skip
CONSTANTS = {"True": True, "False": False, "None": None}


def evaluate(scope: Scope, node: cst.BaseExpression) -> Operand:
    """The value of an expression.

    Raises:
        Raises: when it raises for every row that comes here.
        Decline: when it is not modelled.
    """
    scope.reader.step()
    match node:
        case cst.Name():
            return _name(scope, node.value)
        case cst.SimpleString() | cst.Integer() | cst.Float() | cst.ConcatenatedString():
            return _constant(node.evaluated_value)
        case cst.FormattedString():
            return texts.formatted(scope, node)
        case cst.BinaryOperation():
            return operate(scope, BINARY.get(type(node.operator)), evaluate(scope, node.left), evaluate(scope, node.right))
        case cst.UnaryOperation(operator=cst.Minus()):
            return negative(scope, evaluate(scope, node.expression))
        case cst.Comparison() | cst.UnaryOperation(operator=cst.Not()):
            return _answer(scope, test(scope, node))
        case cst.BooleanOperation():
            return _joined(scope, node)
        case cst.IfExp():
            return _conditional(scope, node)
        case cst.Attribute():
            return calls.attribute(scope, evaluate(scope, node.value), node.attr.value)
        case cst.Subscript():
            return _subscript(scope, node)
        case cst.Call():
            return _call(scope, node)
        case cst.List() | cst.Tuple() | cst.Set() | cst.Dict():
            return _display(scope, node)
        case cst.Lambda():
            return nested(scope, node)
    raise Decline("the function has an expression that is not translated", code="T310")


def _constant(value: Any) -> Const:
    if value is None:
        raise Decline("the text is not translated", code="T310")
    return Const(literal(value), value)


def nested(scope: Scope, node: cst.FunctionDef | cst.Lambda) -> Operand:
    """A function within the function: it may read the names around it, which are not constants."""
    raise Decline("a function within the function is not translated", code="T311")


def _name(scope: Scope, text: str) -> Operand:
    if text in CONSTANTS:
        return Const(literal(CONSTANTS[text]), CONSTANTS[text])
    if text in scope.names:
        return scope.refined(scope.names[text])
    value = scope.definition.closed_over(text)
    match value:
        case None:
            return Local(name(text))  # a builtin
        case Const():
            return value if scope.definition.sees(text) else Const(literal(value.value), value.value)
        case Module() | Function():
            return value
        case Scalar() if scope.definition.sees(text):
            return cell_of_value(value, scope.reader.frame)
    raise Decline(f"the function reads {text!r}, which is not a constant", code="T311")


# --- tests ---------------------------------------------------------------------------------------------------


def test(scope: Scope, node: cst.BaseExpression) -> Test:
    """An expression as a condition."""
    match node:
        case cst.UnaryOperation(operator=cst.Not()):
            return test(scope, node.expression).opposite
        case cst.BooleanOperation():
            first = test(scope, node.left)
            conjunction = isinstance(node.operator, cst.And)
            if isinstance(first.column, bool) and first.column != conjunction:
                return first
            with scope.branch():
                second = test(scope.fork(first.true if conjunction else first.false), node.right)
            return both(first, second) if conjunction else either(first, second)
        case cst.Comparison():
            return _comparison(scope, node)
        case cst.Call():
            found = calls.tested(scope, node, lambda n: evaluate(scope, n))
            if found is not None:
                return found
    return truth(scope, evaluate(scope, node))


def _comparison(scope: Scope, node: cst.Comparison) -> Test:
    of_type = calls.type_compared(scope, node, lambda n: evaluate(scope, n))
    if of_type is not None:
        return of_type
    left = evaluate(scope, node.left)
    result: Test | None = None
    for target in node.comparisons:
        right = evaluate(scope, target.comparator)
        one = _compared(scope, target.operator, left, right)
        result = one if result is None else both(result, one)
        left = right
    assert result is not None
    return result


def _compared(scope: Scope, operator: cst.BaseCompOp, left: Operand, right: Operand) -> Test:
    match operator:
        case cst.In():
            return contains(scope, left, right)
        case cst.NotIn():
            return contains(scope, left, right).opposite
        case cst.Is() | cst.IsNot() if isinstance(right, Const) and right.value is None:
            found = is_none(left)
            return found if isinstance(operator, cst.Is) else found.opposite
    method = COMPARED.get(type(operator))
    if method is None:
        raise Decline("objects are compared by identity", code="T310")
    return compare(scope, method, left, right)


def _answer(scope: Scope, found: Test) -> Operand:
    if isinstance(found.column, bool):
        return Const(literal(found.column), found.column)
    column = as_column(found, found.column).settled_column
    return Cell(column, "bool")


def _joined(scope: Scope, node: cst.BooleanOperation) -> Operand:
    """``a or b``: one of the two objects."""
    left = evaluate(scope, node.left)
    if isinstance(left, Cell) and left.kind == "bool":
        found = test(scope, node)
        right = evaluate(scope, node.right) if not isinstance(found.column, bool) else left
        if isinstance(right, Cell) and right.kind == "bool":
            return _answer(scope, found)
    first = truth(scope, left)
    conjunction = isinstance(node.operator, cst.And)
    if isinstance(first.column, bool):
        return evaluate(scope, node.right) if first.column == conjunction else left
    with scope.branch():
        right = evaluate(scope.fork(first.true if conjunction else first.false), node.right)
    kept = scope.fork(first.false if conjunction else first.true).refined(left)
    return chosen(scope, first, right, kept) if conjunction else chosen(scope, first, kept, right)


def _conditional(scope: Scope, node: cst.IfExp) -> Operand:
    found = test(scope, node.test)
    if isinstance(found.column, bool):
        return evaluate(scope, node.body if found.column else node.orelse)
    with scope.branch():
        try:
            first = evaluate(scope.fork(found.true), node.body)
            second = evaluate(scope.fork(found.false), node.orelse)
        except Raises as error:
            raise Decline(f"a side of a condition raises {error.error}", code="T310") from None
    return chosen(scope, found, first, second)


# --- subscripts, displays, calls -----------------------------------------------------------------------------


def _subscript(scope: Scope, node: cst.Subscript) -> Operand:
    base = evaluate(scope, node.value)
    if len(node.slice) != 1:
        raise Decline("several indices are not translated", code="T310")
    part = node.slice[0].slice
    if isinstance(part, cst.Slice):
        bounds = [None if b is None else evaluate(scope, b) for b in (part.lower, part.upper, part.step)]
        if not all(b is None or isinstance(b, Const) for b in bounds):
            raise Decline("the bounds of a slice are not constant", code="T311")
        cut = slice(*(b.value if isinstance(b, Const) else None for b in bounds))
        return texts.part(scope, base, Const(Raw("slice"), cut))
    key = evaluate(scope, part.value) if isinstance(part, cst.Index) else base
    match base:
        case Row() if isinstance(key, Const):
            return scope.refined(base.cell(key.value))
        case Const() if isinstance(key, Const):
            return calls.folded(lambda: base.value[key.value])
        case Const(value=dict()):
            return calls.looked_up(scope, base, key)
        case Cell() | Pieces() | Absent() if isinstance(key, Const):
            return texts.part(scope, base, key)
    raise Decline("this subscript is not translated", code="T310")


def _display(scope: Scope, node: cst.List | cst.Tuple | cst.Set | cst.Dict) -> Operand:
    """A collection of constants."""
    values: list[Any] = []
    for element in node.elements:
        nodes = [element.key, element.value] if isinstance(element, cst.DictElement) else [element.value]
        found = [evaluate(scope, n) for n in nodes]
        if not all(isinstance(f, Const) for f in found) or isinstance(element, (cst.StarredElement, cst.StarredDictElement)):
            raise Decline("the function makes a collection of cells", code="T310")
        parts = [f.value for f in found if isinstance(f, Const)]
        values.append(tuple(parts) if len(parts) == 2 else parts[0])
    kinds: dict[type, Any] = {cst.List: list, cst.Tuple: tuple, cst.Set: set, cst.Dict: dict}
    value = kinds[type(node)](values)
    code: Code = literal(sorted(value, key=repr)) if isinstance(value, set) else literal(value)
    return Const(code, value)


def _call(scope: Scope, node: cst.Call) -> Operand:
    found = calls.tested(scope, node, lambda n: evaluate(scope, n))
    if found is not None:
        return _answer(scope, found)
    args: list[Operand] = []
    named: dict[str, Operand] = {}
    for arg in node.args:
        if arg.star:
            raise Decline("arguments are unpacked", code="T311")
        value = evaluate(scope, arg.value)
        if arg.keyword is None:
            args.append(value)
        else:
            named[arg.keyword.value] = value
    if isinstance(node.func, cst.Attribute):
        base = evaluate(scope, node.func.value)
        return calls.method(scope, base, node.func.attr.value, args, named)
    return calls.called(scope, evaluate(scope, node.func), args, named)


