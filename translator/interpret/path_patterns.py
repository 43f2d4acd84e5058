"""Patterns of paths that are only known in part: ``folder + "/" + name + ".pkl"`` is ``*/*.pkl``."""

from __future__ import annotations

import glob
import re
from collections.abc import Callable, Iterable, Iterator

import libcst as cst

from translator.documents import syntax
from translator.frames.handles import handle_of
from translator.inputs.places import likely_path
from translator.inputs.sightings import ANY
from translator.interpret.run import Run

MOST = 16
"""Patterns of one path beyond which it may be any."""
DEEP = 8

_FIELD = re.compile(r"\{[^{}]*\}|%[^a-zA-Z%]*[a-zA-Z]")


def of(run: Run, node: cst.BaseExpression, depth: int = DEEP) -> set[str]:
    """The patterns of a path, or of the file that was opened under it."""
    found = set(_of(run, node, depth)) if depth else {ANY}
    return found if len(found) <= MOST else {ANY}


def _of(run: Run, node: cst.BaseExpression, depth: int) -> Iterable[str]:
    match node:
        case cst.SimpleString():
            return [glob.escape(str(node.evaluated_value))]
        case cst.FormattedString():
            return _joined([_piece(run, piece, depth) for piece in node.parts], "")
        case cst.BinaryOperation(operator=cst.Add() | cst.Divide() as operator):
            sides = [of(run, node.left, depth - 1), of(run, node.right, depth - 1)]
            return _joined(sides, "" if isinstance(operator, cst.Add) else "/")
        case cst.BinaryOperation(left=cst.SimpleString(), operator=cst.Modulo()):
            return [_FIELD.sub(ANY, pattern) for pattern in of(run, node.left, depth - 1)]
        case cst.IfExp():
            return of(run, node.body, depth - 1) | of(run, node.orelse, depth - 1)
        case cst.Name():
            return _named(run, node, depth)
        case cst.Call():
            return _called(run, node, depth)
    return [ANY]


def _piece(run: Run, piece: cst.BaseFormattedStringContent, depth: int) -> set[str]:
    if isinstance(piece, cst.FormattedStringText):
        return {glob.escape(piece.value)}
    return of(run, piece.expression, depth - 1) if isinstance(piece, cst.FormattedStringExpression) else {ANY}


def _joined(parts: Iterable[set[str]], between: str) -> list[str]:
    found = [""]
    for number, part in enumerate(parts):
        found = [f"{start}{between if number else ''}{piece}" for start in found for piece in part][: MOST + 1]
    return found


def _called(run: Run, node: cst.Call, depth: int) -> Iterable[str]:
    arguments = [arg.value for arg in node.args if arg.keyword is None and not arg.star]
    match node.func:
        case cst.Name(name) | cst.Attribute(attr=cst.Name(name)):
            pass
        case _:
            return [ANY]
    receiver = node.func.value if isinstance(node.func, cst.Attribute) else None
    if name == "format" and isinstance(receiver, cst.SimpleString):
        return [_FIELD.sub(ANY, pattern.replace("[{]", "{")) for pattern in of(run, receiver, depth - 1)]
    if name == "joinpath" and receiver is not None:
        return _joined([of(run, part, depth - 1) for part in (receiver, *arguments)], "/")
    if name in ("join", "Path", "PurePath", "str", "fspath", "abspath", "open", "normpath", "expanduser") and arguments:
        own = receiver is not None and name == "open" and not _is_module(run, receiver)
        parts = [receiver] if own else arguments[:1] if name == "open" else arguments
        return _joined([of(run, part, depth - 1) for part in parts if part is not None], "/")
    return of(run, receiver, depth - 1) if name in ("open", "resolve", "absolute") and receiver is not None else [ANY]


def _is_module(run: Run, node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Name) and node.value in ("gzip", "bz2", "lzma", "io", "codecs")


