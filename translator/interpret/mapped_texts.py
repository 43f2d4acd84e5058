"""Functions of texts applied to known ones: ``map(str.lower, df.columns)``, ``re.sub(r"\\W+", "_", name)``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import libcst as cst

from translator.diagnostics import Decline
from translator.emission.emit import literal
from translator.emission.layout import flat
from translator.frames.constants import by_text_method
from translator.frames.delegation import call_lambda
from translator.frames.values import Const, Function, Value
from translator.interpret.run import Run

MANY = 200
"""Items that a function is applied to."""
LONG = 200
"""Characters of a text that a pattern is tried on."""
_REPEATED_GROUP = re.compile(r"\)[*+{]")
_REPEAT = re.compile(r"(?<!\\)[*+{]")


def mapped(run: Run, args: Sequence[Value]) -> list[Any] | None:
    """What ``map(function, items)`` goes through, where items and results are known; else None."""
    if len(args) != 2 or not isinstance(args[1], Const) or isinstance(args[1].value, (str, bytes)):
        return None
    items = list(args[1].value) if isinstance(args[1].value, Iterable) else []
    if not 0 < len(items) <= MANY:
        return None
    results = [applied(run, args[0], Const(literal(item), item)) for item in items if isinstance(item, (str, int, float))]
    known = [result.value for result in results if isinstance(result, Const)]
    return known if len(known) == len(items) else None


def applied(run: Run, function: Value, item: Const) -> Value | None:
    """What a method of ``str``, or a function of the program, gives for one known item; None where that is not known."""
    if isinstance(function, Function):
        try:
            return call_lambda(function, [item])
        except Decline:
            return None
    result = _of_text(run, flat(function.code), item)
    return None if result is None else Const(literal(result), result)


def by_method(run: Run, function: cst.Attribute, args: Sequence[Value]) -> str | None:
    """What ``str.lower(known text)`` gives; None where it is something else."""
    if not isinstance(function.value, cst.Name) or len(args) != 1:
        return None
    return _of_text(run, f"{function.value.value}.{function.attr.value}", args[0])


def _of_text(run: Run, code: str, item: Value) -> str | None:
    """What a method of Python's own ``str`` makes of a known text."""
    return by_text_method(code, item.value) if isinstance(item, Const) and run.env.lookup("str") is None else None


def substituted(key: str, args: Sequence[Value]) -> str | None:
    """What ``re.sub(pattern, text, known text)`` gives; None where that may take long, or is not known."""
    values = [arg.value for arg in args if isinstance(arg, Const) and isinstance(arg.value, str)]
    if key != "re.sub" or len(values) != 3 or len(args) != 3 or len(values[2]) > LONG:
        return None
    if _REPEATED_GROUP.search(values[0]) or len(_REPEAT.findall(values[0])) > 2:
        return None
    try:
        pattern, by, text = values
        return re.sub(pattern, by, text)
    except (re.error, IndexError):  # the program itself raises here; leave that to it
        return None
