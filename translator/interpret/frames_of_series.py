"""Series that a function is given: the function knows their frame, which it has no name for.

What is computed row by row needs none: the Series comes in as an expression. Where the body needs the
frame as well (for a mean, say), the frame is passed along:

    def centred(s):                               def centred(s, *, s_rows):
        return s - s.mean()                           return s - s_rows.agg(F.avg(s)).first()[0]

    df["c"] = centred(df["a"])                    ... centred(F.col("a"), s_rows=df)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import libcst as cst

from translator.context import current
from translator.documents import syntax
from translator.emission.emit import Argument, Call, Code, fields, name, name_of
from translator.evidence import at_hand
from translator.frames.values import Column, Frame, Value
from translator.interpret.definitions import Definition
from translator.interpret.environment import Env
from translator.interpret.run import Run

UNNAMED = "the frame of "
"""How the names begin of frames that a function has no name for: one that nobody can write."""


def bind(run: Run, env: Env, bound: Mapping[str, Value], definition: Definition) -> None:
    """Give the scope of a function (`env`) the frames of the Series among its arguments."""
    wanted = _is_wanted(definition)
    place = ("parameter", definition.place)
    for text, value in _series(bound).items():
        if not wanted and env.anchor_frame(value) is not None:
            continue
        held = _parameter(definition, text) if wanted else UNNAMED + str(name_of(value.frame.code))
        frame = at_hand.carried(replace(value.frame, code=name(held)), value.frame)
        assert isinstance(frame, Frame)
        env.bind(held, frame, place)  # type: ignore[arg-type]
        env.bind(text, at_hand.carried(replace(value, frame=frame), value), env.names[text].place, env.names[text].ref)
        if wanted:
            _declare(run, definition, held)


def ask(definition: Definition, bound: Mapping[str, Value]) -> None:
    """After the body: ask that a frame is passed along where the text names one."""
    if not _is_named(definition):
        return
    possible = len(_series(bound)) == 1 and _can_be_declared(definition) and not _is_wanted(definition)
    current().demand("rows" if possible else "function", definition.place)


def is_missing(run: Run, definition: Definition, bound: Mapping[str, Value], piped: bool) -> bool:
    """Whether a call cannot pass the frame along that the function needs; the function stays pandas then."""
    if not _is_wanted(definition):
        return False
    series = _series(bound)
    if not series:
        return False
    if len(series) > 1 or piped or any(_frame(run, value) is None for value in series.values()):
        current().demand("function", definition.place)
        return True
    return False


def passed(run: Run, call: Code, definition: Definition, bound: Mapping[str, Value]) -> Code:
    """The call with the frame passed along."""
    if not _is_wanted(definition) or not isinstance(call, Call):
        return call
    function, arguments = fields(call)
    given = [(text, _frame(run, value)) for text, value in _series(bound).items()]
    added = (Argument(frame.code, _parameter(definition, text)) for text, frame in given if frame is not None)
    return Call(function, (*arguments, *added))


def _is_wanted(definition: Definition) -> bool:
    return current().is_demanded("rows", definition.place)


def _series(bound: Mapping[str, Value]) -> dict[str, Column]:
    return {text: value for text, value in bound.items() if isinstance(value, Column) and not value.own}


def _frame(run: Run, value: Column) -> Frame | None:
    return run.env.anchor_frame(value)


def _parameter(definition: Definition, text: str) -> str:
    new = f"{text}_rows"
    named = {item.value for item in syntax.walk(definition.node) if isinstance(item, cst.Name)}
    while new in named:
        new += "_"
    return new


def _can_be_declared(definition: Definition) -> bool:
    node = definition.node
    plain = isinstance(node, cst.FunctionDef) and not node.decorators and not node.name.value.startswith("__")
    return plain and not node.params.posonly_params and node.params.star_kwarg is None


def _declare(run: Run, definition: Definition, text: str) -> None:
    """Add a parameter to the head of a function."""
    parameters = definition.node.params
    star = parameters.star_arg if isinstance(parameters.star_arg, cst.Param) else None
    last = [*parameters.params, *([star] if star is not None else []), *parameters.kwonly_params][-1]
    annotation = last.annotation.annotation if last.annotation is not None else None
    _, end = definition.cell.source.span(last.default or annotation or last.name)
    marked = star is not None or bool(parameters.kwonly_params)
    with run.scoped(cell=definition.cell):
        run.insert(end, f", {text}" if marked else f", *, {text}")


def _is_named(definition: Definition) -> bool:
    start, end = definition.cell.source.span(definition.node)
    cell = definition.cell
    inserted = (e for e in cell.inserts.values() if start <= e.start <= end)
    return any(UNNAMED in e.text for e in (*cell.edits.inside(start, end), *inserted))
