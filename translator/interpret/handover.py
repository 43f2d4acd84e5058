"""Hands what pandas made on the driver back to Spark, where later statements can go on there.

A bridge leaves a pandas frame in a variable. Where its columns and types are known (`likeness`) and
a later statement could use it in Spark, that statement demands the handover at the place where the
variable got its value; the next pass then writes ``x = from_pandas(...)``, which checks what is
relied on. A handover that no rule made use of is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import libcst as cst

from translator.context import CallSite, current
from translator.diagnostics import Decline
from translator.documents import syntax
from translator.emission import layout
from translator.emission.emit import name, needs
from translator.evidence import at_hand, likeness, pandas_api
from translator.frames.fields import OBJECTS, Nones
from translator.frames.rows import lifted
from translator.frames.values import Column, Frame, Local, Value
from translator.frames.variables import variable
from translator.interpret.changes import changed_names
from translator.interpret.environment import Place
from translator.interpret.run import Run
from translator.registry import RULES


def could_go_on(run: Run, node: cst.BaseExpression, value: Value, key: str) -> None:
    """A driver-side frame is used in a way that has a rule: demand that its variable be handed over."""
    text = run.variable(node)
    if run.pandas_only or text is None or key not in RULES:
        return
    binding = run.env.lookup(text)
    if binding is None or binding.place[0] in ("parameter", "class"):  # type: ignore[comparison-overlap]
        return
    decided = any(current().is_demanded(kind, binding.place) for kind in ("kept", "handover"))
    if not decided and is_handed_frame(value):
        current().demand("handover", binding.place)


def keep_apart(run: Run, call: object) -> None:
    """None and NaN that a call brings together stay apart only in pandas, where it is made for that."""
    if current().is_demanded("apart", call):
        current().demand("kept", run.statement_place)


def keep_listed_labels(value: Value) -> None:
    """Ask that labels which are not listed sorted are made by pandas, whose levels alone remember their order."""
    if not isinstance(value, (Frame, Column)) or at_hand.lists_sorted(value):
        return
    for level in (value.frame if isinstance(value, Column) else value).index.levels:
        if level.made is not None:
            current().demand("apart", level.made)


def is_handed_frame(value: Value) -> bool:
    """Whether pandas made it of Spark frames, and enough is known of it to hand it back."""
    known = value.likeness if isinstance(value, Local) and value.was_spark else None
    return known is not None and not known.told and likeness.agreed_frame(known) is not None


def handed_over(run: Run, node: cst.CSTNode, value: Value, place: Place) -> Value:
    """The Spark frame made of a driver-side one, where that is demanded and possible; else the value.

    What is but another name of an object stays that object.
    """
    if _is_held_elsewhere(run, node):
        return value
    named = syntax.walk(node) if may_be_view(node) else ()
    bindings = [run.env.lookup(n.value) for n in named if isinstance(n, cst.Name)]
    shared = [b.ref for b in bindings if b is not None and isinstance(b.value, Local)]
    return _handed(run, node, value, place, shared)


def _is_held_elsewhere(run: Run, node: cst.CSTNode) -> bool:
    """Whether it is an object that a variable holds, but for a parameter that is given what nothing else holds."""
    held = run.variable(node)
    binding = None if held is None else run.env.lookup(held)
    return binding is not None and not (binding.is_parameter and run.stands_for.get(binding.ref) == frozenset())


def _handed(run: Run, node: cst.CSTNode, value: Value, place: Place, shared: Iterable[int]) -> Value:
    """`handed_over`, for a frame that shares cells with these objects of the driver."""
    wanted = current().is_demanded("handover", place) and not current().is_demanded("kept", place)
    if not wanted or not is_handed_frame(value) or current().is_demanded("local", place):
        return value
    assert isinstance(value, Local) and value.likeness is not None
    found = likeness.agreed_frame(value.likeness)
    assert found is not None
    data, none = found
    real = value.likeness.at_hand
    if real is not None and pandas_api.fields_of(real, exact=False, written=False)[1]:
        return value
    site = CallSite(run.origin(node), "handover", run.original(node))
    try:
        frame = lifted(site, value.code, data, exact=False, index_exact=False, checked=True)
    except Decline:
        return value
    unsure: Nones = ("kept", place) if any(none.values()) else False
    fields = {c: replace(f, none=none.get(c, unsure) if f.dtype in OBJECTS else False) for c, f in frame.fields.items()}
    run.handed[frame.rows[0]] = place
    for ref in shared:
        run.sharing.setdefault(ref, set()).add(place)
    handed = replace(frame, fields=fields, bounded=False)
    at_hand.made_by(handed, lambda: at_hand.known(value))
    return handed


VIEWS = frozenset({"head", "tail", "squeeze", "transpose", "truncate", "xs", "to_numpy"})
"""Methods that may give other views of the same cells."""


def may_be_view(node: cst.CSTNode) -> bool:
    """Whether an expression may give an object that shares cells with one that it names."""
    match node:
        case cst.Subscript() | cst.Attribute():
            return True
        case cst.Call(func=cst.Attribute(attr=cst.Name(value=method))):
            return method in VIEWS
    return False


def used(run: Run, values: list[Value]) -> None:
    """A rule has worked on these values: handovers that they come from were worth it."""
    for value in values:
        frame = value.frame if isinstance(value, Column) else value
        if isinstance(frame, Frame):
            run.handovers_used.add((frame.rows[0], run.statement_place))


def in_vain(run: Run, frame: Frame) -> None:
    """The current statement brings a frame to the driver after all."""
    run.handovers_used.discard((frame.rows[0], run.statement_place))


def take_back_unused(run: Run) -> None:
    """Demand that frames which no rule worked on stay where they were."""
    used_rows = {rows for rows, _ in run.handovers_used}
    for rows, place in run.handed.items():
        if rows not in used_rows:
            current().demand("kept", place)


# --- changes in place ------------------------------------------------------------------------------------


def changed_by_item(run: Run, target: cst.Subscript, base: Value, key: Value, value: Value) -> None:
    """``df[key] = value`` on a driver-side frame: what is known of it afterwards, and its handover."""
    text = run.variable(target.value)
    if text is not None and isinstance(base, Local):
        _changed(run, target, text, likeness.with_item(base, key, value))


def _changed(run: Run, node: cst.CSTNode, text: str, known: object) -> None:
    binding = run.env.names.get(text)
    if binding is None or not isinstance(binding.value, Local):
        return
    aliases = run.env.aliases(binding.ref)
    alone = aliases == [text]
    for alias in aliases:
        run.env.bind(alias, replace(binding.value, code=name(alias), likeness=None), binding.place, binding.ref)
    value = replace(binding.value, likeness=known if alone else None)  # type: ignore[arg-type]
    run.env.bind(text, value, run.statement_place, binding.ref)
    run.changed_names.add(text)
    frame = _handed(run, node, value, run.statement_place, [] if binding.ref in run.unshared else [binding.ref])
    end = end_of_line(run)
    if not isinstance(frame, Frame) or end is None:
        return
    source = run.cell.source
    indent = source.indent_of(source.span(run.statement)[0]) if run.statement is not None else 0
    line = f"\n{' ' * indent}{text} = {layout.render(frame.code, indent, len(text) + 3)}"
    run.insert(end, line, needs(frame.code))
    run.env.bind(text, variable(frame, text), run.statement_place, binding.ref)


def end_of_line(run: Run) -> int | None:
    """Where a statement can be added behind the current one; None where something else follows it."""
    if run.statement is None:
        return None
    text = run.cell.source.text
    _, end = run.cell.source.span(run.statement)
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    rest = text[end:stop].strip()
    return stop if not rest or rest.startswith("#") else None


def forget_changed(run: Run, node: cst.CSTNode) -> None:
    """After a statement: of driver-side frames that it may have changed nothing is known any more."""
    if run.unshared and not sets_column(node):
        named = (run.env.lookup(n.value) for n in syntax.walk(node) if isinstance(n, cst.Name))
        run.unshared -= {binding.ref for binding in named if binding is not None}
    changed = run.cell.source.once(changed_names, node)
    within = [t for t in run.env.names if "." in t and t.partition(".")[0] in changed] if changed else []
    for text in (*changed, *within):
        binding = run.env.names.get(text)
        if binding is not None and not sets_column(node):
            for place in run.sharing.get(binding.ref, ()):  # what was taken from it shows the change
                current().demand("kept", place)
            for place in run.left_views.get(binding.ref, ()):
                current().demand("local", place)
                current().demand("local_here", (place, text))
        if text not in run.changed_names:
            forget(run, text)
    run.changed_names.clear()


def forget(run: Run, text: str) -> None:
    """Nothing is known any more of a driver-side frame that a variable holds."""
    binding = run.env.names.get(text)
    if binding is None or not isinstance(binding.value, Local):
        return
    if binding.value.likeness is None and not at_hand.remembers(binding.value):
        return
    for alias in run.env.aliases(binding.ref):
        held = run.env.names[alias]
        if isinstance(held.value, Local):
            run.env.bind(alias, replace(held.value, likeness=None), held.place, held.ref)


def sets_column(node: cst.CSTNode) -> bool:
    """Whether a statement is ``name["column"] = ...``, which puts a column in without a change of cells."""
    match node:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Subscript(value=cst.Name(), slice=[element]))]):
            return isinstance(element.slice, cst.Index) and isinstance(element.slice.value, cst.SimpleString)
    return False
