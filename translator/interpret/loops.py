"""Loops: unrolled on facts where the items are known, else interpreted to a fixed point.

The output keeps the loop. A loop over known items is interpreted once per item with the loop
variable's value known and its code symbolic; all rounds must give the same text.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import PurePath
from typing import Literal

import libcst as cst

from translator.context import current
from translator.documents import syntax
from translator.emission.emit import Raw, literal, name
from translator.evidence import at_hand, names_at_hand
from translator.evidence.stand_ins import Specimen
from translator.frames.fields import Field
from translator.frames.values import (
    ROW,
    Collected,
    Const,
    Elements,
    Frame,
    Function,
    Instance,
    Local,
    Value,
    is_spark,
    parts_of,
)
from translator.frames.variables import variable
from translator.interpret import (
    bodies,
    branching,
    chunks,
    classes,
    distinct_values,
    expressions,
    handover,
    holding,
    lending,
    listed_frames,
    listed_objects,
    liveness,
    mutation,
    paths,
    statements,
)
from translator.interpret.changes import changed_anywhere, changed_names, gone_through, named_objects
from translator.interpret.environment import Binding, Env, leave, merge, signature
from translator.interpret.rounds import Rounds
from translator.interpret.run import Run

MAX_UNROLL = 64
MAX_UNROLL_NESTED = 1_000
MAX_ROUNDS = 5


@contextmanager
def around(run: Run, node: cst.For | cst.While) -> Iterator[None]:
    """A loop; frames that it leaves to pandas come to the driver in front of the outermost one."""
    if run.loop is not None:
        yield
        return
    with lending.lent(run, node):
        statements.bring_demanded(run, node)
        run.loop = run.statement_place, dict(run.env.names)
        try:
            yield
        finally:
            run.loop = None


def for_loop(run: Run, node: cst.For) -> None:
    """``for target in iterable``."""
    iterable = expressions.iterated(run, node.iter, expressions.evaluate(run, node.iter))
    if isinstance(iterable, chunks.WholeFile):
        run.replace_node(node.iter, iterable.code)
        unrolled(run, node, iterable.items)
        chunks.forget_round(run, node)
        return
    if listed_frames.over_frames(run, node, iterable):
        return
    told = _told_names(run, node, iterable)
    iterable = told or iterable
    items = known_items(run, iterable)
    changing = may_change(run, node, set(syntax.target_names(node.target)))
    if changing:
        _keep_items(run, node.iter, iterable)
    if items is not None and is_spark(iterable):
        run.replace_node(node.iter, iterable.code)
    else:
        statements.commit(run, node.iter, iterable)
    files = paths.files_of(iterable) if items is None and isinstance(node.target, cst.Name) else ()
    few = items is not None and 0 < len(items) <= min(MAX_UNROLL, MAX_UNROLL_NESTED // max(run.unrolling, 1))
    if items is not None and few and names_only(node.target):
        unrolled(run, node, items, told=told is not None)
    elif 0 < len(files) <= MAX_UNROLL:
        _over_files(run, node, files)
    else:
        alone = isinstance(node.target, cst.Name)
        for text in syntax.target_names(node.target):
            item = distinct_values.item(iterable, text) if alone else Local(name(text))
            run.env.bind(text, item, run.statement_place)
        _fixed_point(run, node.body)
        _leave_last(run, node)
    for text in gone_through(node.iter) if changing else ():
        handover.forget(run, text)
    if node.orelse is not None:
        statements.execute_body(run, node.orelse.body)


def _told_names(run: Run, node: cst.For, iterable: Value) -> Const | None:
    """The columns that a list made of data names, where the body uses a frame that has them all."""
    if current().is_demanded("untold", run.statement_place) or not isinstance(node.target, cst.Name):
        return None
    if names_in(node.iter) & run.cell.source.once(changed_names, node.body):
        return None
    used = [binding.value for text in names_in(node.body) if (binding := run.env.lookup(text)) is not None]
    frames = [value for value in used if isinstance(value, Frame)]
    return next((found for frame in frames if (found := names_at_hand.in_loop(iterable, frame)) is not None), None)


def _leave_last(run: Run, node: cst.For) -> None:
    """The loop's variables still hold the last items: frames that change later, if anything reads the variables then."""
    targets = syntax.target_names(node.target)
    dead = liveness.dead_after_statement(run, node, targets)
    if not dead or _keeps_items(run, node, set(targets)):
        hold_items(run, node)
    if isinstance(node.iter, cst.Call):
        if dead:
            for text in targets:
                leave(run.env, text, run.statement_place)
        else:
            for argument in node.iter.args:
                holding.hold(run, argument.value)


