"""Follows the program's own functions: the body is interpreted with the facts of each call.

One text must serve every call. When a body comes out differently for different calls the
function is left as pandas and its callers bridge their arguments.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import libcst as cst

from translator.context import current
from translator.emission.emit import Argument, Call, Code
from translator.evidence import at_hand
from translator.frames.values import (
    Accessor,
    Class,
    Collected,
    Column,
    Const,
    Elements,
    Frame,
    Function,
    Grouped,
    Instance,
    Labels,
    Local,
    Membership,
    Value,
    Windowed,
    is_spark,
)
from translator.interpret import (
    as_files,
    bodies,
    caching,
    classes,
    frames_of_series,
    giving_back,
    instances,
    lambdas,
    parameters,
    passing,
    returning,
    versions,
)
from translator.interpret.definitions import MAX_DEPTH, Definition, functions_of, is_generator
from translator.interpret.environment import Place, changes_so_far
from translator.interpret.run import Run

MAX_BODIES = 200
"""Bodies that are followed for each cell or module, and ten times more; further calls stay unknown, so that
functions that call each other in many ways cannot keep the translator busy."""


@dataclass(frozen=True)
class Followed:
    """A call that was followed."""

    definition: Definition
    outcome: bodies.Outcome
    bound: parameters.Bound
    given: passing.Arguments

    def sources(self) -> dict[str, Value]:
        """The arguments that went into parameters one by one."""
        return {text: v[0] for text, v in self.bound.sources.items() if len(v) == 1}


def follow(
    run: Run, node: cst.Call, function: Function, args: Sequence[Value], kwargs: Mapping[str, Value],
    parts: Sequence[tuple[cst.BaseExpression, Value]], receiver: Value | None = None, code: Code | None = None,
    given: passing.Arguments | None = None,
) -> Value | None:  # fmt: skip
    """The value of a call of one of the program's functions; None to treat it as unknown.

    Args:
        parts: the values of the arguments as they stand in the call.
        receiver: for ``receiver.pipe(function, ...)``, the first argument.
        code: what stands for the call, where that is no call (a property).
        given: the objects behind the arguments, where they do not stand in the call.
    """
    with returning.for_pandas(run, node, function.definition.place):
        followed = _followed(run, node, function, args, kwargs, parts, receiver, given)
    if followed is None:
        return None
    outcome = followed.outcome
    assert outcome.result is not None
    run.touching += outcome.touched
    several = versions.may_come(followed.definition)
    if not outcome.touched and not _is_known(outcome):
        if not several:
            return None
        as_files.note_call(run, node, [value for _, value in parts])  # what the function does with paths is Python's own
    if code is None:
        own_name = not _stands_for_others(run, node.func, followed.definition)
        callee = versions.called(run, node, function.code, followed.definition, own_name, outcome.version)
        if callee is None:
            current().demand("function", followed.definition.place)
            return None
        code = frames_of_series.passed(run, call_code(callee, node, parts), followed.definition, followed.bound.values)
    result = _given_back(run, followed) if isinstance(outcome.result, Instance) else outcome.result
    seen = returning.seen_by_caller(result, code, followed.sources())
    if isinstance(seen, Elements):
        seen = replace(seen, call=run.origin(node) if run.cell.source.holds(node) else None)
    giving_back.settle(run, node, followed.definition, seen, followed.bound, followed.given, outcome.gives)
    return seen


def construct(
    run: Run, node: cst.Call, function: Function, args: Sequence[Value], kwargs: Mapping[str, Value],
    parts: Sequence[tuple[cst.BaseExpression, Value]], new: Instance,
) -> Value | None:  # fmt: skip
    """The object that a call of its class gives, once ``__init__`` (the function) has run."""
    followed = _followed(run, node, function, args, kwargs, parts, None)
    if followed is None:
        return None
    run.touching += 1
    itself = followed.outcome.left.get(next(iter(followed.bound.sources), ""))
    if itself is None:
        return None
    made = replace(itself, code=new.code, held=None)
    nothing = followed.outcome.result
    giving_back.settle(run, node, followed.definition, nothing, followed.bound, followed.given, None)
    return made


def _followed(
    run: Run, node: cst.Call, function: Function, args: Sequence[Value], kwargs: Mapping[str, Value],
    parts: Sequence[tuple[cst.BaseExpression, Value]], receiver: Value | None, given: passing.Arguments | None = None,
) -> Followed | None:  # fmt: skip
    definition: Definition = function.definition
    if run.depth >= MAX_DEPTH:
        return None
    if definition.cell.document.on_spark and not run.cell.document.on_spark:
        return None
    if current().is_demanded("function", definition.place) or not _can_be_followed(run, definition):
        return None
    passed = [_settled(v) for v in [*function.given, *args]]
    named = {k: _settled(v) for k, v in {**function.named, **kwargs}.items()}
    bound = parameters.bind(definition, passed, named)
    if bound is None or any(_is_unheld(run, v) for v in [*bound.values.values(), *passed, *named.values()]):
        return None
    if current().is_demanded("general", definition.place) and not versions.wanted(definition):
        bound = replace(bound, values={text: parameters.general(value) for text, value in bound.values.items()})
    if frames_of_series.is_missing(run, definition, bound.values, receiver is not None):
        return None
    given = given or passing.Arguments.of(run, node, parts, receiver)
    if not definition.is_method and _stands_for_others(run, node.func, definition):
        run.called.append((run.following[-1] if run.following else None, definition.place))
    outcome = _outcome(run, definition, bound, given)
    if outcome.result is None:
        if _is_exhausted(run) and any(_has_frames(run, value) for value in bound.values.values()):
            run.diagnose(node, "T311", f"the program calls its functions in more than {_most_bodies(run):,} ways")
        return None
    return Followed(definition, outcome, bound, given)


def _can_be_followed(run: Run, definition: Definition) -> bool:
    if isinstance(definition.node, cst.Lambda):
        return lambdas.is_followed(run, definition)
    return not definition.cell.source.once(is_generator, definition.node)


def _has_frames(run: Run, value: Value) -> bool:
    """Whether frames are passed, by themselves or as attributes of an object of the program's own classes."""
    if isinstance(value, Class):
        return False
    if not isinstance(value, Instance):
        return is_spark(value)
    attributes = run.env.attributes(value.held) if value.held is not None else value.attributes
    return any(_has_frames(run, binding.value) for binding in attributes.values())


