"""Names and what they hold: bindings with identity, so that aliases see each other's changes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from translator.emission.emit import Label, name, name_of
from translator.evidence import at_hand
from translator.frames.fields import fresh
from translator.frames.joining import join
from translator.frames.values import (
    Accessor,
    Collected,
    Column,
    Const,
    Frame,
    Grouped,
    Instance,
    Labels,
    Local,
    Membership,
    Value,
    Windowed,
    is_spark,
)
from translator.frames.variables import variable

Place = tuple[int, int, int]
"""Where a statement starts: (cell, line, column)."""


@dataclass(frozen=True)
class Binding:
    """A name's value, the identity of the object (`ref`), and the statement that bound it.

    `origin` is, of one more name of an object, the statement that bound the name it had.
    """

    value: Value
    ref: int
    place: Place
    origin: Place | None = None

    @property
    def is_parameter(self) -> bool:
        """Whether a call bound it: its place is the function's."""
        return self.place[0] == "parameter"  # type: ignore[comparison-overlap]  # (kind, place) where no statement did


class _Changes:
    made = 0



def changes_so_far() -> int:
    """A number that differs once a name of a module has been bound anew, or a container has been changed."""
    return _Changes.made


def note_change() -> None:
    _Changes.made += 1


class Env:
    """The names of one scope, with a parent scope to read from.

    The attributes of an object that is followed are names too, next to the variable that holds it
    (``loader.df``).

    Mutable, with `fork` and `merge` at branches: copying an immutable map at every assignment
    would make the cost of long scripts quadratic.
    """

    def __init__(self, parent: Env | None = None, forked: bool = False) -> None:
        self.parent = parent
        self._names: dict[str, Binding] = {}
        self._holders: dict[int, set[str]] | None = {}
        self.forked = forked
        """Whether it is the scope of one branch, that is of code that may not run."""

    @property
    def names(self) -> Mapping[str, Binding]:
        return self._names

    @names.setter
    def names(self, names: Mapping[str, Binding]) -> None:
        self._names, self._holders = dict(names), None

    def fork(self) -> Env:
        copy = Env(self.parent, forked=True)
        copy.names = self._names
        return copy

    def lookup(self, text: str) -> Binding | None:
        found = self._names.get(text)
        if found is None and self.parent is not None:
            holder, dot, _ = text.partition(".")
            return None if dot and holder in self.names else self.parent.lookup(text)
        return found

    def chain(self) -> Iterator[Env]:
        """This scope and those around it."""
        yield self
        if self.parent is not None:
            yield from self.parent.chain()

    def bind(self, text: str, value: Value, place: Place, ref: int | None = None) -> None:
        if self.parent is None:
            _Changes.made += 1
        self._forget_attributes(text)
        if isinstance(value, Instance):
            for path, held in value.attributes.items():
                attribute = f"{text}.{path}"
                self._put(attribute, replace(held, value=_anchored_in(variable(held.value, attribute), text)))
            value = replace(value, held=text, attributes={})
        others = [] if ref is None else self.aliases(ref)
        origin = self._names[others[0]].place if others and text not in others else None
        self._put(text, Binding(value, fresh() if ref is None else ref, place, origin))

    def _put(self, text: str, new: Binding) -> None:
        if self._holders is not None:
            if text in self._names:
                self._holders[self._names[text].ref].discard(text)
            self._holders.setdefault(new.ref, set()).add(text)
        self._names[text] = new

    def forget(self, text: str) -> None:
        """Forget a name, and the attributes of the object that it holds."""
        self._forget_attributes(text)
        self._names.pop(text, None)
        self._holders = None

    def _forget_attributes(self, text: str) -> None:
        old = self._names.get(text)
        if old is not None and isinstance(old.value, Instance):
            self.take_attributes(text)

    def take_attributes(self, text: str) -> None:
        """The attributes of the object in a variable are kept elsewhere from now on."""
        self.names = {n: b for n, b in self._names.items() if not n.startswith(f"{text}.")}

    def attributes(self, text: str) -> Mapping[str, Binding]:
        """What the attributes of the object in a variable hold, by their path within the object."""
        scope = next((scope for scope in self.chain() if text in scope.names), self)
        within = {n.removeprefix(f"{text}."): b for n, b in scope.names.items() if n.startswith(f"{text}.")}
        return {path: replace(b, value=_anchored_apart(b.value, text)) for path, b in within.items()}

    def aliases(self, ref: int) -> list[str]:
        """The names of this scope that hold the object."""
        if self._holders is None:
            self._holders = {}
            for text, binding in self._names.items():
                self._holders.setdefault(binding.ref, set()).add(text)
        found = self._holders.get(ref, ())
        return list(found) if len(found) < 2 else [text for text in self._names if text in found]

    def anchor(self, value: Value) -> Value | None:
        """The value with its frame as a variable holds it now; None if no variable does.

        A Series variable is an expression over a frame variable; when that variable has since
        been given another frame, some other name may still hold the rows.
        """
        match value:
            case Column() if value.within is not None:  # of any one group, while its function is called
                return value
            case Column() | Grouped() | Labels():
                frame = self.anchor_frame(value)
                if frame is None:
                    return None
                anchored = replace(value, frame=frame)
                chosen = isinstance(value, Grouped) and value.selection is not None
                same = isinstance(value, Column) or chosen or frame is value.frame
                return at_hand.carried(anchored, value) if same else anchored
            case Membership():
                tests = [(test, self.anchor(test.column)) for test in value.tests]
                found = tuple(replace(test, column=column) for test, column in tests if isinstance(column, Column))
                return replace(value, tests=found, frame=found[0].column.frame) if len(found) == len(tests) else None
            case Accessor() | Windowed():
                base = self.anchor(value.base)
                return None if base is None else replace(value, base=base)
        return value

    def grouped_now(self, value: Grouped) -> Grouped:
        """The groups with key and column names as text where the variables that gave them hold others now."""
        selection = None if value.selection is None else tuple(map(self._label_now, value.selection))
        now = replace(value, keys=tuple(map(self._label_now, value.keys)), selection=selection)
        at_hand.carried(now, value)
        return now

    def _label_now(self, label: str) -> str:
        binding = self.lookup(name_of(label.code) or "") if isinstance(label, Label) else None
        held = binding.value if binding else None
        return label if isinstance(held, Const) and held.value == label else str(label)

    def anchor_frame(self, value: Column | Grouped | Labels) -> Frame | None:
        columns = value.frame.hidden if isinstance(value, Labels) else value.frame.physical
        needed = value.refs if isinstance(value, Column) else {c: f.version for c, f in columns.items()}
        anchor = name_of(value.frame.code)
        if anchor is None:
            return value.frame
        candidates = itertools.chain([anchor], self.visible())
        for text in candidates:
            binding = self.lookup(text)
            held = binding.value if binding else None
            if isinstance(held, Column):
                held = held.frame if name_of(held.frame.code) == text else None
            if not isinstance(held, Frame) or held.rows[-1] != value.frame.rows[-1]:
                continue
            physical = held.physical
            if all(c in physical and physical[c].version == v for c, v in needed.items()):
                return held
        return None

    def visible(self) -> Iterator[str]:
        yield from list(self.names)
        if self.parent is not None:
            yield from self.parent.visible()