def _keeps_items(run: Run, node: cst.For, targets: set[str]) -> bool:
    """Whether the body gives an item to some other name, or to a container."""
    for part in syntax.walk(node.body):
        match part:
            case cst.Assign(value=value) | cst.NamedExpr(value=value) if named_objects(value) & targets:
                return True
            case cst.Call(func=cst.Attribute(attr=cst.Name(text))) if text in holding.STORING:
                if any(named_objects(argument.value) & targets for argument in part.args):
                    return True
    return False


def hold_items(run: Run, node: cst.For) -> None:
    """Something else than variables and containers holds what the loop goes through: its variable has the last item."""
    held = [run.env.lookup(text) for text in names_in(node.iter)]
    run.capture({ref for binding in held if binding is not None for ref in listed_objects.objects_in(binding.value)})


def may_change(run: Run, node: cst.For, targets: set[str]) -> bool:
    """Whether some of the loop's variables are changed in its body, or later, while they still hold the last items."""
    if run.cell.source.once(changed_names, node.body) & targets:
        return True
    later = changed_anywhere(run) & targets
    if later and any(named_objects(n.value) & later for n in syntax.walk(node.body) if isinstance(n, cst.Assign)):
        return True  # by another name
    return bool(later) and not liveness.dead_after_statement(run, node, later)


def _keep_items(run: Run, node: cst.BaseExpression, iterable: Value) -> None:
    """The body changes what it iterates over: frames that a literal list or dict holds have to stay pandas."""
    holding.keep_displayed(run, node)
    held = [binding.value for text in names_in(node) if (binding := run.env.lookup(text)) is not None]
    if not any(isinstance(value, Elements) and is_spark(value) for value in (iterable, *held)):
        return
    mutation.keep_given(run, [(node, iterable)])
    for text in run.env.visible():
        binding = run.env.lookup(text)
        if binding is not None and binding.ref in run.captured:
            mutation.keep_binding(run, binding)


def while_loop(run: Run, node: cst.While) -> None:
    test = expressions.evaluate(run, node.test)
    statements.commit(run, node.test, test)
    _fixed_point(run, node.body)
    statements.commit(run, node.test)
    if node.orelse is not None:
        statements.execute_body(run, node.orelse.body)


def known_items(run: Run, iterable: Value) -> list[Value] | None:
    if isinstance(iterable, Const) and isinstance(iterable.value, (list, tuple, range, dict)):
        values = itertools.islice(iterable.value, MAX_UNROLL + 1)
        return [Const(Raw(repr(value)), value) for value in values]
    if isinstance(iterable, Elements) and (not is_spark(iterable) or classes.are_settled(run, iterable)):
        items = iterable.keys if iterable.kind == "dict" else iterable.items
        return list(items) if all(map(_is_followed, items)) else None
    return None


def _is_followed(item: Value) -> bool:
    """Whether an item says more than that there is one."""
    inside = isinstance(item, Elements) and all(map(_is_followed, item.items))
    return inside or isinstance(item, (Const, Function, Instance))


def names_only(target: cst.BaseExpression) -> bool:
    if isinstance(target, (cst.Tuple, cst.List)):
        return all(names_only(e.value) for e in target.elements)
    return isinstance(target, cst.Name)


def bind_item(run: Run, target: cst.BaseExpression, item: Value, ref: int | None = None) -> None:
    """Let a loop's variables hold an item, which is the object `ref`."""
    if isinstance(target, cst.Name):
        run.env.bind(target.value, variable(item, target.value), run.statement_place, ref)
        return
    assert isinstance(target, (cst.Tuple, cst.List))
    parts = parts_of(item)
    for position, element in enumerate(target.elements):
        known = parts is not None and len(parts) == len(target.elements)
        if parts is not None and known:
            bind_item(run, element.value, parts[position])
        else:
            for text in syntax.target_names(element.value):
                run.env.bind(text, Local(name(text)), run.statement_place)


