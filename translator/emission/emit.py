"""The emitted language: a small expression tree that alone knows about parentheses and quoting.

A rule builds code by using it: ``F.col("a") > 1`` is a `Code`, and so is
``df.code.filter(...)``. Operators, attribute access, calls and subscripts record themselves;
`render` prints the tree with the parentheses that Python's precedence asks for and breaks
long expressions the way a formatter would. (libcst templates splice without parentheses,
which changes the meaning of ``a + b`` followed by a method call; hence an own printer.)
"""

from __future__ import annotations

import ast
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from translator.diagnostics import Decline

WIDTH = 96

# Python's operator precedence, low binds weakest.
OPEN = 0
LAMBDA, TERNARY, OR, AND, NOT, COMPARE = 1, 2, 3, 4, 5, 6
BIT_OR, BIT_XOR, BIT_AND, SHIFT, SUM, PRODUCT, UNARY, POWER, ATOM = 7, 8, 9, 10, 11, 12, 13, 14, 16

BINARY_PRECEDENCE = {
    "|": BIT_OR, "^": BIT_XOR, "&": BIT_AND, "<<": SHIFT, ">>": SHIFT,
    "+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "//": PRODUCT, "%": PRODUCT, "@": PRODUCT,
    "**": POWER,
    "==": COMPARE, "!=": COMPARE, "<": COMPARE, "<=": COMPARE, ">": COMPARE, ">=": COMPARE,
    "in": COMPARE, "not in": COMPARE, "is": COMPARE, "is not": COMPARE, "and": AND, "or": OR,
}  # fmt: skip


class Code:
    """One Python expression under construction.

    Comparison operators build code, so a `Code` has no truth value, no iteration and no
    membership test; using one that way is a bug in a rule and raises `TypeError`.
    """

    __slots__ = ()

    def __getattr__(self, name: str) -> Code:
        if name.startswith("__"):
            raise AttributeError(name)
        return Attribute(self, name)

    def __call__(self, *args: Any, **kwargs: Any) -> Code:
        args = _quoted(self, args, kwargs.get("subset", ()))
        positional = tuple(_argument(a) for a in args)
        named = tuple(Argument(literal(v), keyword=k) for k, v in kwargs.items())
        return Call(self, positional + named)

    def __getitem__(self, key: Any) -> Code:
        return Item(self, literal(key))

    def __bool__(self) -> bool:
        raise TypeError("emitted code has no truth value: decide on facts, not on code")

    def __iter__(self) -> Iterator[Any]:
        raise TypeError("emitted code cannot be iterated")

    def __contains__(self, item: object) -> bool:
        raise TypeError("emitted code has no members")

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: Any) -> Code:  # type: ignore[override]
        return binary("==", self, other)

    def __ne__(self, other: Any) -> Code:  # type: ignore[override]
        return binary("!=", self, other)

    def __lt__(self, other: Any) -> Code:
        return binary("<", self, other)

    def __le__(self, other: Any) -> Code:
        return binary("<=", self, other)

    def __gt__(self, other: Any) -> Code:
        return binary(">", self, other)

    def __ge__(self, other: Any) -> Code:
        return binary(">=", self, other)

    def __add__(self, other: Any) -> Code:
        return binary("+", self, other)

    def __radd__(self, other: Any) -> Code:
        return binary("+", other, self)

    def __sub__(self, other: Any) -> Code:
        return binary("-", self, other)

    def __rsub__(self, other: Any) -> Code:
        return binary("-", other, self)

    def __mul__(self, other: Any) -> Code:
        return binary("*", self, other)

    def __rmul__(self, other: Any) -> Code:
        return binary("*", other, self)

    def __truediv__(self, other: Any) -> Code:
        return binary("/", self, other)

    def __rtruediv__(self, other: Any) -> Code:
        return binary("/", other, self)

    def __mod__(self, other: Any) -> Code:
        return binary("%", self, other)

    def __and__(self, other: Any) -> Code:
        return binary("&", self, other)

    def __or__(self, other: Any) -> Code:
        return binary("|", self, other)

    def __neg__(self) -> Code:
        return Unary("-", self)

    def __invert__(self) -> Code:
        return Unary("~", self)


class _Node(Code):
    """Gives every node plain storage without exposing field names to rules."""

    __slots__ = ("_fields",)

    def __init__(self, *fields: Any) -> None:
        object.__setattr__(self, "_fields", fields)


class Line(str):
    """A line that stands in front of the statement whose code needs it, as it binds a name in that code."""

    needs: frozenset[str]

    def __new__(cls, text: str, needs: frozenset[str]) -> Line:
        line = super().__new__(cls, text)
        line.needs = needs
        return line


