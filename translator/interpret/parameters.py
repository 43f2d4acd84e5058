"""How the arguments of a call become the parameters of one of the program's functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import NoneType

import libcst as cst

from translator.emission.emit import Code, Item, literal, name
from translator.evidence import at_hand
from translator.frames.dtypes import BOOLEANS, INTEGERS
from translator.frames.fields import Field
from translator.frames.values import (
    Class,
    Column,
    Const,
    Elements,
    Frame,
    Function,
    Instance,
    Local,
    Module,
    Scalar,
    Value,
    is_spark,
)
from translator.interpret.changes import changed_names
from translator.interpret.definitions import Definition
from translator.interpret.environment import signature
from translator.interpret.run import Run


@dataclass(frozen=True)
class Bound:
    """The parameters of a call: what each holds in the function, and which arguments went into it."""

    values: dict[str, Value]
    sources: dict[str, tuple[Value, ...]]


def bind(definition: Definition, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Bound | None:
    """Bind arguments as Python does; None where they do not fit.

    What ``*args`` and ``**kwargs`` take up is a tuple and a dict of known parts.
    """
    parameters = definition.node.params
    positional = [*parameters.posonly_params, *parameters.params]
    names = [p.name.value for p in (*positional, *parameters.kwonly_params)]
    by_position = names[: len(positional)]
    bound: dict[str, Value] = dict(zip(by_position, args, strict=False))
    rest, unnamed = args[len(by_position) :], {k: v for k, v in kwargs.items() if k not in names}
    star, double = parameters.star_arg, parameters.star_kwarg
    if rest and not isinstance(star, cst.Param) or unnamed and double is None or bound.keys() & kwargs.keys():
        return None
    bound.update({k: v for k, v in kwargs.items() if k in names})
    sources: dict[str, tuple[Value, ...]] = {text: (value,) for text, value in bound.items()}
    for text in names:
        if text not in bound and text not in definition.defaults:
            return None
        bound.setdefault(text, definition.defaults.get(text, Const(name("None"), None)))
    if isinstance(star, cst.Param):
        bound[star.name.value], sources[star.name.value] = _tuple_of(rest), tuple(rest)
    if double is not None:
        bound[double.name.value], sources[double.name.value] = _dict_of(unnamed), tuple(unnamed.values())
    return Bound({text: as_parameter(value, text) for text, value in bound.items()}, sources)


def named(
    definition: Definition, node: cst.Call, parts: Sequence[tuple[cst.BaseExpression, Value]]
) -> dict[str, Value]:  # fmt: skip
    """The arguments of a call that stand in it one by one, by the parameters of the function; of methods none."""
    if definition.is_method or any(arg.star for arg in node.args):
        return {}
    values = {id(part): value for part, value in parts}
    return {text: values[id(part)] for text, part in written(definition, node).items() if id(part) in values}


def written(definition: Definition, node: cst.Call) -> dict[str, cst.BaseExpression]:
    """What stands in a call, none of it unpacked, by the parameters of the function."""
    declared = definition.node.params
    positional = [parameter.name.value for parameter in (*declared.posonly_params, *declared.params)]
    given = dict(zip(positional, [arg.value for arg in node.args if arg.keyword is None], strict=False))
    return given | {arg.keyword.value: arg.value for arg in node.args if arg.keyword is not None}


def _tuple_of(values: Sequence[Value]) -> Value:
    if all(isinstance(v, Const) for v in values):
        return Const(name("args"), tuple(v.value for v in values if isinstance(v, Const)))
    return Elements(name("args"), "tuple", tuple(values))


def _dict_of(values: Mapping[str, Value]) -> Value:
    if all(isinstance(v, Const) for v in values.values()):
        return Const(name("kwargs"), {k: v.value for k, v in values.items() if isinstance(v, Const)})
    keys = tuple(Const(literal(k), k) for k in values)
    return Elements(name("kwargs"), "dict", tuple(values.values()), keys)


def defaults(run: Run, node: cst.FunctionDef | cst.Lambda) -> dict[str, Value]:
    """The values of default arguments, which Python computes once, where the function is defined."""
    from translator.interpret import classes, expressions, mutation

    changed = run.cell.source.once(changed_names, node.body)
    found = {}
    for parameter in (*node.params.posonly_params, *node.params.params, *node.params.kwonly_params):
        if parameter.default is not None:
            text = parameter.name.value
            value = expressions.evaluate(run, parameter.default)
            held = isinstance(value, (Const, Elements)) and not _is_fixed(value)
            collects = text in changed and held  # one list for all calls
            may_change = is_spark(value) and not (isinstance(value, Instance) and classes.is_settings(run, value))
            if may_change:  # the very object, before a call
                mutation.keep_local(run, value)
            found[text] = Local(name(text)) if collects or may_change else value
    return found


def _is_fixed(value: Value) -> bool:
    """Whether nothing that a call does can change the value."""
    return isinstance(value, Const) and isinstance(value.value, (str, bytes, int, float, NoneType))


def as_parameter(value: Value, text: str) -> Value:
    """The argument as the parameter holds it inside the function."""
    return at_hand.carried(_as_parameter(value, name(text)), value)


def _as_parameter(value: Value, code: Code) -> Value:
    match value:
        case Frame() | Const() | Scalar() | Local() | Function() | Module() | Class() | Instance():
            return replace(value, code=code)
        case Column():
            return replace(value, code=code, plain=None, null_means=None, negated=None, own=False)
        case Elements(kind="dict") if not all(isinstance(k, Const) for k in value.keys):
            return Local(code)
        case Elements(kind="dict"):
            items = (_part(v, Item(code, k.code)) for k, v in zip(value.keys, value.items, strict=True))
            return replace(value, code=code, items=tuple(items))
        case Elements():
            items = (_part(v, Item(code, literal(i))) for i, v in enumerate(value.items))
            return replace(value, code=code, items=tuple(items))
    return value


def _part(value: Value, code: Code) -> Value:
    return at_hand.carried(replace(value, code=code), value)


def exact(value: Value) -> object:
    """The facts of an argument that decide what comes of a call."""
    match value:
        case Const():
            return repr(value.value)
        case Instance():
            return ("object", id(value.of), tuple(sorted((p, repr(exact(b.value))) for p, b in value.attributes.items())))
        case Function():
            own: Definition = value.definition
            return (own.identity, tuple(map(exact, value.given)), tuple((k, exact(v)) for k, v in value.named.items()))
        case Module():
            return ("module", value.name, id(value.scope))
        case Class():
            return ("class", id(value.definition))
        case Elements():
            return (value.kind, tuple(map(exact, value.keys)), tuple(map(exact, value.items)))
        case Local() if value.specimen is not None:
            return (signature(value), repr(value.specimen.value))
    return signature(value)


def general(value: Value) -> Value:
    """An argument without the facts in which calls often differ: what is missing, and which values occur."""
    match value:
        case Frame():
            return replace(value, fields={c: _general_field(f) for c, f in value.fields.items()}, parts={}, steps=None)
        case Column():
            frame = general(value.frame)
            assert isinstance(frame, Frame)
            sure = value.dtype in INTEGERS or value.dtype in BOOLEANS
            return replace(value, frame=frame, nullable=value.nullable or not sure)
        case Instance():
            known = {path: replace(held, value=general(held.value)) for path, held in value.attributes.items()}
            return replace(value, attributes=known)
    return value


def _general_field(fact: Field) -> Field:
    sure = fact.dtype in INTEGERS or fact.dtype in BOOLEANS
    return replace(fact, nullable=fact.nullable or not sure, distinct=None)


