"""``pd.concat([read(path) ... for path in files])``: a list of Spark frames, each made of one file.

The files at hand tell the columns of each; whichever files are there when the program runs are read.
"""

from __future__ import annotations

import os.path
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePath

import libcst as cst

from translator.context import current
from translator.diagnostics import Decline
from translator.documents import syntax
from translator.emission import layout
from translator.emission.emit import literal, name
from translator.evidence import at_hand
from translator.evidence.stand_ins import Specimen
from translator.frames.joining import join_frames
from translator.frames.values import Collected, Const, Frame, Local, Module, Value
from translator.inputs.places import locate
from translator.interpret import expressions, idioms, paths
from translator.interpret.environment import Env
from translator.interpret.run import Run

MOST = 64
"""Files that are looked at; the element of the list is translated once for each."""


def listed(run: Run, node: cst.BaseExpression) -> Collected | None:
    """The list that a comprehension over files makes, if all of its elements stay in Spark in one text."""
    if not isinstance(node, (cst.ListComp, cst.GeneratorExp)) or run.pandas_only:
        return None
    clause = node.for_in
    if clause.ifs or clause.inner_for_in is not None or not isinstance(clause.target, cst.Name):
        return None
    files = _files(run, clause.iter)
    if not 0 < len(files) <= MOST:
        return None
    before = (dict(run.sites), dict(run.diagnostics))
    frames = [frame for path in files if (frame := _element(run, node, clause.target.value, path)) is not None]
    each = _together(frames) if len(frames) == len(files) else None
    if each is None:
        run.sites, run.diagnostics = before
        return None
    result = Collected(expressions.splice(run, node, [(node.elt, Local(frames[0].code))]).code, each)
    at_hand.made_by(result, lambda: [at_hand.known(frame) for frame in frames])
    return result


def only_concatenated(run: Run, node: cst.BaseExpression) -> Collected | None:
    """``parts = [read(path) for path in files]`` where nothing but ``pd.concat(parts)`` asks for the list."""
    match run.statement:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(text))], value=value) if value is node:
            pass
        case _:
            return None
    if current().is_demanded("local", run.statement_place):
        return None
    return listed(run, node) if only_joined(run, text, others=1) else None


def only_joined(run: Run, text: str, others: int, plainly: bool = False) -> bool:
    """Whether a list is named by ``pd.concat(text)`` (`plainly`: one below the other) and by so many others only."""
    if idioms.uses(run, text) != 1 + others:
        return False
    return any(_concatenates(call, text, plainly) for cell in run.cells for call in syntax.walk(cell.source.module))


def _concatenates(node: cst.CSTNode, text: str, plainly: bool) -> bool:
    match node:
        case cst.Call(func=cst.Attribute(attr=cst.Name("concat")), args=[cst.Arg(value=cst.Name(first)), *_]):
            return first == text and (not plainly or idioms.numbered_anew(node) is not None)
    return False


Path = str | PurePath
Pick = Callable[[Sequence[Path]], Path]


def one_of(listed: Value, pick: Pick) -> Specimen | None:
    """The likely path where a program takes one of several files.

    Which one that is depends on the day; where the files at hand all start alike, any of them tells the columns.
    """
    files = paths.files_of(listed)
    if not files or len({_first_line(file) for file in files}) > 1:
        return None
    try:
        return Specimen(pick(files), False, "nothing")
    except (IndexError, OSError):
        return None


def extreme(name: str, key: Value | None) -> Pick | None:
    """How ``max(paths)`` or ``max(paths, key=os.path.getmtime)`` picks a file; None for keys that are not known."""
    choose = {"max": max, "min": min}.get(name)
    times = {"os.path.getmtime": os.path.getmtime, "os.path.getctime": os.path.getctime, "os.path.getsize": os.path.getsize}
    if choose is None:
        return None
    if key is None:
        return lambda files: choose(files, key=str)
    measured = times.get(key.name) if isinstance(key, Module) else None
    return None if measured is None else lambda files: choose(files, key=lambda file: measured(locate(str(file)) or file))


def _first_line(file: str | PurePath) -> bytes:
    """How a text file starts; nothing where its format has columns of its own."""
    found = locate(str(file))
    if found is None or not found.is_file() or PurePath(file).suffix not in (".csv", ".tsv", ".txt"):
        return PurePath(file).suffix.encode()
    with found.open("rb") as opened:
        return opened.readline(100_000)


def _files(run: Run, node: cst.BaseExpression) -> Sequence[Value]:
    known = expressions.evaluate(run, node)
    if isinstance(known, Const):
        listed = known.value if isinstance(known.value, (list, tuple, range)) else ()
        return [Const(literal(item), item) for item in listed]
    return [Local(literal(str(file)), specimen=Specimen(file, False, "nothing")) for file in paths.files_of(known)]


def _element(run: Run, node: cst.ListComp | cst.GeneratorExp, text: str, path: Value) -> Frame | None:
    scope = Env(run.env)
    scope.bind(text, replace(path, code=name(text)), run.statement_place)
    try:
        with run.scoped(env=scope):
            frame = expressions.evaluate(run, node.elt)
    except Decline:
        return None
    if not isinstance(frame, Frame) or frame.within is not None:
        return None
    return at_hand.carried(replace(frame, parts={}, steps=None, original=None, condition=None), frame)  # type: ignore[return-value]


def _together(frames: Sequence[Frame]) -> Frame | None:
    each: Frame | None = frames[0]
    for frame in frames[1:]:
        if each is None or layout.flat(frame.code) != layout.flat(frames[0].code):
            return None
        each = join_frames(each, frame)
    return each
