"""Objects of the program's own classes: what their attributes hold, before, in and after a method call.

The attributes of an object are names of the scope whose variable holds it. A call moves them into the
scope of the method (``loader.df`` becomes ``self.df``) and, once it is over, back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import libcst as cst

from translator.emission.emit import Argument, Attribute, Call, Code
from translator.frames.values import Class, Column, Const, Elements, Frame, Function, Instance, Local, Scalar, Value, is_spark
from translator.frames.variables import variable
from translator.interpret import classes, expressions, functions, handover, loops, mutation, passing
from translator.interpret.classes import ClassDefinition, Kind, Method
from translator.interpret.environment import Binding, Env, may_be_same, merge, spoil
from translator.interpret.run import Run

# --- attributes -------------------------------------------------------------------------------------------


def attribute(run: Run, node: cst.Attribute, base: Instance) -> Value:
    """``object.name``: what the attribute holds, a property, or a method."""
    text = node.attr.value
    if base.held is not None and (binding := run.env.lookup(f"{base.held}.{text}")) is not None:
        return expressions.held(run, node, f"{base.held}.{text}", binding)
    if base.held is None and text in base.attributes:
        return _of_unheld(run, node, base, base.attributes[text].value)
    if text == "__class__":
        return Class(run.original(node), base.of)
    method = base.of.methods.get(text)
    if method is None:
        classes.keep_pandas(run, base, f"what its attribute {text!r} holds is not known")
        return Local(run.original(node))
    function = _bound_method(method, base, Attribute(base.code, text))
    return function if method.kind != "property" else _property(run, node, base, function)


def _bound_method(method: Method, base: Instance, code: Code) -> Function:
    """A method of an object, with what it gets in front of the arguments of a call."""
    given: dict[Kind, tuple[Value, ...]] = {"static": (), "class": (Class(Attribute(base.code, "__class__"), base.of),)}
    return Function(code, method.definition, given.get(method.kind, (base,)))


def called(base: Instance) -> Value:
    """What a call of an object calls."""
    method = base.of.methods.get("__call__")
    return _bound_method(method, base, base.code) if method is not None and method.kind == "method" else base


def _property(run: Run, node: cst.Attribute, base: Instance, function: Function) -> Value:
    text = node.attr.value
    call = cst.Call(func=node)
    result = functions.follow(run, call, function, [], {}, [], code=function.code)
    run.giving.pop(id(call), None)
    if (gives := run.objects.pop(id(call), None)) is not None:
        run.objects[id(node)] = gives
    if result is None:
        classes.keep_pandas(run, base, f"its property {text!r} is not followed")
        return Local(run.original(node))
    return result


def of_class(run: Run, node: cst.Attribute, base: Class) -> Value:
    """``Class.name``: what its body assigns, or a method."""
    text = node.attr.value
    definition: ClassDefinition = base.definition
    code = Attribute(base.code, text)
    if text == "__name__":
        return Const(run.original(node), definition.node.name.value)
    method = definition.methods.get(text)
    if method is not None and method.kind != "property":
        return Function(code, method.definition, (base,) if method.kind == "class" else ())
    if text in definition.attributes:
        return replace(definition.attributes[text], code=code)
    classes.keep_pandas(run, base, f"what its attribute {text!r} holds is not known")
    return Local(run.original(node))


def of_super(run: Run, node: cst.Attribute) -> Value | None:
    """``super().name`` in a method: that of the class above, for the same object; None for anything else."""
    match node.value:
        case cst.Call(func=cst.Name("super"), args=[]) if run.following and run.env.lookup("super") is None:
            definition = run.definitions.get(run.following[-1])
        case _:
            return None
    above: ClassDefinition | None = None if definition is None else definition.above
    parameters = [] if definition is None or above is None else definition.node.params.params
    method = above.methods.get(node.attr.value) if above is not None and parameters else None
    binding = run.env.names.get(parameters[0].name.value) if parameters else None
    if method is None or binding is None or method.kind == "property":
        return None
    code = run.original(node)
    if isinstance(binding.value, Class):
        return Function(code, method.definition, (binding.value,) if method.kind == "class" else ())
    held = expressions.held(run, parameters[0].name, parameters[0].name.value, binding)
    return _bound_method(method, held, code) if isinstance(held, Instance) else None


def _of_unheld(run: Run, node: cst.Attribute, base: Instance, value: Value) -> Value:
    """An attribute of an object that no variable holds: ``Loader(path).df``."""
    code = Attribute(base.code, node.attr.value)
    if isinstance(value, (Frame, Const, Scalar, Local)):
        return replace(value, code=code)
    classes.keep_pandas(run, base, "no variable holds the object")
    return Local(code)


def assigned(run: Run, target: cst.Attribute) -> str | None:
    """The name under which a scope keeps an attribute that is assigned; None where the object is not followed."""
    base = expressions.evaluate(run, target.value)
    if not isinstance(base, Instance):
        return None
    text = target.attr.value
    own = base.held is not None and base.held in run.env.names
    if not own or text in base.of.methods:
        why = "its object is one of another scope" if not own else "it stands for a method of the class"
        classes.keep_pandas(run, base, f"the attribute {text!r} is assigned, but {why}")
    return f"{base.held}.{text}"


def is_kept(run: Run, value: Value) -> bool:
    """Whether an attribute can hold a value as a variable does."""
    if isinstance(value, Elements) and is_spark(value):
        return classes.are_settled(run, value)
    return isinstance(value, (Frame, Column, Instance, Class)) or not is_spark(value)


# --- construction -------------------------------------------------------------------------------------------


def constructed(
    run: Run, node: cst.Call, made: Class, args: Sequence[Value], kwargs: Mapping[str, Value], parts: expressions.Parts
) -> Value | None:
    """``Class(...)``: the new object; None where it is not followed."""
    definition: ClassDefinition = made.definition
    if run.pandas_only or definition.cell.document.on_spark != run.cell.document.on_spark:
        return None
    attributes = definition.begun()
    start = definition.methods.get("__init__")
    if definition.fields is not None and start is None:
        bound = _fields(run, definition, args, kwargs, parts)
        if bound is None:
            return None
        attributes |= bound
        start, args, kwargs = definition.methods.get("__post_init__"), [], {}
    instance = Instance(_call_code(node, made.code, parts), definition, None, attributes)
    if start is None:
        return None if args or kwargs else instance
    function = Function(made.code, start.definition, (instance,))
    return functions.construct(run, node, function, args, kwargs, parts, instance)


def _call_code(node: cst.Call, code: Code, parts: expressions.Parts) -> Code:
    values = {id(part): value.code for part, value in parts}
    return Call(code, tuple(
        Argument(values[id(a.value)], a.keyword.value if a.keyword is not None else "", a.star) for a in node.args
    ))  # fmt: skip


def _fields(
    run: Run, definition: ClassDefinition, args: Sequence[Value], kwargs: Mapping[str, Value], parts: expressions.Parts
) -> dict[str, Binding] | None:
    """The attributes that the arguments of a data class become."""
    fields = definition.fields or {}
    given = {**dict(zip(fields, args, strict=False)), **kwargs}
    if len(args) > len(fields) or not given.keys() <= fields.keys() or len(args) + len(kwargs) != len(given):
        return None
    values = {**fields, **given}
    if any(v is None or is_spark(v) and not isinstance(v, Frame) for v in values.values()):
        return None
    variables = {id(value): run.env.lookup(run.variable(part) or "") for part, value in parts}
    known = {text: variables.get(id(v)) for text, v in values.items()}
    refs = {text: None if binding is None else binding.ref for text, binding in known.items()}
    return {text: definition.bound(_field(v), refs[text]) for text, v in values.items() if v is not None}


def _field(value: Value) -> Value:
    mutable = isinstance(value, Elements) or isinstance(value, Const) and isinstance(value.value, (list, dict, set))
    return Local(value.code) if mutable else value


# --- calls ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Moved:
    """An object whose attributes are in the scope of a function for the time of a call.

    Attributes:
        text: the parameter that holds it there.
        value: what the call was given.
        binding: the variable of the caller, if one holds it.
        changed: the objects in its attributes that had been changed before.
        known: what the caller knows of its attributes, which may be more than the function is told.
    """

    text: str
    value: Instance
    binding: Binding | None
    changed: frozenset[int]
    known: Mapping[str, Binding] = field(default_factory=dict)


def move_in(run: Run, bound: Mapping[str, Value]) -> list[Moved]:
    """Take the attributes of the objects that a call is given out of the caller's scope."""
    found: list[Moved] = []
    for text, value in bound.items():
        if not isinstance(value, Instance):
            continue
        refs = {b.ref for b in value.attributes.values()} & run.mutated
        run.mutated -= refs
        binding = run.env.lookup(value.held) if value.held is not None else None
        if any(_overlap(value.held, other.value.held) for other in found):
            classes.keep_pandas(run, value, "a function gets the object twice")
        known = {} if binding is None else run.env.attributes(str(value.held))
        found.append(Moved(text, value, binding, frozenset(refs), known))
    for moved in found:
        for scope in run.env.chain() if moved.value.held is not None else ():
            scope.take_attributes(str(moved.value.held))
    return found


