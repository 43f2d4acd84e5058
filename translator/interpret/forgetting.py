"""Lists and dicts of constants that code changes: what they held is forgotten, wherever it was known."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from translator.documents import syntax
from translator.emission.emit import name
from translator.frames.values import Const, Elements, Function, Local, Value
from translator.interpret import expressions, passing
from translator.interpret.changes import changed_names
from translator.interpret.definitions import Definition, global_scope
from translator.interpret.environment import Env, note_change
from translator.interpret.run import Run

DEEP = 5
"""Functions that call each other are looked through so far."""


def forget(run: Run, text: str, scope: Env | None = None) -> None:
    """A constant container is about to be changed by code that is not followed.

    Callers may hold it too, and containers that it is a part of.
    """
    binding = (scope or run.env).lookup(text)
    if binding is None:
        return
    note_change()
    value = binding.value
    refs = passing.behind(run, binding.ref)
    around = [*run.env.chain(), *(scope.chain() if scope is not None else ()), *run.callers]
    for env in [*around, *(document.env for document in run.documents.values())]:
        holders = {alias for ref in refs for alias in env.aliases(ref)}
        holders |= {held for held, other in env.names.items() if _is_part(value, other.value)}
        for alias in holders:
            old = env.names[alias]
            if not isinstance(old.value, Local) or _is_told(old.value):
                env.bind(alias, Local(name(alias)), old.place, old.ref)


def is_known(value: Value) -> bool:
    """Whether something is known of what a container holds, which is lost when it changes."""
    return isinstance(value, (Const, Elements)) or _is_told(value)


def _is_told(value: Value) -> bool:
    """Whether labels or types are known of what an object on the driver holds."""
    return isinstance(value, Local) and (bool(value.labels) or value.each is not None)


def _is_part(value: Value, holder: Value) -> bool:
    """Whether a known container holds the very list or dict that `value` is."""
    return isinstance(value, Const) and isinstance(holder, Const) and _holds(holder.value, value.value)


def _holds(container: object, part: object) -> bool:
    items = container.values() if isinstance(container, dict) else container if isinstance(container, (list, tuple)) else ()
    return isinstance(part, (list, dict, set)) and any(item is part or _holds(item, part) for item in items)


def know_again(run: Run, text: str, value: object) -> None:
    """A container of constants that has been changed is known again, by all of its names in this scope."""
    binding = run.env.names[text]
    for alias in run.env.aliases(binding.ref):
        run.env.bind(alias, Const(name(alias), value), binding.place, binding.ref)


def changed_by_call(run: Run, definition: Definition, parts: expressions.Parts) -> None:
    """A function that is not followed has been called: it may have changed its arguments, and what it knows from outside."""
    bodies = list(_bodies(run, definition, DEEP))
    changed = {text for inner in bodies for text in inner.cell.source.once(changed_names, inner.node.body)}
    if not changed:
        return
    own = {p.name.value for p in syntax.walk(definition.node.params) if isinstance(p, cst.Param)}
    scope = global_scope(run, definition)
    for text in changed - own:
        if (binding := scope.lookup(text)) is not None and _is_changeable(binding.value):
            forget(run, text, scope)
    for part, value in parts if changed & own else ():
        held = run.variable(part)
        if held is not None and _is_changeable(value):
            forget(run, held)


def _is_changeable(value: Value) -> bool:
    return isinstance(value, Const) and isinstance(value.value, (list, dict, set)) or _is_told(value)


def _bodies(run: Run, definition: Definition, depth: int) -> Iterator[Definition]:
    """A function and those that it calls by their names."""
    yield definition
    scope = global_scope(run, definition)
    for call in syntax.walk(definition.node.body) if depth else ():
        if isinstance(call, cst.Call) and isinstance(call.func, cst.Name):
            binding = scope.lookup(call.func.value)
            if binding is not None and isinstance(binding.value, Function):
                yield from _bodies(run, binding.value.definition, depth - 1)
