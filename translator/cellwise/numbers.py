"""Functions of numbers: Python's builtins, math and numpy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from translator.cellwise.cells import KINDS, NUMBERS, Absent, Cell, Kind, Operand, cell_of_value
from translator.cellwise.choice import chosen
from translator.cellwise.conditions import Test, as_column, compare, truth
from translator.cellwise.scope import Raises, Scope
from translator.diagnostics import Decline
from translator.emission.emit import Code, F, literal, parity
from translator.frames.columns import missing_if_nan
from translator.frames.delegation import column_by_rule, function_by_rule
from translator.frames.dtypes import INTEGERS
from translator.frames.values import Const

FOLDED: Mapping[str, Callable[..., Any]] = {
    "int": int, "float": float, "abs": abs, "round": round, "min": min, "max": max, "len": len, "sum": sum,
    "range": range, "list": list, "set": set, "tuple": tuple, "sorted": sorted, "dict": dict,
}  # fmt: skip


def _number(scope: Scope, operand: Operand, error: str = "TypeError") -> Cell | Absent:
    """A number, which may be NaN."""
    if isinstance(operand, Absent):
        if operand.missing == "nan":
            return operand
        raise Raises(error)
    cell = cell_of_value(operand, scope.reader.frame) if isinstance(operand, Const) else operand
    if not isinstance(cell, Cell) or cell.kind not in NUMBERS:
        raise Decline("only numbers are translated here", code="T312")
    return scope.present(cell, error) if cell.missing in ("none", "unclear") else cell


# --- builtins ------------------------------------------------------------------------------------------------


def _int(scope: Scope, args: list[Operand]) -> Operand:
    [operand] = args
    if not isinstance(operand, (Cell, Absent)):
        raise Decline("only scalars become whole numbers", code="T310")
    error = "ValueError" if isinstance(operand, Cell) and operand.missing == "nan" and operand.kind != "str" else "TypeError"
    cell = scope.present(operand, _missing_error(operand, error))
    match cell.kind:
        case "int":
            return cell
        case "float":
            return replace(cell.then(cell.column.code.cast("bigint"), "int"), numpy=False)
        case "bool":
            return cell.then(cell.column.code.cast("bigint"), "int")
        case "str":
            return scope.checked(cell.then(parity.python_int(cell.column.code), "int", "nan"), "ValueError")
    raise Decline(f"a {cell.kind} becomes a whole number", code="T312")


def _missing_error(operand: Operand, otherwise: str) -> str:
    """What ``int`` and ``float`` raise for a missing value: NaN is a float."""
    return "ValueError" if getattr(operand, "missing", None) == "nan" else otherwise


def _float(scope: Scope, args: list[Operand]) -> Operand:
    [operand] = args
    if isinstance(operand, Absent) and operand.missing == "nan":
        return operand
    if not isinstance(operand, (Cell, Absent)):
        raise Decline("only scalars become floats", code="T310")
    if isinstance(operand, Cell) and operand.kind in NUMBERS:
        cell = scope.present(operand, "TypeError") if operand.missing in ("none", "unclear") else operand
        code = cell.column.code.cast("double") if cell.kind == "int" else cell.column.code
        return replace(cell.then(code, "float", cell.missing), numpy=False)
    if isinstance(operand, Cell) and operand.kind == "bool":
        return operand.then(operand.column.code.cast("double"), "float")
    if isinstance(operand, Cell) and operand.kind == "str":
        return _parsed_float(scope, operand)
    raise Raises("TypeError")


def _parsed_float(scope: Scope, text: Cell) -> Cell:
    """``float(text)``; a missing text that is NaN stays NaN."""
    code = parity.python_float(text.column.code)
    if text.missing in ("none", "unclear") or not text.column.nullable:
        present = scope.present(text, "TypeError")
        read = scope.checked(present.then(parity.python_float(present.column.code), "float", "nan"), "ValueError")
        return read.then(missing_if_nan(read.column.code), "float", "nan")
    if scope.catching is None:
        known = F.when(text.column.code.isNotNull(), missing_if_nan(parity.present(code)))
        return text.then(known, "float", "nan")
    wrong = text.column.then(text.column.code.isNotNull() & code.isNull(), dtype="bool", nullable=False)
    scope.catching.append(("ValueError", wrong))
    return text.then(missing_if_nan(code), "float", "nan")


def _abs(scope: Scope, args: list[Operand]) -> Operand:
    cell = _number(scope, args[0])
    return cell if isinstance(cell, Absent) else _ruled(cell, "Series.abs")


def _round(scope: Scope, args: list[Operand]) -> Operand:
    digits = args[1].value if len(args) > 1 and isinstance(args[1], Const) else None
    if len(args) > 1 and not isinstance(digits, int):
        raise Decline("how many digits are kept is not constant", code="T311")
    cell = _number(scope, args[0], "ValueError" if digits is None else "TypeError")
    if isinstance(cell, Absent):
        if digits is None:
            raise Raises("ValueError")
        return cell
    if digits is None:
        cell = scope.present(cell, "ValueError")
        whole = cell.column.code if cell.kind == "int" else F.bround(cell.column.code).cast("bigint")
        return replace(cell.then(whole, "int"), numpy=False)
    if cell.kind == "int" and digits >= 0:
        return cell
    if cell.numpy:
        return _ruled(cell, "Series.round", Const(literal(digits), digits))
    if not 0 <= digits <= 15 or cell.kind == "int":
        raise Decline("rounding to tens is not translated", code="T310")
    return replace(cell.then(parity.python_round(cell.column.code, digits), "float", cell.missing), mixed=cell.mixed)


def _extreme(method: str) -> Callable[[Scope, list[Operand]], Operand]:
    """``min(a, b)``: the first one, unless a later one compares as better."""

    def choose(scope: Scope, args: list[Operand]) -> Operand:
        if len(args) < 2:
            raise Decline("the extreme of a collection is not translated", code="T310")
        best = args[0]
        for operand in args[1:]:
            best = chosen(scope, compare(scope, method, operand, best), operand, best)
        return best

    return choose


def _bool(scope: Scope, args: list[Operand]) -> Operand:
    found: Test = truth(scope, args[0])
    if isinstance(found.column, bool):
        return Const(literal(found.column), found.column)
    return Cell(as_column(found, found.column).settled_column, "bool")


BUILTINS: Mapping[str | None, Callable[[Scope, list[Operand]], Operand]] = {
    "int": _int, "float": _float, "abs": _abs, "round": _round, "min": _extreme("__lt__"), "max": _extreme("__gt__"),
    "bool": _bool,
}  # fmt: skip


# --- libraries -----------------------------------------------------------------------------------------------

NUMPY = frozenset({
    "exp", "expm1", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arctan", "cbrt", "degrees", "rad2deg", "radians",
    "deg2rad", "sqrt", "log", "log1p", "log2", "log10", "arcsin", "arccos", "floor", "ceil", "trunc", "rint", "sign",
    "square", "abs", "absolute", "round", "around",
})  # fmt: skip
MATH: Mapping[str, Callable[[Code], Code]] = {
    "sin": F.sin, "cos": F.cos, "tan": F.tan, "atan": F.atan, "radians": F.radians, "degrees": F.degrees,
    "fabs": F.abs, "tanh": F.tanh,
}  # fmt: skip
WHOLE: Mapping[str, Callable[[Code], Code]] = {"floor": F.floor, "ceil": F.ceil}


def library(scope: Scope, function: str, args: Sequence[Operand], named: Mapping[str, Operand]) -> Operand:
    """A function of numpy or math.

    Raises:
        Decline: when it is not modelled.
    """
    module, _, short = function.partition(".")
    if named or not args:
        raise Decline(f"{function} with these arguments is not translated in functions", code="T310")
    if module == "numpy" and short in NUMPY:
        cell = _number(scope, args[0])
        if isinstance(cell, Absent):
            return cell
        rest = [a for a in args[1:] if isinstance(a, Const)]
        return replace(_ruled(cell, function, *rest), numpy=True)
    if module == "math" and len(args) == 1 and short in WHOLE:
        cell = scope.present(_number(scope, args[0]), "ValueError")
        if cell.kind == "int":
            return cell
        return replace(cell.then(WHOLE[short](cell.column.code), "int"), numpy=False)
    if module == "math" and len(args) == 1 and short in MATH:
        cell = _number(scope, args[0])
        if isinstance(cell, Absent):
            return cell
        number = cell.column.code.cast("double") if cell.kind == "int" else cell.column.code
        return replace(cell.then(MATH[short](number), "float", cell.missing), numpy=False)
    raise Decline(f"{function} is not translated in functions", code="T301")


def _ruled(cell: Cell, key: str, *args: Const) -> Cell:
    """What the rule for columns gives for a number."""
    if key.startswith("numpy."):
        column = function_by_rule(key, cell.column, *args)
    else:
        column = column_by_rule(key, cell.column, *args)
    kind: Kind | None = "int" if column.dtype in INTEGERS else KINDS.get(column.dtype)
    if kind is None or kind not in NUMBERS:
        raise Decline(f"{key} gives {column.dtype}", code="T312")
    return Cell(column, kind, "nan" if column.nullable else None, cell.numpy, cell.mixed)


__all__ = ["BUILTINS", "FOLDED", "library"]
