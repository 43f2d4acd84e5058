"""Frames that lists and dicts of the program hold besides its variables: ``combine = [train, test]``.

pandas changes the one object that both hold. A Spark frame does not change, so whoever gives a variable
another frame puts that into the lists as well: ``train = train.withColumn(...)``, ``combine[0] = train``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from translator.emission import layout
from translator.emission.emit import literal
from translator.frames.values import Elements, Value
from translator.frames.variables import variable
from translator.interpret.environment import Place, may_be_same
from translator.interpret.run import Run


def holders(run: Run, objects: Collection[int]) -> list[tuple[str, Elements]]:
    """The variables with a list, tuple or dict that holds some of the objects."""
    named = [(text, binding.value) for text, binding in run.env.names.items()]
    return [(text, v) for text, v in named if isinstance(v, Elements) and not {*v.refs}.isdisjoint(objects)]


def can_follow(run: Run, ref: int) -> bool:
    """Whether all that holds an object besides variables are lists and dicts that can be given another one here."""
    if ref in run.held_elsewhere or ref in run.taken or run.env.parent is not None or run.env.forked:
        return False
    if any(other != ref and may_be_same(other, ref) for other in run.captured):
        return False
    if run.loop_exits is not None and not run.unrolling:
        return False
    if any(ref in objects_in(item) for binding in run.env.names.values() for item in _items(binding.value)):
        return False
    return all(held.kind in ("list", "dict") for _, held in holders(run, [ref]))


def objects_in(value: Value) -> frozenset[int]:
    """The objects that a list or dict holds, however deeply, which a variable held when it was made."""
    inner = [objects_in(item) for item in _items(value)]
    own = value.refs if isinstance(value, Elements) else ()
    return frozenset(ref for ref in own if ref is not None).union(*inner)


def _items(value: Value) -> tuple[Value, ...]:
    return value.items if isinstance(value, Elements) else ()


def following_lines(run: Run, ref: int, text: str, but: str = "") -> list[str]:
    """The statements that put what is called `text` where lists and dicts (other than `but`) have the object."""
    found = []
    for holder, held in holders(run, [ref]):
        for position, other in enumerate(held.refs if holder != but else ()):
            if other == ref:
                key = held.keys[position].code if held.kind == "dict" else literal(position)
                found.append(f"{holder}[{layout.flat(key)}] = {text}")
    return found


def put_back(run: Run, now: Mapping[int, Value], place: Place) -> None:
    """Let lists and dicts hold these values as the objects."""
    for text, held in holders(run, now):
        items = [item if ref is None else now.get(ref, item) for ref, item in zip(held.refs, held.items, strict=True)]
        run.env.bind(text, variable(replace(held, items=tuple(items)), text), place, run.env.names[text].ref)
