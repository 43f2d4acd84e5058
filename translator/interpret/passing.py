"""Which objects of the caller stand behind the arguments of a call, and behind what it gives back."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import libcst as cst

from translator.frames.values import Const, Elements, Value
from translator.interpret.environment import may_be_same, one_of
from translator.interpret.parameters import Bound
from translator.interpret.run import Run

Gives = int | tuple[int | None, ...] | None
"""An object by its identity, those of the parts of a tuple, or one that nothing else holds."""


@dataclass(frozen=True)
class Arguments:
    """The arguments of a call by the identity of their values.

    Attributes:
        variables: the variable that stands there.
        parts: the variable of which it is a part: ``*args``, ``args[0]``.
        refs: the objects that an argument is, where something else holds them.
    """

    variables: Mapping[int, str] = field(default_factory=dict)
    parts: Mapping[int, str] = field(default_factory=dict)
    refs: Mapping[int, frozenset[int]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, run: Run, node: cst.Call, values: Sequence[tuple[cst.BaseExpression, Value]], receiver: Value | None = None
    ) -> Arguments:
        """Of the arguments of a call; `receiver` stands in ``receiver.pipe(f)``."""
        variables: dict[int, str] = {}
        parts: dict[int, str] = {}
        refs: dict[int, frozenset[int]] = {}
        stars = [a.star for a in node.args]
        entries = list(zip(values, stars, strict=True))
        if receiver is not None and isinstance(node.func, cst.Attribute):
            entries.append(((node.func.value, receiver), ""))
        for (part, value), star in entries:
            for item in items_of(value) if star else [value]:
                refs[id(item)] = objects_of(run, part)
                text = run.variable(part)
                whole = run.variable(part.value) if isinstance(part, cst.Subscript) else None
                if text is not None:
                    (parts if star else variables)[id(item)] = text
                elif whole is not None:
                    parts[id(item)] = whole
        return cls(variables, parts, refs)

    def refs_of(self, bound: Bound) -> dict[str, frozenset[int]]:
        """The objects of the caller that each parameter is or has parts of."""
        none: frozenset[int] = frozenset()
        return {
            text: none.union(*(self.refs.get(id(v), none) for v in sources)) for text, sources in bound.sources.items()
        }

    def exact_refs(self, run: Run, bound: Bound) -> dict[str, int]:
        """The objects of the caller that parameters are for sure."""
        single = {text: self.variables.get(id(v[0])) for text, v in bound.sources.items() if len(v) == 1}
        found = {text: run.env.lookup(held) for text, held in single.items() if held is not None}
        return {text: binding.ref for text, binding in found.items() if binding is not None}


def items_of(value: Value) -> Iterator[Value]:
    """The parts of an unpacked argument."""
    if isinstance(value, Elements):
        yield from value.items


def behind(run: Run, ref: int) -> frozenset[int]:
    """An object, and those of callers that it stands for."""
    found, waiting = {ref}, [ref]
    while waiting:
        for other in run.stands_for.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return frozenset(found)


def known_as(run: Run, ref: int) -> int:
    """The identity of an object where it was made, as far as calls tell for sure."""
    while ref in run.exactly:
        ref = run.exactly[ref]
    return ref


def are_one(run: Run, left: int, right: int) -> bool | None:
    """Whether two identities are one object; None where branches give one or the other, or callers what they like."""
    if known_as(run, left) == known_as(run, right):
        return True
    pairs = itertools.product(behind(run, left), behind(run, right))
    return None if any(may_be_same(one, other) for one, other in pairs) else False


def objects_of(run: Run, node: cst.BaseExpression) -> frozenset[int]:
    """The objects that an expression may be, where a variable or something else holds them."""
    if isinstance(node, cst.Subscript):
        return objects_of(run, node.value)
    text = run.variable(node)
    if text is not None:
        binding = run.env.lookup(text)
        return frozenset() if binding is None else behind(run, binding.ref)
    gives = run.objects.get(id(node))
    return frozenset({gives}) if isinstance(gives, int) else frozenset(g for g in gives or () if g is not None)


def outside(run: Run, ref: int) -> int:
    """The identity under which a name outside of the function holds an object of the function."""
    found = behind(run, ref)
    return ref if len(found) == 1 else one_of(*found)


def is_lasting(value: Value) -> bool:
    """Whether a constant cannot be changed by whoever else holds it."""
    return isinstance(value, Const) and not isinstance(value.value, (list, dict, set))
