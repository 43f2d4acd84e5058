"""Changes of objects: rebinding every name of a changed frame, or keeping the object in pandas."""

from __future__ import annotations

import libcst as cst

from translator import layout
from translator.context import current
from translator.diagnostics import Decline, DiagnosticKey
from translator.emit import name, name_of, needs
from translator.interpret import bridges
from translator.interpret.environment import Binding
from translator.interpret.run import Run
from translator.values import Column, Elements, Frame, Grouped, Labels, Local, Value, Windowed, is_spark
from translator.variables import variable


def keep_local(run: Run, value: Value) -> None:
    """Ask that the variable behind a Spark value stays pandas from its binding on."""
    match value:
        case Elements():
            for item in value.items:
                keep_local(run, item)
            return
        case Column() | Grouped() | Labels():
            own = name_of(value.code)
            if own is not None:
                keep_binding(run, run.env.lookup(own))
            value = value.frame
        case Windowed():
            keep_local(run, value.base)
            return
    held = name_of(value.code)
    if held is not None:
        keep_binding(run, run.env.lookup(held))


def keep_binding(run: Run, binding: Binding | None) -> None:
    """Ask that a variable stays pandas from this binding on."""
    if binding is None:
        return
    place = binding.place
    if place[0] == "parameter":  # type: ignore[comparison-overlap]
        current().demand("function", place[1])
        current().demand("mutates", place[1])
    else:
        current().demand("local", place)


def keep_local_here(run: Run, node: cst.CSTNode, value: Value) -> None:
    """Ask that a variable is brought to the driver just before the current statement."""
    if isinstance(node, cst.Name) and isinstance(value, Frame):
        current().demand("local_here", (run.statement_place, node.value))
    else:
        keep_local(run, value)


def treat_as_local(run: Run, text: str, cause: DiagnosticKey) -> None:
    """Go on with a variable as the pandas object that it will be in the next pass.

    What later statements would say of a Spark frame that lacks the change would be nonsense.
    """
    binding = run.env.lookup(text)
    if binding is None or run.env.names.get(text) is not binding:
        return
    for alias in run.env.aliases(binding.ref):
        local = Local(name(alias), "DataFrame", was_spark=True, cause=cause)
        run.env.bind(alias, local, binding.place, binding.ref)


def forget_constant(run: Run, text: str) -> None:
    """A constant container is about to be changed by code that is not followed."""
    binding = run.env.lookup(text)
    if binding is None:
        return
    scope = run.env
    while scope is not None:
        for alias in scope.aliases(binding.ref):
            old = scope.names[alias].value
            if not isinstance(old, Local) or old.labels:
                scope.bind(alias, Local(name(alias)), binding.place, binding.ref)
        scope = scope.parent  # type: ignore[assignment]


def assign_target(run: Run, target: cst.BaseExpression, receiver: Value, result: Value) -> None:
    """Store an in-place method's result where its receiver came from.

    Raises:
        Decline: where the receiver is no variable, or shares data with another object.
    """
    match target:
        case cst.Name() if isinstance(receiver, Frame):
            rebind(run, target.value, result)
            return
        case cst.Subscript(value=cst.Name() as base) | cst.Attribute(value=cst.Name() as base):
            binding = run.env.lookup(base.value)
            frame = binding.value if binding else None
            if isinstance(frame, Frame) and isinstance(receiver, Column) and receiver.plain and isinstance(result, Column):
                from translator.rulekit import Label, column_like, with_column

                label = Label(receiver.plain)
                rebind(run, base.value, with_column(frame, label, column_like(result, frame)))
                return
    keep_local(run, receiver)
    raise Decline("the object that is changed in place is not held by a variable", code="T318")


def rebind(run: Run, text: str, result: Value) -> None:
    """``text = result`` as a change of the object: every alias gets it, in the output as well."""
    binding = run.env.lookup(text)
    assert binding is not None and run.statement is not None
    own = run.env.names.get(text)
    if own is None or _shared_outside(run, binding.ref):
        keep_local(run, binding.value)
    run.mutated.add(binding.ref)
    if current().is_demanded("local", run.statement_place) and is_spark(result):
        result = bridges.to_driver(run, result)
    aliases = [a for a in run.env.aliases(binding.ref) if a != text]
    source = run.cell.source
    start, end = source.span(run.statement)
    indent = source.indent_of(start)
    code = result.code
    lines = [f"{text} = {layout.render(code, indent, len(text) + 3)}"]
    lines += [f"{alias} = {text}" for alias in aliases]
    run.edit(start, end, f"\n{' ' * indent}".join(lines), needs(code))
    for alias in (text, *aliases):
        run.env.bind(alias, variable(result, alias), run.statement_place, binding.ref)


def _shared_outside(run: Run, ref: int) -> bool:
    """Whether an enclosing scope holds the object too, under a name that cannot be rebound here."""
    scope = run.env.parent
    while scope is not None:
        if scope.aliases(ref):
            return True
        scope = scope.parent
    return ref in run.captured
