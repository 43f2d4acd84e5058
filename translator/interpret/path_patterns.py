"""Patterns of paths that are only known in part: ``folder + "/" + name + ".pkl"`` is ``*/*.pkl``."""

from __future__ import annotations

import glob
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePath

import libcst as cst

from translator.documents import syntax
from translator.documents.bindings import Bindings
from translator.emission.emit import name as variable
from translator.frames.handles import handle_of
from translator.frames.values import Const, Elements, Function, Local, Module, Value
from translator.inputs.places import likely_path
from translator.inputs.sightings import ANY
from translator.interpret import parameters
from translator.interpret.definitions import Definition, global_scope
from translator.interpret.environment import Env, Place
from translator.interpret.run import Run

MOST = 16
"""Patterns of one path beyond which it may be any."""

PATHS = frozenset({"join", "Path", "PurePath", "str", "fspath", "abspath", "open", "normpath", "expanduser"})
"""Functions whose result is a path, or the file at it, of those that they are given."""

_FIELD = re.compile(r"\{[^{}]*\}|%[^a-zA-Z%]*[a-zA-Z]")


def of(run: Run, node: cst.BaseExpression) -> set[str]:
    """The patterns of a path, or of the file that was opened under it."""
    return _Patterns(run).of(node)


def path_of(value: Value) -> str | None:
    """The path that a value is, or gives access to."""
    handle = handle_of(value)
    path = handle.path if handle is not None else likely_path(value)
    return None if path is None else str(path)


def in_function(
    run: Run, function: Definition, known: Mapping[str, str | None],
    places: Callable[[cst.Call], cst.BaseExpression | None],
) -> set[str]:  # fmt: skip
    """The patterns of the places that calls in the text of a function name.

    Args:
        known: paths among its arguments.
        places: which argument of a call says where.
    """
    found = [places(node) for node in syntax.walk(function.node.body) if isinstance(node, cst.Call)]
    with _inside(run, function, known):
        return set().union(*(of(run, place) for place in found if place is not None))


@contextmanager
def _inside(run: Run, function: Definition, known: Mapping[str, str | None]) -> Iterator[None]:
    """In the scope of a function that is given paths; what it binds anew is looked for in its text."""
    known = {text: path_of(value) for text, value in function.defaults.items()} | dict(known)
    changed = syntax.bound_names(function.node.body)
    env = Env(global_scope(run, function))
    for text in changed | {part.name.value for part in syntax.walk(function.node.params) if isinstance(part, cst.Param)}:
        path = None if text in changed else known.get(text)
        env.bind(text, Local(variable(text)) if path is None else Const(variable(text), path), function.place)
    with run.scoped(cell=function.cell, env=env):
        yield


@dataclass
class _Patterns:
    """Reads the patterns of one path.

    Attributes:
        within: the functions whose results are looked for.
        known: those of variables, by what binds them; while they are looked for, a variable may hold anything.
    """

    run: Run
    within: frozenset[Place] = frozenset()
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
            case cst.Subscript():
                return self._item(node)
            case cst.Call(func=cst.Name(name) | cst.Attribute(attr=cst.Name(name))):
                function = self._function(node.func)
                return self._called(node, name) if function is None else self._returned(node, function)
        return [ANY]

    def _item(self, node: cst.Subscript) -> Iterable[str]:
        """The path that a dict which the program names tells for a key."""
        match node:
            case cst.Subscript(
                value=cst.Name(text), slice=[cst.SubscriptElement(slice=cst.Index(value=cst.SimpleString() as key))]
            ):
                binding = self.run.env.lookup(text)
            case _:
                return [ANY]
        held, found = binding.value if binding is not None else None, None
        if isinstance(held, Const) and isinstance(held.value, dict):
            found = held.value.get(key.evaluated_value)
        elif isinstance(held, Elements) and held.kind == "dict":
            keys = [getattr(one, "value", None) for one in held.keys]
            found = path_of(held.items[keys.index(key.evaluated_value)]) if key.evaluated_value in keys else None
        return [glob.escape(str(found))] if isinstance(found, (str, PurePath)) else [ANY]

    def _function(self, node: cst.BaseExpression) -> Definition | None:
        """The function of the program, as it was written, that a name or a member of a module is."""
        match node:
            case cst.Name(text):
                held = self.run.env.lookup(text)
            case cst.Attribute(value=cst.Name(text), attr=cst.Name(member)):
                binding = self.run.env.lookup(text)
                module = binding.value if binding is not None else None
                held = module.scope.env.lookup(member) if isinstance(module, Module) and module.scope is not None else None
            case _:
                return None
        value = held.value if held is not None else None
        definition = value.definition if isinstance(value, Function) and not value.given and not value.named else None
        return definition if definition is not None and isinstance(definition.node, cst.FunctionDef) else None

    def _returned(self, call: cst.Call, function: Definition) -> Iterable[str]:
        """The patterns of what a function of the program returns for the arguments of a call."""
        node = function.node
        assert isinstance(node, cst.FunctionDef)
        returned = [part.value for part in syntax.walk(node.body) if isinstance(part, cst.Return)]
        odd = node.decorators or node.asynchronous or not returned or any(arg.star for arg in call.args)
        if odd or function.place in self.within:
            return [ANY]
        given = {text: self._text(value) for text, value in parameters.written(function, call).items()}
        with _inside(self.run, function, given):
            inner = _Patterns(self.run, self.within | {function.place})
            return set().union(*(inner.of(value) for value in returned if value is not None))

    def _text(self, node: cst.BaseExpression) -> str | None:
        """A text that stands there, or that a variable is known to hold."""
        if isinstance(node, cst.SimpleString):
            return str(node.evaluated_value)
        binding = self.run.env.lookup(node.value) if isinstance(node, cst.Name) else None
        return None if binding is None else path_of(binding.value)

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
        path = path_of(binding.value)
        if path is not None:
            return {glob.escape(path)}
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
