"""Functions that change a frame that they are given: the caller gets the changed frame back.

pandas changes the one object that caller and function share. Spark frames do not change, so the
function returns the new frame, and the call is assigned to the caller's variable:

    def add_total(df):                          def add_total(df):
        df["total"] = df["a"] + df["b"]             df = df.withColumn("total", ...)
                                                    return df
    add_total(sales)                            sales = add_total(sales)
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import libcst as cst

from translator.context import current
from translator.documents import syntax
from translator.emission.emit import Raw, name
from translator.frames.fields import fresh
from translator.frames.values import Const, Frame, Instance, Value, is_spark
from translator.frames.variables import variable
from translator.interpret import mutation, statements
from translator.interpret.environment import Env, may_be_same, one_of, spoil
from translator.interpret.parameters import Bound
from translator.interpret.passing import Arguments, Gives, behind
from translator.interpret.run import Run

if TYPE_CHECKING:
    from translator.interpret.definitions import Definition


@dataclass(frozen=True)
class Back:
    """The parameter whose very object a function returned, always or on some paths."""

    parameter: str
    certain: bool = True


@dataclass(frozen=True)
class Handed:
    """A call that gives an argument back: the variable that holds it, and whether it was changed."""

    held: str
    changed: bool
    certain: bool = True


# --- inside the function ---------------------------------------------------------------------------------


def given_back(definition: Definition) -> str | None:
    """The parameter that a function has to return, because it changes it and returns nothing."""
    for kind, place in current().demands:
        if kind == "gives_back" and isinstance(place, tuple) and place[0] == definition.place:
            return str(place[1])
    return None


def object_of(run: Run, node: cst.BaseExpression) -> Gives:
    """Which object an expression gives, where it is a name or a call that gives an object held elsewhere."""
    from translator.interpret import containers

    if isinstance(node, (cst.Tuple, cst.List)):
        parts = [object_of(run, element.value) for element in node.elements]
        return tuple(part if isinstance(part, int) else None for part in parts)
    known: Gives = run.objects.get(id(node))
    if known is not None:
        return known
    if (part := containers.part_of(run, node)) is not None:
        return part
    handed = run.giving.pop(id(node), None)
    text = run.variable(node) or (handed.held if handed is not None else None)
    binding = run.env.lookup(text) if text is not None else None
    if binding is None:
        return None
    return binding.ref if handed is None or handed.certain else one_of(binding.ref, fresh())


def return_nothing(run: Run, node: cst.Return) -> None:
    """``return`` without a value."""
    if run.gives_back is None or not _on_spark(run, run.gives_back):
        run.returns.append(Const(name("None"), None))
        run.returned_refs.append(None)
        return
    start, end = run.cell.source.span(node)
    run.edit(start, end, f"return {run.gives_back}")
    _give(run, run.gives_back)


def fall_off(run: Run, definition: Definition) -> None:
    """The end of the body."""
    if run.gives_back is None or not _on_spark(run, run.gives_back):
        run.returns.append(Const(Raw("None"), None))
        run.returned_refs.append(None)
        return
    assert isinstance(definition.node, cst.FunctionDef)
    last = definition.node.body.body[-1]
    source = run.cell.source
    start, end = source.span(last)
    run.insert(end, f"\n{' ' * source.indent_of(start)}return {run.gives_back}")
    _give(run, run.gives_back)


def _on_spark(run: Run, text: str) -> bool:
    binding = run.env.lookup(text)
    return binding is not None and is_spark(binding.value)


def _give(run: Run, text: str) -> None:
    binding = run.env.lookup(text)
    run.returns.append(Const(Raw("None"), None) if binding is None else binding.value)
    run.returned_refs.append(None if binding is None else binding.ref)


def note(run: Run, definition: Definition, refs: Mapping[str, int], env: Env) -> Gives:
    """Note which parameter's object came back; where it is not always the same, it may be either.

    Returns:
        the object, or objects, that came back, where names or containers outside of the function hold them.
    """
    run.handed_back.pop(definition.place, None)
    run.left.pop(definition.place, None)
    for text, ref in refs.items():
        binding = run.env.names.get(text)
        if ref in run.mutated and binding is not None and binding.ref == ref and isinstance(binding.value, Frame):
            run.left[definition.place] = binding.value
    returned = [ref for ref in run.returned_refs if isinstance(ref, int)]
    for text, ref in refs.items():
        if returned and all(ref == other for other in run.returned_refs):
            run.handed_back[definition.place] = Back(text)
        elif any(may_be_same(ref, other) for other in returned):
            run.handed_back[definition.place] = Back(text, certain=False)
    return _from_outside(run, env, refs)


def keep_returned(run: Run, refs: Mapping[str, int], env: Env, call: cst.CSTNode | None) -> None:
    """A pandas object of the caller is given back: it stays one, unless the caller goes on with what it gets for it alone.

    A frame made of it, and the object made of that again, would be copies of what the caller's names hold.
    """
    parts = [ref if isinstance(ref, tuple) else (ref,) for ref in run.returned_refs]
    for text, ref in refs.items():
        binding = env.names.get(text)
        if not any(ref in part for part in parts) or binding is None or not isinstance(binding.value, Frame):
            continue
        handed = run.handed.get(binding.value.rows[0])
        if handed is not None and not _all_replaced(run, run.stands_for.get(ref, frozenset()), call):
            current().demand("kept", handed)


def _all_replaced(run: Run, objects: Collection[int], call: cst.CSTNode | None) -> bool:
    """Whether the statement of a call gives the only names of objects to something else."""
    caller = run.callers[-1]
    targets = call.targets if isinstance(call, cst.Assign) else ()
    bound = {text for target in targets for text in syntax.target_names(target.target)}
    held = any(ref in run.captured or run.stands_for.get(ref) for ref in objects)
    return not held and all(set(caller.aliases(ref)) <= bound for ref in objects)


def _from_outside(run: Run, env: Env, refs: Mapping[str, int]) -> Gives:
    held = [b.ref for scope in env.chain() if scope is not env for b in scope.names.values()]
    given = {text for text in refs if isinstance(getattr(env.names.get(text), "value", None), Instance)}
    held += [b.ref for text, b in env.names.items() if "." in text and text.partition(".")[0] in given]
    known = {ref: behind(run, ref) for ref in refs.values()}

    def kept(ref: int | None, in_tuple: bool) -> int | None:
        if ref in known and in_tuple:
            return one_of(*known[ref])
        others = [] if ref is None or ref in known else [r for r in (*held, *run.captured) if may_be_same(r, ref)]
        return ref if others else None

    found: list[Gives] = []
    for ref in run.returned_refs:
        found.append(tuple(kept(r, True) for r in ref) if isinstance(ref, tuple) else kept(ref, False))
    if len(set(found)) == 1:
        return found[0]
    every = [r for f in found for r in (f if isinstance(f, tuple) else [f]) if r is not None]
    return one_of(*every) if every else None


# --- at the call ------------------------------------------------------------------------------------------


def settle(
    run: Run, node: cst.Call, definition: Definition, result: Value | None, bound: Bound, given: Arguments, gives: Gives
) -> None:
    """See to it that the caller's variables are what they are in pandas after a call."""
    changed = run.changed_parameters.pop(definition.place, [])
    back = run.handed_back.pop(definition.place, None)
    run.objects.pop(id(node), None)
    if gives is not None:
        run.objects[id(node)] = gives
    if back is not None and set(changed) <= {back.parameter} and isinstance(result, Frame) and _taken(run, node):
        held = _held(bound, given, back.parameter)
        if held is not None and node is not run.effect_call and (back.certain or not changed):
            run.giving[id(node)] = Handed(held, bool(changed), back.certain)
            return
        if held is not None and changed and back.certain:
            mutation.rebind(run, held, result)
            return
    elif len(changed) == 1 and isinstance(result, Const) and result.value is None:
        held = _held(bound, given, changed[0])
        if held is not None and _demand_back(run, node, definition, changed[0], held):
            return
    if back is not None and is_spark(result or Const(Raw("None"))):
        refs = given.refs_of(bound).get(back.parameter)
        if refs:
            run.objects[id(node)] = one_of(*refs)
    for text in changed:
        for value in bound.sources.get(text, ()):
            _left_behind(run, definition, given, value)