def _named(run: Run, node: cst.Name, depth: int) -> Iterable[str]:
    """What a variable holds: as far as it is known, else what its function assigns to it."""
    binding = run.env.lookup(node.value)
    if binding is None:
        return [ANY]
    handle = handle_of(binding.value)
    path = handle.path if handle is not None else likely_path(binding.value)
    if path is not None:
        return [glob.escape(str(path))]
    module = run.cell.source.module
    scope = _innermost(module, node, lambda part: isinstance(part, cst.FunctionDef)) or module
    if isinstance(scope, cst.FunctionDef) and node.value in {p.name.value for p in syntax.walk(scope.params)
                                                              if isinstance(p, cst.Param)}:  # fmt: skip
        return [ANY]
    block = _innermost(scope, node, lambda part: isinstance(part, (cst.With, cst.For)) and node.value in _bound_by(part))
    found = list(_assigned(run, block or scope, node.value, depth - 1))
    return set().union(*found) if found else [ANY]


def _innermost(node: cst.CSTNode, name: cst.Name, wanted: Callable[[cst.CSTNode], bool]) -> cst.CSTNode | None:
    """The innermost node of a certain kind that has a name in its body."""
    found, size = None, 0
    for inner in filter(wanted, syntax.walk(node)):
        parts = list(syntax.walk(inner.body))  # type: ignore[attr-defined]
        if (not size or len(parts) < size) and any(part is name for part in parts):
            found, size = inner, len(parts)
    return found


def _bound_by(node: cst.CSTNode) -> list[str]:
    """The names that a ``with`` or ``for`` statement binds before its body."""
    if isinstance(node, cst.For):
        return syntax.target_names(node.target)
    items = node.items if isinstance(node, cst.With) else ()
    return [name for item in items if item.asname is not None for name in syntax.target_names(item.asname.name)]


def _assigned(run: Run, scope: cst.CSTNode, text: str, depth: int) -> Iterator[set[str]]:
    """The patterns of everything that a name is bound to."""
    for node in syntax.walk(scope):
        match node:
            case cst.Assign(targets=targets, value=value):
                named = [target.target for target in targets if text in syntax.target_names(target.target)]
                yield from (of(run, value, depth) if isinstance(target, cst.Name) else {ANY} for target in named)
            case cst.AnnAssign(target=cst.Name(name), value=cst.BaseExpression() as value) if name == text:
                yield of(run, value, depth)
            case cst.WithItem(item=value, asname=cst.AsName(name=cst.Name(name))) if name == text:
                yield of(run, value, depth)
            case cst.For(target=cst.Name(name), iter=listed) | cst.CompFor(target=cst.Name(name), iter=listed) if name == text:
                yield _items(run, listed, depth)
            case cst.For() | cst.CompFor() | cst.AugAssign() | cst.NamedExpr() if text in syntax.target_names(node.target):
                yield {ANY}


def _items(run: Run, node: cst.BaseExpression, depth: int) -> set[str]:
    """The patterns of what is in a list of paths."""
    match node:
        case cst.Call(func=cst.Name("sorted" | "list" | "reversed" | "set"), args=[cst.Arg(value=inner), *_]):
            return _items(run, inner, depth)
        case cst.Call(func=cst.Attribute(value=cst.Name("glob" | "os"), attr=cst.Name("glob" | "iglob" | "scandir" as name)),
                      args=[cst.Arg(value=inner), *_]):  # fmt: skip
            found = of(run, inner, depth)
            return {f"{each}/*" for each in found} if name == "scandir" else set(map(_unescaped, found))
        case cst.Call(func=cst.Attribute(value=folder, attr=cst.Name("iterdir")), args=[]):
            return {f"{each}/*" for each in of(run, folder, depth)}
        case cst.Call(func=cst.Attribute(value=folder, attr=cst.Name("glob")), args=[cst.Arg(value=inner)]):
            names = set(map(_unescaped, of(run, inner, depth)))
            return set(_joined([of(run, folder, depth), names], "/"))
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            return set().union(*(of(run, element.value, depth) for element in elements)) or {ANY}
    return {ANY}


def _unescaped(pattern: str) -> str:
    """A pattern that stands in the program as such."""
    return re.sub(r"\[([*?[])\]", r"\1", pattern).replace("**/", "*")