def _overlap(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and (a == b or a.startswith(f"{b}.") or b.startswith(f"{a}."))


def left_with(run: Run, moved: Sequence[Moved], ends: Sequence[Env]) -> dict[str, Instance]:
    """The objects as they are when the function ends, whichever way it does."""
    result: dict[str, Instance] = {}
    for one in moved:
        scopes = [_attributes_only(end, one.text) for end in ends]
        if not scopes:  # it always raises
            result[one.text] = one.value
            continue
        held = scopes[0].names.get(one.text)
        if held is None or not all(s.names.get(one.text) is not None and isinstance(s.names[one.text].value, Instance)
                                   and s.names[one.text].ref == held.ref for s in scopes):  # fmt: skip
            classes.keep_pandas(run, one.value, "the parameter that holds the object is bound anew")
            result[one.text] = one.value
            continue
        whole, *rest = scopes
        for other in rest:
            whole = _joined(run, whole, other)
        result[one.text] = replace(one.value, attributes=whole.attributes(one.text))
    return result


def _attributes_only(scope: Env, text: str) -> Env:
    only = Env()
    only.names = {n: b for n, b in scope.names.items() if n == text or n.startswith(f"{text}.")}
    return only


def _joined(run: Run, left: Env, right: Env) -> Env:
    merged, conflicts = merge(left, right)
    for text in conflicts:
        for side in (left, right):
            if is_spark(side.names[text].value):
                mutation.keep_binding(run, side.names[text])
    return merged


def move_out(
    run: Run, moved: Sequence[Moved], left: Mapping[str, Instance], parameters: Mapping[int, int | None]
) -> dict[str, Instance]:
    """Give the caller's variables the objects as the function left them.

    Args:
        parameters: by a parameter's object, that of the caller's variable; None where it is not known.

    Returns:
        the objects as the caller sees them.
    """
    found: dict[str, Instance] = {}
    for one in moved:
        kept = {path: _as_known(held, one.known.get(path)) for path, held in left[one.text].attributes.items()}
        attributes = {path: _outside(run, held, parameters) for path, held in kept.items()}
        after = found[one.text] = replace(left[one.text], attributes=attributes)
        changed = {b.ref for b in attributes.values() if b.ref in run.mutated}
        run.mutated |= one.changed
        if one.binding is None or one.value.held is None:  # ``Cleaner(df).clean()``
            named = [b for scope in run.env.chain() for b in scope.names.values() if is_spark(b.value)]
            for binding in (b for b in named if any(may_be_same(b.ref, ref) for ref in changed)):
                mutation.keep_binding(run, binding)
            continue
        scope = next(s for s in run.env.chain() if s.names.get(one.value.held) is one.binding)
        before = {path: held.ref for path, held in one.value.attributes.items()}
        moved_on = changed or before != {path: held.ref for path, held in attributes.items()}
        if scope is not run.env and moved_on:  # a comprehension or another function may do so any number of times
            classes.keep_pandas(run, one.value, "an object of another scope changes")
        scope.bind(one.value.held, after, one.binding.place, one.binding.ref)
        _show_others(run, one, after, changed)
    return found


def _as_known(held: Binding, before: Binding | None) -> Binding:
    """An attribute that the function has not bound anew, as the caller knows it."""
    return before if before is not None and (before.ref, before.place) == (held.ref, held.place) else held


def _outside(run: Run, held: Binding, parameters: Mapping[int, int | None]) -> Binding:
    """An attribute as the caller sees it: what a parameter was is an object of the caller."""
    if held.ref not in parameters:
        return held
    ref = parameters[held.ref]
    if ref is not None:
        return replace(held, ref=ref)
    mutable = isinstance(held.value, Elements) or isinstance(held.value, Const) and not passing.is_lasting(held.value)
    value = Local(held.value.code) if mutable else held.value
    return Binding(value, passing.outside(run, held.ref), held.place)


def _show_others(run: Run, one: Moved, after: Instance, changed: set[int]) -> None:
    """See to it that other names of a frame see it changed, as the function did through an attribute."""
    parameter = one.binding is not None and one.binding.is_parameter
    own, *outer = run.env.chain()
    for text in [t for t in own.names if not t.startswith(f"{one.value.held}.")]:
        binding = own.names[text]
        if not is_spark(binding.value) or not any(may_be_same(binding.ref, ref) for ref in changed):
            continue
        path = next((path for path, held in after.attributes.items() if held.ref == binding.ref), None)
        if path is None or not _assigned_after(run, text, f"{one.value.held}.{path}"):
            spoil(own, text)
    if parameter:
        return  # the caller's caller will see to the names around
    run.unseen -= changed
    for ref in changed:
        for binding in [b for scope in outer for b in scope.names.values() if may_be_same(b.ref, ref)]:
            if is_spark(binding.value):
                mutation.keep_binding(run, binding)


def _assigned_after(run: Run, text: str, attribute_: str) -> bool:
    """Add ``text = object.attribute`` behind the current statement, if nothing in it uses the name."""
    end = handover.end_of_line(run)
    simple = isinstance(run.statement, (cst.Expr, cst.Assign, cst.AnnAssign))
    if run.statement is None or end is None or not simple or text in loops.names_in(run.statement):
        return False
    source = run.cell.source
    run.insert(end, f"\n{' ' * source.indent_of(source.span(run.statement)[0])}{text} = {attribute_}")
    old, new = run.env.names[text], run.env.names[attribute_]
    run.env.bind(text, variable(new.value, text), old.place, old.ref)
    return True


def keep_shared(run: Run, value: Instance) -> None:
    """Ask that a class stays pandas, as one of its objects has two names."""
    classes.keep_pandas(run, value, "two names stand for the same object")


def second_name(run: Run, value: Instance) -> Instance:
    """The object as a second name holds it, which is possible for one that does not change."""
    if not classes.never_changes(run, value):
        keep_shared(run, value)
        return value
    return replace(value, held=None, attributes=run.env.attributes(str(value.held)))
