"""Frames that lists, dicts and attributes hold: a change through either name has to reach both."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from translator.documents import syntax
from translator.frames.values import Elements, is_spark
from translator.interpret import mutation, passing
from translator.interpret.run import Run

STORING = frozenset({"append", "extend", "insert", "add", "update", "setdefault", "put", "appendleft"})
"""Methods of containers that keep their arguments."""


def hold(run: Run, node: cst.BaseExpression) -> None:
    """What the expression names is held by something else from now on."""
    for text in _named(node):
        binding = run.env.lookup(text)
        if binding is not None and is_spark(binding.value):
            run.capture(passing.behind(run, binding.ref))


def taken(run: Run, node: cst.BaseExpression, ref: int) -> None:
    """Note that a variable (its object `ref`) holds a part of a list or dict: ``r = tables["r"]``, ``a, b = both``."""
    container = node.value if isinstance(node, cst.Subscript) else node
    binding = run.env.lookup(run.variable(container) or "")
    if binding is not None and isinstance(binding.value, Elements) and is_spark(binding.value):
        run.taken[ref] = binding


def keep_changed_containers(run: Run) -> None:
    """A part of a container was changed through another name: the container has to show it, and stays pandas."""
    for ref in run.mutated & run.taken.keys():
        _keep_container(run, ref)


def _keep_container(run: Run, ref: int) -> None:
    """The list or dict that an object was taken from stays pandas."""
    binding = run.taken.pop(ref, None)
    if binding is not None:
        mutation.keep_binding(run, binding)
        mutation.keep_local(run, binding.value)


def _named(node: cst.CSTNode) -> Iterator[str]:
    match node:
        case cst.Name():
            yield node.value
        case cst.Attribute():  # of an object that is followed; no other scope has such a name
            yield cst.helpers.get_full_name_for_node(node) or ""
        case cst.List() | cst.Tuple() | cst.Set():
            for element in node.elements:
                yield from _named(element.value)
        case cst.Dict():
            for entry in node.elements:
                yield from _named(entry.value)


def keep_displayed(run: Run, node: cst.CSTNode) -> None:
    """Frames that a list or dict written in the expression holds stay pandas."""
    if isinstance(node, (cst.List, cst.Tuple, cst.Set, cst.Dict)):
        for text in _named(node):
            binding = run.env.lookup(text)
            if binding is not None and is_spark(binding.value):
                mutation.keep_local(run, binding.value)
                _keep_container(run, binding.ref)
    for child in syntax.children(node):
        keep_displayed(run, child)


def changed_within(run: Run, target: cst.BaseExpression) -> None:
    """A change deep inside an object: what it holds stays pandas."""
    inner = target.value if isinstance(target, (cst.Subscript, cst.Attribute)) else None
    if isinstance(inner, (cst.Subscript, cst.Attribute)):
        _keep_held(run)


def _keep_held(run: Run) -> None:
    """All that containers of the program hold stays pandas."""
    for text in list(run.env.visible()):
        binding = run.env.lookup(text)
        if binding is not None and binding.ref in run.captured and is_spark(binding.value):
            mutation.keep_local(run, binding.value)
