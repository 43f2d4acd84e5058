"""What a function gives back: the form in which it is returned, and what the caller sees of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

import libcst as cst

from translator.context import current
from translator.emission.emit import Code, DictDisplay, Display, Item, literal, name_of
from translator.evidence import at_hand
from translator.frames.naming import without_variables
from translator.frames.values import (
    Accessor,
    Collected,
    Column,
    Const,
    Elements,
    Frame,
    Grouped,
    Labels,
    Local,
    Membership,
    Scalar,
    Value,
    Windowed,
    is_spark,
)
from translator.frames.variables import written
from translator.interpret import bridges, passing
from translator.interpret.environment import Place
from translator.interpret.run import Run
from translator.rulekit import series_frame


@contextmanager
def for_pandas(run: Run, node: cst.Call, function: Place) -> Iterator[None]:
    """Follow a call whose function is asked to give pandas objects, if that is demanded."""
    wanted = run.cell.source.holds(node) and current().is_demanded("for_pandas", run.origin(node))
    with run.scoped(for_pandas=function if wanted else None):
        yield


def gives_pandas(run: Run) -> bool:
    """Whether the function at hand is to return pandas objects."""
    own = run.following[-1] if run.following else None
    return own is not None and (own == run.for_pandas or current().is_demanded("returned", own))


def seen_by_caller(result: Value, code: Code, arguments: Mapping[str, Value]) -> Value:
    """The result of a call (`code`), over the frames of the caller where it is made of its arguments."""
    return at_hand.carried(_seen_by_caller(result, code, arguments), result)


def _seen_by_caller(result: Value, code: Code, arguments: Mapping[str, Value]) -> Value:
    match result:
        case Column():
            if result.own:
                return replace(result, frame=without_variables(replace(result.frame, code=code)))
            anchor = name_of(result.frame.code)
            given = arguments.get(anchor or "")
            if isinstance(given, Frame):
                return replace(result, code=code, frame=given, plain=None, null_means=None, negated=None)
            for argument in arguments.values():
                if isinstance(argument, Column) and argument.frame.rows == result.frame.rows:
                    return replace(result, code=code, frame=argument.frame, plain=None, null_means=None, negated=None)
            return Local(code)
        case Frame():
            return without_variables(replace(result, code=code))
        case Elements() if result.kind != "dict":
            items = tuple(seen_by_caller(v, Item(code, literal(i)), arguments) for i, v in enumerate(result.items))
            return replace(result, code=code, items=items)
        case Elements() if is_spark(result):
            pairs = zip(result.keys, result.items, strict=True)
            return replace(result, code=code, items=tuple(seen_by_caller(v, Item(code, k.code), arguments) for k, v in pairs))
        case Elements() | Grouped() | Windowed() | Membership() | Labels():
            return Local(code)
    return replace(result, code=code)


def returned(run: Run, value: Value) -> Value:
    """A returned value in the form in which the caller can hold it."""
    match value:
        case Column():
            anchor = name_of(value.frame.code)
            binding = run.env.names.get(anchor) if anchor else None
            own = binding is not None and binding.is_parameter
            if own or _is_over_an_argument(run, value):
                return value.settled_column
            frame, label = series_frame(value)
            return replace(frame.column(label), name=value.name, own=True)
        case Elements() if is_spark(value) and _is_of_a_call(value):
            return value
        case Elements() if value.kind != "dict":
            items = tuple(returned(run, item) for item in value.items)
            if any(is_spark(i) for i in items):
                return replace(value, code=bridges.display(value, map(written, items)), items=items)
            return value
        case Elements() if is_spark(value) and all(isinstance(k, Const) for k in value.keys) and all(
            isinstance(item, (Frame, Const, Local, Scalar)) for item in value.items
        ):  # fmt: skip
            if not _is_new(run, value):
                return _held_elsewhere(run, value)
            if name_of(value.code) is not None:
                return value
            items = tuple(returned(run, item) for item in value.items)
            return replace(value, code=bridges.display(value, map(written, items)), items=items)
        case Elements() | Grouped() | Windowed() | Accessor() | Membership() | Labels() | Collected() if is_spark(value):
            return Local(bridges.escape(run, run.statement or cst.Pass(), value).code, was_spark=True)
    return value


def _is_of_a_call(value: Elements) -> bool:
    """Whether frames come out of an expression that is not to be computed once for each: a call, a comprehension."""
    written_out = name_of(value.code) is not None or isinstance(value.code, (Display, DictDisplay))
    return not written_out and all(isinstance(item, (Frame, Const, Local)) for item in value.items)


def _is_over_an_argument(run: Run, value: Column) -> bool:
    """Whether it is computed from the rows that a Series among the arguments has, and so of use to the caller."""
    for binding in run.env.names.values():
        given = binding.value
        if binding.is_parameter and isinstance(given, Column) and given.frame.rows == value.frame.rows:
            known = given.frame.physical
            if all(c in known and known[c].version == version for c, version in value.refs.items()):
                return True
    return False


def _is_new(run: Run, value: Elements) -> bool:
    """Whether a dict holds frames that nothing outside of the function holds."""
    held = [run.env.lookup(name_of(item.code) or "") for item in value.items]
    return all(
        b is None or b.ref not in run.captured and len(passing.behind(run, b.ref)) == 1 and not b.is_parameter
        for b in held
    )


def _held_elsewhere(run: Run, value: Elements) -> Local:
    """A dict with frames of the caller: a change of one through another name would have to show in it."""
    for item in value.items:
        binding = run.env.lookup(name_of(item.code) or "")
        if binding is not None and is_spark(binding.value):
            run.capture(passing.behind(run, binding.ref))
    return Local(bridges.escape(run, run.statement or cst.Pass(), value).code, was_spark=True)