def _left_behind(run: Run, definition: Definition, given: Arguments, value: Value) -> None:
    """The function has changed an object that the caller's names do not see changed."""
    if not is_spark(value):
        return
    held, whole = given.variables.get(id(value)), given.parts.get(id(value))
    if held is not None and isinstance(value, Frame):
        spoil(run.env, held)
    elif whole is not None:
        binding = run.env.lookup(whole)
        if binding is not None:
            run.mutated.add(binding.ref)
            spoil(run.env, whole)
    elif given.refs.get(id(value)):
        mutation.keep_objects(run, given.refs[id(value)])
    elif id(value) not in given.refs:  # ``functools.partial`` holds it
        current().demand("function", definition.place)


def _held(bound: Bound, given: Arguments, text: str) -> str | None:
    """The variable that stands for a parameter, if a frame is all that it is given."""
    sources = bound.sources.get(text, ())
    return given.variables.get(id(sources[0])) if len(sources) == 1 and isinstance(sources[0], Frame) else None


def _taken(run: Run, node: cst.Call) -> bool:
    """Whether the statement keeps the object that the call gives: ``x = f(df)``, ``return f(df)``, ``f(df)``."""
    match run.statement:
        case cst.Return(value=value):
            return value is node
        case cst.Assign(targets=[cst.AssignTarget(target=target)], value=value) | cst.AnnAssign(target=target, value=value):
            return value is node and run.variable(target) is not None
    return node is run.effect_call


def _demand_back(run: Run, node: cst.Call, definition: Definition, text: str, held: str) -> bool:
    """Ask that the function returns what it changes; until the next pass the caller has it anyway."""
    left = run.left.get(definition.place)
    binding = run.env.lookup(held)
    if node is not run.effect_call or left is None or binding is None or not isinstance(definition.node, cst.FunctionDef):
        return False
    current().demand("gives_back", (definition.place, text))
    for alias in run.env.aliases(binding.ref):
        run.env.bind(alias, variable(left, alias), binding.place, binding.ref)
    return True


def take_back(run: Run, text: str, handed: Handed, value: Value) -> None:
    """Bind the target of ``text = f(held)``, where the function gives the object of `held` back."""
    binding = run.env.lookup(handed.held)
    if binding is None:
        statements.bind_variable(run, text, value)
        return
    if handed.changed:
        mutation.keep_shared(run, handed.held, binding)
    statements.bind_variable(run, text, value, binding.ref if handed.certain else one_of(binding.ref, fresh()))
    if not handed.changed:
        return
    run.mutated.add(binding.ref)
    assert run.statement is not None
    source = run.cell.source
    start, end = source.span(run.statement)
    for alias in run.env.aliases(binding.ref):
        if alias != text:
            run.insert(end, f"\n{' ' * source.indent_of(start)}{alias} = {text}")
            run.env.bind(alias, variable(value, alias), run.statement_place, binding.ref)
