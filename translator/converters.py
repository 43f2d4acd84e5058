"""Converters from argument values to Python facts, for rules.

They raise `Decline` with a message that names the argument, so a rule reads as if its arguments
were always known.
"""

from __future__ import annotations

from typing import Any

from translator.diagnostics import Decline
from translator.emission.emit import Code, Display, Label, Raw, Whole, fields, literal, name
from translator.evidence.pandas_api import MISSING
from translator.frames.values import Const, Elements, Value


def given(value: Value) -> bool:
    """Whether an argument was passed and is not None."""
    return not (isinstance(value, Const) and (value.value is MISSING or value.value is None))


def constant(value: Value, what: str = "the argument") -> Any:
    """The Python value of an argument known at translation time.

    Raises:
        Decline: T311 when it is computed at run time.
    """
    if isinstance(value, Const):
        return value.value
    if isinstance(value, Elements) and value.kind != "dict":
        parts = [constant(item, what) for item in value.items]
        return parts if value.kind == "list" else tuple(parts)
    raise Decline(f"{what} is not known at translation time", "use a constant", code="T311")


def flag(value: Value, what: str = "the flag") -> bool:
    known = constant(value, what)
    if not isinstance(known, (bool, int)):
        raise Decline(f"{what} is {known!r}, not True or False", code="T310")
    return bool(known)


def flags(value: Value, count: int, what: str = "the flags") -> list[bool]:
    """One bool or a list of bools, as a list of `count`."""
    known = constant(value, what)
    if isinstance(known, (list, tuple)):
        if len(known) != count:
            raise Decline(f"{what} has {len(known)} entries for {count} keys", code="T310")
        return [bool(k) for k in known]
    return [bool(known)] * count


def one_of(value: Value, *allowed: Any) -> Any:
    """The argument's value, which must be one of `allowed`."""
    known = constant(value)
    if known not in allowed:
        raise Decline(f"the value {known!r} is not supported here", code="T310")
    return known


def number(value: Value, what: str = "the number") -> int | float:
    known = constant(value, what)
    if isinstance(known, bool) or not isinstance(known, (int, float)):
        raise Decline(f"{what} is not a number", code="T310")
    return known


def whole(value: Value, what: str = "the number") -> Whole:
    """A whole number that is written in the output as it was in the source."""
    return Whole(int(number(value, what)), value.code)


def text(value: Value, what: str = "the text") -> str:
    known = constant(value, what)
    if not isinstance(known, str):
        raise Decline(f"{what} is not text", code="T310")
    return str(known)


def names(value: Value, what: str = "the column names") -> list[Label]:
    """One column name or a list of them, each remembering how the source wrote it."""
    if isinstance(value, Elements) and value.kind != "dict":
        return [_label(item, what) for item in value.items]
    known = constant(value, what)
    if isinstance(known, str):
        return [_label(value, what)]
    if isinstance(known, (list, tuple, set)) and all(isinstance(k, str) for k in known):
        return [k if isinstance(k, Label) else Label(k) for k in known]
    raise Decline(f"{what} are not text", code="T311")


def _label(value: Value, what: str) -> Label:
    known = constant(value, what)
    if isinstance(known, Label):
        return known
    if not isinstance(known, str):
        raise Decline(f"{what} are not text", code="T311")
    return Label(known, value.code)


def parts(value: Value) -> list[Value] | None:
    """The parts of a literal tuple, each with its code; None for anything else."""
    if isinstance(value, Elements) and value.kind == "tuple":
        return list(value.items)
    if not isinstance(value, Const) or not isinstance(value.value, tuple):
        return None
    if not isinstance(value.code, Display):
        return [Const(_slice_code(v) if isinstance(v, slice) else literal(v), v) for v in value.value]
    codes = [argument.value for argument in fields(value.code)[1]]
    return [Const(code, known) for code, known in zip(codes, value.value, strict=True)]


def _slice_code(value: slice) -> Code:
    return name("slice")(value.start, value.stop, *([] if value.step is None else [value.step]))


def items(value: Value, what: str = "the mapping") -> list[tuple[Value, Value]]:
    """Keys and values of a dict argument."""
    if isinstance(value, Elements) and value.kind == "dict":
        return list(zip(value.keys, value.items, strict=True))
    known = constant(value, what)
    if not isinstance(known, dict):
        raise Decline(f"{what} is not a dict", code="T310")
    return [(Const(literal(k), k), _const_of(v)) for k, v in known.items()]


def _const_of(value: Any) -> Const:
    try:
        return Const(literal(value), value)
    except TypeError:
        return Const(Raw(repr(value)), value)