def _most_bodies(run: Run) -> int:
    return MAX_BODIES * (10 + len(run.cells))


def _is_exhausted(run: Run) -> bool:
    return run.bodies >= _most_bodies(run)


def _given_back(run: Run, followed: Followed) -> Instance:
    """The object that a function returns: the one that it was given (``return self``), or a new one."""
    result = followed.outcome.result
    assert isinstance(result, Instance)
    back = run.handed_back.get(followed.definition.place)
    if back is None and followed.outcome.gives is None:
        return replace(result, held=None)
    source = followed.sources().get(back.parameter) if back is not None and back.certain else None
    if back is None or not isinstance(source, Instance):
        instances.keep_shared(run, result)
        return replace(result, held=None)
    if source.held is None:
        return followed.outcome.left[back.parameter]
    return replace(source, attributes=run.env.attributes(source.held))


def _stands_for_others(run: Run, node: cst.BaseExpression, definition: Definition) -> bool:
    """Whether what is called may be another function the next time: a parameter, a variable, an item."""
    if versions.is_of_module(run, node):
        return False
    binding = run.env.lookup(node.value) if isinstance(node, cst.Name) else None
    if binding is None or not isinstance(node, cst.Name):
        return True
    return node.value != definition.name or binding.is_parameter


def _is_known(outcome: bodies.Outcome) -> bool:
    """Whether a call that pandas code makes as well as before gives something that rules can use."""
    value = outcome.result
    if isinstance(value, Const):
        return value.value is not None and (outcome.gives is None or passing.is_lasting(value))
    likely = isinstance(value, Local) and value.specimen is not None and value.specimen.changes == "nothing"
    model = isinstance(value, Local) and value.model is not None
    return isinstance(value, Function) or likely or model or value is not None and is_spark(value)


