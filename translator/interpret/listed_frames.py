"""Loops over a list of frames: ``for df in [train, test]: df["x"] = ...``.

In pandas the list and the variables hold the same objects, so that a change within the loop is seen
through both. Spark frames do not change: the loop puts every frame back into the list, and the
variables take them from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import libcst as cst

from translator.context import current
from translator.documents import syntax
from translator.emission import layout
from translator.emission.emit import name
from translator.emission.reserved import shown
from translator.frames.values import Const, Elements, Frame, Value
from translator.frames.variables import variable
from translator.interpret import bridges, listed_objects, liveness, loops, mutation
from translator.interpret.changes import changed_names
from translator.interpret.environment import leave
from translator.interpret.run import Run

_ENDS = (cst.Break, cst.Continue, cst.Return, cst.Yield, cst.FunctionDef, cst.Lambda, cst.ClassDef)


def over_frames(run: Run, node: cst.For, iterable: Value) -> bool:
    """Interpret a loop over a list of Spark frames round by round; False where it is none, or cannot be followed."""
    frames = iterable.items if isinstance(iterable, Elements) and iterable.kind != "dict" else ()
    target = node.target
    if not frames or len(frames) > loops.MAX_UNROLL or run.pandas_only or current().is_demanded("local", run.statement_place):
        return False
    assert isinstance(iterable, Elements)
    if all(map(_is_pair, frames)):
        return _over_pairs(run, node, iterable)
    if not isinstance(target, cst.Name) or not all(isinstance(f, Frame) for f in frames):
        return False
    changed = run.cell.source.once(changed_names, node.body)
    if target.value not in changed and not _escapes(node, target.value):
        run.replace_node(node.iter, iterable.code)
        refs = _refs(run, node, iterable)
        loops.unrolled(run, node, frames, refs=refs)
        _hold_last(run, node, target.value, refs[-1:])
        if not refs and not liveness.dead_after_statement(run, node, [target.value]):
            loops.hold_items(run, node)
        return True
    objects = _objects(run, node, iterable)
    if objects is None or not _is_plain(run, node, target.value, objects):
        return False
    _changing(run, node, target.value, iterable, objects)
    return True


def _is_pair(item: Value) -> bool:
    """Whether an item is one of ``tables.items()``."""
    match item:
        case Elements(kind="tuple", items=(Const(), Frame())):
            return True
    return False


def _over_pairs(run: Run, node: cst.For, iterable: Elements) -> bool:
    """``for name, table in tables.items():``, where nothing changes a frame, or reads the last one afterwards."""
    targets = syntax.target_names(node.target)
    bound = syntax.bound_names(node.body) & set(targets)
    if not isinstance(node.target, cst.Tuple) or len(targets) != 2 or bound or loops.may_change(run, node, {targets[1]}):
        return False
    if not (liveness.dead_after_statement(run, node, targets[1:]) or liveness.only_in_loops(run, targets[1])):
        return False
    run.replace_node(node.iter, iterable.code)
    mutated = set(run.mutated)
    loops.unrolled(run, node, iterable.items)
    if run.mutated != mutated:  # the dict would have to hold the changed frames, or some other name
        current().demand("local", run.place(node))
    for text in targets:
        leave(run.env, text, run.place(node))
    return True


def _escapes(node: cst.For, text: str) -> bool:
    """Whether the body binds the loop's variable anew, which leaves the frame in the list as it was."""
    return text in syntax.bound_names(node.body)


def _objects(run: Run, node: cst.For, iterable: Elements) -> list[int] | None:
    """The objects in the list, each of which a variable held when the list was made."""
    known = [ref for ref in _refs(run, node, iterable) if ref is not None]
    return known if len(known) == len(set(known)) == len(iterable.items) else None


def _refs(run: Run, node: cst.For, iterable: Elements) -> Sequence[int | None]:
    if isinstance(node.iter, (cst.List, cst.Tuple)):
        bindings = [run.env.names.get(run.variable(element.value) or "") for element in node.iter.elements]
        return [None if binding is None else binding.ref for binding in bindings]
    return iterable.refs if isinstance(node.iter, cst.Name) and iterable.kind == "list" else ()


def _hold_last(run: Run, node: cst.For, text: str, refs: Sequence[int | None]) -> None:
    """After the loop its variable still holds the last object."""
    for ref in refs:
        if ref is not None and (binding := run.env.names.get(text)) is not None:
            run.env.bind(text, binding.value, run.place(node), ref)


def _is_plain(run: Run, node: cst.For, text: str, objects: Sequence[int]) -> bool:
    """Whether the body does nothing with the frames but through the loop's variable, round by round to its end."""
    used = loops.names_in(node.body)
    holders = {held for held, binding in run.env.names.items() if binding.ref in objects and held != text}
    listed = {node.iter.value} if isinstance(node.iter, cst.Name) else set()
    leaves = any(isinstance(item, _ENDS) for item in syntax.walk(node.body))
    elsewhere = any(ref in run.held_elsewhere or ref in run.taken for ref in objects)
    elsewhere = elsewhere or any(value.kind == "tuple" for _, value in listed_objects.holders(run, objects))
    within = elsewhere or run.env.parent is not None or run.env.forked or run.loop_exits is not None or node.orelse is not None
    return not (within or leaves or used & (holders | listed) or _escapes(node, text))


def _changing(run: Run, node: cst.For, text: str, iterable: Elements, objects: Sequence[int]) -> None:
    number = shown("number")
    source = run.cell.source
    start, _ = source.span(node)
    margin = " " * source.indent_of(start)
    on_one_line = isinstance(node.body, cst.SimpleStatementSuite)
    inner = "; " if on_one_line else "\n" + " " * source.indent_of(source.span(node.body.body[0])[0])
    if isinstance(node.iter, cst.Name):
        held = node.iter.value
    else:
        held = shown("frames")
        listed = bridges.display(replace(iterable, kind="list"), (item.code for item in iterable.items))
        run.insert(start, f"{held} = {layout.flat(listed)}\n{margin}")
    ends: list[Value] = []
    loops.unrolled(run, node, iterable.items, ends)
    if len(ends) < len(objects) or not all(isinstance(end, Frame) for end in ends):
        for binding in list(run.env.names.values()):
            if binding.ref in objects:
                mutation.keep_binding(run, binding)
        return
    begin, end = source.outer_span(node.target)
    run.edit(begin, end, f"{number}, {text}")
    run.replace_node(node.iter, name("enumerate")(name(held)))
    _put_back(run, node, objects, ends)
    lines = f"{inner}{held}[{number}] = {text}"
    holders = [run.env.aliases(ref) for ref in objects]
    _hold_last(run, node, text, objects[-1:])
    if len(holders) > 1 and all(len(names) == 1 for names in holders):
        lines += f"\n{margin}{', '.join(names[0] for names in holders)} = {held}"
    else:
        lines += "".join(f"\n{margin}{one} = {held}[{i}]" for i, names in enumerate(holders) for one in names)
    for i, ref in enumerate(objects):
        lines += "".join(f"\n{margin}{line}" for line in listed_objects.following_lines(run, ref, f"{held}[{i}]", held))
    run.insert(source.span(node.body.body[-1])[1], lines)


def _put_back(run: Run, node: cst.For, objects: Sequence[int], frames: Sequence[Value]) -> None:
    """Let the variables and the list hold the frames as the loop left them."""
    place = run.place(node)
    for ref, frame in zip(objects, frames, strict=True):
        for text in run.env.aliases(ref):
            run.env.bind(text, variable(frame, text), place, ref)
    listed_objects.put_back(run, dict(zip(objects, frames, strict=True)), place)
