"""Comprehensions: a scope of their own, a constant over constants, or one round for each of known functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import libcst as cst

from translator.context import current
from translator.documents import syntax
from translator.emission import layout
from translator.emission.emit import Code, Entry, Item, Raw, literal, name, needs
from translator.evidence import specimens
from translator.frames.naming import without_variables
from translator.frames.values import Const, Elements, Frame, Function, Local, Value, is_spark
from translator.interpret import (
    bodies,
    bridges,
    classes,
    distinct_values,
    expressions,
    frames_of_files,
    giving_back,
    known_parts,
    local_objects,
    loops,
    returning,
)
from translator.interpret.environment import Env
from translator.interpret.run import Run

MAX_LISTED = 200
"""Elements of a list that are computed; those of lists within lists together."""


def comprehension(run: Run, node: cst.BaseComp) -> Value:
    frames = run.listed.pop(id(node), None) or frames_of_files.only_concatenated(run, node)
    if frames is not None:
        return frames
    first = expressions.evaluate(run, node.for_in.iter)
    each = _for_each_function(run, node, first)
    if each is not None:
        return each
    items = expressions.iterated(run, node.for_in.iter, first)
    known = _constant_comprehension(run, node, items)
    if known is not None:
        return known
    made = _of_frames(run, node, expressions.listed(first)) or _of_columns(run, node, items)
    if made is not None:
        return made
    parts: expressions.Parts = []
    with run.scoped(env=Env(run.env)):
        clause: cst.CompFor | None = node.for_in
        while clause is not None:
            iterable = expressions.listed(first if clause is node.for_in else expressions.evaluate(run, clause.iter))
            parts.append((clause.iter, iterable))
            listed = iterable.value if isinstance(iterable, Const) and isinstance(iterable.value, (list, tuple)) else ()
            several = len(set(map(repr, listed))) > 1  # files of other layouts, maybe
            alone = specimens.element(iterable) if isinstance(clause.target, cst.Name) and not several else None
            for text in syntax.target_names(clause.target):
                one = distinct_values.item(iterable, text) if isinstance(clause.target, cst.Name) else Local(name(text))
                run.env.bind(text, replace(one, specimen=alone) if isinstance(one, Local) else one, run.statement_place)
            parts += [(test.test, expressions.evaluate(run, test.test)) for test in clause.ifs]
            clause = clause.inner_for_in
        if isinstance(node, cst.DictComp):
            parts += [(node.key, expressions.evaluate(run, node.key)), (node.value, expressions.evaluate(run, node.value))]
        elif isinstance(node, (cst.ListComp, cst.SetComp, cst.GeneratorExp)):
            parts.append((node.elt, expressions.evaluate(run, node.elt)))
    code = expressions.splice(run, node, parts)
    plain = isinstance(node, cst.ListComp) and len(parts) == 2
    return replace(code, specimen=specimens.repeated(parts[1][1], parts[0][1])) if plain else code


def _for_each_function(run: Run, node: cst.BaseComp, iterable: Value) -> Value | None:
    """``[f(df) for f in functions]``: each is followed; None where the text does not come out the same."""
    clause = node.for_in
    plain = isinstance(clause.iter, (cst.Name, cst.Call, cst.List)) and isinstance(node, (cst.ListComp, cst.DictComp))
    if clause.inner_for_in or not plain:
        return None
    items = loops.known_items(run, iterable) if known_parts.functions_in(iterable) else None
    if not items:
        return None
    texts, called = [], len(run.called)
    found: expressions.Parts = []
    for item in items:
        with run.scoped(env=Env(run.env)):
            loops.bind_item(run, clause.target, item)
            nodes = [test.test for test in clause.ifs]
            nodes += [node.key, node.value] if isinstance(node, cst.DictComp) else [node.elt]  # type: ignore[attr-defined]
            found = [(part, bridges.escape(run, part, expressions.evaluate(run, part))) for part in nodes]
            texts.append([layout.flat(value.code) for _, value in found])
    if any(text != texts[0] for text in texts):
        within = run.following[-1] if run.following else None
        return expressions.splice(run, node, found) if bodies.return_pandas(run, called, within) else None
    return expressions.splice(run, node, found)


def _of_frames(run: Run, node: cst.BaseComp, iterable: Value) -> Elements | None:
    """``{name: read(name) for name in NAMES}``: frames that are new, each of them known; None for anything else."""
    clause = node.for_in
    stands = isinstance(run.statement, (cst.Assign, cst.AnnAssign, cst.Return)) and run.statement.value is node
    if not stands or not isinstance(node, (cst.ListComp, cst.DictComp)) or clause.inner_for_in or clause.ifs or run.pandas_only:
        return None
    whole = isinstance(run.statement, cst.Return) and returning.gives_pandas(run)
    if whole or current().is_demanded("for_pandas", run.origin(node)):
        return None
    items = loops.known_items(run, iterable) if not is_spark(iterable) else None
    element = node.value if isinstance(node, cst.DictComp) else node.elt
    if not items or len(items) > loops.MAX_UNROLL or not isinstance(element, cst.Call):
        return None
    undo, mutated = _noted(run, element), set(run.mutated)
    rounds: list[expressions.Parts] = []
    new = True
    cautious = current().is_demanded("cautious", run.origin(node))
    for item in items:
        with current().scoped(alike=cautious, several=cautious), run.scoped(env=Env(run.env)):
            loops.bind_item(run, clause.target, item)
            nodes = [node.key, element] if isinstance(node, cst.DictComp) else [element]
            rounds.append([(part, expressions.evaluate(run, part)) for part in nodes])
            new = new and giving_back.object_of(run, element) is None
    texts = [[layout.flat(value.code) for _, value in parts] for parts in rounds]
    frames = [parts[-1][1] for parts in rounds]
    keys = [parts[0][1] for parts in rounds if isinstance(node, cst.DictComp)]
    alike = all(text == texts[0] for text in texts)
    known = all(isinstance(frame, Frame) for frame in frames) and all(isinstance(key, Const) for key in keys)
    if not known or not new or run.mutated != mutated or not alike and cautious:
        undo()
        return None
    if not alike:  # the next pass has one text for all of them
        current().demand("cautious", run.origin(node))
    parts = [(clause.iter, iterable), *((part, Local(_needing(value.code, rounds))) for part, value in rounds[0])]
    code = expressions.splice(run, node, parts).code
    values = [key.value for key in keys if isinstance(key, Const)] or list(range(len(frames)))
    pairs = [(v, frame) for v, frame in zip(values, frames, strict=True) if isinstance(frame, Frame)]
    taken = [without_variables(replace(frame, code=Item(code, literal(v)))) for v, frame in pairs]
    if isinstance(node, cst.ListComp):
        return Elements(code, "list", tuple(taken), call=run.origin(node))
    by_key = dict(zip(values, taken, strict=True))  # of equal keys the last one counts
    return Elements(code, "dict", tuple(by_key.values()), tuple(Const(literal(v), v) for v in by_key), call=run.origin(node))


def _of_columns(run: Run, node: cst.BaseComp, iterable: Value) -> Value | None:
    """``[df[c].mean() for c in COLUMNS]``: one text that holds for each of the known items; None where there is none."""
    clause, place = node.for_in, run.origin(node)
    held = isinstance(node, cst.GeneratorExp) and getattr(run.statement, "value", None) is node  # it goes on later
    if clause.inner_for_in or held or run.pandas_only or not loops.names_only(clause.target):
        return None
    nodes = [*(test.test for test in clause.ifs), *_elements(node)]
    items = loops.known_items(run, iterable) if not is_spark(iterable) else None
    if not items or len(items) > loops.MAX_UNROLL or not all(isinstance(item, Const) for item in items):
        return None
    read = [b.value for part in nodes for text in loops.names_in(part) if (b := run.env.lookup(text)) is not None]
    if not any(map(is_spark, read)) or any(isinstance(value, Function) for value in read):
        return None
    undo, mutated = _noted(run, nodes[-1]), set(run.mutated)
    cautious = current().is_demanded("cautious", place)
    rounds: list[expressions.Parts] = []
    for item in items:
        with current().scoped(alike=cautious, several=cautious), run.scoped(env=Env(run.env)):
            loops.bind_item(run, clause.target, item)
            rounds.append([(part, expressions.evaluate(run, part)) for part in nodes])
    objects = any(is_spark(value) for parts in rounds for _, value in parts)  # which others may hold, and change
    texts = [[layout.flat(value.code) for _, value in parts] for parts in rounds]
    alike = all(text == texts[0] for text in texts)
    if run.mutated != mutated or objects or not alike:
        undo()
        if not objects and not alike and not cautious:  # the next pass has one text for all of them
            current().demand("cautious", place)
        return None
    spelt = ((part, replace(value, code=_needing(value.code, rounds))) for part, value in rounds[0])
    return expressions.splice(run, node, [(clause.iter, iterable), *spelt])


def _elements(node: cst.BaseComp) -> list[cst.BaseExpression]:
    """What a comprehension makes of an item."""
    if isinstance(node, cst.DictComp):
        return [node.key, node.value]
    assert isinstance(node, (cst.ListComp, cst.SetComp, cst.GeneratorExp))
    return [node.elt]


def _needing(code: Code, rounds: Iterable[expressions.Parts]) -> Code:
    """The text of one round, for which the tables at the top hold what every round looks up in them."""
    entries = {need for parts in rounds for _, value in parts for need in needs(value.code) if isinstance(need, Entry)}
    return Raw(layout.flat(code), layout.precedence(code), needs(code) | entries) if entries else code


def _constant_comprehension(run: Run, node: cst.BaseComp, iterable: Value) -> Const | None:
    """``[f"lag_{i}" for i in range(3)]`` and the like, over constants; tests may ask for types of columns."""
    items = _items(run, iterable)
    if items is None or not isinstance(node, cst.ListComp):
        return None
    undo = _noted(run, node.elt)
    rounds = _Rounds(run, node)
    if not rounds.over(node.for_in, items):
        undo()
        return None
    if rounds.stays:
        return Const(expressions.splice(run, node, [(node.for_in.iter, Local(iterable.code))]).code, rounds.results)
    return Const(literal(rounds.results), rounds.results) if rounds.constant else None


def _items(run: Run, iterable: Value) -> list[Value] | None:
    """The constants, or objects of the program that never change, that a comprehension goes over."""
    if isinstance(iterable, Elements) and classes.are_settled(run, iterable):
        return loops.known_items(run, iterable)
    listed = iterable.value if isinstance(iterable, Const) and isinstance(iterable.value, (list, tuple, range)) else None
    return None if listed is None else [Const(Raw(""), item) for item in listed]


class _Rounds:
    """The rounds of a comprehension over constants, one by one."""

    def __init__(self, run: Run, node: cst.ListComp) -> None:
        self.run, self.node = run, node
        self.results: list[Any] = []
        self.stays = True
        """Whether all of its parts come out as they stand."""
        self.constant = True
        """Whether its elements can be written as literals."""

    def over(self, clause: cst.CompFor, items: Sequence[Value]) -> bool:
        """Go through the rounds of a clause; whether all of them are known."""
        run = self.run
        with run.scoped(listing=run.listing * max(len(items), 1)):
            return run.listing <= MAX_LISTED and loops.names_only(clause.target) and all(self._one(clause, i) for i in items)

    def _one(self, clause: cst.CompFor, item: Value) -> bool:
        with self.run.scoped(env=Env(self.run.env)):
            loops.bind_item(self.run, clause.target, item)
            return self._is_known(clause)

    def _is_known(self, clause: cst.CompFor) -> bool:
        run = self.run
        if any(isinstance(binding.value, Local) for binding in run.env.names.values()):
            return False
        tests = [expressions.evaluate(run, test.test) for test in clause.ifs]
        answers = [specimens.truth(test) for test in tests]
        if None in answers:
            return False
        self._note(zip((test.test for test in clause.ifs), tests, strict=True))
        if not all(answers):
            return True
        inner = clause.inner_for_in
        if inner is None:
            return self._element(expressions.evaluate(run, self.node.elt))
        listed = expressions.iterated(run, inner.iter, expressions.evaluate(run, inner.iter))
        self._note([(inner.iter, listed)])
        items = _items(run, listed)
        return items is not None and self.over(inner, items)

    def _element(self, value: Value) -> bool:
        found = local_objects.new_value(self.node.elt, value)
        if found is None:
            return False
        self.constant = self.constant and isinstance(value, Const)
        self._note([(self.node.elt, value)])
        self.results.append(found.value)
        return True

    def _note(self, parts: Iterable[tuple[cst.BaseExpression, Value]]) -> None:
        self.stays = self.stays and all(_is_as_written(self.run, part, value) for part, value in parts)


def _noted(run: Run, element: cst.BaseExpression) -> Callable[[], None]:
    """What is known before an element is evaluated; a function that forgets what came of that.

    The body of a function that it calls stands only for those calls that come about.
    """
    sites, diagnostics = dict(run.sites), dict(run.diagnostics)
    called = (run.env.lookup(text) for text in loops.names_in(element))
    forget = run.snapshot() if any(b is not None and isinstance(b.value, Function) for b in called) else None

    def undo() -> None:
        run.sites, run.diagnostics = sites, diagnostics
        if forget is not None:
            forget()

    return undo


def _is_as_written(run: Run, node: cst.BaseExpression, value: Value) -> bool:
    """Whether an expression comes out as it stands, and thus asks nothing of a frame."""
    return layout.flat(value.code) == layout.flat(run.original(node))
