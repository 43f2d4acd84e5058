"""Values as variables of the emitted program hold them."""

from __future__ import annotations

from dataclasses import replace

from translator.emission.emit import Code, Item, Literal, name
from translator.evidence import at_hand
from translator.frames.values import Column, Elements, Instance, Local, Membership, Value


def variable(value: Value, text: str) -> Value:
    """The value as it is known once a variable `text` holds it."""
    return at_hand.carried(_held(value, text), value)


def _held(value: Value, text: str) -> Value:
    if isinstance(value, Membership):
        [test] = value.tests
        others = replace(test.others, frame=replace(test.others.frame, code=name(text)))
        return replace(value, code=name(text), tests=(replace(test, others=others),))
    if isinstance(value, Column) and value.own:
        return replace(value, frame=replace(value.frame, code=name(text)))
    if isinstance(value, Local) and value.specimen is not None:
        return replace(value, code=name(text), specimen=value.specimen.held)
    if isinstance(value, Instance):
        return replace(value, code=name(text), held=text)
    if isinstance(value, Elements) and value.kind != "dict":
        parts = tuple(_part(v, Item(name(text), Literal(i))) for i, v in enumerate(value.items))
        return replace(value, code=name(text), items=parts, call=None)
    if isinstance(value, Elements):
        pairs = zip(value.keys, value.items, strict=True)
        return replace(value, code=name(text), call=None, items=tuple(_part(v, Item(name(text), k.code)) for k, v in pairs))
    return replace(value, code=name(text))


def _part(value: Value, code: Code) -> Value:
    return at_hand.carried(replace(value, code=code), value)


def written(value: Value) -> Code:
    """The code that stores the value in a variable."""
    return value.frame.code if isinstance(value, Column) and value.own else value.code