class Entry(str):
    """What a table at the top of the program holds for one data file: `value` under `key` in `table`."""

    table: str
    key: str
    value: Code

    def __new__(cls, table: str, key: str, value: Code) -> Entry:
        entry = super().__new__(cls, f"{table}[{key!r}]")
        entry.table, entry.key, entry.value = table, key, value
        return entry


class Name(_Node):
    """A name; `needs` tells which import (or `Line`, or `Entry`) it stands for (``""`` for a local name)."""

    def __init__(self, text: str, needs: str = "") -> None:
        super().__init__(text, needs)


class Raw(_Node):
    """Text taken from the original source, with the precedence it had there.

    Text that runs over several lines only because brackets around it allowed that needs brackets
    wherever else it goes.
    """

    def __init__(self, text: str, precedence: int = ATOM, needs: frozenset[str] = frozenset()) -> None:
        super().__init__(text, precedence, needs, is_open(text))


def is_open(text: str) -> bool:
    """Whether an expression's text breaks its lines outside of brackets."""
    if "\n" not in text:
        return False
    try:
        ast.parse(text, mode="eval")
    except SyntaxError:
        return True
    return False


class Literal(_Node):
    """A constant; strings are quoted when they are printed."""

    def __init__(self, value: object) -> None:
        super().__init__(value)


class Attribute(_Node):
    def __init__(self, value: Code, name: str) -> None:
        super().__init__(value, name)


class Item(_Node):
    def __init__(self, value: Code, index: Code) -> None:
        super().__init__(value, index)


class Call(_Node):
    def __init__(self, function: Code, arguments: tuple[Argument, ...]) -> None:
        super().__init__(function, arguments)


class Binary(_Node):
    def __init__(self, operator: str, left: Code, right: Code) -> None:
        super().__init__(operator, left, right)


class Unary(_Node):
    def __init__(self, operator: str, operand: Code) -> None:
        super().__init__(operator, operand)


class Display(_Node):
    """A list, tuple or set display."""

    def __init__(self, brackets: str, items: tuple[Argument, ...]) -> None:
        super().__init__(brackets, items)


class DictDisplay(_Node):
    def __init__(self, items: tuple[tuple[Code, Code], ...]) -> None:
        super().__init__(items)


class Comprehension(_Node):
    """``[value for targets in iterable if test]``, or ``{key: value for ...}``."""

    def __init__(self, key: Code | None, value: Code, targets: str, iterable: Code, test: Code | None = None) -> None:
        super().__init__(key, value, targets, iterable, test)


@dataclass(frozen=True, eq=False)
class Argument:
    """One argument of a call or element of a display: ``value``, ``*value`` or ``keyword=value``."""

    value: Code
    keyword: str = ""
    star: str = ""


def star(value: Any) -> Argument:
    """``*value`` as an argument."""
    return Argument(literal(value), star="*")


class Label(str):
    """A column name that remembers how the source wrote it.

    It is the plain string to every computation on facts, and prints as its own code, so that
    ``for c in columns: df[c] = ...`` keeps the loop variable in the output.
    """

    code: Code

    def __new__(cls, value: str, code: Code | None = None) -> Label:
        label = super().__new__(cls, value)
        label.code = code if code is not None else Literal(value)
        return label


class Whole(int):
    """A whole number that remembers how the source wrote it; what is computed from it is a plain number."""

    code: Code

    def __new__(cls, value: int, code: Code | None = None) -> Whole:
        number = super().__new__(cls, value)
        number.code = code if code is not None else Literal(value)
        return number


def name(text: str, needs: str = "") -> Code:
    return Name(text, needs)


SELECTING = frozenset({"select", "groupBy", "orderBy", "sort", "partitionBy"})
"""Methods whose texts are columns."""

NOT_COLUMNS = frozenset({"lit", "expr", "col", "concat_ws", "format_string", "when"})
"""Functions of ``F`` whose first argument is no column name."""


def is_odd(label: str) -> bool:
    """Whether Spark reads a column name as something else unless it stands in back quotes."""
    return "." in label or "`" in label or label != label.strip()


def by_name(label: str) -> Code:
    """A column by its bare name, as most functions of Spark take it, where it is no odd one."""
    return F.col(backquoted(label)) if is_odd(label) else literal(label)


def backquoted(label: str) -> str:
    """A column name in back quotes.

    Raises:
        Decline: T311 for a name that the program keeps in a variable.
    """
    if isinstance(label, Label) and not isinstance(label.code, Literal) and not _spelled_out(label):
        raise Decline(f"column {str(label)!r} needs quoting but is named by a variable", code="T311")
    return "`" + label.replace("`", "``") + "`"


def _spelled_out(label: Label) -> bool:
    """Whether a label's code is a text in quotes, as it stands in the program."""
    if not isinstance(label.code, Raw):
        return False
    try:
        return bool(ast.literal_eval(fields(label.code)[0]) == label)
    except (ValueError, SyntaxError):
        return False


