"""Data paths that are known at translation time, however the program puts them together."""

from __future__ import annotations

import os.path
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any

from translator.values import Const, Value

_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "os.path.join": os.path.join,
    "os.path.basename": os.path.basename,
    "os.path.dirname": os.path.dirname,
    "os.path.normpath": os.path.normpath,
    "os.fspath": os.fspath,
    "pathlib.Path": PurePath,
    "pathlib.PurePath": PurePath,
}
_METHODS = frozenset({"joinpath", "with_suffix", "with_name", "as_posix", "__str__", "__fspath__"})


def function_value(key: str, args: Sequence[Value]) -> Any:
    """The result of a function on constant paths, or None."""
    function = _FUNCTIONS.get(key)
    if function is None or not args or not all(_is_path(v) for v in args):
        return None
    return _attempt(function, [v.value for v in args if isinstance(v, Const)])


def method_value(receiver: object, text: str, args: Sequence[Value]) -> Any:
    """The result of a method of a constant `Path`, or None."""
    if not isinstance(receiver, PurePath) or text not in _METHODS or not all(_is_path(v) for v in args):
        return None
    return _attempt(getattr(receiver, text), [v.value for v in args if isinstance(v, Const)])


def joined(left: object, right: object) -> PurePath | None:
    """``left / right`` where one of them is a constant `Path`."""
    if not isinstance(left, PurePath) and not isinstance(right, PurePath):
        return None
    if not isinstance(left, (PurePath, str)) or not isinstance(right, (PurePath, str)):
        return None
    return PurePath(left) / PurePath(right)


def _is_path(value: Value) -> bool:
    return isinstance(value, Const) and isinstance(value.value, (str, PurePath))


def _attempt(function: Callable[..., Any], values: Sequence[Any]) -> Any:
    try:
        return function(*values)
    except (TypeError, ValueError):  # the program itself raises here; leave that to it
        return None
