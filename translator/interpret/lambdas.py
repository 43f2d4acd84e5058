"""Lambdas of the program: followed at their calls like functions, or kept in pandas with what they close over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from translator.context import current
from translator.documents import syntax
from translator.frames.values import Class, Function, Instance, Module, is_spark
from translator.interpret import classes, holding, mutation, parameters
from translator.interpret.changes import MUTATORS
from translator.interpret.definitions import Definition, global_scope
from translator.interpret.environment import Binding, is_stale
from translator.interpret.run import DocumentState, Run

if TYPE_CHECKING:
    from translator.frames.values import Value


def defined(run: Run, node: cst.Lambda) -> Value:
    """The value of a lambda; its defaults are evaluated where it stands."""
    given = parameters.defaults(run, node)
    for parameter in (*node.params.posonly_params, *node.params.params, *node.params.kwonly_params):
        if parameter.default is not None:
            holding.hold(run, parameter.default)
    return Function(run.original(node), Definition.of(run, node, given))


def is_followed(run: Run, definition: Definition) -> bool:
    """Whether a call of a lambda can be followed: its text is found again, and it changes nothing in place."""
    node = definition.node
    assert isinstance(node, cst.Lambda)
    source = definition.cell.source
    if not source.holds(node) or source.once(_changes, node):
        return False
    run.definitions.setdefault(definition.place, definition)
    return True


def _changes(node: cst.Lambda) -> bool:
    return any(
        isinstance(item, (cst.NamedExpr, cst.Await, cst.Yield))
        or isinstance(item, cst.Arg) and item.keyword is not None and item.keyword.value == "inplace"
        or isinstance(item, cst.Attribute) and item.attr.value in MUTATORS
        for item in syntax.walk(node)
    )


def keep_unchanged(run: Run, definition: Definition, mutated: set[int]) -> None:
    """A lambda whose call changes an object that others see cannot be written for Spark."""
    if run.mutated != mutated or any(is_stale(binding.value) for binding in run.env.names.values()):
        current().demand("function", definition.place)


def keep_unseen(run: Run) -> None:
    """Lambdas whose new text does not show, because the code around them was written anew, stay as they were."""
    for definition in run.definitions.values():
        if isinstance(definition.node, cst.Lambda) and definition.place in run.followed:
            if not definition.cell.shows(definition.cell.source.span(definition.node)):
                current().demand("function", definition.place)


def keep_closure(definition: Definition) -> list[Function]:
    """A lambda is called by code that is not followed: what it closes over has to be pandas.

    Returns:
        the functions that it calls, of which the same is true.
    """
    assert isinstance(definition.node, cst.Lambda)
    run: Run = definition.run
    scope = global_scope(run, definition)
    called = []
    for text in definition.cell.source.once(_free_names, definition.node):
        binding = scope.lookup(text)
        if binding is None:
            owner, _, member = text.rpartition(".")
            binding = _of_module(scope.lookup(owner), member)
            if binding is None and owner and isinstance(getattr(scope.lookup(owner), "value", None), Instance):
                binding = scope.lookup(owner)
                assert binding is not None
                classes.keep_pandas(run, binding.value, "a lambda that is not followed uses its methods")
                continue
        if binding is None or isinstance(binding.value, Instance):
            continue
        if isinstance(binding.value, Function):
            called.append(binding.value)
        elif is_spark(binding.value) and not isinstance(binding.value, Class):
            held = run.env.names.get(text)
            if held is binding and "." not in text:
                mutation.keep_local_here(run, cst.Name(text), binding.value)
            else:
                mutation.keep_binding(run, binding)
    return called


def _of_module(owner: Binding | None, member: str) -> Binding | None:
    value = None if owner is None else owner.value
    scope = value.scope if isinstance(value, Module) else None
    return scope.env.names.get(member) if isinstance(scope, DocumentState) else None


def _free_names(node: cst.Lambda) -> tuple[str, ...]:
    """The names and dotted names of a body that are not its own parameters."""
    own = {item.name.value for item in syntax.walk(node) if isinstance(item, cst.Param)}
    found = dict.fromkeys(_names(node.body))
    return tuple(text for text in found if text.partition(".")[0] not in own)


def _names(node: cst.CSTNode) -> Iterator[str]:
    match node:
        case cst.Name():
            yield node.value
        case cst.Attribute() if (text := cst.helpers.get_full_name_for_node(node)) is not None:
            yield text
    children = [node.value] if isinstance(node, cst.Attribute) else syntax.children(node)
    for child in children:
        if not (isinstance(node, cst.Arg) and child is node.keyword):
            yield from _names(child)
