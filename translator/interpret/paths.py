"""Data paths that are known at translation time, however the program puts them together."""

from __future__ import annotations

import os.path
import posixpath
from collections.abc import Callable, Mapping, Sequence
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


WRITERS = frozenset({"to_csv", "to_excel", "to_feather", "to_hdf", "to_json", "to_orc", "to_parquet", "to_pickle",
                     "to_stata", "to_xml"})  # fmt: skip
PATH_NAMES = ("path_or_buf", "path", "excel_writer", "path_or_buffer")


def written_by_method(method: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> str | None:
    """The known path that a writer of pandas writes to."""
    if method not in WRITERS:
        return None
    named = [kwargs[name] for name in PATH_NAMES if name in kwargs]
    return _path(next(iter([*named, *args]), None))


def opened_for_writing(function: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> str | None:
    """The known path that ``open(path, "w")`` is about to write."""
    mode = getattr(kwargs.get("mode", args[1] if len(args) > 1 else None), "value", "r")
    if function != "open" or not isinstance(mode, str) or not set("wax+") & set(mode):
        return None
    return _path(next(iter(args), None))


def _path(value: Value | None) -> str | None:
    known = getattr(value, "value", None)
    return posixpath.normpath(str(known)) if isinstance(known, (str, PurePath)) else None
