"""Python's text methods, parts of texts, and formatted texts."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import replace

import libcst as cst

from translator import patterns
from translator.cellwise import expressions
from translator.cellwise.cells import KINDS, Absent, Cell, Operand, Pieces
from translator.cellwise.choice import together
from translator.cellwise.scope import Raises, Scope
from translator.diagnostics import Decline
from translator.emission.emit import F, literal, parity
from translator.frames.delegation import by_rule
from translator.frames.dtypes import INTEGERS
from translator.frames.values import Accessor, Column, Const, Value

BY_RULE = frozenset({
    "lower", "upper", "capitalize", "title", "swapcase", "strip", "lstrip", "rstrip", "removeprefix", "removesuffix",
    "zfill", "startswith", "endswith", "find", "isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum", "islower",
    "isupper", "isspace",
})  # fmt: skip
"""Methods of ``str`` whose rules for columns give each text what Python does."""


def method(scope: Scope, text: Cell, name: str, args: Sequence[Operand], named: Mapping[str, Operand]) -> Operand:
    """A method of a text.

    Raises:
        Decline: when it is not modelled.
    """
    text = scope.present(text, "AttributeError")
    constants = [a for a in args if isinstance(a, Const)]
    if len(constants) < len(args) or named:
        raise Decline(f"str.{name} is called with arguments that are not constant", code="T311")
    if name == "split" and (not constants or len(constants) == 1 and isinstance(constants[0].value, str)):
        return Pieces(_ruled(text, "split", constants), words=not constants)
    if name == "replace" and len(constants) == 2:
        return _result(text, by_rule("Series.str.replace", _str(text.column), *constants, regex=_FALSE))
    if name in ("startswith", "endswith") and constants and isinstance(constants[0].value, tuple):
        options = [_ruled(text, name, [Const(literal(v), v)]) for v in constants[0].value]
        code = options[0].code
        for option in options[1:]:
            code = code | option.code
        return Cell(text.column.then(code, dtype="bool", nullable=False), "bool")
    if name == "count" and len(constants) == 1 and patterns.is_literal(str(constants[0].value)):
        return _result(text, _ruled(text, name, constants))
    if name in BY_RULE:
        return _result(text, _ruled(text, name, constants))
    raise Decline(f"str.{name} is not translated", code="T301")


_FALSE = Const(literal(False), False)


def _str(column: Column) -> Accessor:
    return Accessor(column.code, base=column, name="str")


def _ruled(text: Cell, name: str, args: Sequence[Value]) -> Column:
    result = by_rule(f"Series.str.{name}", _str(text.column), *args)
    assert isinstance(result, Column)
    return result


def _result(like: Cell, column: Value) -> Cell:
    assert isinstance(column, Column)
    if column.dtype in INTEGERS:
        return Cell(replace(column, nullable=False), "int")
    column = column.settled_column
    kind = KINDS.get(column.dtype)
    if kind is None or column.nullable:
        raise Decline(f"a text method gives {column.dtype}", code="T312")
    return Cell(column, kind)


def part(scope: Scope, base: Operand, key: Const) -> Operand:
    """``text[i]``, ``text[a:b]`` and one of the pieces of a split."""
    if isinstance(base, Const):
        from translator.cellwise.calls import folded

        whole = base.value
        return folded(lambda: whole[key.value])
    if isinstance(base, Absent):
        raise Raises("TypeError")
    if isinstance(base, Cell) and base.kind == "str":
        base = scope.present(base, "TypeError")
    elif not isinstance(base, Pieces):
        raise Decline("only texts have parts", code="T310")
    column = by_rule("Series.str.get", _str(base.column), key)
    assert isinstance(column, Column)
    if isinstance(key.value, slice):
        return Cell(replace(column, nullable=False), "str")
    found = Cell(column, "str", "nan")
    if isinstance(base, Pieces) and not base.words and key.value in (0, -1):
        return found.certain
    return scope.checked(found, "IndexError")


def matched(scope: Scope, function: str, pattern: Operand, text: Operand) -> Cell:
    """Whether ``re.search`` and its like find a pattern in a text."""
    if not isinstance(pattern, Const) or not isinstance(text, (Cell, Absent)):
        raise Decline("the pattern is not constant", code="T311")
    found = scope.present(text, "TypeError")
    if found.kind != "str":
        raise Raises("TypeError")
    named = {"regex": Const(literal(True), True)} if function == "re.search" else {}
    column = by_rule(f"Series.str.{MATCHING[function]}", _str(found.column), pattern, **named)
    return _result(found, column)


MATCHING = {"re.search": "contains", "re.match": "match", "re.fullmatch": "fullmatch"}


def substituted(scope: Scope, pattern: Operand, replacement: Operand, text: Operand) -> Cell:
    """``re.sub(pattern, replacement, text)``."""
    if not isinstance(pattern, Const) or not isinstance(replacement, Const) or not isinstance(text, (Cell, Absent)):
        raise Decline("the pattern or replacement is not constant", code="T311")
    found = scope.present(text, "TypeError")
    if found.kind != "str" or not isinstance(replacement.value, str):
        raise Raises("TypeError")
    regex = Const(literal(True), True)
    return _result(found, by_rule("Series.str.replace", _str(found.column), pattern, replacement, regex=regex))


def counted(pieces: Pieces) -> Cell:
    """``len(text.split(separator))``."""
    return Cell(pieces.column, "str").counted(F.size(pieces.column.code))


# --- text of objects ------------------------------------------------------------------------------------------


def text_of(scope: Scope, operand: Operand) -> Operand:
    """``str(operand)``.

    Raises:
        Decline: for floats and times, which Spark writes in another way.
    """
    match operand:
        case Const():
            return Const(literal(str(operand.value)), str(operand.value))
        case Absent() if operand.missing != "unclear":
            word = {"nan": "nan", "none": "None", "nat": "NaT"}[operand.missing]
            return Const(literal(word), word)
        case Cell() if operand.missing != "unclear":
            return _written(operand)
    raise Decline("the text of this object is not translated", code="T312")


def _written(cell: Cell) -> Cell:
    word = {"nan": "nan", "none": "None", "nat": "NaT"}.get(cell.missing or "")
    code = cell.column.code
    match cell.kind:
        case "int" | "date":
            code = code.cast("string")
        case "bool":
            code = F.when(code, "True").otherwise("False")
        case "str":
            pass
        case _:
            raise Decline(f"the text of a {cell.kind} is written in another way by Spark", code="T312")
    if word is not None and cell.column.nullable:
        code = F.coalesce(code, F.lit(word))
    return cell.then(code, "str")


def formatted(scope: Scope, node: cst.FormattedString) -> Operand:
    """An f-string."""
    pieces: list[Operand] = []
    for piece in node.parts:
        if isinstance(piece, cst.FormattedStringText):
            if "\\" in piece.value:
                raise Decline("a formatted text with escapes is not translated", code="T310")
            plain = piece.value.replace("{{", "{").replace("}}", "}")
            pieces.append(Const(literal(plain), plain))
            continue
        assert isinstance(piece, cst.FormattedStringExpression)
        if piece.conversion is not None or piece.equal is not None:
            raise Decline("a conversion within a formatted text is not translated", code="T310")
        value = expressions.evaluate(scope, piece.expression)
        pieces.append(_spelled(scope, value, _format(piece)))
    return joined(scope, pieces)


def _format(piece: cst.FormattedStringExpression) -> str:
    spec = "".join(p.value if isinstance(p, cst.FormattedStringText) else "{" for p in piece.format_spec or ())
    if "{" in spec:
        raise Decline("a format is computed", code="T310")
    return spec


def _spelled(scope: Scope, value: Operand, spec: str) -> Operand:
    """One value as a format writes it."""
    if not spec:
        return text_of(scope, value)
    if isinstance(value, Const):
        text = format(value.value, spec)
        return Const(literal(text), text)
    known = re.fullmatch(r"(,?)\.(\d+)([f%])", spec)
    if not isinstance(value, Cell) or known is None or value.kind not in ("int", "float") or int(known[2]) > 15:
        raise Decline(f"the format {spec!r} is not translated", code="T310")
    grouping, digits, kind = known[1], int(known[2]), known[3]
    number = value.column.code.cast("double") if value.kind == "int" else value.column.code
    number = parity.python_round(number * 100 if kind == "%" else number, digits)
    code = F.format_string(f"%{grouping}.{digits}f", number)
    code = F.concat(code, F.lit("%")) if kind == "%" else code
    if value.column.nullable:
        if value.missing != "nan":
            raise Raises("TypeError")
        code = F.when(value.column.code.isNull(), "nan%" if kind == "%" else "nan").otherwise(code)
    return value.then(code, "str")


def formatted_by_method(scope: Scope, template: str, args: Sequence[Operand]) -> Operand:
    """``"{} of {}".format(a, b)``."""
    pieces: list[Operand] = []
    given = iter(args)
    for plain, field, spec, conversion in string.Formatter().parse(template):
        pieces.append(Const(literal(plain), plain))
        if field is None:
            continue
        if conversion or field and not field.isdigit() or spec and "{" in spec:
            raise Decline("the formatted text is not translated", code="T310")
        value = next(given, None) if not field else args[int(field)] if int(field) < len(args) else None
        if value is None:
            raise Raises("IndexError")
        pieces.append(_spelled(scope, value, spec or ""))
    return joined(scope, [p for p in pieces if not isinstance(p, Const) or p.value != ""])


def joined(scope: Scope, pieces: Sequence[Operand]) -> Operand:
    """Texts one after the other."""
    cells = [p for p in pieces if isinstance(p, Cell)]
    if not cells:
        whole = "".join(str(p.value) for p in pieces if isinstance(p, Const))
        return Const(literal(whole), whole)
    codes = [p.column.code if isinstance(p, Cell) else F.lit(p.code) for p in pieces if isinstance(p, (Cell, Const))]
    column = together([c.column for c in cells], cells[0].column)
    if len(codes) == 1:
        return cells[0]
    return Cell(column.then(F.concat(*codes), dtype="str", nullable=False), "str")


