"""Patterns of paths that are only known in part: ``folder + "/" + name + ".pkl"`` is ``*/*.pkl``."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import libcst as cst

from translator.documents.bindings import Bindings
from translator.frames.handles import handle_of
from translator.inputs.places import likely_path
from translator.inputs.sightings import ANY
from translator.interpret.run import Run

MOST = 16
"""Patterns of one path beyond which it may be any."""

PATHS = frozenset({"join", "Path", "PurePath", "str", "fspath", "abspath", "open", "normpath", "expanduser"})
"""Functions whose result is a path, or the file at it, of those that they are given."""

_FIELD = re.compile(r"\{[^{}]*\}|%[^a-zA-Z%]*[a-zA-Z]")


def of(run: Run, node: cst.BaseExpression) -> set[str]:
    """The patterns of a path, or of the file that was opened under it."""
    return _Patterns(run).of(node)


@dataclass
class _Patterns:
    """Reads the patterns of one path.

    Attributes:
        known: those of variables, by what binds them; while they are looked for, a variable may hold anything.
    """

    run: Run
    known: dict[tuple[int, ...], set[str]] = field(default_factory=dict)

    def of(self, node: cst.BaseExpression) -> set[str]:
        found = set(self._of(node))
        return found if len(found) <= MOST else {ANY}

    def _of(self, node: cst.BaseExpression) -> Iterable[str]:
        match node:
            case cst.SimpleString():
                return [glob.escape(str(node.evaluated_value))]
            case cst.FormattedString():
                return _joined([self._piece(piece) for piece in node.parts], "")
            case cst.BinaryOperation(operator=cst.Add() | cst.Divide() as operator):
                return _joined([self.of(node.left), self.of(node.right)], "" if isinstance(operator, cst.Add) else "/")
            case cst.BinaryOperation(left=cst.SimpleString(), operator=cst.Modulo()):
                return [_FIELD.sub(ANY, pattern) for pattern in self.of(node.left)]
            case cst.IfExp():
                return self.of(node.body) | self.of(node.orelse)
            case cst.Name():
                return self._named(node)
            case cst.Call(func=cst.Name(name) | cst.Attribute(attr=cst.Name(name))):
                return self._called(node, name)
        return [ANY]

    def _piece(self, piece: cst.BaseFormattedStringContent) -> set[str]:
        if isinstance(piece, cst.FormattedStringText):
            return {glob.escape(piece.value)}
        return self.of(piece.expression) if isinstance(piece, cst.FormattedStringExpression) else {ANY}

    def _called(self, node: cst.Call, name: str) -> Iterable[str]:
        arguments = [arg.value for arg in node.args if arg.keyword is None and not arg.star]
        receiver = node.func.value if isinstance(node.func, cst.Attribute) else None
        if name == "format" and isinstance(receiver, cst.SimpleString):
            return [_FIELD.sub(ANY, pattern.replace("[{]", "{")) for pattern in self.of(receiver)]
        if name == "joinpath" and receiver is not None:
            return _joined(map(self.of, (receiver, *arguments)), "/")
        if receiver is not None and (name in ("resolve", "absolute") or name == "open" and not _is_module(receiver)):
            return self.of(receiver)
        if name == "open":
            arguments = arguments[:1]
        return _joined(map(self.of, arguments), "/") if name in PATHS and arguments else [ANY]

    def _named(self, node: cst.Name) -> set[str]:
        """What a variable holds: as far as it is known, else what may be assigned to it."""
        binding = self.run.env.lookup(node.value)
        if binding is None:
            return {ANY}
        handle = handle_of(binding.value)
        path = handle.path if handle is not None else likely_path(binding.value)
        if path is not None:
            return {glob.escape(str(path))}
        source = self.run.cell.source
        reaching = source.once(Bindings.of, source.module).reaching(node)
        key = tuple(map(id, reaching))
        if key not in self.known:
            self.known[key] = {ANY}
            self.known[key] = set().union(*(self._bound(each) for each in reaching)) if reaching else {ANY}
        return self.known[key]

    def _bound(self, node: cst.CSTNode) -> set[str]:
        """The patterns of what a statement, a parameter or an item binds a single name to."""
        match node:
            case cst.Assign(targets=targets, value=value) if all(isinstance(each.target, cst.Name) for each in targets):
                return self.of(value)
            case cst.AnnAssign(target=cst.Name()):
                return set() if node.value is None else self.of(node.value)
            case cst.WithItem(item=value, asname=cst.AsName(name=cst.Name())):
                return self.of(value)
            case cst.For(target=cst.Name(), iter=listed) | cst.CompFor(target=cst.Name(), iter=listed):
                return self._items(listed)
        return {ANY}

    def _items(self, node: cst.BaseExpression) -> set[str]:
        """The patterns of what is in a list of paths."""
        match node:
            case cst.Call(func=cst.Name("sorted" | "list" | "reversed" | "set"), args=[cst.Arg(value=inner), *_]):
                return self._items(inner)
            case cst.Call(func=cst.Attribute(value=cst.Name("glob" | "os"),
                                             attr=cst.Name("glob" | "iglob" | "scandir" as name)),
                          args=[cst.Arg(value=inner), *_]):  # fmt: skip
                found = self.of(inner)
                return {f"{each}/*" for each in found} if name == "scandir" else set(map(_unescaped, found))
            case cst.Call(func=cst.Attribute(value=folder, attr=cst.Name("iterdir")), args=[]):
                return {f"{each}/*" for each in self.of(folder)}
            case cst.Call(func=cst.Attribute(value=folder, attr=cst.Name("glob")), args=[cst.Arg(value=inner)]):
                return set(_joined([self.of(folder), set(map(_unescaped, self.of(inner)))], "/"))
            case cst.List(elements=elements) | cst.Tuple(elements=elements):
                return set().union(*(self.of(element.value) for element in elements)) or {ANY}
        return {ANY}


def _joined(parts: Iterable[set[str]], between: str) -> list[str]:
    found = [""]
    for number, part in enumerate(parts):
        found = [f"{start}{between if number else ''}{piece}" for start in found for piece in part][: MOST + 1]
    return found


def _is_module(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Name) and node.value in ("gzip", "bz2", "lzma", "io", "codecs")


def _unescaped(pattern: str) -> str:
    """A pattern that stands in the program as such."""
    return re.sub(r"\[([*?[])\]", r"\1", pattern).replace("**/", "*")
