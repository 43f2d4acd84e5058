"""Python's operators on scalars: errors where pandas has none, no error where NumPy has none."""

from __future__ import annotations

import operator as operators
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from translator.cellwise.cells import KINDS, NUMBERS, TIMES, Absent, Cell, Kind, Missing, Operand, absent, cell_of_value
from translator.cellwise.choice import together
from translator.cellwise.scope import Raises, Scope
from translator.diagnostics import Decline
from translator.emission.emit import F, binary, literal, parity
from translator.frames.delegation import column_by_rule
from translator.frames.dtypes import INTEGERS
from translator.frames.values import Const

FOLDED: Mapping[str, Callable[[Any, Any], Any]] = {
    "__add__": operators.add, "__sub__": operators.sub, "__mul__": operators.mul, "__truediv__": operators.truediv,
    "__floordiv__": operators.floordiv, "__mod__": operators.mod, "__pow__": operators.pow,
}  # fmt: skip


def operate(scope: Scope, method: str | None, left: Operand, right: Operand) -> Operand:
    """``left <operator> right``.

    Raises:
        Raises: when Python raises for these types.
        Decline: when the operator is not modelled for them.
    """
    if method is None or method not in FOLDED:
        raise Decline("this operator is not translated for scalars", code="T310")
    if isinstance(left, Const) and isinstance(right, Const) and not absent(left.value) and not absent(right.value):
        return _folded(method, left, right)
    sides = [_scalar(scope, o) for o in (left, right)]
    gone = [s for s in sides if isinstance(s, Absent)]
    if gone:
        return _with_absent(gone, sides)
    first, second = (s for s in sides if isinstance(s, Cell))
    if {first.kind, second.kind} <= NUMBERS:
        return _numbers(scope, method, first, second, left, right)
    if first.kind == second.kind == "str":
        return _texts(scope, method, first, second, left, right)
    if {first.kind, second.kind} <= TIMES and method in ("__add__", "__sub__"):
        return _by_rule(method, first, second, left, right, "nat")
    raise Decline(f"{first.kind} and {second.kind} with this operator are not translated", code="T312")


def _folded(method: str, left: Const, right: Const) -> Const:
    try:
        value = FOLDED[method](left.value, right.value)
    except (TypeError, ZeroDivisionError) as error:
        raise Raises(type(error).__name__) from None
    return Const(literal(value), value)


def _scalar(scope: Scope, operand: Operand) -> Cell | Absent:
    match operand:
        case Cell() | Absent():
            return operand
        case Const():
            return absent(operand.value) or cell_of_value(operand, scope.reader.frame)
    raise Decline("only scalars are calculated with", code="T310")


def _with_absent(gone: list[Absent], sides: list[Cell | Absent]) -> Absent:
    if any(g.missing in ("none", "unclear") for g in gone):
        raise Raises("TypeError")
    others = [s.kind for s in sides if isinstance(s, Cell)]
    if any(kind not in NUMBERS for kind in others) or len({g.missing for g in gone}) > 1:
        raise Decline("a missing value meets an object of another type", code="T312")
    return gone[0]


def _numbers(scope: Scope, method: str, first: Cell, second: Cell, left: Operand, right: Operand) -> Cell:
    first, second = (scope.present(c, "TypeError") if c.missing in ("none", "unclear") else c for c in (first, second))
    if method == "__truediv__":
        return _quotient(scope, first, second, left, right)
    if method in ("__floordiv__", "__mod__") and not isinstance(right, Const):
        raise Decline("// and % by a number that is not constant are not translated", code="T312")
    if method == "__pow__":
        exponent = right.value if isinstance(right, Const) else None
        if not isinstance(exponent, int) and not first.numpy:
            raise Decline("a root of a negative number is a complex number in Python", code="T312")
    result = _by_rule(method, first, second, left, right, "nan")
    whole = all(c.kind == "int" or c.mixed for c in (first, second))
    return replace(result, mixed=whole and result.kind == "float")


def _quotient(scope: Scope, first: Cell, second: Cell, left: Operand, right: Operand) -> Cell:
    """Division: by zero it is an error in Python, and infinite or NaN in NumPy."""
    constant = right.value if isinstance(right, Const) else None
    if constant == 0 and not first.numpy:
        raise Raises("ZeroDivisionError")
    sure = bool(constant) or scope.nonzero(second)
    if not sure and (first.numpy or second.numpy):
        return _by_rule("__truediv__", first, second, left, right, "nan")
    column = together([first.column, second.column], first.column)
    missing: Missing | None = "nan" if first.column.nullable or second.column.nullable else None
    dividend = left.code if isinstance(left, Const) else first.column.code
    divisor = right.code if isinstance(right, Const) else second.column.code
    if not sure and scope.catching is None:
        code = parity.true_divide(first.column.code, second.column.code)
    else:
        code = binary("/", dividend, divisor)
    if not sure and scope.catching is not None:
        zero = second.column.then(binary("==", divisor, 0), dtype="bool", null_means=False)
        scope.catching.append(("ZeroDivisionError", zero))
    result = column.then(code, dtype="float64", nullable=missing is not None)
    return Cell(result, "float", missing, first.numpy or second.numpy)


def _texts(scope: Scope, method: str, first: Cell, second: Cell, left: Operand, right: Operand) -> Cell:
    if method != "__add__":
        raise Decline("texts are only added", code="T310")
    first, second = scope.present(first, "TypeError"), scope.present(second, "TypeError")
    return _by_rule(method, first, second, left, right, None)


def _by_rule(
    method: str, first: Cell, second: Cell, left: Operand, right: Operand, missing: Missing | None
) -> Cell:
    if isinstance(left, Const):
        column = column_by_rule(f"Series.__r{method[2:]}", second.column, left)
    else:
        column = column_by_rule(f"Series.{method}", first.column, right if isinstance(right, Const) else second.column)
    kind: Kind | None = "int" if column.dtype in INTEGERS else KINDS.get(column.dtype)
    if kind is None:
        raise Decline(f"the operator gives {column.dtype}", code="T312")
    absent_too = missing if column.nullable else None
    return Cell(column, kind, absent_too, first.numpy or second.numpy)


def negative(scope: Scope, operand: Operand) -> Operand:
    """``-operand``."""
    match operand:
        case Const():
            return operate(scope, "__sub__", Const(F, 0), operand)
        case Absent() if operand.missing in ("nan", "nat"):
            return operand
        case Cell() if operand.kind in NUMBERS and operand.missing in (None, "nan"):
            return replace(operand, column=column_by_rule("Series.__neg__", operand.column))
    raise Decline("the negative of this is not translated", code="T312")