def _quoted(function: Code, args: tuple[Any, ...], subset: Iterable[object]) -> tuple[Any, ...]:
    """The arguments of a call; names of columns in back quotes where Spark asks for them.

    Raises:
        Decline: T311 for such a name that stands in a variable, or in a `subset`, where Spark
            wants back quotes and Sail does not.
    """
    if not isinstance(function, Attribute):
        return args
    base, method = fields(function)
    if method != "dropDuplicates" and any(isinstance(c, str) and is_odd(c) for c in subset):
        raise Decline("a column whose name has a dot cannot be named here", code="T311")
    if method in SELECTING:
        return tuple(_as_column(arg) for arg in args)
    if method == "unpivot":
        return (*map(_as_column, args[:2]), *args[2:])
    if isinstance(base, Name) and fields(base)[0] == "F" and method not in NOT_COLUMNS and args:
        return (_as_column(args[0]), *args[1:])
    return args


def _as_column(argument: Any) -> Any:
    if isinstance(argument, (list, tuple)):
        return type(argument)(_as_column(part) for part in argument)
    if isinstance(argument, Literal) and isinstance(fields(argument)[0], str):
        return _as_column(fields(argument)[0])
    if not isinstance(argument, str) or not is_odd(argument):
        return argument
    return backquoted(argument)


def _argument(value: Any) -> Argument:
    return value if isinstance(value, Argument) else Argument(literal(value))


def literal(value: Any) -> Code:
    """The code of a Python constant, of a `Label` or `Whole`, of anything with ``.code``, or code itself.

    Raises:
        TypeError: for an object that has no literal form.
    """
    if isinstance(value, Code):
        return value
    if isinstance(value, str):
        return value.code if isinstance(value, Label) else Literal(str(value))
    if isinstance(value, Whole):
        return value.code
    if value is None or isinstance(value, (bool, int, bytes)):
        return Literal(value)
    if isinstance(value, float):
        if math.isfinite(value):
            return Literal(value)
        return Name("float")(str(value))
    if isinstance(value, (list, tuple)):
        brackets = "[]" if isinstance(value, list) else "()"
        return Display(brackets, tuple(_argument(v) for v in value))
    if isinstance(value, dict):
        return DictDisplay(tuple((literal(k), literal(v)) for k, v in value.items()))
    code = getattr(value, "code", None)
    if isinstance(code, Code):
        return code
    raise TypeError(f"no literal form for {type(value).__name__}")


def binary(operator: str, left: Any, right: Any) -> Code:
    return Binary(operator, literal(left), literal(right))


def all_of(conditions: Iterable[Code]) -> Code:
    """The conditions joined by ``&``."""
    return _joined("&", conditions)


def any_of(conditions: Iterable[Code]) -> Code:
    """The conditions joined by ``|``."""
    return _joined("|", conditions)


def _joined(operator: str, parts: Iterable[Code]) -> Code:
    first, *rest = parts
    for part in rest:
        first = binary(operator, first, part)
    return first


def fields(code: Code) -> tuple[Any, ...]:
    """The parts of a node, for code that looks into a tree (rules never need this)."""
    return object.__getattribute__(code, "_fields")  # type: ignore[no-any-return]


def children(code: Code) -> Iterator[Code]:
    for part in fields(code):
        yield from _codes_in(part)


def _codes_in(part: object) -> Iterator[Code]:
    if isinstance(part, Code):
        yield part
    elif isinstance(part, Argument):
        yield part.value
    elif isinstance(part, tuple):
        for item in part:
            yield from _codes_in(item)


def needs(code: Code) -> frozenset[str]:
    """Imports that the code asks for (``"F"``, ``"Window"``, ``"spark"``, ``"parity.divide"``), and lines before it."""
    match code:
        case Name():
            own = fields(code)[1]
            return frozenset([own]) | getattr(own, "needs", frozenset()) if own else frozenset()
        case Raw():
            return frozenset(fields(code)[2])
    found: frozenset[str] = frozenset()
    for child in children(code):
        found |= needs(child)
    return found


def is_call(code: Code) -> bool:
    """Whether the code is a call, as every Spark column expression but a variable is."""
    return isinstance(code, (Call, Binary, Unary))


def name_of(code: Code) -> str | None:
    """The identifier when the code is a bare name."""
    return str(fields(code)[0]) if isinstance(code, Name) else None


F = name("F", "F")
Window = name("Window", "Window")
spark = name("spark", "spark")


class _Parity:
    """``parity.divide(a, b)``: a call of a support-module function, with its import."""

    def __getattr__(self, function: str) -> Code:
        return name(function, f"parity.{function}")


parity = _Parity()
