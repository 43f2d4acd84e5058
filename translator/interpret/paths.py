"""Data paths that are known at translation time, however the program puts them together.

What the program's place, its working directory or the environment decide is *likely* only: the
file at hand then tells the columns, and the emitted code goes on to compute the path itself.
"""

from __future__ import annotations

import os.path
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from translator.context import current
from translator.evidence import at_hand, specimens
from translator.evidence.stand_ins import Specimen
from translator.frames.values import Const, Local, Scalar, Value
from translator.inputs.places import likely_path

_PURE: dict[str, Callable[..., Any]] = {
    "os.path.join": os.path.join, "os.path.basename": os.path.basename, "os.path.dirname": os.path.dirname,
    "os.path.normpath": os.path.normpath, "os.path.split": os.path.split, "os.path.splitext": os.path.splitext,
    "os.fspath": os.fspath, "pathlib.Path": PurePath, "pathlib.PurePath": PurePath, "pathlib.PurePosixPath": PurePath,
}  # fmt: skip
_METHODS = frozenset({"joinpath", "with_suffix", "with_name", "with_stem", "as_posix", "__str__", "__fspath__"})
_MEMBERS = frozenset({"parent", "name", "stem", "suffix", "parents"})


def _absolute(path: Any) -> Any:
    """The path as it is when the program starts in the folder of its data."""
    whole = current().root / path
    return os.path.normpath(whole) if isinstance(path, str) else PurePath(os.path.normpath(whole))


def _variable(text: str, default: Any = None) -> Any:
    """An environment variable: its default, or a hole in the path."""
    return f"{{{text}}}" if default is None else default


_LIKELY: dict[str, Callable[..., Any]] = {
    "os.path.abspath": _absolute, "os.path.realpath": _absolute, "os.path.expanduser": lambda path: path,
    "os.path.expandvars": lambda path: path, "os.getcwd": lambda: _absolute(""), "os.getenv": _variable,
    "os.environ.get": _variable, "pathlib.Path.cwd": lambda: _absolute(PurePath()),
    "pathlib.Path.home": lambda: PurePath("~"),
}  # fmt: skip
_LIKELY_METHODS: dict[str, Callable[..., Any]] = {
    "resolve": _absolute, "absolute": _absolute, "expanduser": lambda path: path,
}  # fmt: skip


def is_computed_by(key: str) -> bool:
    """Whether a function makes paths, or tells of the environment, and looks at no file."""
    return key in _PURE or key in _LIKELY


def function_value(key: str, args: Sequence[Value]) -> Any:
    """The result of a function on constant paths, or None."""
    function = _PURE.get(key)
    if function is None or not args or not all(_is_path(v) for v in args):
        return None
    return _attempt(function, [v.value for v in args if isinstance(v, Const)])


def method_value(receiver: object, text: str, args: Sequence[Value]) -> Any:
    """The result of a method of a constant `Path`, or None."""
    if not isinstance(receiver, PurePath) or text not in _METHODS or not all(_is_path(v) for v in args):
        return None
    return _attempt(getattr(receiver, text), [v.value for v in args if isinstance(v, Const)])


def member_value(receiver: object, text: str) -> Any:
    """An attribute of a constant `Path`, or None."""
    return getattr(receiver, text) if isinstance(receiver, PurePath) and text in _MEMBERS else None


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


# --- paths that are likely -----------------------------------------------------------------------------------


def likely(function: Callable[..., Any], values: Iterable[Value]) -> Specimen | None:
    """What a function gives for paths some of which are only likely."""
    paths = [likely_path(value) for value in values]
    if any(path is None for path in paths):
        return None
    result = _attempt(function, paths)
    kinds = (str, PurePath, tuple)
    return Specimen(result, False, "nothing") if isinstance(result, kinds) else None