def _anchored_apart(value: Value, holder: str) -> Value:
    """A Series over a frame in another attribute of its object, whatever variable holds the object."""
    anchor = name_of(value.frame.code) if isinstance(value, Column) else None
    if not isinstance(value, Column) or anchor is None or not anchor.startswith(f"{holder}."):
        return value
    return replace(value, frame=replace(value.frame, code=name(anchor.removeprefix(holder))))


def _anchored_in(value: Value, holder: str) -> Value:
    """The same once a variable holds the object."""
    anchor = name_of(value.frame.code) if isinstance(value, Column) else None
    if not isinstance(value, Column) or anchor is None or not anchor.startswith("."):
        return value
    return replace(value, frame=replace(value.frame, code=name(holder + anchor)))


_may_be: dict[int, frozenset[int]] = {}


def one_of(*refs: int) -> int:
    """The identity of an object that is one of several, depending on the run."""
    new = fresh()
    _may_be[new] = frozenset(refs).union(*(_may_be.get(ref, frozenset()) for ref in refs))
    return new


def may_be_same(a: int, b: int) -> bool:
    """Whether two identities can stand for the same object."""
    if a == b or a not in _may_be and b not in _may_be:
        return a == b
    return bool(({a} | _may_be.get(a, frozenset())) & ({b} | _may_be.get(b, frozenset())))


def signature(value: Value) -> object:
    """The facts that decide what is emitted, without version numbers: for fixed points."""
    match value:
        case Frame():
            fields = tuple((c, f.dtype, f.nullable) for c, f in value.physical.items())
            labels = value.index, value.order, tuple(value.tuples.items())
            return ("frame", tuple(value.fields), fields, *labels, value.optional)
        case Column():
            return ("column", signature(value.frame), value.name, value.dtype, value.nullable, value.shape)
        case Collected():
            return ("collected", signature(value.each))
        case Local():
            return ("local", value.type, value.labels, value.dtype, value.specimen.kind if value.specimen else None)
    return (type(value).__name__, getattr(value, "value", None).__class__)


def merge(a: Env, b: Env) -> tuple[Env, list[str]]:
    """What is true after either branch, and the names that no single representation serves."""
    found: dict[str, Binding] = {}
    conflicts: list[str] = []
    for text in dict.fromkeys([*a.names, *b.names]):
        left, right = a.names.get(text), b.names.get(text)
        if left is None or right is None:
            only = left or right
            assert only is not None
            found[text] = only
            continue
        if left is right:
            found[text] = left
            continue
        value = join(left.value, right.value)
        if value is None:
            conflicts.append(text)
            value = Local(variable(left.value, text).code, was_spark=True)
        ref = left.ref if left.ref == right.ref else one_of(left.ref, right.ref)
        made = left if is_spark(left.value) and not is_spark(right.value) else right
        found[text] = Binding(value, ref, made.place)
    merged = Env(a.parent)
    merged.names = found
    return merged, conflicts


STALE = "changed by a function"


LEFT = "left behind by a loop"


def leave(env: Env, text: str, place: Place) -> None:
    """A loop's variable that nothing reads any more: it need not hold what it holds in pandas."""
    env.bind(text, Local(name(text), why=LEFT), place)


def spoil(env: Env, text: str) -> None:
    """Mark an object as changed by a function through its parameter.

    The emitted function rebinds only its own name, so the caller's variable no longer is what it
    is in pandas; using it before it is assigned again makes the frame stay pandas.
    """
    binding = env.lookup(text)
    if binding is None:
        return
    for alias in env.aliases(binding.ref):
        env.bind(alias, Local(variable(binding.value, alias).code, why=STALE), binding.place)


def is_stale(value: Value) -> bool:
    return isinstance(value, Local) and value.why == STALE
