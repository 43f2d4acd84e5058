"""Interprets the body of a function of the program, with what a call gives it.

One text must serve every call. When a body comes out differently for different calls, the function is followed with
fewer facts, written in several versions, or left as pandas.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import libcst as cst

from translator.context import current
from translator.documents import syntax
from translator.emission.emit import name
from translator.frames.joining import join
from translator.frames.values import Instance, Local, Value, is_spark
from translator.interpret import as_files, frames_of_series, giving_back, instances, lambdas, statements, versions
from translator.interpret.definitions import Definition, global_scope
from translator.interpret.environment import Env, Place
from translator.interpret.passing import Gives
from translator.interpret.run import Run


@dataclass(frozen=True)
class Outcome:
    """What came of following a call.

    Attributes:
        result: the joined return value; None where nothing is known.
        touched: whether the body, or what it calls, was changed or is given Spark values.
        gives: the object that came back where something outside of the function holds it too.
        left: the objects that it was given, as it left them, by the parameter.
        version: which of several texts of the body that is; see `versions`.
    """

    result: Value | None = None
    touched: bool = False
    gives: Gives = None
    left: Mapping[str, Instance] = field(default_factory=dict)
    version: int = 0


def interpreted(
    run: Run, definition: Definition, bound: Mapping[str, Value], same: Mapping[str, frozenset[int]],
    exact: Mapping[str, int],
) -> Outcome:  # fmt: skip
    """Interpret the body.

    Args:
        same: the objects outside that parameters are or have parts of.
        exact: the object outside that a parameter is for sure.
    """
    versions.keep_around(run, definition)
    with versions.writing(run, definition):
        outcome = _body(run, definition, bound, same, exact)
    return replace(outcome, version=run.version.get(definition.place, 0))


def _body(
    run: Run, definition: Definition, bound: Mapping[str, Value], same: Mapping[str, frozenset[int]],
    exact: Mapping[str, int],
) -> Outcome:  # fmt: skip
    run.leave()
    caller, moved, env = run.env, instances.move_in(run, bound), Env(global_scope(run, definition))
    for text, value in bound.items():
        env.bind(text, value, ("parameter", definition.place))  # type: ignore[arg-type]
    frames_of_series.bind(run, env, bound, definition)
    refs = {text: env.names[text].ref for text in bound}
    run.stands_for.update({refs[text]: others for text, others in same.items()})
    run.exactly.update({refs[text]: ref for text, ref in exact.items()})
    conflicts, touching, call = set(run.conflicts), run.touching, run.statement
    run.following.append(definition.place)
    run.callers.append(caller)
    alike = current().is_demanded("general", definition.place) and not versions.wanted(definition)
    try:
        with current().scoped(several=alike), run.scoped(
            cell=definition.cell, env=env, depth=run.depth + 1, statement=run.statement, statement_place=run.statement_place,
            returns=[], returned_refs=[], gives_back=giving_back.given_back(definition), outer_names={}, exits=[], rounds=None,
            loop=None, repeats="",
        ):  # fmt: skip
            ended = _executed(run, definition)
            if not ended:
                giving_back.fall_off(run, definition)
            result = _joined(run, definition, run.returns)
            gives = giving_back.note(run, definition, refs, env)
            giving_back.keep_returned(run, refs, env, call)
            left = instances.left_with(run, moved, run.exits if ended else [*run.exits, env])
    finally:
        run.following.pop()
        run.callers.pop()
    held = {ref: exact.get(text) for text, ref in refs.items() if same.get(text) != frozenset()}
    left = instances.move_out(run, moved, left, held)
    run.followed.add(definition.place)
    run.standing.add(definition.place)
    run.changed_parameters[definition.place] = [t for t, ref in refs.items() if ref in run.mutated]
    start, end = definition.cell.source.span(definition.node)
    own = [at for cell, at in run.conflicts - conflicts if cell == definition.cell.index and start <= at < end]
    if own and not return_pandas(run, within=definition.place) and _no_one_text(definition):
        return Outcome(None, True, None, left)
    frames_of_series.ask(definition, bound)
    touched = any(
        e.text != definition.cell.source.text[e.start : e.end] for e in definition.cell.edits.inside(start, end)
    )
    touched = touched or run.touching > touching or any(is_spark(v) for v in bound.values())
    return Outcome(result, touched, gives, left)


def _executed(run: Run, definition: Definition) -> bool:
    """Interpret the statements, or the expression of a lambda; whether control never comes to the end."""
    again = definition.place in run.standing
    body = definition.node.body
    if isinstance(definition.node, cst.Lambda):
        mutated = set(run.mutated)
        with run.round(definition.node, again):
            statements.return_of_lambda(run, definition.node)
        lambdas.keep_unchanged(run, definition, mutated)
        return True
    assert isinstance(body, cst.BaseSuite)
    with run.round(body, again and not versions.wanted(definition)):
        return statements.execute_body(run, body)


def return_pandas(run: Run, since: int = 0, within: Place | None = None) -> bool:
    """Ask that functions give pandas objects which were called in one place for another, where no text serves all.

    Args:
        since: how many calls were followed before.
        within: the function that calls them, if one does.

    Returns:
        whether that is new.
    """
    inside = [place for caller, place in run.called[since:] if caller == within]
    found = [place for place in dict.fromkeys(inside) if not current().is_demanded("returned", place)]
    for place in found:
        current().demand("returned", place)
    return bool(found)


def _no_one_text(definition: Definition) -> bool:
    """The body came out differently for different calls: next time with fewer facts, then in versions, then as pandas.

    With fewer facts nobody would know which pickles a function loads and writes.

    Returns:
        whether nothing is left but pandas.
    """
    parks = versions.are_possible(definition) and definition.cell.source.once(_parks, definition.node)
    if not parks and not current().is_demanded("general", definition.place):
        current().demand("general", definition.place)
        return False
    if versions.are_possible(definition) and not versions.wanted(definition):
        current().demand("versions", definition.place)
        return False
    current().demand("function", definition.place)
    return True


def _parks(node: cst.CSTNode) -> bool:
    """Whether code loads or writes pickles."""
    names = {part.attr.value for part in syntax.walk(node) if isinstance(part, cst.Attribute)}
    return not names.isdisjoint(as_files.PICKLING)


def _joined(run: Run, definition: Definition, values: Sequence[Value]) -> Value | None:
    if not values:  # the body always raises
        return Local(name("None"))
    result = values[0]
    if isinstance(result, Instance) and len(set(run.returned_refs)) == 1:
        return result
    for value in values[1:]:
        joined = join(result, value)
        if joined is None:
            current().demand("function", definition.place)
            return None
        result = joined
    return result


def interpret_for_pandas(run: Run, definition: Definition) -> None:
    """Write the first version of a function that serves pandas code, too."""
    key = ("for pandas", definition.place)
    if definition.place in run.standing or key in run.active:
        return
    run.active.add(key)
    try:
        with run.scoped(serving=definition.place):
            _interpret_unknown(run, definition)
    finally:
        run.active.discard(key)


def interpret_uncalled(run: Run, definition: Definition) -> None:
    """Interpret a function that nobody called: its callers are elsewhere and expect pandas."""
    if definition.place not in run.followed and not isinstance(definition.node, cst.Lambda):
        _interpret_unknown(run, definition)


def _interpret_unknown(run: Run, definition: Definition) -> None:
    """Interpret a function for arguments of which nothing is known, in pandas."""
    unknown: dict[str, Value] = {}
    declared = definition.node.params
    for parameter in (*declared.posonly_params, *declared.params, *declared.kwonly_params):
        unknown[parameter.name.value] = Local(name(parameter.name.value))
    for star in (declared.star_arg, declared.star_kwarg):
        if isinstance(star, cst.Param):
            unknown[star.name.value] = Local(name(star.name.value))
    with run.scoped(pandas_only=True):
        interpreted(run, definition, unknown, {}, {})