def likely_call(key: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Specimen | None:
    """What a function of paths or of the environment gives, most likely."""
    function = _LIKELY.get(key) or _PURE.get(key)
    if function is None or set(kwargs) - {"default"}:
        return None
    values = [*args, *kwargs.values()]
    if len(values) == 2 and isinstance(values[1], Const) and values[1].value is None:
        values = values[:1]
    return likely(function, values)


def likely_method(receiver: Value, text: str, args: Sequence[Value]) -> Specimen | None:
    """What a method of a path gives, most likely."""
    if not isinstance(likely_path(receiver), PurePath):
        return None
    if text in _LIKELY_METHODS and not args:
        return likely(_LIKELY_METHODS[text], [receiver])
    return likely(lambda path, *rest: getattr(path, text)(*rest), [receiver, *args]) if text in _METHODS else None


# --- files that are listed -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Listing:
    """The files at hand where a program lists files; when it runs there may be others."""

    files: tuple[str | PurePath, ...]


def files_of(value: Value) -> Sequence[str | PurePath]:
    """The files at hand that a value lists, if it is such a list."""
    found = value.specimen if isinstance(value, Local) else None
    return found.value.files if found is not None and isinstance(found.value, Listing) else ()


def listing(key: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Specimen | None:
    """What ``glob.glob(pattern)`` and ``os.listdir(folder)`` list, and the same files in another order."""
    path = likely_path(args[0]) if len(args) == 1 else None
    if key in ("builtins.sorted", "builtins.list") and len(args) == 1 and not set(kwargs) - {"key", "reverse"}:
        files = files_of(args[0])
        return _listing(files) if files else None
    if path is None or kwargs:
        return None
    if key == "glob.glob":
        return _listing(current().matching(str(path)))
    return _listing([PurePath(f).name for f in current().matching(f"{path}/*")]) if key == "os.listdir" else None


def listing_of_folder(receiver: Value, method: str, args: Sequence[Value]) -> Specimen | None:
    """What ``folder.glob(pattern)`` lists."""
    folder, pattern = likely_path(receiver), likely_path(args[0]) if len(args) == 1 else None
    if method != "glob" or not isinstance(folder, PurePath) or pattern is None:
        return None
    return _listing([PurePath(file) for file in current().matching(str(folder / pattern))])


def _listing(files: Iterable[str | PurePath]) -> Specimen:
    return Specimen(Listing(tuple(files)), False, "nothing")


# --- members, operators and choices --------------------------------------------------------------------------


def likely_member(receiver: Value, text: str) -> Specimen | None:
    """An attribute of a path, or a default of the command line."""
    found = specimens.specimen_of(receiver)
    if found is not None and isinstance(found.value, types.SimpleNamespace):
        value = getattr(found.value, text, None)
        return None if value is None else Specimen(value, False, "nothing")
    if not isinstance(likely_path(receiver), PurePath) or text not in _MEMBERS:
        return None
    return likely(lambda path: tuple(path.parents) if text == "parents" else getattr(path, text), [receiver])


def likely_operation(method: str, left: Value, right: Value) -> Specimen | None:
    """``folder + name``, ``folder / name`` and ``pattern % name``."""
    functions: Mapping[str, Callable[..., Any]] = {
        "__add__": lambda a, b: a + b if isinstance(a, str) and isinstance(b, str) else None,
        "__truediv__": joined,
        "__mod__": lambda a, b: a % b if isinstance(a, str) else None,
    }
    return likely(functions[method], [left, right]) if method in functions else None


def likely_choice(first: Value, second: Value) -> Specimen | None:
    """``first or second``, ``first if ... else second``: the one that names a place, the first one of two."""
    known = [path for path in map(likely_path, (first, second)) if path is not None and not _is_hole(path)]
    return Specimen(known[0], False, "nothing") if known else None


def _is_hole(path: str | PurePath) -> bool:
    return str(path).startswith("{") and str(path).endswith("}")


def settings(attributes: Mapping[str, Value]) -> Specimen:
    """A class as the holder of the paths that its body assigns."""
    known = {text: likely_path(value) for text, value in attributes.items()}
    return Specimen(types.SimpleNamespace(**{t: p for t, p in known.items() if p is not None}), False, "nothing")


def as_constant(value: Value) -> Value:
    """The value with what is likely of it taken for certain."""
    path = likely_path(value)
    return value if path is None or isinstance(value, Const) else Const(value.code, path)


def of_program() -> Specimen:
    """What ``__file__`` is."""
    return Specimen(str(current().folder.resolve() / current().program), False, "nothing")


def as_text(value: Value) -> Value:
    """A text that is only likely, where any text will do: ``df["file"] = os.path.basename(path)``."""
    likely_text = value.specimen.value if isinstance(value, Local) and value.specimen is not None else None
    if not isinstance(likely_text, str) or _is_hole(likely_text):
        return value
    text = Scalar(value.code, dtype="str")
    at_hand.made_by(text, lambda: likely_text)
    return text