def unrolled(
    run: Run, node: cst.For, items: Sequence[Value], ends_of_rounds: list[Value] | None = None,
    refs: Sequence[int | None] = (), told: bool = False,
) -> None:  # fmt: skip
    """Interpret a loop round by round; what its variable holds at the end of each is added to `ends_of_rounds`.

    Args:
        refs: the objects that the items are, where variables hold them, too.
        told: the items are names that only the data at hand tell; without one text for them nothing is made of those.
    """
    place = run.statement_place
    before = run.env.fork()
    conflicts, called = set(run.conflicts), len(run.called)
    cautious = current().is_demanded("cautious", place)
    unrolling, rounds = max(run.unrolling, 1) * len(items), Rounds(syntax.target_names(node.target))
    ends: list[Env] = []
    with run.scoped(unrolling=unrolling, rounds=rounds), current().scoped(alike=cautious, several=cautious):
        for round_, item in enumerate(items):
            run.statement_place = place
            if cautious:
                _forget_missing(run.env)
            bind_item(run, node.target, item, refs[round_] if refs else None)
            with run.round(node.body, again=round_ > 0):
                goes_on, breaks = _one_round(run, node.body)
            ends += breaks
            if ends_of_rounds is not None and isinstance(node.target, cst.Name):
                ends_of_rounds.append(run.env.names[node.target.value].value)
            if not goes_on:
                break
    rounds.write(run)
    run.skip_unread(node.body)
    for end in ends:
        branching.join_branches(run, run.env, run.env.fork(), end)
    if cautious:
        _recall_missing(run.env, before)
    within = run.following[-1] if run.following else None
    if run.conflicts > conflicts and _kept_alike([item for item in items if isinstance(item, Frame)]):
        run.conflicts = conflicts
        return
    if run.conflicts > conflicts and not cautious:
        current().demand("cautious", place)
        run.conflicts = conflicts
        return
    if run.conflicts > conflicts and told:
        current().demand("untold", place)
        run.conflicts = conflicts
        return
    if run.conflicts > conflicts and not bodies.return_pandas(run, called, within):
        run.diagnose(node, "T317", "the rounds of this loop differ in more than the names of columns")
        if any(map(is_spark, items)):
            current().demand("local", place)
            run.conflicts = conflicts
        else:
            _keep_used_local(run, before, node.body)


def _kept_alike(frames: Sequence[Frame]) -> bool:
    """Ask for the order or labels that some of the frames keep in columns for all of them; False where all do or none."""
    kinds: dict[Literal["labels", "order"], Callable[[Frame], bool]] = {
        "labels": lambda frame: frame.index.kind == "stored", "order": lambda frame: ROW in frame.hidden,
    }  # fmt: skip
    for kind, keeps in kinds.items():
        if any(map(keeps, frames)) and not all(map(keeps, frames)):
            return any([current().demand_rows(frame, kind) for frame in frames if not keeps(frame)])
    return False


def _forget_missing(scope: Env) -> None:
    """Let every column of Spark frames be one that may have missing values, so that columns are treated alike."""

    def forgetful(binding: Binding) -> Binding:
        frame = binding.value
        if not isinstance(frame, Frame):
            return binding
        new = replace(frame, fields={c: _forgetful(f) for c, f in frame.fields.items()})
        return replace(binding, value=at_hand.carried(new, frame))

    scope.names = {text: forgetful(binding) for text, binding in scope.names.items()}


def _forgetful(fact: Field) -> Field:
    if fact.nullable:
        return fact
    none = False if isinstance(fact.none, tuple) else fact.none  # which call left it open is no matter where none is missing
    return replace(fact, nullable=True, missing=False, none=none)


def _recall_missing(scope: Env, before: Env) -> None:
    """Let columns that the rounds left as they were be what they were before `_forget_missing`."""

    def recalled(text: str, binding: Binding) -> Binding:
        frame, old = binding.value, before.names.get(text)
        if not isinstance(frame, Frame) or old is None or not isinstance(old.value, Frame):
            return binding
        if old.value.rows[-1] not in frame.rows:
            return binding
        known = {f.version: f for f in old.value.fields.values()}
        fields = {c: _recalled(f, known.get(f.version)) for c, f in frame.fields.items()}
        return replace(binding, value=at_hand.carried(replace(frame, fields=fields), frame))

    scope.names = {text: recalled(text, binding) for text, binding in scope.names.items()}


def _recalled(fact: Field, before: Field | None) -> Field:
    return before if before is not None and fact == _forgetful(before) else fact


