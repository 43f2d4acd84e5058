"""Values that a test chooses between: conditional expressions, and names set in branches."""

from __future__ import annotations

from dataclasses import replace

from translator.cellwise.cells import NUMBERS, Absent, Cell, Missing, Operand, absent, cell_of_value
from translator.cellwise.conditions import Test, when
from translator.cellwise.scope import Scope
from translator.diagnostics import Decline
from translator.emission.emit import Code, F, literal
from translator.frames.values import Column, Const


def chosen(scope: Scope, test: Test, first: Operand, second: Operand) -> Operand:
    """``first if test else second``.

    Raises:
        Decline: T312 where the two have no common type.
    """
    if isinstance(test.column, bool):
        return first if test.column else second
    if first is second or isinstance(first, Const) and isinstance(second, Const) and _same(first, second):
        return first
    sides = [_side(scope, operand) for operand in (first, second)]
    cells = [s for s in sides if isinstance(s, Cell)]
    if not cells:
        raise Decline("both values are missing", code="T312")
    like = cells[0]
    kinds = {c.kind for c in cells}
    mixed = any(c.mixed for c in cells) or kinds == NUMBERS
    if len(kinds) > 1 and kinds != NUMBERS:
        raise Decline(f"the values are of the types {' and '.join(sorted(kinds))}", code="T312")
    kind = "float" if kinds == NUMBERS else like.kind
    missing = _merged([s.missing for s in sides])
    codes = [_written(side, operand, kind) for side, operand in zip(sides, (first, second), strict=True)]
    column = together([test.column, *(c.column for c in cells)], like.column)
    last = sides[1]
    following = last.cases if isinstance(last, Cell) and last.kind == kind else ()
    cases = ((when(test.column), codes[0]), *(following or ((codes[1],),)))
    code = F
    for case in cases[:-1]:
        code = code.when(*case)
    if not isinstance(last, Absent):
        code = code.otherwise(*cases[-1])
    constants = all(isinstance(o, (Const, Absent)) or isinstance(o, Cell) and o.constants for o in (first, second))
    if kind == "int" and constants:
        code = code.cast("bigint")
    dtype = {"int": "int64", "float": "float64"}.get(kind, like.column.dtype)
    nullable = missing is not None
    numpy = any(c.numpy for c in cells)
    return Cell(column.then(code, dtype=dtype, nullable=nullable), kind, missing, numpy, mixed, cases=cases,
                constants=constants)  # fmt: skip


def _same(first: Const, second: Const) -> bool:
    return type(first.value) is type(second.value) and bool(first.value == second.value)


def _side(scope: Scope, operand: Operand) -> Cell | Absent:
    match operand:
        case Cell():
            return scope.known(operand)
        case Absent():
            return operand
        case Const():
            return absent(operand.value) or cell_of_value(operand, scope.reader.frame)
    raise Decline("only scalars are chosen between", code="T310")


def _written(side: Cell | Absent, operand: Operand, kind: str) -> Code:
    """The code of one side; whole numbers among floats have to be written as floats."""
    if isinstance(side, Absent):
        return literal(None)
    whole = kind == "float" and side.kind == "int"
    if isinstance(operand, Const):
        if whole:
            return literal(float(operand.value))
        return operand.code if isinstance(operand.value, (str, int, float)) else side.column.code
    return side.column.code.cast("double") if whole else side.column.code


def _merged(kinds: list[Missing | None]) -> Missing | None:
    found = {k for k in kinds if k is not None}
    if len(found) > 1:
        return "unclear"
    return found.pop() if found else None


def together(columns: list[Column], like: Column) -> Column:
    """A column that reads what all of these read.

    Raises:
        Decline: T313 when they belong to different rows.
    """
    refs: dict[str, int] = {}
    for column in columns:
        refs.update(column.refs)
    window = any(column.shape == "window" for column in columns)
    base = next((c for c in columns if c.refs), like)
    return replace(base, refs=refs, shape="window" if window else "row", name=like.name)


