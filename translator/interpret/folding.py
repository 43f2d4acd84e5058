"""Calls on constants: builtins, pure methods, and points of time are known at translation time."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import libcst as cst

from translator.emission.emit import name_of
from translator.evidence import pandas_times, sizes
from translator.frames.constants import PURE_METHODS
from translator.frames.values import Const, Elements, Value
from translator.interpret.run import Run


def builtin(key: str, values: list[Any]) -> Any:
    """What a builtin gives for constants, or None."""
    foldable: dict[str, Callable[..., Any]] = {
                "builtins.range": range, "builtins.len": len, "builtins.list": list, "builtins.str": str,
                "builtins.int": int, "builtins.sorted": sorted, "builtins.set": set, "builtins.tuple": tuple,
                "builtins.dict": dict, "builtins.float": float, "builtins.min": min, "builtins.max": max,
                "builtins.zip": lambda *a: list(zip(*a, strict=False)),
                "builtins.enumerate": lambda a, start=0: list(enumerate(a, start)),
                "builtins.reversed": lambda a: list(reversed(a))}  # fmt: skip
    if key not in foldable:
        return None
    try:
        found = foldable[key](*values)
    except Exception:  # the program itself raises here; leave that to it
        return None
    return None if sizes.is_large(found) else found


TYPES = {"str": str, "int": int, "float": float, "bool": bool, "list": list, "tuple": tuple, "dict": dict, "set": set}


def is_instance(run: Run, args: list[Value]) -> bool | None:
    """What ``isinstance(constant, type)`` says, also for a tuple of types; None where it is not known."""
    if len(args) != 2 or not isinstance(args[0], Const) or type(args[0].value) not in (*TYPES.values(), type(None)):
        return None
    named = [name_of(one.code) or "" for one in (args[1].items if isinstance(args[1], Elements) else [args[1]])]
    if any(text not in TYPES or run.env.lookup(text) is not None for text in named):
        return None
    return isinstance(args[0].value, tuple(TYPES[text] for text in named))


def moment(
    run: Run, node: cst.Call, key: str, args: list[Value] | None, kwargs: dict[str, Value]
) -> Const | None:
    """A point or length of time, or an offset, made of constants; its code stays the program's own."""
    values = [*(args or []), *kwargs.values()]
    if key not in pandas_times.MAKERS or args is None or not all(isinstance(v, Const) for v in values):
        return None
    plain = (str, int, float, *pandas_times.MOMENT_TYPES)
    if any(not isinstance(v.value, plain) for v in values if isinstance(v, Const)):
        return None
    known = pandas_times.moment(
        key, [v.value for v in args if isinstance(v, Const)],
        {k: v.value for k, v in kwargs.items() if isinstance(v, Const)},
    )  # fmt: skip
    if known is None:
        return None
    run.record(node, key, "local")
    return Const(run.original(node), known)


def method(value: Any, text: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Any:
    """What a pure method of a constant gives, or None."""
    plain = [v.value for v in args if isinstance(v, Const)]
    named = {key: v.value for key, v in kwargs.items() if isinstance(v, Const)}
    if len(plain) < len(args) or len(named) < len(kwargs):
        return None
    if isinstance(value, datetime.date):
        simple = all(isinstance(given, (str, int)) for given in (*plain, *named.values()))
        return pandas_times.method(value, text, plain, named) if simple else None
    if text not in PURE_METHODS or named:
        return None
    try:
        if isinstance(value, str) and sizes.grows_by(value, text, plain):
            return None
        result = getattr(value, text)(*plain)
    except Exception:  # the program itself raises here; leave that to it
        return None
    return list(result) if text in ("keys", "values", "items") else result