def _over_files(run: Run, node: cst.For, files: Sequence[str | PurePath]) -> None:
    """A loop over the files of a folder: those at hand tell the columns, whichever are there when it runs.

    What a round hands to the next may only be what the first one found.
    """
    for text in syntax.bound_names(node.body):
        binding = run.env.names.get(text)
        if binding is not None and isinstance(binding.value, (Const, Elements)):
            run.env.bind(text, Local(name(text)), binding.place, binding.ref)
    before = run.env.fork()
    with _repeating(run, "files"):
        unrolled(run, node, [Local(literal(str(file)), specimen=Specimen(file, False, "nothing")) for file in files])
    for text, old in before.names.items():
        new = run.env.names.get(text)
        if new is None or new is old or isinstance(old.value, Const) or isinstance(new.value, Collected):
            continue
        if signature(old.value) != signature(new.value):
            for binding in (old, new):
                if is_spark(binding.value):
                    mutation.keep_binding(run, binding)
            run.env.bind(text, Local(name(text), was_spark=True), new.place, new.ref)


def _one_round(run: Run, body: cst.BaseSuite) -> tuple[bool, list[Env]]:
    """Interpret a body once, whose end ``continue`` joins.

    Returns:
        whether a further round may follow, and what holds where ``break`` ends the loop.
    """
    start, exits, breaks = run.env, list[Env](), list[Env]()
    with run.scoped(loop_exits=exits, loop_breaks=breaks):
        ended = statements.execute_body(run, body)
    ends = [*exits] if ended else [run.env.fork(), *exits]
    if ends:
        first, *rest = ends
    elif breaks:
        first, *rest = breaks
    else:
        return True, breaks
    start.names, run.env = first.names, start
    for other in rest:
        branching.join_branches(run, start, start.fork(), other)
    return bool(ends), breaks


def _any_round(run: Run, body: cst.BaseSuite) -> None:
    """Interpret a body once, whichever way its round ends."""
    goes_on, breaks = _one_round(run, body)
    for end in breaks if goes_on else ():
        branching.join_branches(run, run.env, run.env.fork(), end)


def _repeating(run: Run, times: Literal["files", "unknown"]) -> AbstractContextManager[None]:
    """A loop of which it is not known how often it runs; the files at hand tell for those at hand."""
    return run.scoped(repeats="unknown" if run.repeats == "unknown" else times)


def _fixed_point(run: Run, body: cst.BaseSuite) -> None:
    with _repeating(run, "unknown"):
        _until_settled(run, body)


def _until_settled(run: Run, body: cst.BaseSuite) -> None:
    scope = run.env
    before = scope.fork()
    trial = any(is_spark(b.value) for b in before.names.values())
    state = before
    for _ in range(MAX_ROUNDS if trial else 0):
        scope.names = state.names
        with run.trial():
            _any_round(run, body)
        merged, conflicts = merge(state, scope)
        if conflicts:
            for text in conflicts:
                for env in (state, scope):
                    binding = env.names[text]
                    if is_spark(binding.value):
                        mutation.keep_from_loop(run, text, binding, env)
            state = merged
            break
        if _same(state, merged):
            state = merged
            break
        state = merged
    else:
        if trial:
            _keep_used_local(run, before, body)
    scope.names, run.env = state.names, scope
    _any_round(run, body)
    branching.join_branches(run, scope, state, scope.fork())


def _same(a: Env, b: Env) -> bool:
    return a.names.keys() == b.names.keys() and all(
        signature(a.names[n].value) == signature(b.names[n].value) for n in a.names
    )


def _keep_used_local(run: Run, before: Env, body: cst.BaseSuite) -> None:
    """The body has no single text for all rounds: what it makes stays pandas, and what it uses where that is not enough."""
    used = names_in(body)
    held = {text: run.env.lookup(text) for text in used if text not in before.names}
    made = [binding.place for binding in held.values() if binding is not None and is_spark(binding.value)]
    for place in made:
        current().demand("local", place)
    if made:
        return
    for text, binding in before.names.items():
        if text in used and is_spark(binding.value):
            mutation.keep_from_loop(run, text, binding, before)


def names_in(node: cst.CSTNode) -> set[str]:
    """Every name and dotted name that stands below a node."""
    named = {item.value for item in syntax.walk(node) if isinstance(item, cst.Name)}
    dotted = (item for item in syntax.walk(node) if isinstance(item, cst.Attribute))
    return named | {text for item in dotted if (text := cst.helpers.get_full_name_for_node(item)) is not None}