def _settled(value: Value) -> Value:
    return value.settled_column if isinstance(value, Column) else value


def _is_unheld(run: Run, value: Value) -> bool:
    """Whether a value has no form in which a parameter can hold it."""
    if isinstance(value, Elements):
        listed = value.kind == "list" and is_spark(value) and not classes.are_settled(run, value)
        return listed or any(_is_unheld(run, item) for item in value.items)
    return isinstance(value, (Grouped, Windowed, Accessor, Membership, Labels, Collected))


def _outcome(run: Run, definition: Definition, bound: parameters.Bound, given: passing.Arguments) -> bodies.Outcome:
    """What comes of the body for these arguments, from memory where nothing can have changed."""
    exact = tuple((n, parameters.exact(v)) for n, v in bound.values.items())
    key = (definition.identity, exact)
    if key in run.active:  # a recursive call stays unknown
        return bodies.Outcome()
    known = (*key, changes_so_far(), definition.place == run.for_pandas)
    before: bodies.Outcome | None = run.memo.get(known)
    anew = versions.wanted(definition) or any(is_spark(v) for v in bound.values.values())  # a text may have been taken back
    if before is not None and not anew:
        return before
    if _is_exhausted(run):
        return bodies.Outcome()
    run.bodies += 1
    if versions.serve_both(definition):
        bodies.interpret_for_pandas(run, definition)
    run.active.add(key)
    try:
        outcome = bodies.interpreted(run, definition, bound.values, given.refs_of(bound), given.exact_refs(run, bound))
    finally:
        run.active.discard(key)
    if definition.cached:
        outcome = caching.remembered(run, definition, key, outcome)
    run.memo[known] = outcome
    return outcome


def piped(
    run: Run, node: cst.Call, frame: Frame, function: Function, args: Sequence[Value], kwargs: Mapping[str, Value],
    parts: Sequence[tuple[cst.BaseExpression, Value]],
) -> Frame | None:  # fmt: skip
    """``df.pipe(f, ...)``, which is ``df.transform(f, ...)`` in Spark where the function gives a frame."""
    if isinstance(function.definition.node, cst.Lambda):  # the rule writes its expression out
        return None
    result = follow(run, node, function, [frame, *args], kwargs, parts, receiver=frame)
    if not isinstance(result, Frame):
        return None
    named = {k: v.code for k, v in kwargs.items()}
    whole = replace(result, code=frame.code.transform(function.code, *(a.code for a in args), **named))
    at_hand.carried(whole, result)
    return whole


def keep_pandas(function: Function) -> None:
    """A function that code which is not followed may call has to take and give pandas objects."""
    definition: Definition = function.definition
    seen: set[Place] = set()
    waiting = [function]
    while waiting:
        one = waiting.pop()
        definition = one.definition
        if definition.place not in seen:
            seen.add(definition.place)
            versions.keep_pandas(definition)
            if definition.run.calling is not definition:
                as_files.note_calls(definition.run, definition, {})
            closed = isinstance(definition.node, cst.Lambda)
            waiting += lambdas.keep_closure(definition) if closed else functions_of(definition)
        waiting += [v for v in (*one.given, *one.named.values()) if isinstance(v, Function)]


def call_code(callee: Code, node: cst.Call, parts: Sequence[tuple[cst.BaseExpression, Value]]) -> Code:
    """A call as it stands there, with what its arguments have become."""
    values = {id(part): _settled(value).code for part, value in parts}
    return Call(callee, tuple(
        Argument(values[id(a.value)], a.keyword.value if a.keyword is not None else "", a.star) for a in node.args
    ))  # fmt: skip
